// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../unit/listener/auth/signing.h"
#include "ingest_fixture.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "test_case.h"

#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::test;

namespace {

const QString kNode = QStringLiteral("node-a");
const QByteArray kKey = "app-secret";

int postSigned(const QUrl &url, const QByteArray &body, const QByteArray &key)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(5000))
        return 0;
    const QByteArray head = "POST " + url.path().toUtf8() +
                            " HTTP/1.1\r\nX-Hub-Signature-256: " + hubSignature(body, key) +
                            "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    return exchange(socket, head + body).mid(9, 3).toInt();
}

QByteArray get(const QUrl &url, const QByteArray &query)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(5000))
        return {};
    return exchange(socket, "GET " + url.path().toUtf8() + '?' + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

IngestOptions signedOptions(const QString &folder)
{
    auto options = optionsBelow(folder);
    options.nodes[0].webhook.auth = WebhookAuth::HubSha256;
    return options;
}

NodeConfig cloudNode()
{
    NodeConfig node;
    node.id = QStringLiteral("cloud");
    node.name = QStringLiteral("Cloud");
    node.kind = NodeKind::CloudApi;
    return node;
}

} // namespace

class TestWebhookAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedRequestsLeaveNoEvent();
    void refusesWithoutAStoredSecret();
    void changedPolicyActsAtOnce();
    void answersTheHandshake();
    void verifyTokensStay();
    void backendFetchesSecrets();
};

void TestWebhookAuth::refusedRequestsLeaveNoEvent()
{
    QTemporaryDir folder;
    IngestService service(signedOptions(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    QCOMPARE(postSigned(url, statusBody("m1", "read"), kKey), 503); // not known yet: come again
    service.setWebhookSecret(kNode, Secret(kKey));
    QCOMPARE(postSigned(url, statusBody("m1", "read"), "guess"), 401);
    QCOMPARE(post(url, statusBody("m2", "read")), 401);
    QCOMPARE(post(url, "not even JSON"), 401);
    QUrl wrong = url;
    wrong.setPath(QStringLiteral("/hook/node-a/wrong"));
    QCOMPARE(postSigned(wrong, statusBody("m3", "read"), kKey), 404);
    QCOMPARE(postSigned(url, statusBody("m4", "read"), kKey), 200);

    const auto frame =
        awaitFrame(service, [](const Frame &f) { return f.ingest.received == 1 && f.ingest.badRequests == 4; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest, (IngestTotals{1, 1, 0, 0, 0, 4}));
    QCOMPARE(frame->listener.refused, quint64{4});
    QCOMPARE(frame->listener.refusedPeers.size(), std::size_t{3});
    for (const auto &peer : frame->listener.refusedPeers)
        QCOMPARE(peer.address, QStringLiteral("127.0.0.1"));
    QCOMPARE(frame->listener.refusedPeers[0].reason, RefusalReason::WrongSecret);
    QCOMPARE(frame->listener.refusedPeers[0].nodeId, QString());
    QCOMPARE(frame->listener.refusedPeers[1].reason, RefusalReason::NoCredentials);
    QCOMPARE(frame->listener.refusedPeers[1].nodeId, kNode);
    QCOMPARE(frame->listener.refusedPeers[1].count, quint64{2});
    QCOMPARE(frame->listener.refusedPeers[2].reason, RefusalReason::WrongCredentials);
    const auto &route = frame->nodes.at(0).route;
    QCOMPARE(route.refused, quint64{3});
    QVERIFY(route.lastRefusedAt);
    QVERIFY(!route.secretMissing);
    QCOMPARE(route.protection, QStringLiteral("secret address, HMAC-SHA256"));
    service.stop();

    // Nothing of the refused ones is in the journal either.
    IngestService again(signedOptions(folder.path()));
    again.start();
    const auto replayed = awaitFrame(again, [](const Frame &f) { return f.ingest.received > 0; });
    QVERIFY(replayed);
    QCOMPARE(replayed->ingest.received, quint64{1});
}

void TestWebhookAuth::refusesWithoutAStoredSecret()
{
    QTemporaryDir folder;
    IngestService service(signedOptions(folder.path()));
    service.setWebhookSecret(kNode, Secret()); // also before it has started
    service.start();
    const QUrl url = awaitUrl(service);
    QCOMPARE(postSigned(url, statusBody("m1", "read"), ""), 401);
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.listener.refused == 1; });
    QVERIFY(frame);
    QVERIFY(frame->nodes.at(0).route.secretMissing);
    QCOMPARE(frame->listener.refusedPeers.at(0).reason, RefusalReason::SecretMissing);
    service.setWebhookSecret(kNode, Secret(kKey));
    QCOMPARE(postSigned(url, statusBody("m1", "read"), kKey), 200);
    const auto later = awaitFrame(service, [](const Frame &f) { return f.ingest.received == 1; });
    QVERIFY(later);
    QVERIFY(!later->nodes.at(0).route.secretMissing);
}

void TestWebhookAuth::changedPolicyActsAtOnce()
{
    QTemporaryDir folder;
    const auto options = optionsBelow(folder.path());
    IngestService service(options);
    service.start();
    const QUrl url = awaitUrl(service);
    QCOMPARE(post(url, statusBody("m1", "read")), 200);
    auto node = options.nodes[0];
    node.webhook.allowFrom = QStringList{QStringLiteral("192.0.2.0/24")};
    service.setNodes({node});
    QCOMPARE(post(url, statusBody("m2", "read")), 403);
    node.webhook.allowFrom << QStringLiteral("127.0.0.1");
    service.setNodes({node});
    QCOMPARE(post(url, statusBody("m2", "read")), 200);
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received == 2; });
    QVERIFY(frame);
    QCOMPARE(frame->nodes.at(0).route.protection, QStringLiteral("secret address, 2 allowed networks"));
    // A secret does not outlive its node.
    node.webhook = {};
    node.webhook.auth = WebhookAuth::HubSha256;
    service.setNodes({node});
    service.setWebhookSecret(kNode, Secret(kKey));
    QCOMPARE(postSigned(url, statusBody("m3", "read"), kKey), 200);
    service.setNodes({});
    QCOMPARE(postSigned(url, statusBody("m4", "read"), kKey), 404);
    service.setNodes({node});
    QCOMPARE(postSigned(url, statusBody("m4", "read"), kKey), 503);
}

void TestWebhookAuth::answersTheHandshake()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.nodes.push_back(cloudNode());
    IngestService service(options);
    service.start();
    const QUrl url = awaitUrl(service, QStringLiteral("cloud"));
    const QByteArray token = service.verifyToken(QStringLiteral("cloud")).toUtf8();
    QCOMPARE(token.size(), 32);
    const QByteArray query = "hub.mode=subscribe&hub.challenge=42&hub.verify_token=";
    QVERIFY(get(url, query + "guess").startsWith("HTTP/1.1 403 "));
    const auto before = awaitFrame(service, [](const Frame &f) { return f.listener.refused == 1; });
    QVERIFY(before);
    const auto *cloud = before->node(QStringLiteral("cloud"));
    QVERIFY(cloud->route.wantsHandshake);
    QVERIFY(!cloud->route.verifiedAt);
    QCOMPARE(before->listener.refusedPeers.at(0).reason, RefusalReason::WrongVerifyToken);
    const auto answer = get(url, query + token);
    QVERIFY(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("\r\n\r\n42"));
    const auto after = awaitFrame(
        service, [](const Frame &f) { return f.node(QStringLiteral("cloud"))->route.verifiedAt.has_value(); });
    QVERIFY(after);
    QVERIFY(!after->node(kNode)->route.wantsHandshake);
    QVERIFY(get(awaitUrl(service), query + token).startsWith("HTTP/1.1 405 "));
}

void TestWebhookAuth::verifyTokensStay()
{
    QTemporaryDir folder;
    QString token;
    {
        IngestService service(optionsBelow(folder.path()));
        QVERIFY(service.verifyToken(kNode).isEmpty()); // the key has not been read yet
        service.start();
        const QUrl url = awaitUrl(service);
        token = service.verifyToken(kNode);
        QCOMPARE(token.size(), 32);
        QVERIFY(!url.path().contains(token)); // who sees the address does not know it
        QVERIFY(service.verifyToken(QStringLiteral("nobody")).isEmpty());
    }
    IngestService again(optionsBelow(folder.path()));
    again.start();
    QVERIFY(awaitUrl(again).isValid());
    QCOMPARE(again.verifyToken(kNode), token);
}

void TestWebhookAuth::backendFetchesSecrets()
{
    QTemporaryDir folder;
    SessionSecretStore secrets({}, SessionSecretStore::Keychain::DoNotUse);
    Backend backend(pathsBelow(folder.path()), secrets);
    Config config;
    config.listener.port = 0;
    NodeConfig node = cloudNode();
    node.kind = NodeKind::OnPremises;
    node.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9")); // nobody there
    node.webhook.auth = WebhookAuth::HubSha256;
    config.nodes = {node};
    QVERIFY(backend.start(config));
    QTRY_VERIFY_WITH_TIMEOUT(!backend.webhookUrl(node.id).isEmpty(), 30'000);
    const QUrl url(backend.webhookUrl(node.id));
    // Asked for in the background, and not there.
    QTRY_COMPARE_WITH_TIMEOUT(postSigned(url, statusBody("m1", "read"), kKey), 401, 30'000);
    secrets.keepForSession(node.id, SecretName::kWebhookSecret, Secret(kKey));
    backend.credentialsChanged(QStringLiteral("another"));
    backend.credentialsChanged(node.id);
    QTRY_COMPARE_WITH_TIMEOUT(postSigned(url, statusBody("m1", "read"), kKey), 200, 30'000);
    // A node that comes later.
    NodeConfig second = node;
    second.id = QStringLiteral("second");
    secrets.keepForSession(second.id, SecretName::kWebhookSecret, Secret(kKey));
    backend.setNodes({node, second});
    QTRY_VERIFY_WITH_TIMEOUT(!backend.webhookUrl(second.id).isEmpty(), 30'000);
    const QUrl secondUrl(backend.webhookUrl(second.id));
    QTRY_COMPARE_WITH_TIMEOUT(postSigned(secondUrl, statusBody("m1", "read"), kKey), 200, 30'000);
    // A secret that another process stores, of which nobody tells.
    NodeConfig third = node;
    third.id = QStringLiteral("third");
    backend.setNodes({node, second, third});
    QTRY_VERIFY_WITH_TIMEOUT(!backend.webhookUrl(third.id).isEmpty(), 30'000);
    const QUrl thirdUrl(backend.webhookUrl(third.id));
    QTRY_COMPARE_WITH_TIMEOUT(postSigned(thirdUrl, statusBody("m1", "read"), kKey), 401, 30'000);
    secrets.keepForSession(third.id, SecretName::kWebhookSecret, Secret(kKey));
    QTRY_COMPARE_WITH_TIMEOUT(postSigned(thirdUrl, statusBody("m1", "read"), kKey), 200, 30'000);
}

BAROGRAPH_TEST(TestWebhookAuth)
#include "tst_webhook_auth.moc"
