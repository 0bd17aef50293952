// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config_file.h"
#include "test_case.h"

#include <QFile>

using namespace barograph;

namespace {

const QByteArray kNode = "[[node]]\nid = \"a\"\nurl = \"https://10.0.0.5:9090\"\n";

} // namespace

class TestConfigRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const auto loaded = parseConfig(R"(
[listener]
address = "::1"
port = 0
tls = true
certificate = "/etc/barograph/chain.pem"
key = "/etc/barograph/key.pem"
client_ca = "/etc/barograph/nodes-ca.pem"
allow_unprotected = true
max_connections = 5000

[journal]
keep_hours = 12
keep_megabytes = 500
latency_budget_ms = 0
dedupe_megabytes = 64

[[node]]
id = "support-eu"
name = "Support EU"
kind = "on-premises"
url = "https://wa.example:9090"
user = "ops"
allocated_tps = 20.5
expected_shards = 4
simulated = true
group = "Europe"
enabled = false
incoming_capacity = 5000
health_interval_ms = 7000
stats_interval_ms = 900
[node.tls]
pinned_sha256 = "AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB"
[node.bot_server]
cpus = 4
memory_gb = 7.5
[node.outbound_queue]
name = "sends"
status_url = "http://127.0.0.1:8000/q"
depth_pointer = "/waiting"
oldest_age_pointer = ""
paused_pointer = "/state/paused"
pause_url = "http://localhost:8000/q/pause"
resume_url = "http://[::1]:8000/q/resume"

[[node]]
id = "b"
url = "https://10.0.0.6"
tls.ca_file = "/etc/ssl/wa.pem"

[[node]]
id = "c"
kind = "cloud-api"
account = "106540352242922"
api_version = "v23.0"
)");
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().toString()));
        QCOMPARE(loaded->warnings, QStringList());
        const Config &config = loaded->config;
        QCOMPARE(config.listener.address, QStringLiteral("::1"));
        QCOMPARE(config.listener.port, quint16{0});
        QCOMPARE(config.listener.maxConnections, 5000);
        QVERIFY((config.journal == JournalConfig{12, 500, 0, 64}));
        QVERIFY(config.listener.tls);
        QCOMPARE(config.listener.certificateFile, QStringLiteral("/etc/barograph/chain.pem"));
        QCOMPARE(config.listener.keyFile, QStringLiteral("/etc/barograph/key.pem"));
        QCOMPARE(config.listener.clientCaFile, QStringLiteral("/etc/barograph/nodes-ca.pem"));
        QVERIFY(config.listener.allowUnprotected);
        QCOMPARE(config.nodes.size(), std::size_t{3});
        const NodeConfig &node = config.nodes.front();
        QCOMPARE(node.id, QStringLiteral("support-eu"));
        QCOMPARE(node.name, QStringLiteral("Support EU"));
        QCOMPARE(node.kind, NodeKind::OnPremises);
        QCOMPARE(node.baseUrl, QUrl(QStringLiteral("https://wa.example:9090")));
        QCOMPARE(node.userName, QStringLiteral("ops"));
        QCOMPARE(node.allocatedTps, 20.5);
        QCOMPARE(node.expectedShards, 4);
        QVERIFY(node.simulated);
        QCOMPARE(node.healthIntervalMs, 7000);
        QCOMPARE(node.statsIntervalMs, 900);
        QCOMPARE(node.tls.pinnedSha256, QStringLiteral("ab").repeated(32));
        QVERIFY(node.outboundQueue.has_value());
        QCOMPARE(node.outboundQueue->name, QStringLiteral("sends"));
        QCOMPARE(node.outboundQueue->depthPointer, QStringLiteral("/waiting"));
        QVERIFY(node.outboundQueue->oldestAgePointer.isEmpty());
        QCOMPARE(node.outboundQueue->pausedPointer, QStringLiteral("/state/paused"));
        QCOMPARE(node.outboundQueue->resumeUrl, QUrl(QStringLiteral("http://[::1]:8000/q/resume")));
        QCOMPARE(node.group, QStringLiteral("Europe"));
        QVERIFY(!node.enabled);
        QCOMPARE(node.incomingCapacity, qint64{5000});
        QVERIFY((node.botServer == ServerSize{4, 7.5}));
        QCOMPARE(config.nodes.back().account, QStringLiteral("106540352242922"));
        QCOMPARE(config.nodes.back().apiVersion, QStringLiteral("v23.0"));
        const NodeConfig &other = config.nodes[1];
        QVERIFY(other.enabled && other.group.isEmpty() && !other.botServer);
        QCOMPARE(other.incomingCapacity, qint64{100'000});
        QCOMPARE(other.name, QStringLiteral("b"));
        QCOMPARE(other.userName, QStringLiteral("admin"));
        QCOMPARE(other.tls.caFile, QStringLiteral("/etc/ssl/wa.pem"));
        QVERIFY(!other.outboundQueue);
    }

    void anEmptyFileIsAnEmptyConfiguration()
    {
        const auto loaded = parseConfig("# nothing\n");
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->config == Config{});
    }

    void namesLineAndField_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &toml, int line, const char *field, const char *says) {
            QTest::newRow(name) << toml << line << QString::fromLatin1(field) << QString::fromUtf8(says);
        };
        row("syntax", "[listener]\nport = \n", 2, "", "TOML");
        row("duplicate key", "[listener]\nport = 1\nport = 2\n", 3, "", "TOML");
        row("port range", "[listener]\nport = 65536\n", 2, "listener.port", "65535");
        row("port text", "[listener]\nport = \"80\"\n", 2, "listener.port", "whole number");
        row("port float", "[listener]\nport = 80.5\n", 2, "listener.port", "whole number");
        row("address", "\n[listener]\naddress = \"localhost\"\n", 3, "listener.address", "IP address");
        row("group", kNode + "group = 5\n", 4, "node[0].group", "quotes");
        row("long group", kNode + "group = \"" + QByteArray(81, 'g') + "\"\n", 4, "node[0].group", "80");
        row("enabled", kNode + "enabled = \"yes\"\n", 4, "node[0].enabled", "true or false");
        row("account on-premises", kNode + "account = \"1\"\n", 4, "node[0].account", "one number only");
        row("phone number id", "[[node]]\nid = \"a\"\nkind = \"cloud-api\"\naccount = \"+49 1\"\n", 4,
            "node[0].account", "phone number id");
        row("application", "[[node]]\nid = \"a\"\nkind = \"picky-assist\"\naccount = \"x\"\n", 4, "node[0].account",
            "number of the application");
        row("session", "[[node]]\nid = \"a\"\nkind = \"waha\"\naccount = \"../x\"\n", 4, "node[0].account", "slash");
        row("version", "[[node]]\nid = \"a\"\nkind = \"cloud-api\"\napi_version = \"23\"\n", 4, "node[0].api_version",
            "v23.0");
        row("version of another kind", kNode + "api_version = \"v23.0\"\n", 4, "node[0].api_version", "Cloud API");
        row("no capacity", kNode + "incoming_capacity = 0\n", 4, "node[0].incoming_capacity", "1 to 100000000");
        row("huge capacity", kNode + "incoming_capacity = 100000001\n", 4, "node[0].incoming_capacity", "100000000");
        row("no cpus", kNode + "[node.bot_server]\ncpus = 0\nmemory_gb = 1\n", 5, "node[0].bot_server.cpus", "1024");
        row("little memory", kNode + "[node.bot_server]\ncpus = 1\nmemory_gb = 0.1\n", 6,
            "node[0].bot_server.memory_gb", "0.25");
        row("half a server", kNode + "[node.bot_server]\ncpus = 1\n", 4, "node[0].bot_server.memory_gb", "both");
        row("few connections", "[listener]\nmax_connections = 15\n", 2, "listener.max_connections", "16 to 60000");
        row("many connections", "[listener]\nmax_connections = 60001\n", 2, "listener.max_connections", "60000");
        row("no hours", "[journal]\nkeep_hours = 0\n", 2, "journal.keep_hours", "1 to 87600");
        row("too many hours", "[journal]\nkeep_hours = 87601\n", 2, "journal.keep_hours", "87600");
        row("small journal", "[journal]\n\nkeep_megabytes = 191\n", 3, "journal.keep_megabytes", "192 to 1048576");
        row("long wait", "[journal]\nlatency_budget_ms = 1001\n", 2, "journal.latency_budget_ms", "0 to 1000");
        row("negative wait", "[journal]\nlatency_budget_ms = -1\n", 2, "journal.latency_budget_ms", "0");
        row("no memory", "[journal]\ndedupe_megabytes = 0\n", 2, "journal.dedupe_megabytes", "1 to 4096");
        row("memory as text", "[journal]\ndedupe_megabytes = \"1\"\n", 2, "journal.dedupe_megabytes", "whole number");
        row("tls as text", "[listener]\ntls = \"yes\"\n", 2, "listener.tls", "true");
        row("certificate alone", "[listener]\ntls = true\ncertificate = \"c\"\n", 3, "listener.certificate",
            "together");
        row("key alone", "[listener]\ntls = true\nkey = \"k\"\n", 3, "listener.key", "together");
        row("certificate without TLS", "[listener]\ncertificate = \"c\"\nkey = \"k\"\n", 2, "listener.certificate",
            "tls = true");
        row("client CA without TLS", "[listener]\nclient_ca = \"c\"\n", 2, "listener.client_ca", "tls = true");
        row("listener is a text", "listener = \"x\"\n", 1, "listener", "table");
        row("node is a table", "[node]\nid = \"a\"\n", 1, "node", "[[node]]");
        row("no id", "[[node]]\nurl = \"https://h\"\n", 1, "node[0].id", "1 to 40");
        row("bad id", "[[node]]\nid = \"Support EU\"\nurl = \"https://h\"\n", 2, "node[0].id", "lower-case");
        row("newline in id", "[[node]]\nid = \"a\\n\"\nurl = \"https://h\"\n", 2, "node[0].id", "lower-case");
        row("long id", "[[node]]\nid = \"" + QByteArray(41, 'a') + "\"\nurl = \"https://h\"\n", 2, "node[0].id",
            "1 to 40");
        row("twice", kNode + kNode, 5, "node[1].id", "twice");
        row("no url", "[[node]]\nid = \"a\"\n", 1, "node[0].url", "missing");
        row("no scheme", "[[node]]\nid = \"a\"\nurl = \"10.0.0.5:9090\"\n", 3, "node[0].url", "https://");
        row("ftp", "[[node]]\nid = \"a\"\nurl = \"ftp://h\"\n", 3, "node[0].url", "Only https://");
        row("plain http", "[[node]]\nid = \"a\"\nurl = \"http://10.0.0.5:9090\"\n", 3, "node[0].url",
            "this machine only");
        row("path", "[[node]]\nid = \"a\"\nurl = \"https://h/v1\"\n", 3, "node[0].url", "Only scheme");
        row("password in url", "[[node]]\nid = \"a\"\nurl = \"https://u:p@h\"\n", 3, "node[0].url", "barograph secret");
        row("url is a number", "[[node]]\nid = \"a\"\nurl = 5\n", 3, "node[0].url", "quotes");
        row("kind", kNode + "kind = \"telegram\"\n", 4, "node[0].kind", "telegram");
        row("kinds that there are", kNode + "kind = \"telegram\"\n", 4, "node[0].kind",
            "on-premises, cloud-api, picky-assist, waha, evolution, gowa");
        const QByteArray waha = "[[node]]\nid = \"a\"\nkind = \"waha\"\n";
        row("wrong url of a kind that needs none", waha + "url = \"ftp://h\"\n", 4, "node[0].url", "Only https://");
        row("auth", waha + "[node.webhook]\nauth = \"md5\"\n", 5, "node[0].webhook.auth", "hub-sha256, waha-sha512");
        row("basic without user", waha + "webhook.auth = \"basic\"\n", 4, "node[0].webhook.user", "user name");
        row("colon in webhook user", waha + "[node.webhook]\nauth = \"basic\"\nuser = \"a:b\"\n", 6,
            "node[0].webhook.user", "no colon");
        row("user without basic", waha + "[node.webhook]\nuser = \"a\"\n", 5, "node[0].webhook.user", "basic");
        row("network", waha + "[node.webhook]\nallow_from = [\"10.0.0.0/8\", \"10.0.0.0/33\"]\n", 5,
            "node[0].webhook.allow_from", "10.0.0.0/33");
        row("network that is no text", waha + "[node.webhook]\nallow_from = [10]\n", 5, "node[0].webhook.allow_from",
            "list of texts");
        row("networks that are no list", waha + "[node.webhook]\nallow_from = \"::1\"\n", 5,
            "node[0].webhook.allow_from", "list of texts");
        row("client certificate without CA", waha + "webhook.client_name = \"c.example\"\n", 4,
            "node[0].webhook.client_name", "client_ca_file");
        row("webhook secret", waha + "[node.webhook]\nsecret = \"hunter2\"\n", 5, "node[0].webhook.secret",
            "do not belong");
        row("colon in user", kNode + "user = \"a:b\"\n", 4, "node[0].user", "no colon");
        row("negative tps", kNode + "allocated_tps = -1\n", 4, "node[0].allocated_tps", "0");
        row("infinite tps", kNode + "allocated_tps = inf\n", 4, "node[0].allocated_tps", "100000");
        row("text tps", kNode + "allocated_tps = \"20\"\n", 4, "node[0].allocated_tps", "number");
        row("shards", kNode + "expected_shards = 3\n", 4, "node[0].expected_shards", "1, 2, 4");
        row("quick health", kNode + "health_interval_ms = 999\n", 4, "node[0].health_interval_ms", "1000");
        row("quick stats", kNode + "stats_interval_ms = 499\n", 4, "node[0].stats_interval_ms", "500");
        row("bool", kNode + "simulated = \"yes\"\n", 4, "node[0].simulated", "true or false");
        row("pin", kNode + "tls.pinned_sha256 = \"abc\"\n", 4, "node[0].tls.pinned_sha256", "64 hex");
        row("queue without url", kNode + "[node.outbound_queue]\nname = \"q\"\n", 4,
            "node[0].outbound_queue.status_url", "complete address");
        row("queue pointer", kNode + "[node.outbound_queue]\nstatus_url = \"https://q\"\ndepth_pointer = \"depth\"\n",
            6, "node[0].outbound_queue.depth_pointer", "JSON pointer");
        row("half a pause", kNode + "[node.outbound_queue]\nstatus_url = \"https://q\"\npause_url = \"https://q/p\"\n",
            4, "node[0].outbound_queue.resume_url", "go together");
        row("plain queue", kNode + "[node.outbound_queue]\nstatus_url = \"http://10.0.0.9/q\"\n", 5,
            "node[0].outbound_queue.status_url", "this machine only");
        row("a secret", kNode + "password = \"hunter2\"\n", 4, "node[0].password", "barograph secret");
        row("a token", kNode + "api_key = \"hunter2\"\n", 4, "node[0].api_key", "do not belong");
        row("a secret at the top", "admin_password = \"hunter2\"\n", 1, "admin_password", "do not belong");
    }
    void namesLineAndField()
    {
        QFETCH(QByteArray, toml);
        QFETCH(int, line);
        QFETCH(QString, field);
        QFETCH(QString, says);
        const auto loaded = parseConfig(toml);
        QVERIFY(!loaded);
        const ConfigError &error = loaded.error();
        QVERIFY2(error.text.contains(says), qPrintable(error.toString()));
        QCOMPARE(error.field, field);
        QCOMPARE(error.line, line);
        QVERIFY(error.toString().startsWith(QStringLiteral("line %1").arg(line)));
        QVERIFY2(!error.toString().contains(QStringLiteral("hunter2")), qPrintable(error.toString()));
    }

    void warnsAboutUnknownKeys()
    {
        const auto loaded = parseConfig("colour = 1\n" + kNode + "alocated_tps = 20\n[node.tls]\npin = \"x\"\n");
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->warnings.size(), qsizetype{3});
        const QString all = loaded->warnings.join(QLatin1Char('\n'));
        for (const char *expected : {"line 1", "colour", "line 5", "node[0].alocated_tps", "node[0].tls.pin"})
            QVERIFY2(all.contains(QString::fromLatin1(expected)), qPrintable(all));
    }

    void survivesGarbage_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe", 4);
        QTest::newRow("deep") << "a = " + QByteArray(100'000, '[');
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("node list of numbers") << QByteArray("node = [1, 2]");
        QTest::newRow("mixed node list") << QByteArray("node = [{id = \"a\"}, 2]");
    }
    void survivesGarbage()
    {
        QFETCH(QByteArray, toml);
        QVERIFY(!parseConfig(toml));
    }

    void saysWhenThereIsNoFile()
    {
        const auto loaded = loadConfig(QStringLiteral("/nonexistent/config.toml"));
        QVERIFY(!loaded);
        QVERIFY(loaded.error().text.contains(QStringLiteral("/nonexistent/config.toml")));
    }
};

BAROGRAPH_TEST(TestConfigRead)
#include "tst_config_read.moc"
