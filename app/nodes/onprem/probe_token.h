// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"
#include "net/http_client.h"
#include "secrets/secret_store.h"

#include <tl/expected.hpp>

#include <vector>

namespace barograph {

/// Gets and renews what an on-premises node wants to see in the Authorization header.
///
/// Changes a node's password only if it forces that at the first login and a "new-password" is stored for exactly this
/// purpose; the new one then takes the old one's place in the store. Lives on the poller thread.
class OnPremToken : public QObject
{
    Q_OBJECT

public:
    struct Authorization
    {
        QByteArray header;      ///< value of the Authorization header: never logged
        bool fromLogin = false; ///< a Bearer token: a 401 is worth a new login
    };
    /// The error is the reply to hand to whoever wanted to send something.
    using Outcome = tl::expected<Authorization, HttpReply>;
    using Done = std::function<void(const Outcome &)>;

    OnPremToken(NodeConfig config, SecretStore &secrets, HttpClient &client, QObject *parent);

    /// Calls `done` at once if an authorization is at hand, else after reading secrets and logging in. With
    /// `monitoringKeyWillDo` a stored "api-key" is preferred, so that no login is needed.
    void authorize(bool monitoringKeyWillDo, Done done);
    /// The node refused this token, which has no effect if it was replaced meanwhile, or this monitoring key.
    void drop(const Authorization &refused);
    /// When the token in use ends, as the node said at the login; empty: there is none, or it did not say.
    std::optional<UtcTime> expiresAt() const { return m_token.isEmpty() ? std::nullopt : m_expiresAt; }
    /// Forgets the token and the secrets read so far.
    void forgetCredentials();

private:
    struct Waiting
    {
        bool monitoringKeyWillDo = false;
        Done done;
    };
    using SecretSlot = std::optional<Secret> OnPremToken::*;

    bool tokenIsFresh() const;
    Authorization bearer() const;
    void readSecrets();
    void readSecret(const QString &name, SecretSlot slot, std::function<void()> next);
    void serveWaiting();
    void logIn();
    void sendLogin(const Secret &password, const QByteArray &body, HttpClient::Done done);
    void onFirstReply(const HttpReply &reply);
    void tryNewPassword(const HttpReply &refused);
    void changeFirstPassword();
    void promoteNewPassword();
    void accept(const HttpReply &reply);
    void fail(const HttpReply &reply);
    HttpReply noPassword() const;

    NodeConfig m_config;
    SecretStore &m_secrets;
    HttpClient &m_client;
    std::vector<Waiting> m_waiting;
    bool m_busy = false; ///< secrets are being read or a login is under way
    bool m_secretsKnown = false;
    QString m_secretsError;
    std::optional<Secret> m_password;
    std::optional<Secret> m_newPassword;
    std::optional<Secret> m_apiKey;
    Secret m_token;
    std::optional<UtcTime> m_expiresAt;
    std::optional<UtcTime> m_renewAt;
};

} // namespace barograph
