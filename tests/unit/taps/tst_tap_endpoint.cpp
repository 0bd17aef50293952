// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_endpoint.h"
#include "taps/tap_faults.h"
#include "test_case.h"

using namespace barograph;

namespace {

TapConfig tapAt(const char *url, const QStringList &events = {}, const QString &instance = {})
{
    TapConfig tap;
    tap.url = QUrl(QString::fromLatin1(url), QUrl::StrictMode);
    tap.events = events;
    tap.instance = instance;
    return tap;
}

} // namespace

class TestTapEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wahaAddress_data();
    void wahaAddress();
    void evolutionAddress_data();
    void evolutionAddress();
    void keysAreSentWhereTheServerLooks();
    void faultsSayWhatToDo();
};

void TestTapEndpoint::wahaAddress_data()
{
    QTest::addColumn<TapConfig>("tap");
    QTest::addColumn<QString>("address");
    QTest::newRow("host alone") << tapAt("wss://waha:3000", {QStringLiteral("message")})
                                << QStringLiteral("wss://waha:3000/ws?session=*&events=message");
    QTest::newRow("slash") << tapAt("wss://waha:3000/", {QStringLiteral("*")})
                           << QStringLiteral("wss://waha:3000/ws?session=*&events=*");
    QTest::newRow("path and session") << tapAt("wss://h/gw/ws?session=a%20b",
                                               {QStringLiteral("message"), QStringLiteral("message.ack")})
                                      << QStringLiteral(
                                             "wss://h/gw/ws?session=a%20b&events=message&events=message.ack");
    QTest::newRow("what can be counted") << tapAt("ws://127.0.0.1:3000")
                                         << QStringLiteral(
                                                "ws://127.0.0.1:3000/ws?session=*&events=message.any&events=message.ack"
                                                "&events=message.ack.group&events=session.status");
}

void TestTapEndpoint::wahaAddress()
{
    QFETCH(const TapConfig, tap);
    QFETCH(const QString, address);
    QCOMPARE(wahaTapRequest(tap, Secret()).url().toString(QUrl::FullyEncoded), address);
}

void TestTapEndpoint::evolutionAddress_data()
{
    QTest::addColumn<TapConfig>("tap");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("nameSpace");
    const QString query = QStringLiteral("/socket.io/?EIO=4&transport=websocket");
    QTest::newRow("global") << tapAt("wss://evo:8080") << QString(QLatin1String("wss://evo:8080") + query)
                            << QStringLiteral("/");
    QTest::newRow("named") << tapAt("wss://evo", {}, QStringLiteral("shop"))
                           << QString(QLatin1String("wss://evo") + query) << QStringLiteral("/shop");
    QTest::newRow("in the address") << tapAt("wss://evo/shop/") << QString(QLatin1String("wss://evo") + query)
                                    << QStringLiteral("/shop");
    QTest::newRow("the name wins") << tapAt("wss://evo/shop", {}, QStringLiteral("other"))
                                   << QString(QLatin1String("wss://evo") + query) << QStringLiteral("/other");
    QTest::newRow("behind a proxy") << tapAt("wss://evo/api/socket.io", {}, QStringLiteral("shop"))
                                    << QString(QLatin1String("wss://evo/api") + query) << QStringLiteral("/shop");
    QTest::newRow("behind a proxy, global")
        << tapAt("wss://evo/api/socket.io/") << QString(QLatin1String("wss://evo/api") + query) << QStringLiteral("/");
}

void TestTapEndpoint::evolutionAddress()
{
    QFETCH(const TapConfig, tap);
    QFETCH(const QString, address);
    QFETCH(const QString, nameSpace);
    QCOMPARE(evolutionTapRequest(tap, Secret()).url().toString(QUrl::FullyEncoded), address);
    QCOMPARE(evolutionNameSpace(tap), nameSpace);
}

void TestTapEndpoint::keysAreSentWhereTheServerLooks()
{
    const auto waha = wahaTapRequest(tapAt("wss://waha", {QStringLiteral("message")}), Secret("a+b&c=d"));
    QCOMPARE(waha.url().query(QUrl::FullyEncoded), QStringLiteral("session=*&events=message&x-api-key=a%2Bb%26c%3Dd"));
    const auto evolution = evolutionTapRequest(tapAt("wss://evo"), Secret("a+b"));
    QCOMPARE(evolution.rawHeader("apikey"), QByteArray("a+b"));
    QVERIFY(!evolution.url().toString(QUrl::FullyEncoded).contains(QLatin1String("a+b")));
    QVERIFY(!evolutionTapRequest(tapAt("wss://evo"), Secret()).hasRawHeader("apikey"));
}

void TestTapEndpoint::faultsSayWhatToDo()
{
    const QString host = QStringLiteral("evo:8080");
    const QString node = QStringLiteral("shop");
    const auto error = [&](const char *reason) { return tapErrorText(host, node, QString::fromLatin1(reason)); };
    QVERIFY(error("Unhandled http status code: 401 (Unauthorized).").contains(QLatin1String("--name tap-key")));
    QVERIFY(error("Unhandled http status code: 403 (Forbidden).").contains(QLatin1String("--node shop")));
    QVERIFY(error("Unhandled http status code: 404 (Not Found).").contains(QLatin1String("HTTP 404")));
    QVERIFY(error("Unhandled http status code: 502 (4xx).").contains(QLatin1String("HTTP 502")));
    QCOMPARE(error("Connection refused"), QStringLiteral("evo:8080 cannot be reached: Connection refused."));
    QVERIFY(tapCloseText(host, node, 1008).contains(QLatin1String("--name tap-key")));
    QVERIFY(tapCloseText(host, node, 1009).contains(QLatin1String("4 MiB")));
    QVERIFY(tapCloseText(host, node, 4711).contains(QLatin1String("4711")));
}

BAROGRAPH_TEST(TestTapEndpoint)
#include "tst_tap_endpoint.moc"
