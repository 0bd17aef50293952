// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_server.h"
#include "raw_server.h"
#include "tap_watch.h"
#include "test_case.h"

using namespace barograph;

class TestTapTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyItCannotConnect_data();
    void saysWhyItCannotConnect();
    void unansweredPingsMeanALostConnection();
    void slowGatewayIsDoubtedAndNotCutOff();
    void joinThatIsNotAnsweredEnds();
    void oversizedFramesAreNotRead();
    void garbageEndsTheConnectionOnly();
    void pausesGrow();
};

void TestTapTrouble::saysWhyItCannotConnect_data()
{
    QTest::addColumn<int>("answers");
    QTest::addColumn<QString>("says");
    const QString wrongKey = QStringLiteral("--name tap-key");
    QTest::newRow("401") << static_cast<int>(RawServer::Answers::Unauthorized) << wrongKey;
    QTest::newRow("403") << static_cast<int>(RawServer::Answers::Forbidden) << wrongKey;
    QTest::newRow("not HTTP") << static_cast<int>(RawServer::Answers::Nonsense) << QStringLiteral("127.0.0.1:");
    QTest::newRow("nothing") << static_cast<int>(RawServer::Answers::Nothing) << QStringLiteral("did not get as far");
}

void TestTapTrouble::saysWhyItCannotConnect()
{
    QFETCH(const int, answers);
    QFETCH(const QString, says);
    RawServer server(static_cast<RawServer::Answers>(answers));
    auto timings = TapWatch::impatient();
    timings.connectTimeout = Millis{500};
    TapWatch watch(NodeKind::Waha, timings);
    watch.storeKey("the-key");
    watch.tap(server.url());
    WAIT_FOR(watch.saw(TapView::Failed));
    QVERIFY2(watch.last.detail.contains(says), qPrintable(watch.last.detail));
    QVERIFY(!watch.last.detail.contains(QLatin1String("the-key")));
    QVERIFY(!watch.saw(TapView::Connected));
    WAIT_FOR(server.connections() >= 2);
}

void TestTapTrouble::unansweredPingsMeanALostConnection()
{
    RawServer server(RawServer::Answers::Handshake);
    auto timings = TapWatch::impatient();
    timings.pingEvery = Millis{50};
    timings.silence = Millis{500};
    TapWatch watch(NodeKind::Waha, timings);
    watch.tap(server.url());
    WAIT_FOR(server.connections() >= 2);
    QVERIFY(watch.saw(TapView::Connected));
    WAIT_FOR(watch.saw(TapView::Failed));
}

void TestTapTrouble::slowGatewayIsDoubtedAndNotCutOff()
{
    RawServer server(RawServer::Answers::Handshake);
    auto timings = TapWatch::impatient();
    timings.doubt = Millis{300};
    TapWatch watch(NodeKind::Waha, timings);
    watch.tap(server.url());
    WAIT_FOR(watch.saw(TapView::Connected));
    for (int i = 0; i < 2; ++i) {
        WAIT_TO_BE(watch.last.state, TapView::Failed);
        QVERIFY2(watch.last.detail.contains(QLatin1String("answers no ping")), qPrintable(watch.last.detail));
        server.send(QByteArray("\x8a\x00", 2)); // a pong
        WAIT_TO_BE(watch.last.state, TapView::Connected);
        QVERIFY(watch.last.detail.isEmpty());
    }
    QCOMPARE(server.connections(), 1);
}

void TestTapTrouble::joinThatIsNotAnsweredEnds()
{
    GatewayServer server(GatewayServer::Speaks::Evolution, "");
    server.answersJoin = false;
    QVERIFY(server.start());
    auto timings = TapWatch::impatient();
    timings.connectTimeout = Millis{500};
    TapWatch watch(NodeKind::Evolution, timings);
    watch.tap(server.url(), QStringLiteral("shop"));
    WAIT_FOR(server.connections() >= 2);
    QVERIFY(!watch.saw(TapView::Connected));
}

void TestTapTrouble::oversizedFramesAreNotRead()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "");
    QVERIFY(server.start());
    TapWatch watch(NodeKind::Waha);
    watch.tap(server.url());
    WAIT_TO_BE(server.listeners(), 1);
    const QString largest(static_cast<qsizetype>(kLargestTapFrame), QLatin1Char('x'));
    server.sendRaw(largest);
    WAIT_TO_BE(watch.bodies().size(), 1);
    QCOMPARE(watch.bodies().at(0).size(), largest.size());

    server.sendRaw(largest + QLatin1Char('x'));
    WAIT_FOR(watch.saw(TapView::Failed));
    const auto failed = std::find_if(watch.notes.begin(), watch.notes.end(),
                                     [](const TapNote &note) { return note.state == TapView::Failed; });
    QVERIFY2(failed->detail.contains(QLatin1String("4 MiB")), qPrintable(failed->detail));
    WAIT_TO_BE(server.listeners(), 1); // it came back
    server.sendEvent("message.ack", 1);
    WAIT_TO_BE(watch.bodies().size(), 2);
    QCOMPARE(watch.bodies().at(1), server.sentBodies().at(0));
}

void TestTapTrouble::garbageEndsTheConnectionOnly()
{
    RawServer server(RawServer::Answers::Handshake);
    TapWatch watch(NodeKind::Waha);
    watch.tap(server.url());
    int connection = 0;
    // A reserved operation; a text that is no UTF-8; a control frame that is too long; a continuation of nothing.
    const QByteArrayList broken{QByteArray("\x83\x02hi", 4), QByteArray("\x81\x02\xff\xfe", 4),
                                QByteArray("\x89\x7e\x00\x7f", 4) + QByteArray(127, 'x'), QByteArray("\x80\x02hi", 4)};
    for (const auto &bytes : broken) {
        ++connection;
        WAIT_TO_BE(server.connections(), connection);
        WAIT_FOR(server.hasConnection());
        server.send(bytes);
    }
    WAIT_TO_BE(server.connections(), connection + 1);
    WAIT_FOR(server.hasConnection());
    server.send(QByteArray("\x81\x02{}", 4));
    WAIT_TO_BE(watch.bodies(), QByteArrayList{"{}"});
}

void TestTapTrouble::pausesGrow()
{
    // Nobody listens there.
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("ws://127.0.0.1:%1").arg(nobody.serverPort()));
    nobody.close();
    auto timings = TapWatch::impatient();
    timings.firstBackOff = Millis{50};
    timings.longestBackOff = Millis{3'600'000};
    TapWatch watch(NodeKind::Waha, timings);
    watch.tap(url);
    const auto failures = [&watch] {
        return std::count_if(watch.notes.begin(), watch.notes.end(),
                             [](const TapNote &note) { return note.state == TapView::Failed; });
    };
    WAIT_FOR(failures() >= 4);
    std::vector<UtcTime> times;
    for (const auto &note : watch.notes) {
        if (note.state == TapView::Failed)
            times.push_back(note.since);
    }
    // The n-th pause is at least half of first × 2^n.
    QVERIFY(times[1] - times[0] >= Millis{25});
    QVERIFY(times[2] - times[1] >= Millis{50});
    QVERIFY(times[3] - times[2] >= Millis{100});
}

BAROGRAPH_TEST(TestTapTrouble)
#include "tst_tap_trouble.moc"
