// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_server.h"
#include "tap_watch.h"
#include "test_case.h"

#include <QUrlQuery>

using namespace barograph;

class TestWahaTap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsWhatWasSent();
    void asksForWhatIsConfigured();
    void refusedKeyIsSaidAndTriedAgainWhenStored();
    void goesOnAcrossRestartsAndCuts();
    void takesFragmentedFrames();
    void nodesComeAndGo();
    void pinnedCertificateIsAccepted();
    void otherCertificateGetsNoKey_data();
    void otherCertificateGetsNoKey();

private:
    TestCertificates m_certificates;
};

void TestWahaTap::bringsWhatWasSent()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "k1");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Waha);
    watch.storeKey("k1");
    watch.tap(server.url());
    WAIT_TO_BE(server.listeners(), 1);
    for (int i = 0; i < 500; ++i)
        server.sendEvent("message.ack", i);
    WAIT_TO_BE(watch.bodies().size(), 500);
    QCOMPARE(watch.bodies(), server.sentBodies());
    WAIT_TO_BE(watch.last.state, TapView::Connected);
    QCOMPARE(watch.last.node, NodeIndex{3});
    QVERIFY(watch.saw(TapView::Connecting));
    QVERIFY(!watch.saw(TapView::Failed));
}

void TestWahaTap::asksForWhatIsConfigured()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "a+b&c");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Waha);
    watch.storeKey("a+b&c");
    watch.node.tap.emplace();
    watch.node.tap->url = QUrl(server.url().toString() + QStringLiteral("/ws?session=default"));
    watch.node.tap->events = QStringList{QStringLiteral("message"), QStringLiteral("message.ack")};
    watch.hub.setNodes({{3, watch.node}});
    WAIT_TO_BE(server.listeners(), 1);
    const QUrlQuery query(server.lastRequest());
    QCOMPARE(server.lastRequest().path(), QStringLiteral("/ws"));
    QCOMPARE(query.queryItemValue(QStringLiteral("session")), QStringLiteral("default"));
    QCOMPARE(query.allQueryItemValues(QStringLiteral("events")),
             QStringList({QStringLiteral("message"), QStringLiteral("message.ack")}));
}

void TestWahaTap::refusedKeyIsSaidAndTriedAgainWhenStored()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "right");
    QVERIFY(server.start());
    auto timings = TapWatch::impatient();
    timings.firstBackOff = timings.longestBackOff = Millis{3'600'000}; // only the news of the key brings it back
    TapWatch watch(NodeKind::Waha, timings);
    watch.storeKey("wrong");
    watch.tap(server.url());
    WAIT_TO_BE(watch.last.state, TapView::Failed);
    QVERIFY2(watch.last.detail.contains(QLatin1String("barograph secret --node shop --name tap-key")),
             qPrintable(watch.last.detail));
    QVERIFY(!watch.last.detail.contains(QLatin1String("wrong")));
    QCOMPARE(server.connections(), 1);

    watch.storeKey("right");
    watch.hub.credentialsChanged(QStringLiteral("shop"));
    WAIT_TO_BE(server.listeners(), 1);
    WAIT_TO_BE(watch.last.state, TapView::Connected);

    watch.storeKey("broken\r\nX-Evil: 1");
    watch.hub.credentialsChanged(QStringLiteral("shop"));
    WAIT_FOR(watch.last.detail.contains(QLatin1String("control characters")));
}

void TestWahaTap::goesOnAcrossRestartsAndCuts()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "k1");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Waha);
    watch.storeKey("k1");
    watch.tap(server.url());
    int number = 0;
    for (int round = 0; round < 3; ++round) {
        WAIT_TO_BE(server.listeners(), 1);
        for (int i = 0; i < 100; ++i)
            server.sendEvent("message.ack", number++);
        if (round == 1) {
            WAIT_TO_BE(watch.bodies().size(), number); // a cut may take what is still on its way
            server.cut();
        } else {
            server.stop(); // an orderly close comes behind all that was sent
            WAIT_TO_BE(watch.last.state, TapView::Failed);
            QVERIFY(server.start());
        }
    }
    WAIT_TO_BE(server.listeners(), 1);
    WAIT_TO_BE(watch.bodies().size(), number);
    QCOMPARE(watch.bodies(), server.sentBodies());
}

void TestWahaTap::takesFragmentedFrames()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "k1");
    server.frameBytes = 50; // each event is several
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Waha);
    watch.storeKey("k1");
    watch.tap(server.url());
    WAIT_TO_BE(server.listeners(), 1);
    for (int i = 0; i < 20; ++i)
        server.sendEvent("message.ack", i);
    WAIT_TO_BE(watch.bodies().size(), 20);
    QCOMPARE(watch.bodies(), server.sentBodies());
}

void TestWahaTap::nodesComeAndGo()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "k1");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Waha);
    watch.storeKey("k1");
    watch.tap(server.url());
    WAIT_TO_BE(server.listeners(), 1);
    // What does not concern the tap leaves it connected.
    watch.node.allocatedTps = 80;
    watch.hub.setNodes({{3, watch.node}});
    server.sendEvent("message.ack", 1);
    WAIT_TO_BE(watch.bodies().size(), 1);
    QCOMPARE(server.connections(), 1);

    watch.node.tap.reset();
    watch.hub.setNodes({{3, watch.node}});
    WAIT_TO_BE(watch.last.state, TapView::Off);
    WAIT_TO_BE(server.listeners(), 0);
}

void TestWahaTap::pinnedCertificateIsAccepted()
{
    QVERIFY(m_certificates.isValid());
    GatewayServer server(GatewayServer::Speaks::Waha, "k1");
    QVERIFY(server.start(m_certificates.selfSigned()));
    TapWatch watch(NodeKind::Waha);
    watch.storeKey("k1");
    watch.node.tls.pinnedSha256 = m_certificates.selfSigned().sha256();
    watch.tap(server.url());
    WAIT_TO_BE(server.listeners(), 1);
    server.sendEvent("message.ack", 1);
    WAIT_TO_BE(watch.bodies(), server.sentBodies());

    GatewayServer signedServer(GatewayServer::Speaks::Waha, "k1");
    QVERIFY(signedServer.start(m_certificates.signedByCa()));
    watch.node.tls = {{}, m_certificates.caFile()};
    watch.tap(signedServer.url());
    WAIT_TO_BE(signedServer.listeners(), 1);
}

void TestWahaTap::otherCertificateGetsNoKey_data()
{
    QTest::addColumn<bool>("byCa");
    QTest::newRow("self-signed") << false;
    QTest::newRow("a CA vouches for it") << true;
}

void TestWahaTap::otherCertificateGetsNoKey()
{
    QFETCH(const bool, byCa);
    GatewayServer server(GatewayServer::Speaks::Waha, "k1");
    QVERIFY(server.start(byCa ? m_certificates.signedByCa() : m_certificates.selfSigned()));
    TapWatch watch(NodeKind::Waha);
    watch.storeKey("k1");
    watch.node.tls.pinnedSha256 = m_certificates.otherSelfSigned().sha256();
    if (byCa)
        watch.node.tls.caFile = m_certificates.caFile();
    watch.tap(server.url());
    WAIT_FOR(watch.notes.size() > 3); // several attempts
    QCOMPARE(watch.last.state, TapView::Failed);
    QVERIFY2(watch.last.detail.contains(QLatin1String("certificate"), Qt::CaseInsensitive),
             qPrintable(watch.last.detail));
    QCOMPARE(server.connections(), 0); // not even a handshake came through

    // Without a pin and a CA nobody vouches for it.
    watch.node.tls = {};
    watch.notes.clear();
    watch.tap(server.url());
    WAIT_FOR(watch.saw(TapView::Failed));
    QCOMPARE(server.connections(), 0);
}

BAROGRAPH_TEST(TestWahaTap)
#include "tst_waha_tap.moc"
