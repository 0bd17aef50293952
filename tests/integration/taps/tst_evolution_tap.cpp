// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_server.h"
#include "tap_watch.h"
#include "test_case.h"

using namespace barograph;

class TestEvolutionTap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsWhatWasSent_data();
    void bringsWhatWasSent();
    void refusedKeyIsSaid();
    void unknownInstanceIsTriedAgain();
    void goesOnAcrossRestarts();
    void answersPings();
    void missingPingsMeanALostConnection();
    void whatIsNoEventChangesNothing();
};

void TestEvolutionTap::bringsWhatWasSent_data()
{
    QTest::addColumn<QString>("instance");
    QTest::addColumn<QByteArray>("nameSpace");
    QTest::newRow("one instance") << QStringLiteral("shop") << QByteArray("/shop");
    QTest::newRow("global") << QString() << QByteArray("/");
}

void TestEvolutionTap::bringsWhatWasSent()
{
    QFETCH(const QString, instance);
    QFETCH(const QByteArray, nameSpace);
    GatewayServer server(GatewayServer::Speaks::Evolution, "k1");
    server.nameSpace = nameSpace;
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Evolution);
    watch.storeKey("k1");
    watch.tap(server.url(), instance);
    WAIT_TO_BE(server.listeners(), 1);
    QCOMPARE(server.lastRequest().path(), QStringLiteral("/socket.io/"));
    QCOMPARE(server.lastRequest().query(), QStringLiteral("EIO=4&transport=websocket"));
    for (int i = 0; i < 500; ++i)
        server.sendEvent("messages.update", i);
    WAIT_TO_BE(watch.bodies().size(), 500);
    QCOMPARE(watch.bodies(), server.sentBodies());
    WAIT_TO_BE(watch.last.state, TapView::Connected);
}

void TestEvolutionTap::refusedKeyIsSaid()
{
    // By a close code, as a proxy in between may; Evolution's own 403 is in tst_tap_trouble.
    GatewayServer server(GatewayServer::Speaks::Evolution, "right");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Evolution);
    watch.storeKey("wrong");
    watch.tap(server.url(), QStringLiteral("shop"));
    WAIT_TO_BE(watch.last.state, TapView::Failed);
    QVERIFY2(watch.last.detail.contains(QLatin1String("--name tap-key")), qPrintable(watch.last.detail));
    QVERIFY(!watch.saw(TapView::Connected));
}

void TestEvolutionTap::unknownInstanceIsTriedAgain()
{
    GatewayServer server(GatewayServer::Speaks::Evolution, "k1");
    server.nameSpace = "/other";
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Evolution);
    watch.storeKey("k1");
    watch.tap(server.url(), QStringLiteral("shop"));
    WAIT_TO_BE(watch.last.state, TapView::Failed);
    QVERIFY2(watch.last.detail.contains(QLatin1String("/websocket/set/shop")), qPrintable(watch.last.detail));
    server.nameSpace = "/shop"; // its first event
    WAIT_TO_BE(server.listeners(), 1);
    WAIT_TO_BE(watch.last.state, TapView::Connected);
}

void TestEvolutionTap::goesOnAcrossRestarts()
{
    GatewayServer server(GatewayServer::Speaks::Evolution, "k1");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Evolution);
    watch.storeKey("k1");
    watch.tap(server.url(), QStringLiteral("shop"));
    for (int round = 0; round < 3; ++round) {
        WAIT_TO_BE(server.listeners(), 1);
        for (int i = 0; i < 100; ++i)
            server.sendEvent("messages.update", round * 100 + i);
        server.stop();
        WAIT_TO_BE(watch.last.state, TapView::Failed);
        QVERIFY(server.start());
    }
    WAIT_TO_BE(server.listeners(), 1);
    WAIT_TO_BE(watch.bodies().size(), 300);
    QCOMPARE(watch.bodies(), server.sentBodies());
}

void TestEvolutionTap::answersPings()
{
    GatewayServer server(GatewayServer::Speaks::Evolution, "k1");
    server.pingsEveryMs = 20;
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Evolution);
    watch.storeKey("k1");
    watch.tap(server.url(), QStringLiteral("shop"));
    WAIT_FOR(server.pongs() >= 5);
    QCOMPARE(server.connections(), 1);
}

void TestEvolutionTap::missingPingsMeanALostConnection()
{
    GatewayServer server(GatewayServer::Speaks::Evolution, "k1");
    server.pingIntervalMs = 600; // announced, but none is sent; the WebSocket's own pings are answered
    server.pingTimeoutMs = 400;
    QVERIFY(server.start());
    auto timings = TapWatch::impatient();
    timings.pingEvery = Millis{50};
    TapWatch watch(NodeKind::Evolution, timings);
    watch.storeKey("k1");
    watch.tap(server.url(), QStringLiteral("shop"));
    WAIT_FOR(server.connections() >= 2);
    QVERIFY(watch.saw(TapView::Connected));
    const auto failed = std::find_if(watch.notes.begin(), watch.notes.end(),
                                     [](const TapNote &note) { return note.state == TapView::Failed; });
    QVERIFY(failed != watch.notes.end());
    QVERIFY2(failed->detail.contains(QLatin1String("silent")), qPrintable(failed->detail));
}

void TestEvolutionTap::whatIsNoEventChangesNothing()
{
    GatewayServer server(GatewayServer::Speaks::Evolution, "k1");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Evolution);
    watch.storeKey("k1");
    watch.tap(server.url(), QStringLiteral("shop"));
    WAIT_TO_BE(server.listeners(), 1);
    for (const char *frame : {"6", "43/shop,1[]", "42[\"messages.update\",{}]", "42/other,[\"call\",{}]"})
        server.sendRaw(QString::fromLatin1(frame));
    server.sendRaw(QStringLiteral("451-/shop,[\"messages.upsert\",{\"key\":{\"_placeholder\":true,\"num\":0}}]"));
    server.sendBinary("attachment");
    server.sendRaw(QStringLiteral("garbage")); // is handed over, to be counted as unreadable
    server.sendEvent("messages.update", 1);
    WAIT_TO_BE(watch.bodies().size(), 3);
    QCOMPARE(watch.bodies().at(0), QByteArray("{\"key\":{\"_placeholder\":true,\"num\":0}}"));
    QCOMPARE(watch.bodies().at(1), QByteArray("garbage"));
    QCOMPARE(watch.bodies().at(2), server.sentBodies().at(0));
    QCOMPARE(server.connections(), 1);
}

BAROGRAPH_TEST(TestEvolutionTap)
#include "tst_evolution_tap.moc"
