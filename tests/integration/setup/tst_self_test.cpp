// SPDX-License-Identifier: GPL-3.0-or-later
// Callbacks that Barograph sends to itself, with every way of proving where they come from; nodes that are switched
// off; secrets that come later.
#include "ingest_fixture.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "test_case.h"
#include "test_server.h"

#include <QSslCertificate>

using namespace barograph;
using namespace barograph::test;

namespace {

const QString kNode = QStringLiteral("node-a");

NodeConfig nodeOf(NodeKind kind, WebhookAuth auth)
{
    NodeConfig node;
    node.id = kNode;
    node.name = QStringLiteral("A");
    node.kind = kind;
    if (kind == NodeKind::OnPremises)
        node.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:1"));
    node.webhook.auth = auth;
    if (auth == WebhookAuth::Basic)
        node.webhook.user = QStringLiteral("evo");
    return node;
}

} // namespace

class TestSelfTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionSecretStore> m_secrets;
    std::unique_ptr<Backend> m_backend;

    void start(const std::vector<NodeConfig> &nodes, bool tls = false)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<Backend>(pathsBelow(m_folder->path()), *m_secrets);
        Config config;
        config.listener.port = 0;
        config.listener.tls = tls;
        config.nodes = nodes;
        QVERIFY(m_backend->start(config).has_value());
        QVERIFY(QTest::qWaitFor([&] { return !m_backend->webhookUrl(kNode).isEmpty(); }, kFramePatience));
    }
    /// Until the route is ready: the secret store answers a moment later.
    SelfTestResult selfTest()
    {
        for (int i = 0; i < 200; ++i) {
            std::optional<SelfTestResult> result;
            const auto connection = connect(m_backend.get(), &Backend::selfTested, this,
                                            [&](const SelfTestResult &told) { result = told; });
            m_backend->selfTest(kNode);
            const bool came = QTest::qWaitFor([&] { return result.has_value(); }, kFramePatience);
            disconnect(connection);
            if (!came)
                return {kNode, false, QStringLiteral("no result")};
            if (!result->text.contains(QStringLiteral("503")))
                return *result;
            QTest::qWait(20);
        }
        return {kNode, false, QStringLiteral("503 all the time")};
    }
    /// Another frame than those before.
    FramePtr nextFrame()
    {
        while (m_backend->latestFrame()) {
        }
        FramePtr frame;
        const bool came =
            QTest::qWaitFor([&] { return (frame = m_backend->latestFrame()) != nullptr; }, kFramePatience);
        return came ? frame : std::make_shared<const Frame>();
    }

private Q_SLOTS:
    void init()
    {
        m_secrets = std::make_unique<SessionSecretStore>(GivenSecrets{}, SessionSecretStore::Keychain::DoNotUse);
    }
    void cleanup() { m_backend.reset(); }

    void arrivesWithEveryProof_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("auth");
        QTest::addColumn<bool>("tls");
        const auto row = [](const char *name, NodeKind kind, WebhookAuth auth, bool tls = false) {
            QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(auth) << tls;
        };
        row("on-premises, address", NodeKind::OnPremises, WebhookAuth::AddressOnly);
        row("on-premises, TLS", NodeKind::OnPremises, WebhookAuth::AddressOnly, true);
        row("Cloud API, signature", NodeKind::CloudApi, WebhookAuth::HubSha256);
        row("Picky Assist", NodeKind::PickyAssist, WebhookAuth::AddressOnly);
        row("WAHA, signature", NodeKind::Waha, WebhookAuth::WahaSha512);
        row("Evolution, token", NodeKind::Evolution, WebhookAuth::JwtHs256, true);
        row("Evolution, password", NodeKind::Evolution, WebhookAuth::Basic);
        row("GOWA, signature", NodeKind::Gowa, WebhookAuth::HubSha256);
        row("GOWA, bearer", NodeKind::Gowa, WebhookAuth::Bearer);
    }
    void arrivesWithEveryProof()
    {
        QFETCH(int, kind);
        QFETCH(int, auth);
        QFETCH(bool, tls);
        m_secrets->keepForSession(kNode, SecretName::kWebhookSecret, Secret("right"));
        start({nodeOf(static_cast<NodeKind>(kind), static_cast<WebhookAuth>(auth))}, tls);
        const auto result = selfTest();
        QVERIFY2(result.ok, qPrintable(result.text));
        QVERIFY2(result.text.contains(QStringLiteral("acknowledged")), qPrintable(result.text));
        const auto frame = nextFrame();
        QVERIFY(frame && frame->nodes.size() == 1);
        QCOMPARE(frame->ingest.counted, quint64{0});
        QCOMPARE(frame->ingest.rejected, quint64{0});
        QCOMPARE(frame->ingest.badRequests, quint64{0});
        QVERIFY(isConserved(*frame));
    }

    void saysWhenNoSecretIsStored()
    {
        start({nodeOf(NodeKind::CloudApi, WebhookAuth::HubSha256)});
        const auto result = selfTest();
        QVERIFY(!result.ok);
        QVERIFY2(result.text.contains(QStringLiteral("no webhook secret is stored")), qPrintable(result.text));
        RouteOffer offer;
        connect(m_backend.get(), &Backend::routeOffered, this, [&](const RouteOffer &told) { offer = told; });
        m_backend->offerRoute(kNode);
        QTRY_VERIFY_WITH_TIMEOUT(!offer.nodeId.isEmpty(), kFramePatience);
        QVERIFY(offer.secretMissing && !offer.verifyToken.isEmpty() && !offer.commands.empty());
        QCOMPARE(offer.url, m_backend->webhookUrl(kNode));
        QVERIFY(offer.shownUrl.contains(QStringLiteral("••••••")));
    }

    void saysWhenItIsNotAllowedIn()
    {
        auto node = nodeOf(NodeKind::Waha, WebhookAuth::AddressOnly);
        node.webhook.allowFrom = QStringList{QStringLiteral("10.9.8.7")};
        start({node});
        const auto result = selfTest();
        QVERIFY2(result.text.contains(QStringLiteral("not among the allowed")), qPrintable(result.text));
    }

    void saysWhenTheNodeIsGone()
    {
        start({nodeOf(NodeKind::Waha, WebhookAuth::AddressOnly)});
        m_backend->setNodes({});
        const auto result = selfTest();
        QVERIFY(!result.ok && result.text.contains(QStringLiteral("not in the configuration")));
    }

    void asksNobodyThatIsSwitchedOffButTakesItsWebhooks()
    {
        TestServer server([](const TestRequest &) {
            TestReply reply;
            reply.body = "{}";
            return reply;
        });
        auto off = nodeOf(NodeKind::OnPremises, WebhookAuth::AddressOnly);
        off.enabled = false;
        off.baseUrl = server.url();
        off.outboundQueue.emplace().statusUrl = server.url(QStringLiteral("/queue"));
        auto on = off;
        on.outboundQueue.reset();
        on.id = QStringLiteral("node-b");
        on.enabled = true;
        m_secrets->keepForSession(on.id, SecretName::kApiKey, Secret("k"));
        m_secrets->keepForSession(off.id, SecretName::kApiKey, Secret("off"));
        start({off, on});
        QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() >= 2, kFramePatience);
        for (const auto &request : server.requests())
            QCOMPARE(request.authorization, QByteArray("Apikey k"));
        QCOMPARE(post(QUrl(m_backend->webhookUrl(kNode)), statusBody("m", "delivered")), 200);
        QTRY_COMPARE_WITH_TIMEOUT(nextFrame()->ingest.counted, quint64{1}, kFramePatience);
        // Switched on while running.
        off.enabled = true;
        m_backend->setNodes({on, off});
        const auto isAskedNow = [&] {
            return std::any_of(server.requests().begin(), server.requests().end(),
                               [](const TestRequest &request) { return request.authorization == "Apikey off"; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAskedNow(), kFramePatience);
        QTRY_VERIFY_WITH_TIMEOUT(server.countOf("GET", QStringLiteral("/queue")) > 0, kFramePatience);
        // The list goes by the configuration, whatever the journal met first.
        QTRY_VERIFY_WITH_TIMEOUT(nextFrame()->nodes.front().id == QLatin1String("node-b"), kFramePatience);
    }

    void findsAPasswordThatComesLater()
    {
        int logins = 0;
        TestServer server([&](const TestRequest &request) {
            TestReply reply;
            reply.body =
                R"({"health":{"gateway_status":"connected"},"settings":{"application":{}},"stats":{"app":{}}})";
            if (request.path == QLatin1String("/v1/users/login")) {
                ++logins;
                const bool right = request.authorization == "Basic " + QByteArray("admin:later").toBase64();
                reply.status = right ? 200 : 401;
                reply.body = right ? R"({"users":[{"token":"t"}]})" : "{}";
            }
            return reply;
        });
        auto node = nodeOf(NodeKind::OnPremises, WebhookAuth::AddressOnly);
        node.baseUrl = server.url();
        node.healthIntervalMs = 1000;
        m_secrets->keepForSession(kNode, SecretName::kPassword, Secret("wrong"));
        start({node});
        QTRY_VERIFY_WITH_TIMEOUT(logins >= 1, kFramePatience);
        // Another process stores it: nobody tells the backend.
        m_secrets->keepForSession(kNode, SecretName::kPassword, Secret("later"));
        const auto isAsked = [&] {
            return std::any_of(server.requests().begin(), server.requests().end(),
                               [](const TestRequest &request) { return request.authorization == "Bearer t"; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAsked(), 90'000);
    }

    void waitsForALockedFileOfSecrets()
    {
        m_secrets.reset();
        QTemporaryDir folder;
        const SecretPlaces places{folder.filePath(QStringLiteral("s")), folder.filePath(QStringLiteral("c")),
                                  SealCost{1, 64}};
        {
            SecretVault vault(places.file, places.cost);
            QVERIFY(vault.open(Secret("a long passphrase")).has_value());
            QVERIFY(vault.set(kNode, SecretName::kWebhookSecret, Secret("right")).has_value());
            places.remember(true);
        }
        m_secrets =
            std::make_unique<SessionSecretStore>(GivenSecrets{}, SessionSecretStore::Keychain::UseIfThere, places);
        start({nodeOf(NodeKind::Gowa, WebhookAuth::Bearer)});
        // 503 and not 401: its sender shall come again.
        QCOMPARE(post(QUrl(m_backend->webhookUrl(kNode)), "{}"), 503);
        m_secrets->applyChoice({SecretsHome::File, Secret("a long passphrase")});
        const auto result = selfTest();
        QVERIFY2(result.ok, qPrintable(result.text));
        m_backend.reset();
    }
};

BAROGRAPH_TEST(TestSelfTest)
#include "tst_self_test.moc"
