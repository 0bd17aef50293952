// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/self_test_request.h"

#include "listener/auth/keyed_mac.h"
#include "nodes/onprem/probe_login.h"

namespace barograph {

namespace {

QByteArray macOf(KeyedMac::Hash hash, const QByteArray &key, const QByteArray &text)
{
    const KeyedMac mac(hash, key);
    KeyedMac::Digest digest{};
    if (!mac.compute({text.constData(), static_cast<std::size_t>(text.size())}, digest))
        return {};
    return {reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(mac.size())};
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenFor(const QByteArray &key, UtcTime now)
{
    constexpr qint64 kGoodForSeconds = 60;
    const qint64 seconds = unixMillis(now) / 1000;
    const QByteArray claims =
        "{\"iat\":" + QByteArray::number(seconds) + ",\"exp\":" + QByteArray::number(seconds + kGoodForSeconds) + "}";
    const QByteArray text = base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + '.' + base64Url(claims);
    return text + '.' + base64Url(macOf(KeyedMac::Hash::Sha256, key, text));
}

} // namespace

QByteArray eventlessBody(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        return R"({"statuses":[]})";
    case NodeKind::CloudApi:
        return R"({"object":"whatsapp_business_account","entry":[]})";
    case NodeKind::PickyAssist:
        return R"({"event_id":1,"data":[]})";
    case NodeKind::Waha:
        return R"({"event":"presence.update","payload":{}})";
    case NodeKind::Evolution:
        return R"({"event":"messages.update","data":[]})";
    case NodeKind::Gowa:
        return R"({"event":"chat_presence","payload":{}})";
    }
    return "{}";
}

void proveKnowledge(HttpRequest &request, const WebhookConfig &webhook, const Secret &secret, UtcTime now)
{
    const QByteArray &key = secret.reveal();
    switch (webhook.auth) {
    case WebhookAuth::AddressOnly:
        break;
    case WebhookAuth::HubSha256:
        request.headers.emplace_back("X-Hub-Signature-256",
                                     "sha256=" + macOf(KeyedMac::Hash::Sha256, key, request.body).toHex());
        break;
    case WebhookAuth::WahaSha512:
        request.headers.emplace_back("X-Webhook-Hmac", macOf(KeyedMac::Hash::Sha512, key, request.body).toHex());
        request.headers.emplace_back("X-Webhook-Hmac-Algorithm", "sha512");
        break;
    case WebhookAuth::JwtHs256:
        request.authorization = "Bearer " + tokenFor(key, now);
        break;
    case WebhookAuth::Bearer:
        request.authorization = "Bearer " + key;
        break;
    case WebhookAuth::Basic:
        request.authorization = basicAuthorization(webhook.user, secret);
        break;
    }
}

QUrl reachedFromHere(const QUrl &url, const QString &listenAddress)
{
    QUrl here = url;
    if (listenAddress == QLatin1String("0.0.0.0"))
        here.setHost(QStringLiteral("127.0.0.1"));
    else if (listenAddress == QLatin1String("::"))
        here.setHost(QStringLiteral("::1"));
    return here;
}

} // namespace barograph
