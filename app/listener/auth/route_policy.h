// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"
#include "core/time.h"
#include "frame/notices.h"
#include "listener/auth/credential_headers.h"
#include "listener/auth/ip_network.h"
#include "listener/auth/keyed_mac.h"
#include "listener/peer_info.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace barograph {

/// What one route asks of a request beside the secret in its address. Immutable: another secret makes another policy.
/// Used on the ingest thread only (KeyedMac works in room of its own).
class RoutePolicy
{
public:
    /// `secret`: nothing = not known yet, empty = none is stored. `verifyToken`: for kinds that ask for a handshake.
    RoutePolicy(NodeKind kind, const WebhookConfig &webhook, const std::optional<Secret> &secret,
                std::string verifyToken);
    /// Asks for nothing.
    static std::shared_ptr<const RoutePolicy> addressOnly();

    WebhookAuth auth() const { return m_auth; }
    /// False: whether the secret is stored is still being found out. Requests shall come again, rather than be refused
    /// for good: some senders do not repeat what was answered 401.
    bool isReady() const { return m_ready; }
    bool answersHandshake() const { return m_answersHandshake; }
    bool answersWithEmptyObject() const { return m_answersWithEmptyObject; }
    const std::string &verifyToken() const { return m_verifyToken; }

    // The judges below are pure; None: goes on.

    /// Before anything else: address and client certificate.
    RefusalReason judgePeer(const PeerInfo &peer) const;
    /// When the headers have come, so that the body of a wrong request need not be kept. Precondition: isReady().
    RefusalReason judgeHead(const CredentialHeaders &headers, UtcTime now) const;
    /// When the body has come, as it came. Precondition: judgeHead() had nothing against it.
    RefusalReason judgeBody(const CredentialHeaders &headers, std::string_view body) const;
    /// Whether judgeHead() looks at the time.
    bool needsTime() const { return m_auth == WebhookAuth::JwtHs256; }

private:
    RefusalReason judgePassword(std::string_view encoded) const;

    WebhookAuth m_auth;
    bool m_ready = true;
    bool m_secretMissing = false;
    bool m_answersHandshake;
    bool m_answersWithEmptyObject;
    bool m_anyAddress;
    std::vector<IpNetwork> m_allowed;
    std::string m_certificateName; ///< empty: none is asked for
    std::string m_verifyToken;
    std::optional<KeyedMac> m_mac;
    std::string m_user;
    Secret m_secret; ///< Bearer and Basic only; the others keep a keyed hash
};

/// Whether requests have to prove that they know a stored secret.
inline bool needsSecret(WebhookAuth auth)
{
    return auth != WebhookAuth::AddressOnly;
}

/// For the screen, e.g. "secret address, HMAC-SHA256, 2 allowed networks".
QString protectionText(const WebhookConfig &webhook);

} // namespace barograph
