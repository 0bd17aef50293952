// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/route_policy.h"
#include "signing.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

Q_DECLARE_METATYPE(RefusalReason)
Q_DECLARE_METATYPE(WebhookAuth)

namespace {

using Header = CredentialHeaders::Name;
using State = CredentialHeaders::State;

const Secret kKey{QByteArrayLiteral("s3cret:with colon")};
const auto kNow = fromUnixSeconds(1'780'000'000);

RoutePolicy policyOf(WebhookAuth auth, const std::optional<Secret> &secret = kKey)
{
    WebhookConfig webhook;
    webhook.auth = auth;
    webhook.user = QStringLiteral("evo");
    return {NodeKind::Waha, webhook, secret, {}};
}

PeerInfo peerAt(const char *address, const char *certificate = "")
{
    return {boost::asio::ip::make_address(address), false, certificate};
}

} // namespace

class TestRoutePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesHeaders_data();
    void judgesHeaders();
    void judgesBodies();
    void judgesPeers();
    void waitsForTheSecret();
    void networksThatCannotBeReadAllowNobody();
    void knowsWhoWantsWhat();
    void namesItsProtection();
    void ambiguousHeadersAreUnusable();
    void knowsItsHeaders();
};

void TestRoutePolicy::judgesHeaders_data()
{
    QTest::addColumn<WebhookAuth>("auth");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<RefusalReason>("reason");
    const auto row = [](const char *name, WebhookAuth auth, const QByteArray &value, RefusalReason reason) {
        QTest::newRow(name) << auth << value << reason;
    };
    const auto none = RefusalReason::None;
    const auto missing = RefusalReason::NoCredentials;
    const auto wrong = RefusalReason::WrongCredentials;
    const auto &key = kKey.reveal();
    row("address only", WebhookAuth::AddressOnly, {}, none);
    row("bearer", WebhookAuth::Bearer, "Bearer " + key, none);
    row("bearer, other case", WebhookAuth::Bearer, "bEARER  " + key, none);
    row("bearer missing", WebhookAuth::Bearer, {}, missing);
    row("bearer of another scheme", WebhookAuth::Bearer, "Basic " + key, missing);
    row("bearer without token", WebhookAuth::Bearer, "Bearer ", wrong);
    row("bearer without space", WebhookAuth::Bearer, "Bearer", missing);
    row("bearer wrong", WebhookAuth::Bearer, "Bearer " + key + "x", wrong);
    row("bearer shorter", WebhookAuth::Bearer, "Bearer " + key.chopped(1), wrong);
    row("bearer of other case", WebhookAuth::Bearer, "Bearer " + key.toUpper(), wrong);
    row("basic", WebhookAuth::Basic, "Basic " + QByteArray("evo:" + key).toBase64(), none);
    row("basic, other case", WebhookAuth::Basic, "BASIC " + QByteArray("evo:" + key).toBase64(), none);
    row("basic missing", WebhookAuth::Basic, {}, missing);
    row("basic of another scheme", WebhookAuth::Basic, "Bearer " + QByteArray("evo:" + key).toBase64(), missing);
    row("basic wrong user", WebhookAuth::Basic, "Basic " + QByteArray("eva:" + key).toBase64(), wrong);
    row("basic wrong password", WebhookAuth::Basic, "Basic " + QByteArray("evo:" + key + "x").toBase64(), wrong);
    row("basic empty password", WebhookAuth::Basic, "Basic " + QByteArray("evo:").toBase64(), wrong);
    row("basic without colon", WebhookAuth::Basic, "Basic " + QByteArray("evo").toBase64(), wrong);
    row("basic is no base64", WebhookAuth::Basic, "Basic evo:" + key, wrong);
    row("jwt", WebhookAuth::JwtHs256, "Bearer " + signedToken(kTokenHeader, "{}", key), none);
    row("jwt missing", WebhookAuth::JwtHs256, {}, missing);
    row("jwt expired", WebhookAuth::JwtHs256, "Bearer " + signedToken(kTokenHeader, R"({"exp":1})", key),
        RefusalReason::ExpiredToken);
    row("jwt: the key itself", WebhookAuth::JwtHs256, "Bearer " + key, wrong);
}

void TestRoutePolicy::judgesHeaders()
{
    QFETCH(WebhookAuth, auth);
    QFETCH(QByteArray, authorization);
    QFETCH(RefusalReason, reason);
    CredentialHeaders headers;
    if (!authorization.isNull())
        headers.note(Header::Authorization, authorization.toStdString());
    QCOMPARE(policyOf(auth).judgeHead(headers, kNow), reason);
}

void TestRoutePolicy::judgesBodies()
{
    const QByteArray body = "{\"a\":1}";
    const auto judge = [&](WebhookAuth auth, Header name, const QByteArray &signature,
                           const QByteArray &algorithm = {}) {
        const auto policy = policyOf(auth);
        CredentialHeaders headers;
        if (!signature.isNull())
            headers.note(name, signature.toStdString());
        if (!algorithm.isNull())
            headers.note(Header::WebhookHmacAlgorithm, algorithm.toStdString());
        const auto head = policy.judgeHead(headers, kNow);
        return head != RefusalReason::None ? head : policy.judgeBody(headers, body.toStdString());
    };
    const auto hub = hubSignature(body, kKey.reveal());
    const auto waha = wahaSignature(body, kKey.reveal());
    const auto none = RefusalReason::None;
    const auto wrong = RefusalReason::WrongCredentials;
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, hub), none);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, hub.toUpper()), none);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, hub.mid(7)), wrong);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, "sha1=" + hub.mid(7)), wrong);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, "sha512" + hub.mid(6)), wrong);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, ""), wrong);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, {}), RefusalReason::NoCredentials);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, hubSignature(body + ' ', kKey.reveal())), wrong);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::HubSignature, hubSignature(body, "other")), wrong);
    QCOMPARE(judge(WebhookAuth::HubSha256, Header::WebhookHmac, waha), RefusalReason::NoCredentials);
    QCOMPARE(judge(WebhookAuth::WahaSha512, Header::WebhookHmac, waha), none);
    QCOMPARE(judge(WebhookAuth::WahaSha512, Header::WebhookHmac, waha.toUpper(), "SHA512"), none);
    QCOMPARE(judge(WebhookAuth::WahaSha512, Header::WebhookHmac, waha, "sha256"), wrong);
    QCOMPARE(judge(WebhookAuth::WahaSha512, Header::WebhookHmac, waha, ""), wrong);
    QCOMPARE(judge(WebhookAuth::WahaSha512, Header::WebhookHmac, hub.mid(7), "sha512"), wrong);
    QCOMPARE(judge(WebhookAuth::WahaSha512, Header::WebhookHmac, {}), RefusalReason::NoCredentials);
}

void TestRoutePolicy::judgesPeers()
{
    WebhookConfig webhook;
    webhook.allowFrom = {QStringLiteral("10.0.0.0/8"), QStringLiteral("::1")};
    webhook.clientName = QStringLiteral("client.webhooks.fbclientcerts.com");
    const RoutePolicy policy(NodeKind::CloudApi, webhook, {}, "token");
    const char *const name = "client.webhooks.fbclientcerts.com";
    QCOMPARE(policy.judgePeer(peerAt("10.1.2.3", name)), RefusalReason::None);
    QCOMPARE(policy.judgePeer(peerAt("::ffff:10.1.2.3", name)), RefusalReason::None);
    QCOMPARE(policy.judgePeer(peerAt("::1", name)), RefusalReason::None);
    QCOMPARE(policy.judgePeer(peerAt("11.1.2.3", name)), RefusalReason::AddressNotAllowed);
    QCOMPARE(policy.judgePeer({{}, true, name}), RefusalReason::AddressNotAllowed); // not known
    QCOMPARE(policy.judgePeer(peerAt("10.1.2.3")), RefusalReason::CertificateMissing);
    QCOMPARE(policy.judgePeer(peerAt("10.1.2.3", "other.example")), RefusalReason::CertificateWrong);
    QCOMPARE(policyOf(WebhookAuth::Bearer).judgePeer({}), RefusalReason::None);
}

void TestRoutePolicy::waitsForTheSecret()
{
    for (const auto auth : {WebhookAuth::HubSha256, WebhookAuth::WahaSha512, WebhookAuth::JwtHs256, WebhookAuth::Bearer,
                            WebhookAuth::Basic}) {
        QVERIFY(!policyOf(auth, std::nullopt).isReady());
        const auto missing = policyOf(auth, Secret());
        QVERIFY(missing.isReady());
        CredentialHeaders headers;
        headers.note(Header::Authorization, "Bearer ");
        QCOMPARE(missing.judgeHead(headers, kNow), RefusalReason::SecretMissing);
        QVERIFY(policyOf(auth).isReady());
    }
    QVERIFY(policyOf(WebhookAuth::AddressOnly, std::nullopt).isReady());
}

void TestRoutePolicy::networksThatCannotBeReadAllowNobody()
{
    WebhookConfig webhook;
    webhook.allowFrom = {QStringLiteral("nonsense")};
    const RoutePolicy policy(NodeKind::Waha, webhook, {}, {});
    QCOMPARE(policy.judgePeer(peerAt("127.0.0.1")), RefusalReason::AddressNotAllowed);
}

void TestRoutePolicy::knowsWhoWantsWhat()
{
    const auto policy = [](NodeKind kind) { return RoutePolicy(kind, {}, {}, "token"); };
    QVERIFY(policy(NodeKind::CloudApi).answersHandshake());
    QVERIFY(policy(NodeKind::PickyAssist).answersWithEmptyObject());
    for (const auto kind : {NodeKind::OnPremises, NodeKind::Waha, NodeKind::Evolution, NodeKind::Gowa}) {
        QVERIFY(!policy(kind).answersHandshake());
        QVERIFY(!policy(kind).answersWithEmptyObject());
    }
    QVERIFY(!RoutePolicy::addressOnly()->answersHandshake());
    QVERIFY(!RoutePolicy::addressOnly()->answersWithEmptyObject());
}

void TestRoutePolicy::namesItsProtection()
{
    WebhookConfig webhook;
    QCOMPARE(protectionText(webhook), QStringLiteral("secret address"));
    webhook.auth = WebhookAuth::HubSha256;
    webhook.allowFrom = {QStringLiteral("::1"), QStringLiteral("10.0.0.0/8")};
    QCOMPARE(protectionText(webhook), QStringLiteral("secret address, HMAC-SHA256, 2 allowed networks"));
    webhook.auth = WebhookAuth::JwtHs256;
    webhook.allowFrom.removeFirst();
    webhook.clientName = QStringLiteral("c.example");
    QCOMPARE(protectionText(webhook),
             QStringLiteral("secret address, signed token (JWT), 1 allowed network, client certificate c.example"));
}

void TestRoutePolicy::ambiguousHeadersAreUnusable()
{
    CredentialHeaders headers;
    QCOMPARE(headers.state(Header::HubSignature), State::Absent);
    headers.note(Header::HubSignature, "a");
    headers.note(Header::HubSignature, "a"); // says the same
    QCOMPARE(headers.state(Header::HubSignature), State::Present);
    QCOMPARE(headers.value(Header::HubSignature), std::string_view("a"));
    headers.note(Header::HubSignature, "b");
    QCOMPARE(headers.state(Header::HubSignature), State::Unusable);
    headers.note(Header::HubSignature, "a");
    QCOMPARE(headers.state(Header::HubSignature), State::Unusable);
    QCOMPARE(headers.value(Header::HubSignature), std::string_view());
    headers.note(Header::WebhookHmac, std::string(CredentialHeaders::kLongestValue + 1, 'x'));
    QCOMPARE(headers.state(Header::WebhookHmac), State::Unusable);
    headers.note(Header::Authorization, "");
    QCOMPARE(headers.state(Header::Authorization), State::Present);
    headers.clear();
    for (const auto name : {Header::Authorization, Header::HubSignature, Header::WebhookHmac})
        QCOMPARE(headers.state(name), State::Absent);
}

void TestRoutePolicy::knowsItsHeaders()
{
    QCOMPARE(CredentialHeaders::unregistered("X-Hub-Signature-256"), Header::HubSignature);
    QCOMPARE(CredentialHeaders::unregistered("x-HUB-signature-256"), Header::HubSignature);
    QCOMPARE(CredentialHeaders::unregistered("X-Webhook-Hmac"), Header::WebhookHmac);
    QCOMPARE(CredentialHeaders::unregistered("x-webhook-hmac-algorithm"), Header::WebhookHmacAlgorithm);
    for (const char *other : {"X-Hub-Signature", "X-Hub-Signature-257", "X-Webhook-Hmax", "X_Webhook_Hmac", ""})
        QVERIFY(!CredentialHeaders::unregistered(other));
}

BAROGRAPH_TEST(TestRoutePolicy)
#include "tst_route_policy.moc"
