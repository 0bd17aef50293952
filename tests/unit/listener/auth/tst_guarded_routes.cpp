// SPDX-License-Identifier: GPL-3.0-or-later
#include "guarded_listener.h"
#include "signing.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

Q_DECLARE_METATYPE(RefusalReason)
Q_DECLARE_METATYPE(WebhookAuth)

namespace {

const QByteArray kKey = "k-e-y";
const QByteArray kBody = R"({"a":1})";
const QByteArray kTarget = "/hook/node-a/" + kSecret;

WebhookConfig guardedBy(WebhookAuth auth)
{
    WebhookConfig webhook;
    webhook.auth = auth;
    if (auth == WebhookAuth::Basic)
        webhook.user = QStringLiteral("evo");
    return webhook;
}

/// The headers that a right request with this body has.
QByteArray rightHeaders(WebhookAuth auth, const QByteArray &body = kBody, const QByteArray &key = kKey)
{
    switch (auth) {
    case WebhookAuth::AddressOnly:
        break;
    case WebhookAuth::HubSha256:
        return "X-Hub-Signature-256: " + hubSignature(body, key) + "\r\n";
    case WebhookAuth::WahaSha512:
        return "X-Webhook-Hmac: " + wahaSignature(body, key) + "\r\nX-Webhook-Hmac-Algorithm: sha512\r\n";
    case WebhookAuth::JwtHs256:
        return "Authorization: Bearer " + signedToken(kTokenHeader, "{}", key) + "\r\n";
    case WebhookAuth::Bearer:
        return "Authorization: Bearer " + key + "\r\n";
    case WebhookAuth::Basic:
        return "Authorization: Basic " + QByteArray("evo:" + key).toBase64() + "\r\n";
    }
    return {};
}

QByteArray chunkedPost(const QByteArray &body, const QByteArray &headers, const QByteArray &trailer = {})
{
    QByteArray chunks;
    for (const char byte : body)
        chunks += QByteArray("1\r\n") + byte + "\r\n";
    return "POST " + kTarget + " HTTP/1.1\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n" +
           trailer + "\r\n";
}

QByteArray get(const QByteArray &query, const QByteArray &method = "GET")
{
    return method + ' ' + kTarget + query + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

const QByteArray kHandshake = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=tok";

} // namespace

class TestGuardedRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScheme_data();
    void everyScheme();
    void headersInAnyCase();
    void ambiguousHeadersAreRefused();
    void aTrailerProvesNothing();
    void expiredTokens();
    void bodyInPiecesIsSignedAsAWhole();
    void waitsForTheSecret();
    void addressesAndCertificates();
    void refusesBeforeTheBody();
    void handshake();
    void handshakeKeepsItsTurn();
    void handshakeOfOtherKinds();
    void emptyObjectAnswers();
    void wrongAddressesAreTold();
};

void TestGuardedRoutes::everyScheme_data()
{
    QTest::addColumn<WebhookAuth>("auth");
    for (const auto auth : {WebhookAuth::HubSha256, WebhookAuth::WahaSha512, WebhookAuth::JwtHs256, WebhookAuth::Bearer,
                            WebhookAuth::Basic})
        QTest::newRow(qPrintable(webhookAuthName(auth))) << auth;
}

void TestGuardedRoutes::everyScheme()
{
    QFETCH(WebhookAuth, auth);
    GuardedListener listener(NodeKind::Waha, guardedBy(auth), Secret(kKey));
    RawClient client(listener.port);
    // All on one connection: it survives what is refused.
    const auto right = rightHeaders(auth);
    QVERIFY(client.send(hookPost(kBody)));
    const auto missing = client.answers();
    QVERIFY(missing.startsWith("HTTP/1.1 401 "));
    const bool hasScheme = auth != WebhookAuth::HubSha256 && auth != WebhookAuth::WahaSha512;
    QCOMPARE(missing.contains("WWW-Authenticate: "), hasScheme);
    QVERIFY(!missing.contains(kKey));
    QVERIFY(client.send(hookPost(kBody, rightHeaders(auth, kBody, "other"))));
    QCOMPARE(client.status(), 401);
    QVERIFY(client.send(hookPost(kBody, right)));
    QCOMPARE(client.status(), 200);
    QVERIFY(client.send(chunkedPost(kBody, right)));
    QCOMPARE(client.status(), 200);
    QVERIFY(client.send(postTo(kTarget + "/messages-update?x=y", kBody, right)));
    QCOMPARE(client.status(), 200);
    QVERIFY(client.send(hookPost(kBody, right) + hookPost(kBody) + chunkedPost(kBody, "X: y\r\n") +
                        hookPost(kBody, right)));
    const auto pipelined = client.answers(4);
    QCOMPARE(pipelined.count("HTTP/1.1 200 "), 2);
    QCOMPARE(pipelined.count("HTTP/1.1 401 "), 2);
    QVERIFY(pipelined.startsWith("HTTP/1.1 200 "));

    const auto seen = listener.seen();
    QCOMPARE(seen.bodies.size(), 5);
    QCOMPARE(seen.badRequests.size(), 4);
    QCOMPARE(seen.refusals.size(), std::size_t{4});
    QCOMPARE(seen.refusals[0].reason, RefusalReason::NoCredentials);
    QCOMPARE(seen.refusals[1].reason, RefusalReason::WrongCredentials);
    QCOMPARE(seen.refusals[1].address, std::string("127.0.0.1"));
    QCOMPARE(seen.refusals[1].node, std::optional<NodeIndex>(7));
}

void TestGuardedRoutes::headersInAnyCase()
{
    for (const auto auth : {WebhookAuth::HubSha256, WebhookAuth::WahaSha512, WebhookAuth::Bearer}) {
        GuardedListener listener(NodeKind::Gowa, guardedBy(auth), Secret(kKey));
        RawClient client(listener.port);
        auto headers = rightHeaders(auth);
        const auto colon = headers.indexOf(':');
        QVERIFY(client.send(hookPost(kBody, headers.left(colon).toLower() + headers.mid(colon))));
        QCOMPARE(client.status(), 200);
        QVERIFY(client.send(hookPost(kBody, headers.left(colon).toUpper() + headers.mid(colon))));
        QCOMPARE(client.status(), 200);
    }
    GuardedListener listener(NodeKind::Gowa, guardedBy(WebhookAuth::HubSha256), Secret(kKey));
    RawClient client(listener.port);
    QVERIFY(client.send(hookPost(kBody, "X-Hub-Signature-256: " + hubSignature(kBody, kKey).toUpper() + "\r\n")));
    QCOMPARE(client.status(), 200);
    QVERIFY(client.send(hookPost(kBody, "X-Hub-Signature-256:\t " + hubSignature(kBody, kKey) + " \t\r\n")));
    QCOMPARE(client.status(), 200);
}

void TestGuardedRoutes::ambiguousHeadersAreRefused()
{
    for (const auto auth : {WebhookAuth::HubSha256, WebhookAuth::WahaSha512, WebhookAuth::JwtHs256, WebhookAuth::Bearer,
                            WebhookAuth::Basic}) {
        GuardedListener listener(NodeKind::Waha, guardedBy(auth), Secret(kKey));
        RawClient client(listener.port);
        const auto right = rightHeaders(auth);
        const auto wrong = rightHeaders(auth, kBody, "other");
        QVERIFY(client.send(hookPost(kBody, right + wrong)));
        QCOMPARE(client.status(), 401);
        QVERIFY(client.send(hookPost(kBody, wrong + right)));
        QCOMPARE(client.status(), 401);
        QVERIFY(client.send(hookPost(kBody, right + right)));
        QCOMPARE(client.status(), 200); // says the same twice
        // What the request before had counts for nothing.
        QVERIFY(client.send(hookPost(kBody)));
        QCOMPARE(client.status(), 401);
    }
}

void TestGuardedRoutes::aTrailerProvesNothing()
{
    GuardedListener listener(NodeKind::Waha, guardedBy(WebhookAuth::HubSha256), Secret(kKey));
    RawClient client(listener.port);
    const auto right = rightHeaders(WebhookAuth::HubSha256);
    QVERIFY(client.send(chunkedPost(kBody, "X: y\r\n", right)));
    QCOMPARE(client.status(), 401);
    QVERIFY(client.send(chunkedPost(kBody, right, rightHeaders(WebhookAuth::HubSha256, kBody, "other"))));
    QCOMPARE(client.status(), 200);
    QCOMPARE(listener.seen().bodies.size(), 1);
}

void TestGuardedRoutes::expiredTokens()
{
    GuardedListener listener(NodeKind::Evolution, guardedBy(WebhookAuth::JwtHs256), Secret(kKey));
    RawClient client(listener.port);
    const auto bearing = [](qint64 expires) -> QByteArray {
        const QByteArray claims = "{\"exp\":" + QByteArray::number(expires) + "}";
        return "Authorization: Bearer " + signedToken(kTokenHeader, claims, kKey) + "\r\n";
    };
    const auto now = unixSeconds(secondOf(utcNow()));
    QVERIFY(client.send(hookPost(kBody, bearing(now + 600))));
    QCOMPARE(client.status(), 200);
    QVERIFY(client.send(hookPost(kBody, bearing(now - 600))));
    QCOMPARE(client.status(), 401);
    QCOMPARE(listener.seen().refusals.at(0).reason, RefusalReason::ExpiredToken);
}

void TestGuardedRoutes::bodyInPiecesIsSignedAsAWhole()
{
    GuardedListener listener(NodeKind::CloudApi, guardedBy(WebhookAuth::HubSha256), Secret(kKey));
    RawClient client(listener.port);
    const QByteArray body(3'000'000, 'x');
    const auto request = hookPost(body, rightHeaders(WebhookAuth::HubSha256, body));
    QVERIFY(client.send(request));
    QCOMPARE(client.status(), 200);
    auto other = request;
    other.back() = 'y';
    QVERIFY(client.send(other));
    QCOMPARE(client.status(), 401);
    const auto empty = hookPost("", rightHeaders(WebhookAuth::HubSha256, ""));
    QVERIFY(client.send(empty));
    QCOMPARE(client.status(), 200);
    // Cut anywhere, it is the same request.
    const auto small = hookPost(kBody, rightHeaders(WebhookAuth::HubSha256));
    for (qsizetype cut = 1; cut < small.size(); cut += 7) {
        QVERIFY(client.send(small.left(cut)));
        QVERIFY(client.send(small.mid(cut)));
        QCOMPARE(client.status(), 200);
    }
}

void TestGuardedRoutes::waitsForTheSecret()
{
    const auto webhook = guardedBy(WebhookAuth::Bearer);
    GuardedListener listener(NodeKind::Waha, webhook); // not known yet
    RawClient client(listener.port);
    const auto request = hookPost(kBody, rightHeaders(WebhookAuth::Bearer));
    QVERIFY(client.send(request));
    const auto answer = client.answers();
    QVERIFY(answer.startsWith("HTTP/1.1 503 ") && answer.contains("Retry-After"));
    QVERIFY(listener.seen().badRequests.isEmpty());
    listener.guardWith(NodeKind::Waha, webhook, Secret()); // none is stored
    QVERIFY(client.send(request));
    QCOMPARE(client.status(), 401);
    QCOMPARE(listener.seen().refusals.at(0).reason, RefusalReason::SecretMissing);
    listener.guardWith(NodeKind::Waha, webhook, Secret(kKey));
    QVERIFY(client.send(request));
    QCOMPARE(client.status(), 200);
}

void TestGuardedRoutes::addressesAndCertificates()
{
    WebhookConfig elsewhere = guardedBy(WebhookAuth::Bearer);
    elsewhere.allowFrom = {QStringLiteral("192.0.2.0/24"), QStringLiteral("::1")};
    const auto request = hookPost(kBody, rightHeaders(WebhookAuth::Bearer));
    GuardedListener listener(NodeKind::Waha, elsewhere, Secret(kKey));
    RawClient client(listener.port);
    QVERIFY(client.send(request));
    QCOMPARE(client.status(), 403);
    WebhookConfig here = elsewhere;
    here.allowFrom << QStringLiteral("127.0.0.0/8");
    listener.guardWith(NodeKind::Waha, here, Secret(kKey));
    QVERIFY(client.send(request));
    QCOMPARE(client.status(), 200);
    WebhookConfig certified = here;
    certified.clientName = QStringLiteral("c.example");
    listener.guardWith(NodeKind::Waha, certified, Secret(kKey));
    QVERIFY(client.send(request));
    QCOMPARE(client.status(), 403);
    const auto seen = listener.seen();
    QCOMPARE(seen.refusals.size(), std::size_t{2});
    QCOMPARE(seen.refusals[0].reason, RefusalReason::AddressNotAllowed);
    QCOMPARE(seen.refusals[1].reason, RefusalReason::CertificateMissing);
    QCOMPARE(seen.bodies.size(), 1);
}

void TestGuardedRoutes::refusesBeforeTheBody()
{
    GuardedListener listener(NodeKind::Waha, guardedBy(WebhookAuth::Bearer), Secret(kKey));
    RawClient client(listener.port);
    // Who asks first whether to send the body is told so, and need not send it.
    QVERIFY(client.send("POST " + kTarget + " HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3000000\r\n\r\n"));
    const auto answer = client.untilClosed();
    QVERIFY(answer.startsWith("HTTP/1.1 401 "));
    QVERIFY(answer.contains("Connection: close"));
    QCOMPARE(listener.seen().refusals.size(), std::size_t{1});
    RawClient right(listener.port);
    QVERIFY(right.send("POST " + kTarget + " HTTP/1.1\r\n" + rightHeaders(WebhookAuth::Bearer) +
                       "Expect: 100-continue\r\nContent-Length: 1\r\n\r\n"));
    QVERIFY(right.answers().startsWith("HTTP/1.1 100 "));
    QVERIFY(right.send("x"));
    QCOMPARE(right.status(), 200);
}

void TestGuardedRoutes::handshake()
{
    GuardedListener listener(NodeKind::CloudApi, guardedBy(WebhookAuth::HubSha256), Secret(kKey), "tok");
    RawClient client(listener.port);
    QVERIFY(client.send(get(kHandshake)));
    const auto answer = client.answers();
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.contains("Content-Type: text/plain\r\n"));
    QVERIFY(answer.contains("Content-Length: 10\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n1158201444"));
    QCOMPARE(listener.seen().handshakes, QByteArrayList{"7"});
    QVERIFY(listener.seen().badRequests.isEmpty());

    QVERIFY(client.send(get(kHandshake + "x")));
    const auto refused = client.answers();
    QVERIFY(refused.startsWith("HTTP/1.1 403 "));
    QVERIFY(!refused.contains("1158201444"));
    QVERIFY(client.send(get("")));
    QCOMPARE(client.status(), 403);
    QVERIFY(client.send(get("?hub.mode=subscribe&hub.verify_token=tok")));
    QCOMPARE(client.status(), 400);
    QVERIFY(client.send(get(kHandshake, "DELETE")));
    const auto other = client.answers();
    QVERIFY(other.startsWith("HTTP/1.1 405 "));
    QVERIFY(other.contains("Allow: GET, POST\r\n"));
    for (const char *method : {"HEAD", "OPTIONS", "PUT"}) {
        QVERIFY(client.send(get(kHandshake, method)));
        QCOMPARE(client.status(), 405);
    }
    const auto seen = listener.seen();
    QCOMPARE(seen.handshakes.size(), 1);
    QCOMPARE(seen.badRequests.size(), 7);
    QCOMPARE(seen.refusals.size(), std::size_t{2});
    QCOMPARE(seen.refusals[0].reason, RefusalReason::WrongVerifyToken);
    QVERIFY(client.send(hookPost(kBody, rightHeaders(WebhookAuth::HubSha256))));
    QCOMPARE(client.status(), 200);
}

void TestGuardedRoutes::handshakeKeepsItsTurn()
{
    GuardedListener listener(NodeKind::CloudApi, guardedBy(WebhookAuth::AddressOnly), {}, "tok");
    RawClient client(listener.port);
    const auto challenged = [](const char *challenge) {
        return get("?hub.mode=subscribe&hub.verify_token=tok&hub.challenge=" + QByteArray(challenge));
    };
    QVERIFY(client.send(hookPost("x") + challenged("first") + hookPost("y") + challenged("second") + hookPost("z")));
    const auto answers = client.answers(5);
    QCOMPARE(answers.count("HTTP/1.1 200 "), 5);
    const auto first = answers.indexOf("first");
    const auto second = answers.indexOf("second");
    QVERIFY(first > 0 && second > first);
    QCOMPARE(answers.left(first).count("HTTP/1.1 "), 2);
    QCOMPARE(answers.left(second).count("HTTP/1.1 "), 4);
}

void TestGuardedRoutes::handshakeOfOtherKinds()
{
    GuardedListener listener(NodeKind::Waha, guardedBy(WebhookAuth::AddressOnly), {}, "tok");
    RawClient client(listener.port);
    QVERIFY(client.send(get(kHandshake)));
    const auto answer = client.answers();
    QVERIFY(answer.startsWith("HTTP/1.1 405 "));
    QVERIFY(answer.contains("Allow: POST\r\n"));
    QVERIFY(listener.seen().handshakes.isEmpty());
}

void TestGuardedRoutes::emptyObjectAnswers()
{
    GuardedListener listener(NodeKind::PickyAssist, guardedBy(WebhookAuth::AddressOnly));
    RawClient client(listener.port);
    for (const char *body : {"x", "null"}) { // stored, and nothing to be stored
        QVERIFY(client.send(hookPost(body)));
        const auto answer = client.answers();
        QVERIFY(answer.startsWith("HTTP/1.1 200 "));
        QVERIFY(answer.contains("Content-Type: application/json\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\n{}"));
    }
    QVERIFY(client.send(hookPost("{")));
    QCOMPARE(client.status(), 400);
    QVERIFY(client.send(hookPost("x", "Connection: close\r\n")));
    QVERIFY(client.untilClosed().endsWith("Content-Length: 2\r\n\r\n{}"));
}

void TestGuardedRoutes::wrongAddressesAreTold()
{
    GuardedListener listener(NodeKind::Waha, guardedBy(WebhookAuth::Bearer), Secret(kKey));
    RawClient client(listener.port);
    QVERIFY(client.send(postTo("/hook/node-a/" + QByteArray(32, 'x'), kBody, rightHeaders(WebhookAuth::Bearer))));
    QCOMPARE(client.status(), 404);
    const auto seen = listener.seen();
    QCOMPARE(seen.unroutable, 1);
    QCOMPARE(seen.refusals.size(), std::size_t{1});
    QCOMPARE(seen.refusals[0].reason, RefusalReason::WrongSecret);
    QVERIFY(!seen.refusals[0].node);
}

BAROGRAPH_TEST(TestGuardedRoutes)
#include "tst_guarded_routes.moc"
