// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config_file.h"
#include "core/node_traits.h"
#include "test_case.h"

using namespace barograph;

namespace {

QByteArray nodeWithTap(const char *kind, const char *tap)
{
    return QByteArray("[[node]]\nid = \"shop\"\nkind = \"") + kind +
           "\"\nurl = \"https://10.0.0.5:3000\"\n[node.tap]\n" + tap + '\n';
}

} // namespace

class TestTapCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAndSaved();
    void refuses_data();
    void refuses();
};

void TestTapCheck::isReadAndSaved()
{
    const auto loaded =
        parseConfig(nodeWithTap("waha", "url = \"wss://10.0.0.5:3000\"\nevents = [\"message.any\", \"message.ack\"]") +
                    "[[node]]\nid = \"evo\"\nkind = \"evolution\"\nurl = \"https://10.0.0.6\"\n"
                    "[node.tap]\nurl = \"ws://127.0.0.1:8080\"\ninstance = \"my shop\"\nbeside_webhooks = true\n");
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().toString()));
    QVERIFY2(loaded->warnings.isEmpty(), qPrintable(loaded->warnings.join(QLatin1Char('\n'))));
    const auto &waha = loaded->config.nodes.at(0).tap;
    QVERIFY(waha);
    QCOMPARE(waha->url, QUrl(QStringLiteral("wss://10.0.0.5:3000")));
    QCOMPARE(waha->events, QStringList({QStringLiteral("message.any"), QStringLiteral("message.ack")}));
    const auto &evolution = loaded->config.nodes.at(1).tap;
    QVERIFY(evolution);
    QCOMPARE(evolution->instance, QStringLiteral("my shop"));
    // Unless it is said that webhooks come as well, the tap is all there is.
    QVERIFY(isFedByTapOnly(loaded->config.nodes[0]));
    QVERIFY(!isFedByTapOnly(loaded->config.nodes[1]));
    auto without = loaded->config.nodes[0];
    without.tap.reset();
    QVERIFY(!isFedByTapOnly(without));

    const auto again = parseConfig(configToToml(loaded->config));
    QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
    QVERIFY(again->config == loaded->config);
}

void TestTapCheck::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *kind, const char *tap, const char *field, const char *says) {
        QTest::newRow(name) << nodeWithTap(kind, tap) << QString(QLatin1String("node[0].tap.") + QLatin1String(field))
                            << QString::fromLatin1(says);
    };
    const char *right = "url = \"wss://10.0.0.5\"";
    for (const char *kind : {"on-premises", "cloud-api", "picky-assist", "gowa"})
        row(kind, kind, right, "url", "Only nodes of kind");
    row("no address", "waha", "events = []", "url", "is missing");
    row("https", "waha", "url = \"https://10.0.0.5\"", "url", "Only wss://");
    row("plain, elsewhere", "waha", "url = \"ws://10.0.0.5\"", "url", "this machine only");
    row("key in the address", "waha", "url = \"wss://10.0.0.5/ws?x-api-key=1\"", "url", "does not belong");
    row("key of Evolution in it", "evolution", "url = \"wss://10.0.0.5/?apikey=1\"", "url", "does not belong");
    row("password in the address", "waha", "url = \"wss://a:b@10.0.0.5\"", "url", "does not belong");
    row("instance of WAHA", "waha", "url = \"wss://10.0.0.5\"\ninstance = \"a\"", "instance", "session=NAME");
    row("comma in it", "evolution", "url = \"wss://10.0.0.5\"\ninstance = \"a,b\"", "instance", "not the name");
    row("events of Evolution", "evolution", "url = \"wss://10.0.0.5\"\nevents = [\"CALL\"]", "events",
        "/websocket/set");
    row("odd event", "waha", "url = \"wss://10.0.0.5\"\nevents = [\"a&b=c\"]", "events", "names of WAHA");
    row("events are no list", "waha", "url = \"wss://10.0.0.5\"\nevents = \"message\"", "events", "list of texts");
    row("events are numbers", "waha", "url = \"wss://10.0.0.5\"\nevents = [1]", "events", "list of texts");
    row("key beside it", "waha", "url = \"wss://10.0.0.5\"\napi_key = \"1\"", "api_key", "Secrets do not belong");
}

void TestTapCheck::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, field);
    QFETCH(const QString, says);
    const auto loaded = parseConfig(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().field, field);
    QVERIFY2(loaded.error().text.contains(says), qPrintable(loaded.error().text));
    QVERIFY(loaded.error().line > 0);
}

BAROGRAPH_TEST(TestTapCheck)
#include "tst_tap_check.moc"
