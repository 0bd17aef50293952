// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/route_policy.h"

#include "core/node_traits.h"
#include "ingest/webhook_secret.h"
#include "listener/auth/ascii_text.h"
#include "listener/auth/base64.h"
#include "listener/auth/jwt.h"

#include <QCoreApplication>
#include <QStringList>

namespace barograph {

namespace {

struct ProtectionWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Protection)
};

} // namespace

namespace {

using Header = CredentialHeaders::Name;
using HeaderState = CredentialHeaders::State;

constexpr std::string_view kHubPrefix = "sha256=";

/// What follows "Bearer " or "Basic " in an Authorization header; nothing if it is of another scheme.
std::optional<std::string_view> credentialsOf(std::string_view authorization, std::string_view lowerScheme)
{
    const auto space = authorization.find(' ');
    if (space == std::string_view::npos || !sameIgnoringCase(authorization.substr(0, space), lowerScheme))
        return std::nullopt;
    const auto begin = authorization.find_first_not_of(' ', space);
    return begin == std::string_view::npos ? std::string_view() : authorization.substr(begin);
}

std::string_view viewOf(const Secret &secret)
{
    return {secret.reveal().constData(), static_cast<std::size_t>(secret.reveal().size())};
}

std::optional<KeyedMac> macFor(WebhookAuth auth, const QByteArray &key)
{
    switch (auth) {
    case WebhookAuth::HubSha256:
    case WebhookAuth::JwtHs256:
        return std::make_optional<KeyedMac>(KeyedMac::Hash::Sha256, key);
    case WebhookAuth::WahaSha512:
        return std::make_optional<KeyedMac>(KeyedMac::Hash::Sha512, key);
    case WebhookAuth::AddressOnly:
    case WebhookAuth::Bearer:
    case WebhookAuth::Basic:
        break;
    }
    return std::nullopt;
}

} // namespace

RoutePolicy::RoutePolicy(NodeKind kind, const WebhookConfig &webhook, const std::optional<Secret> &secret,
                         std::string verifyToken)
    : m_auth(webhook.auth)
    , m_answersHandshake(asksForHandshake(kind) && !verifyToken.empty())
    , m_answersWithEmptyObject(barograph::answersWithEmptyObject(kind))
    , m_anyAddress(webhook.allowFrom.isEmpty())
    , m_certificateName(webhook.clientName.toStdString())
    , m_verifyToken(std::move(verifyToken))
    , m_user(webhook.user.toStdString())
{
    for (const auto &text : webhook.allowFrom) {
        // What cannot be read allows nobody; checkConfig() has refused it long before.
        if (const auto network = IpNetwork::parse(text.toStdString()))
            m_allowed.push_back(*network);
    }
    if (!needsSecret(m_auth))
        return;
    m_ready = secret.has_value();
    m_secretMissing = m_ready && secret->isEmpty();
    if (!m_ready || m_secretMissing)
        return;
    m_mac = macFor(m_auth, secret->reveal());
    if (!m_mac)
        m_secret = *secret;
}

std::shared_ptr<const RoutePolicy> RoutePolicy::addressOnly()
{
    return std::make_shared<const RoutePolicy>(NodeKind::OnPremises, WebhookConfig{}, std::nullopt, std::string());
}

RefusalReason RoutePolicy::judgePeer(const PeerInfo &peer) const
{
    const auto allows = [&peer](const IpNetwork &network) { return network.contains(peer.address); };
    if (!m_anyAddress && std::none_of(m_allowed.begin(), m_allowed.end(), allows))
        return RefusalReason::AddressNotAllowed;
    if (m_certificateName.empty() || peer.certificateName == m_certificateName)
        return RefusalReason::None;
    return peer.certificateName.empty() ? RefusalReason::CertificateMissing : RefusalReason::CertificateWrong;
}

RefusalReason RoutePolicy::judgeHead(const CredentialHeaders &headers, UtcTime now) const
{
    if (!needsSecret(m_auth))
        return RefusalReason::None;
    if (m_secretMissing)
        return RefusalReason::SecretMissing;
    const auto header = m_auth == WebhookAuth::HubSha256    ? Header::HubSignature
                        : m_auth == WebhookAuth::WahaSha512 ? Header::WebhookHmac
                                                            : Header::Authorization;
    if (headers.state(header) == HeaderState::Absent)
        return RefusalReason::NoCredentials;
    if (headers.state(header) == HeaderState::Unusable)
        return RefusalReason::WrongCredentials;
    const auto value = headers.value(header);
    const auto rightIf = [](bool right) { return right ? RefusalReason::None : RefusalReason::WrongCredentials; };
    switch (m_auth) {
    case WebhookAuth::HubSha256:
        return rightIf(value.size() == kHubPrefix.size() + 2 * m_mac->size() &&
                       sameIgnoringCase(value.substr(0, kHubPrefix.size()), kHubPrefix));
    case WebhookAuth::WahaSha512: {
        const bool said = headers.state(Header::WebhookHmacAlgorithm) != HeaderState::Absent;
        return rightIf(value.size() == 2 * m_mac->size() &&
                       (!said || sameIgnoringCase(headers.value(Header::WebhookHmacAlgorithm), "sha512")));
    }
    case WebhookAuth::JwtHs256: {
        const auto token = credentialsOf(value, "bearer");
        return token ? judgeToken(*token, *m_mac, now) : RefusalReason::NoCredentials;
    }
    case WebhookAuth::Bearer: {
        const auto token = credentialsOf(value, "bearer");
        return token ? rightIf(sameSecret(*token, viewOf(m_secret))) : RefusalReason::NoCredentials;
    }
    case WebhookAuth::Basic: {
        const auto encoded = credentialsOf(value, "basic");
        return encoded ? judgePassword(*encoded) : RefusalReason::NoCredentials;
    }
    case WebhookAuth::AddressOnly:
        break;
    }
    return RefusalReason::None;
}

RefusalReason RoutePolicy::judgePassword(std::string_view encoded) const
{
    std::array<char, CredentialHeaders::kLongestValue> room{};
    const auto decoded = decodeBase64(encoded, Base64::Standard, room);
    if (!decoded)
        return RefusalReason::WrongCredentials;
    const auto colon = decoded->find(':');
    if (colon == std::string_view::npos)
        return RefusalReason::WrongCredentials;
    // Both, so that the time does not tell which of the two was wrong.
    const bool userRight = sameSecret(decoded->substr(0, colon), m_user);
    const bool passwordRight = sameSecret(decoded->substr(colon + 1), viewOf(m_secret));
    return userRight && passwordRight ? RefusalReason::None : RefusalReason::WrongCredentials;
}

RefusalReason RoutePolicy::judgeBody(const CredentialHeaders &headers, std::string_view body) const
{
    bool right = true;
    if (m_auth == WebhookAuth::HubSha256)
        right = m_mac->matchesHex(body, headers.value(Header::HubSignature).substr(kHubPrefix.size()));
    else if (m_auth == WebhookAuth::WahaSha512)
        right = m_mac->matchesHex(body, headers.value(Header::WebhookHmac));
    return right ? RefusalReason::None : RefusalReason::WrongCredentials;
}

QString protectionText(const WebhookConfig &webhook)
{
    QStringList parts{ProtectionWords::tr("secret address")};
    switch (webhook.auth) {
    case WebhookAuth::AddressOnly:
        break;
    case WebhookAuth::HubSha256:
        parts << ProtectionWords::tr("HMAC-SHA256");
        break;
    case WebhookAuth::WahaSha512:
        parts << ProtectionWords::tr("HMAC-SHA512");
        break;
    case WebhookAuth::JwtHs256:
        parts << ProtectionWords::tr("signed token (JWT)");
        break;
    case WebhookAuth::Bearer:
        parts << ProtectionWords::tr("bearer token");
        break;
    case WebhookAuth::Basic:
        parts << ProtectionWords::tr("user and password");
        break;
    }
    const auto networks = static_cast<int>(webhook.allowFrom.size());
    if (networks == 1)
        parts << ProtectionWords::tr("1 allowed network");
    else if (networks > 1)
        parts << ProtectionWords::tr("%n allowed networks", nullptr, networks);
    if (!webhook.clientName.isEmpty())
        parts << ProtectionWords::tr("client certificate %1").arg(webhook.clientName);
    return parts.join(QLatin1String(", "));
}

} // namespace barograph
