// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config_file.h"
#include "test_case.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace barograph;

namespace {

NodeConfig plainNode()
{
    NodeConfig node;
    node.id = QStringLiteral("a");
    node.name = QStringLiteral("A");
    node.baseUrl = QUrl(QStringLiteral("https://h:9090"));
    return node;
}

NodeConfig queueNode(const std::function<void(QueueConfig &)> &change)
{
    NodeConfig node = plainNode();
    QueueConfig &queue = node.outboundQueue.emplace();
    queue.name = QStringLiteral("outbound");
    queue.statusUrl = QUrl(QStringLiteral("https://q/s"));
    change(queue);
    return node;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Q_DECLARE_METATYPE(Config)

class TestConfigSave : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void comesBackTheSame_data()
    {
        QTest::addColumn<Config>("config");
        const auto row = [](const char *name, const std::function<void(NodeConfig &)> &change) {
            Config config;
            config.nodes.push_back(plainNode());
            change(config.nodes.back());
            QTest::newRow(name) << config;
        };
        QTest::newRow("empty") << Config{};
        Config listener;
        listener.listener.address = QStringLiteral("0.0.0.0");
        listener.listener.port = 0;
        QTest::newRow("listener") << listener;
        Config limits;
        limits.listener.maxConnections = 60'000;
        limits.journal = {87'600, 192, 0, 4096};
        QTest::newRow("limits") << limits;
        listener.listener.tls = true;
        listener.listener.clientCaFile = QStringLiteral("/c/ca.pem");
        QTest::newRow("own certificate") << listener;
        listener.listener.certificateFile = QStringLiteral("/c/\"mine\".pem");
        listener.listener.keyFile = QStringLiteral("/c/key.pem");
        listener.listener.allowUnprotected = true;
        QTest::newRow("operator's certificate") << listener;
        row("plain", [](NodeConfig &) {});
        row("id", [](NodeConfig &node) { node.id = QStringLiteral("x-9"); });
        row("name", [](NodeConfig &node) { node.name = QStringLiteral("Zoë \"the\" \\ bot\t\n# \u2028 €"); });
        row("url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("https://[fe80::1]:1")); });
        row("loopback url", [](NodeConfig &node) { node.baseUrl = QUrl(QStringLiteral("http://localhost:1")); });
        row("user", [](NodeConfig &node) { node.userName = QStringLiteral("ops"); });
        row("tps", [](NodeConfig &node) { node.allocatedTps = 20; });
        row("odd tps", [](NodeConfig &node) { node.allocatedTps = 0.1; });
        row("odder tps", [](NodeConfig &node) { node.allocatedTps = 1.0 / 3.0; });
        row("large tps", [](NodeConfig &node) { node.allocatedTps = 100'000; });
        row("shards", [](NodeConfig &node) { node.expectedShards = 32; });
        row("simulated", [](NodeConfig &node) { node.simulated = true; });
        row("pin", [](NodeConfig &node) { node.tls.pinnedSha256 = QStringLiteral("0f").repeated(32); });
        row("CA", [](NodeConfig &node) { node.tls.caFile = QStringLiteral("/tmp/a b/c\\a.pem"); });
        row("health", [](NodeConfig &node) { node.healthIntervalMs = 1000; });
        row("stats", [](NodeConfig &node) { node.statsIntervalMs = 3'600'000; });
        for (const auto &auth : webhookAuthNames()) {
            row(qPrintable(auth), [auth](NodeConfig &node) {
                node.webhook.auth = webhookAuthFromName(auth).value();
                if (node.webhook.auth == WebhookAuth::Basic)
                    node.webhook.user = QStringLiteral("evo");
            });
        }
        row("allowed networks", [](NodeConfig &node) {
            node.webhook.allowFrom = QStringList{QStringLiteral("10.0.0.0/8"), QStringLiteral("::1")};
        });
        Config certified;
        certified.listener.tls = true;
        certified.listener.clientCaFile = QStringLiteral("/tmp/ca.pem");
        certified.nodes.push_back(plainNode());
        certified.nodes.back().webhook.clientName = QStringLiteral("c.example \"x\"");
        QTest::newRow("client certificate") << certified;
        row("group", [](NodeConfig &node) { node.group = QStringLiteral("Länder \"EU\""); });
        row("switched off", [](NodeConfig &node) { node.enabled = false; });
        row("capacity", [](NodeConfig &node) { node.incomingCapacity = 1; });
        row("large capacity", [](NodeConfig &node) { node.incomingCapacity = 100'000'000; });
        row("bot server", [](NodeConfig &node) { node.botServer = ServerSize{4, 3.5}; });
        row("phone number id", [](NodeConfig &node) {
            node.kind = NodeKind::CloudApi;
            node.baseUrl.clear();
            node.account = QStringLiteral("106540352242922");
            node.apiVersion = QStringLiteral("v23.0");
        });
        row("session", [](NodeConfig &node) {
            node.kind = NodeKind::Waha;
            node.account = QStringLiteral("shop \"1\"");
        });
        row("no url", [](NodeConfig &node) {
            node.kind = NodeKind::CloudApi;
            node.baseUrl.clear();
        });
        for (const auto kind : {NodeKind::OnPremises, NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha,
                                NodeKind::Evolution, NodeKind::Gowa})
            row(qPrintable(nodeKindName(kind)), [kind](NodeConfig &node) { node.kind = kind; });
        const auto queue = [&row](const char *name, const std::function<void(QueueConfig &)> &change) {
            row(name, [change](NodeConfig &node) { node = queueNode(change); });
        };
        queue("queue", [](QueueConfig &) {});
        queue("queue name", [](QueueConfig &config) { config.name = QStringLiteral("q 1"); });
        queue("queue url",
              [](QueueConfig &config) { config.statusUrl = QUrl(QStringLiteral("https://q/a%20b?x=1&y=%22")); });
        queue("queue pointers", [](QueueConfig &config) {
            config.depthPointer = QStringLiteral("/a~1b/0");
            config.oldestAgePointer.clear();
            config.pausedPointer.clear();
        });
        queue("queue commands", [](QueueConfig &config) {
            config.pauseUrl = QUrl(QStringLiteral("https://q/p"));
            config.resumeUrl = QUrl(QStringLiteral("https://q/r"));
        });
        Config many;
        for (int i = 0; i < 20; ++i) {
            many.nodes.push_back(plainNode());
            many.nodes.back().id = QStringLiteral("n%1").arg(i);
        }
        QTest::newRow("many") << many;
    }
    void comesBackTheSame()
    {
        QFETCH(Config, config);
        const QByteArray toml = configToToml(config);
        const auto loaded = parseConfig(toml);
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().toString() + QString::fromUtf8(toml)));
        QVERIFY2(loaded->config == config, toml.constData());
        QCOMPARE(loaded->warnings, QStringList());
    }

    void writesWholeNumbersWithoutPoint()
    {
        Config config;
        config.nodes.push_back(plainNode());
        config.nodes.back().allocatedTps = 20;
        QVERIFY(configToToml(config).contains("allocated_tps = 20\n"));
    }

    void keepsTheOldFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("new/folder/config.toml"));
        Config config;
        config.nodes.push_back(plainNode());
        QVERIFY(saveConfig(path, config).has_value());
        struct stat status
        {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t{0600});
        const QByteArray first = contentOf(path);
        QVERIFY(!QFile::exists(path + QStringLiteral(".bak")));

        config.nodes.back().name = QStringLiteral("B");
        QVERIFY(saveConfig(path, config).has_value());
        QCOMPARE(contentOf(path + QStringLiteral(".bak")), first);
        const auto loaded = loadConfig(path);
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->config == config);
    }

    void doesNotWriteWhatItWouldRefuse()
    {
        const QString path = m_folder.filePath(QStringLiteral("refused.toml"));
        Config config;
        config.nodes.push_back(plainNode());
        config.nodes.push_back(plainNode());
        const auto saved = saveConfig(path, config);
        QVERIFY(!saved);
        QCOMPARE(saved.error().field, QStringLiteral("node[1].id"));
        QVERIFY(!QFile::exists(path));
    }

    void saysWhenItCannotWrite()
    {
        const auto saved = saveConfig(QStringLiteral("/proc/no-such-folder/config.toml"), {});
        QVERIFY(!saved);
        QVERIFY(saved.error().text.contains(QStringLiteral("cannot be written")));
    }
};

BAROGRAPH_TEST(TestConfigSave)
#include "tst_config_save.moc"
