// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../unit/journal/failing_disk.h"
#include "ingest_fixture.h"
#include "test_case.h"

#include <QTcpServer>
#include <QTemporaryDir>

#include <atomic>
#include <cerrno>
#include <mutex>

using namespace barograph;
using namespace barograph::test;

namespace {

/// Keeps what the service gives to the history. Filled on the ingest thread.
struct History
{
    std::mutex mutex;
    std::vector<std::pair<QString, ClosedSecond>> seconds;

    MeterBank::Sinks sinks()
    {
        return {[this](const std::vector<ClosedSecond> &closed, const MeterBank::NodeIds &nodeId) {
                    const std::lock_guard lock(mutex);
                    for (const auto &second : closed)
                        seconds.emplace_back(nodeId(second.node), second);
                },
                {}};
    }
    quint64 counted()
    {
        const std::lock_guard lock(mutex);
        quint64 sum = 0;
        for (const auto &[id, second] : seconds)
            sum += second.sample.counts.total();
        return sum;
    }
};

NodeConfig otherNode()
{
    NodeConfig node;
    node.id = QStringLiteral("node-b");
    return node;
}

} // namespace

class TestIngestService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatItAcknowledged();
    void conservesEveryItem();
    void givesTheSameSecondsAgainAfterARestart();
    void addressesStayAndAreMasked();
    void portInUseIsReportedAndTriedAgain();
    void fullDiskIs503UntilThereIsRoom();
    void listenerThatOpensOnAFullDiskKnowsNothing();
    void secondServiceWaitsForTheJournal();
    void damagedKeyIsReported();
    void nodesComeAndGo();
    void sendsFromTheCounterGoOnAfterARestart();
    void stopAnswersWhatItTook();
    void queueAndPauseReachTheFrame();
    void peakIsReset();
    void framesComeOnceASecondWhenNothingHappens();
    void tellsUnknownNames();
    void eventsAppearOneByOneInTheFrameAndAgainAfterARestart();
};

void TestIngestService::eventsAppearOneByOneInTheFrameAndAgainAfterARestart()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.nodes.push_back(otherNode());
    std::vector<EventRecord> before;
    {
        IngestService service(options);
        service.start();
        const QUrl url = awaitUrl(service);
        const QUrl other = awaitUrl(service, QStringLiteral("node-b"));
        QCOMPARE(post(url, statusBody("m1", "delivered")), 200);
        QCOMPARE(post(url, statusBody("m1", "read", "16315550000")), 200);
        QCOMPARE(post(url, statusBody("m1", "delivered")), 200);
        QCOMPARE(post(other, statusBody("m1", "deleted")), 200);
        const auto frame = awaitFrame(service, [](const Frame &f) { return f.events && f.events->size() == 4; });
        QVERIFY(frame);
        for (quint64 i = 0; i < 4; ++i)
            before.push_back(frame->events->at(frame->events->firstSequence + i));
        QCOMPARE(before[0].kind, static_cast<quint8>(EventKind::Delivery));
        QCOMPARE(before[0].flags, quint8{0});
        QCOMPARE(before[1].kind, static_cast<quint8>(EventKind::Read));
        QCOMPARE(before[1].message, before[0].message);
        QVERIFY(before[1].participant != before[0].participant);
        QCOMPARE(before[2].flags, quint8{EventRecord::Redelivered});
        QCOMPARE(before[2].participant, before[0].participant);
        QCOMPARE(before[3].flags, quint8{EventRecord::Apart});
        QCOMPARE(before[3].kind, static_cast<quint8>(ApartKind::Deleted));
        QCOMPARE(before[3].node, NodeIndex{1});
        QCOMPARE(before[0].lagMs, std::numeric_limits<qint32>::max()); // told in 2018: more than 24 days
        QVERIFY(before[0].arrivedMs <= before[3].arrivedMs && before[3].arrivedMs <= unixMillis(utcNow()));
    }
    IngestService again(options);
    again.start();
    const auto frame = awaitFrame(again, [](const Frame &f) { return f.events && f.events->size() == 4; });
    QVERIFY(frame);
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto &record = frame->events->at(frame->events->firstSequence + i);
        QCOMPARE(record.arrivedMs, before[i].arrivedMs);
        QCOMPARE(record.message, before[i].message);
        QCOMPARE(record.participant, before[i].participant);
        QCOMPARE(record.node, before[i].node);
        QCOMPARE(record.kind, before[i].kind);
        QCOMPARE(record.flags, before[i].flags);
    }
}

void TestIngestService::countsWhatItAcknowledged()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    QCOMPARE(post(url, statusBody("m1", "delivered")), 200);
    QCOMPARE(post(url, statusBody("m1", "delivered")), 200);
    QCOMPARE(post(url, statusBody("m1", "read")), 200);
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received == 3; });
    QVERIFY(frame);
    QVERIFY(frame->listener.listening);
    QCOMPARE(frame->listener.port, static_cast<quint16>(url.port()));
    QCOMPARE(frame->ingest.counted, quint64{2});
    QCOMPARE(frame->ingest.redelivered, quint64{1});
    service.stop();

    IngestService again(optionsBelow(folder.path()));
    again.start();
    QCOMPARE(awaitUrl(again).path(), url.path());
    const auto replayed = awaitFrame(again, [](const Frame &f) { return f.ingest.received == 3; });
    QVERIFY(replayed);
    QCOMPARE(replayed->ingest, frame->ingest);
    QCOMPARE(replayed->nodes[0].totals, frame->nodes[0].totals);
}

void TestIngestService::conservesEveryItem()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    QCOMPARE(post(url, R"({"statuses":[{"id":"a","status":"sent"},{"id":"a","status":"failed"},1,
        {"id":"a","status":"sent"}],"messages":[{"id":"b","type":"text"},"x"],"errors":[{}]})"),
             200);
    QCOMPARE(post(url, "{"), 400);
    QUrl wrong = url;
    wrong.setPath(QStringLiteral("/hook/node-a/wrong"));
    QCOMPARE(post(wrong, "{}"), 404);
    const auto frame =
        awaitFrame(service, [](const Frame &f) { return f.ingest.received == 7 && f.ingest.badRequests == 2; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest, (IngestTotals{7, 2, 2, 1, 2, 2}));
    QCOMPARE(frame->nodes.at(0).ingest.badRequests, quint64{1}); // the 404 belongs to no node
    QCOMPARE(frame->nodes.at(0).apart[indexOf(ApartKind::Failed)], quint64{1});
    QCOMPARE(frame->nodes.at(0).apart[indexOf(ApartKind::ErrorNotice)], quint64{1});
}

void TestIngestService::givesTheSameSecondsAgainAfterARestart()
{
    QTemporaryDir folder;
    History live;
    auto options = optionsBelow(folder.path());
    options.sinks = live.sinks();
    {
        IngestService service(options);
        service.start();
        const QUrl url = awaitUrl(service);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(post(url, statusBody(QByteArray::number(i), "read")), 200);
            QTest::qWait(100); // over two seconds' boundaries
        }
        QTRY_COMPARE(live.counted(), quint64{20});
    }
    History replayed;
    options.sinks = replayed.sinks();
    IngestService service(options);
    service.start();
    awaitUrl(service);
    QTRY_COMPARE(replayed.counted(), quint64{20});
    const std::lock_guard lock(replayed.mutex);
    QVERIFY(replayed.seconds.size() >= 2);
    int compared = 0;
    for (const auto &[id, second] : live.seconds) {
        for (const auto &[againId, again] : replayed.seconds) {
            if (again.second != second.second)
                continue;
            QCOMPARE(againId, id);
            QCOMPARE(again.sample.counts, second.sample.counts);
            ++compared;
        }
    }
    QVERIFY(compared >= 2);
}

void TestIngestService::addressesStayAndAreMasked()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    QVERIFY(service.webhookUrl(QStringLiteral("node-a")).isEmpty());
    service.start();
    const QString url = awaitUrl(service).toString();
    const QString masked = service.webhookUrlMasked(QStringLiteral("node-a"));
    const QString secret = url.section(QLatin1Char('/'), -1);
    QCOMPARE(secret.size(), 32);
    QVERIFY(!masked.contains(secret));
    QCOMPARE(masked, url.chopped(secret.size()) % QString(6, QChar(0x2022)));
    QVERIFY(service.webhookUrl(QStringLiteral("nobody")).isEmpty());
}

void TestIngestService::portInUseIsReportedAndTriedAgain()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.listener.port = other.serverPort();
    IngestService service(options);
    service.start();
    const auto frame = awaitFrame(service, [](const Frame &f) { return !f.listener.error.isEmpty(); });
    QVERIFY(frame);
    QVERIFY(!frame->listener.listening);
    QVERIFY(frame->listener.error.contains(QLatin1String("in use by another program")));
    QVERIFY(frame->listener.error.contains(QLatin1String("Trying again")));
    other.close();
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.listener.listening && f.listener.error.isEmpty(); }));
    QCOMPARE(post(awaitUrl(service), statusBody("m", "read")), 200);
}

void TestIngestService::fullDiskIs503UntilThereIsRoom()
{
    QTemporaryDir folder;
    const auto disk = std::make_shared<FailingDisk>();
    auto options = optionsBelow(folder.path());
    options.disk = disk;
    options.clock = [start = utcNow()] { return start; };
    IngestService service(options);
    service.start();
    const QUrl url = awaitUrl(service);
    QVERIFY(settleJournal(service, url, statusBody("m0", "read"), statusBody("m1", "read")));
    disk->writeError = ENOSPC;
    QCOMPARE(post(url, statusBody("m2", "read")), 503);
    const auto failing = awaitFrame(service, [](const Frame &f) { return !f.journalError.isEmpty(); });
    QVERIFY(failing);
    QVERIFY(failing->journalError.contains(QLatin1String("disk is full")));
    QCOMPARE(post(url, statusBody("m3", "read")), 503);
    disk->writeError = 0;
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.journalError.isEmpty(); }));
    for (const char *id : {"m2", "m3", "m4"})
        QCOMPARE(post(url, statusBody(id, "read")), 200);
    // m2 was kept and stored when there was room: the second m2 is a redelivery.
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received == 6; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest.counted, quint64{5});
    QCOMPARE(frame->ingest.redelivered, quint64{1});
}

void TestIngestService::listenerThatOpensOnAFullDiskKnowsNothing()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    const auto disk = std::make_shared<FailingDisk>();
    std::atomic<bool> anyKnown = false;
    auto options = optionsBelow(folder.path());
    options.disk = disk;
    options.listener.port = other.serverPort();
    options.sinks.closedSeconds = [&anyKnown](const std::vector<ClosedSecond> &seconds, const MeterBank::NodeIds &) {
        for (const auto &second : seconds)
            anyKnown = anyKnown || second.sample.knownMask != 0;
    };
    IngestService service(options);
    service.start();
    QVERIFY(awaitFrame(service, [](const Frame &f) { return !f.listener.error.isEmpty(); }));
    disk->writeError = ENOSPC;
    service.setNodes({options.nodes[0], otherNode()}); // which the journal has to be told
    QVERIFY(awaitFrame(service, [](const Frame &f) { return !f.journalError.isEmpty(); }));
    other.close();
    const auto open = awaitFrame(service, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(open && !open->journalError.isEmpty());
    const auto later = open->takenAt + Seconds{3};
    QVERIFY(awaitFrame(service, [later](const Frame &f) { return f.takenAt >= later; }));
    QVERIFY(!anyKnown);
    disk->writeError = 0;
    QTRY_VERIFY_WITH_TIMEOUT(anyKnown, kFramePatience);
}

void TestIngestService::secondServiceWaitsForTheJournal()
{
    QTemporaryDir folder;
    IngestService first(optionsBelow(folder.path()));
    first.start();
    awaitUrl(first);
    IngestService second(optionsBelow(folder.path()));
    second.start();
    const auto frame = awaitFrame(second, [](const Frame &f) { return !f.journalError.isEmpty(); });
    QVERIFY(frame);
    QVERIFY(frame->journalError.contains(QLatin1String("Another Barograph")));
    QVERIFY(!frame->listener.listening);
    first.stop();
    QVERIFY(!awaitUrl(second).isEmpty());
}

void TestIngestService::damagedKeyIsReported()
{
    QTemporaryDir folder;
    const auto options = optionsBelow(folder.path());
    QVERIFY(makePrivateFolder(pathsBelow(folder.path()).dataDir));
    QFile key(options.installationKeyFile);
    QVERIFY(key.open(QIODevice::WriteOnly) && key.write("short") > 0);
    key.close();
    IngestService service(options);
    service.start();
    const auto frame = awaitFrame(service, [](const Frame &f) { return !f.journalError.isEmpty(); });
    QVERIFY(frame);
    QVERIFY(frame->journalError.contains(options.installationKeyFile));
}

void TestIngestService::nodesComeAndGo()
{
    QTemporaryDir folder;
    const auto options = optionsBelow(folder.path());
    const auto nodeA = options.nodes;
    IngestService service(options);
    service.start();
    const QUrl urlA = awaitUrl(service);
    QVERIFY(!service.nodeIndex(QStringLiteral("node-b")));
    service.setNodes({nodeA[0], otherNode()});
    QVERIFY(service.nodeIndex(QStringLiteral("node-b")) == NodeIndex{1});
    const QUrl urlB = awaitUrl(service, QStringLiteral("node-b"));
    QTRY_COMPARE(post(urlB, statusBody("m", "read")), 200);
    QCOMPARE(post(urlA, statusBody("m", "read")), 200);
    auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.counted == 2; });
    QVERIFY(frame);
    QCOMPARE(frame->nodes.size(), std::size_t{2});
    QCOMPARE(frame->nodes[1].id, QStringLiteral("node-b"));
    QCOMPARE(frame->nodes[1].totals[EventKind::Read], quint64{1});

    service.setNodes({otherNode()});
    QTRY_COMPARE(post(urlA, statusBody("m2", "read")), 404);
    frame = awaitFrame(service, [](const Frame &f) { return f.nodes.size() == 1; });
    QVERIFY(frame);
    QCOMPARE(frame->nodes[0].index, NodeIndex{1});
    QCOMPARE(frame->ingest.counted, quint64{2}); // what was counted stays counted

    service.setNodes({nodeA[0], otherNode()});
    QTRY_COMPARE(post(urlA, statusBody("m3", "read")), 200);
    frame = awaitFrame(service, [](const Frame &f) { return f.nodes.size() == 2 && f.ingest.counted == 3; });
    QVERIFY(frame);
    QCOMPARE(frame->nodes[0].index, NodeIndex{0});
    service.stop();

    // The other way round in the next run: the journal maps by id.
    auto next = options;
    next.nodes = {otherNode(), nodeA[0]};
    IngestService again(next);
    again.start();
    frame = awaitFrame(again, [](const Frame &f) { return f.ingest.counted == 3; });
    QVERIFY(frame);
    QCOMPARE(frame->node(QStringLiteral("node-b"))->totals[EventKind::Read], quint64{1});
    QCOMPARE(frame->node(QStringLiteral("node-a"))->totals[EventKind::Read], quint64{2});
}

void TestIngestService::sendsFromTheCounterGoOnAfterARestart()
{
    QTemporaryDir folder;
    const auto probe = [](quint64 counter) {
        ProbeResult result;
        result.node = 0;
        result.at = utcNow();
        result.callbacks = CallbackSettings{false, true, true}; // so sends can only come from the counter
        result.messagesSentCounter = counter;
        return result;
    };
    {
        IngestService service(optionsBelow(folder.path()));
        service.start();
        awaitUrl(service);
        service.apply(probe(1000));
        service.apply(probe(1010));
        const auto frame =
            awaitFrame(service, [](const Frame &f) { return f.nodes.at(0).totals[EventKind::Send] == 10; });
        QVERIFY(frame);
        QCOMPARE(frame->nodes[0].sendSource, SendSource::StatsCounter);
    }
    IngestService service(optionsBelow(folder.path()));
    service.start();
    awaitUrl(service);
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.nodes.at(0).totals[EventKind::Send] == 10; }));
    service.apply(probe(1025));
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.nodes.at(0).totals[EventKind::Send] == 25; }));
}

void TestIngestService::stopAnswersWhatItTook()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected());
    QByteArray requests;
    for (int i = 0; i < 50; ++i)
        requests += postRequest(url, statusBody(QByteArray::number(i), "read"));
    socket.write(requests);
    QVERIFY(socket.waitForBytesWritten());
    QVERIFY(socket.waitForReadyRead()); // the first answers are there, others on their way
    service.stop();
    QByteArray answers = socket.readAll();
    while (socket.waitForReadyRead(1000))
        answers += socket.readAll();
    const auto acknowledged = answers.count("HTTP/1.1 200");
    QVERIFY(acknowledged > 0);

    IngestService again(optionsBelow(folder.path()));
    again.start();
    const auto frame = awaitFrame(again, [](const Frame &f) { return f.ingest.counted > 0; });
    QVERIFY(frame);
    QVERIFY(frame->ingest.counted >= static_cast<quint64>(acknowledged));
}

void TestIngestService::queueAndPauseReachTheFrame()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.nodes[0].outboundQueue = QueueConfig{};
    IngestService service(options);
    service.start();
    awaitUrl(service);
    QueueResult queue;
    queue.node = 0;
    queue.at = utcNow();
    queue.depthMessages = Reading<qint64>::measured(17, queue.at);
    service.apply(queue);
    PauseNote note;
    note.node = 0;
    note.paused = true;
    note.why = QStringLiteral("storm");
    service.apply(note);
    QVERIFY(awaitFrame(service, [](const Frame &f) {
        const auto &outbound = f.nodes.at(0).outbound;
        return outbound.depthMessages.valueOr(0) == 17 && outbound.pausedWhy == QLatin1String("storm");
    }));
    queue.node = 99; // nobody
    service.apply(queue);
    QVERIFY(awaitFrame(service, [](const Frame &) { return true; }));
}

void TestIngestService::peakIsReset()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    // A peak is a whole second that was listened to from its begin.
    int i = 0;
    FramePtr frame;
    QVERIFY(QTest::qWaitFor(
        [&] {
            post(url, statusBody(QByteArray::number(++i), "read"));
            const auto newest = service.latestFrame();
            frame = newest ? newest : frame;
            return frame && frame->nodes.at(0).peak.tps > 0;
        },
        10000));
    service.resetPeak(QStringLiteral("node-a"));
    service.resetPeak(QStringLiteral("nobody"));
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.nodes.at(0).peak.tps == 0; }));
}

void TestIngestService::framesComeOnceASecondWhenNothingHappens()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    awaitUrl(service);
    const auto first = awaitFrame(service, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(first);
    const auto second = awaitFrame(service, [&](const Frame &f) { return f.takenAt - first->takenAt > Millis{1500}; });
    QVERIFY(second);
    QVERIFY(second->sequence - first->sequence < 10);
}

void TestIngestService::tellsUnknownNames()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    QCOMPARE(post(awaitUrl(service), R"({"surprise":1})"), 200);
    QTRY_VERIFY(!service.unknownNames().empty());
    QCOMPARE(service.unknownNames()[0].first, std::string("surprise"));
}

BAROGRAPH_TEST(TestIngestService)
#include "tst_ingest_service.moc"
