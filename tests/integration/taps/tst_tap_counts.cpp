// SPDX-License-Identifier: GPL-3.0-or-later
// From a gateway's WebSocket to the counts on screen.
#include "../../unit/journal/failing_disk.h"
#include "../ingest/ingest_fixture.h"
#include "gateway_server.h"
#include "runtime/backend.h"
#include "tap_watch.h"
#include "test_case.h"

#include <cerrno>

using namespace barograph;
using namespace barograph::test;

namespace {

NodeConfig tappedNode(NodeKind kind, const QUrl &tap)
{
    NodeConfig node;
    node.id = QStringLiteral("shop");
    node.name = QStringLiteral("Shop");
    node.kind = kind;
    node.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:1"));
    node.tap.emplace();
    node.tap->url = tap;
    if (kind == NodeKind::Evolution)
        node.tap->instance = QStringLiteral("shop");
    return node;
}

/// A whole backend with one node, on a folder that outlives it.
struct Program
{
    Program(const QString &folder, const NodeConfig &node)
        : backend(pathsBelow(folder), secrets)
    {
        Config config;
        config.listener.port = 0;
        config.nodes = {node};
        started = backend.start(config).has_value();
    }
    FramePtr await(const std::function<bool(const Frame &)> &condition)
    {
        FramePtr frame;
        const bool came = QTest::qWaitFor(
            [&] {
                frame = backend.latestFrame();
                return frame && condition(*frame);
            },
            TapWatch::kPatienceMs);
        return came ? frame : nullptr;
    }

    SessionSecretStore secrets{{}, SessionSecretStore::Keychain::DoNotUse};
    Backend backend;
    bool started = false;
};

} // namespace

class TestTapCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatTheGatewaySent_data();
    void countsWhatTheGatewaySent();
    void waitsForTheDiskAndSaysWhatItDropped();
};

void TestTapCounts::countsWhatTheGatewaySent_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("WAHA") << static_cast<int>(NodeKind::Waha) << QByteArray("message.ack");
    QTest::newRow("Evolution") << static_cast<int>(NodeKind::Evolution) << QByteArray("messages.update");
}

void TestTapCounts::countsWhatTheGatewaySent()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, event);
    const auto nodeKind = static_cast<NodeKind>(kind);
    GatewayServer server(nodeKind == NodeKind::Waha ? GatewayServer::Speaks::Waha : GatewayServer::Speaks::Evolution,
                         "");
    QVERIFY(server.start());
    QTemporaryDir folder;
    const auto node = tappedNode(nodeKind, server.url());
    quint64 sent = 0;
    const auto send = [&](int count) {
        for (int i = 0; i < count; ++i)
            server.sendEvent(event, static_cast<int>(sent++));
    };
    {
        Program program(folder.path(), node);
        QVERIFY(program.started);
        WAIT_TO_BE(server.listeners(), 1);
        send(200);
        server.stop();
        QVERIFY(server.start());
        WAIT_TO_BE(server.listeners(), 1);
        send(200);
        const auto frame = program.await([](const Frame &f) { return f.ingest.received >= 400; });
        QVERIFY(frame);
        QCOMPARE(frame->nodes.at(0).totals[EventKind::Read], quint64{400});
        QVERIFY(frame->nodes[0].tap);
        QCOMPARE(frame->nodes[0].tap->state, TapView::Connected);
        QCOMPARE(frame->nodes[0].tap->frames, quint64{400});

        // The same by webhook is a redelivery; what nobody can read is counted as such.
        const QUrl url(program.backend.webhookUrl(QStringLiteral("shop")));
        QCOMPARE(post(url, server.sentBodies().at(7)), 200);
        server.sendRaw(QStringLiteral("{"));
        const auto again = program.await(
            [](const Frame &f) { return f.ingest.received == 401 && f.nodes.at(0).tap->unreadable == 1; });
        QVERIFY(again);
        QCOMPARE(again->ingest.redelivered, quint64{1});
        QCOMPARE(again->ingest.badRequests, quint64{1});
        QCOMPARE(again->nodes[0].totals[EventKind::Read], quint64{400});
    }
    // What was sent while Barograph was off is gone; what it had is still there.
    WAIT_TO_BE(server.listeners(), 0);
    Program program(folder.path(), node);
    WAIT_TO_BE(server.listeners(), 1);
    send(100);
    const auto frame = program.await([](const Frame &f) { return f.ingest.received >= 501; });
    QVERIFY(frame);
    QCOMPARE(frame->nodes.at(0).totals[EventKind::Read], sent);

    program.backend.setNodes({[&] {
        auto without = node;
        without.tap.reset();
        return without;
    }()});
    QVERIFY(program.await([](const Frame &f) { return !f.nodes.at(0).tap; }));
}

void TestTapCounts::waitsForTheDiskAndSaysWhatItDropped()
{
    QTemporaryDir folder;
    const auto disk = std::make_shared<FailingDisk>();
    auto options = optionsBelow(folder.path());
    options.disk = disk;
    options.clock = [start = utcNow()] { return start; };
    options.nodes = {tappedNode(NodeKind::Waha, {})};
    IngestService service(options);
    service.start();
    const QUrl url = awaitUrl(service, QStringLiteral("shop"));
    QVERIFY(!service.takeTapped(QStringLiteral("nobody"), "{}"));
    service.apply(TapNote{0, TapView::Connected, {}, utcNow()});

    const auto ack = [](int number, int padding) -> QByteArray {
        return R"({"event":"message.ack","session":"s","payload":{"id":"true_1555@c.us_)" + QByteArray::number(number) +
               R"(","from":"1555@c.us","fromMe":true,"ack":3,"body":")" + QByteArray(padding, 'x') + "\"}}";
    };
    QVERIFY(settleJournal(service, url, ack(1000, 0), ack(1001, 0)));
    disk->writeError = ENOSPC;
    QCOMPARE(post(url, ack(0, 0)), 503); // kept by us, to be stored later
    // One MiB each: after fifteen there is no room.
    quint64 taken = 0;
    for (int i = 1; i <= 20; ++i)
        taken += service.takeTapped(QStringLiteral("shop"), ack(i, 1 << 20)) ? 1 : 0;
    QCOMPARE(taken, quint64{15});
    const auto full = awaitFrame(service, [](const Frame &f) { return f.nodes.at(0).tap->dropped == 5; });
    QVERIFY(full);
    QCOMPARE(full->nodes[0].tap->frames, quint64{20});

    disk->writeError = 0;
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received >= 18; });
    QVERIFY(frame);
    QCOMPARE(frame->nodes.at(0).totals[EventKind::Read], quint64{18});
    // What is waiting when the program ends is stored too.
    for (int i = 100; i < 300; ++i)
        QVERIFY(service.takeTapped(QStringLiteral("shop"), ack(i, 0)));
    service.stop();
    IngestService later(options);
    later.start();
    QVERIFY(awaitFrame(later, [](const Frame &f) { return f.ingest.received == 218; }));
}

BAROGRAPH_TEST(TestTapCounts)
#include "tst_tap_counts.moc"
