// SPDX-License-Identifier: GPL-3.0-or-later
#include "../journal/journal_fixture.h"
#include "ingest/journal_replay.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr qint64 kStart = 1'760'000'000'000; // a whole second

UtcTime at(qint64 millis)
{
    return fromUnixMillis(kStart + millis);
}

IngestedEvent readOf(quint64 message, qint64 millis, NodeIndex node = 0)
{
    IngestedEvent event;
    event.node = node;
    event.kind = EventKind::Read;
    event.message = {message, message};
    event.participant = {1, 1};
    event.arrival = at(millis);
    return event;
}

class ReplayStage
{
public:
    explicit ReplayStage(bool startIncomplete = false)
        : meters({[this](const std::vector<ClosedSecond> &seconds, const MeterBank::NodeIds &nodeId) {
                      for (const auto &second : seconds) {
                          QCOMPARE(nodeId(second.node), QStringLiteral("node-a"));
                          closed.push_back(second);
                      }
                  },
                  {}})
        , replay(prints, dedupe, meters, startIncomplete)
    {
        NodeConfig config;
        config.id = QStringLiteral("node-a");
        meters.setNodes({{0, config}}, at(0));
    }
    void visit(const std::vector<JournalRecord> &records)
    {
        for (const auto &record : records)
            replay.visit(record);
    }
    const ClosedSecond *second(qint64 index) const
    {
        for (const auto &candidate : closed) {
            if (candidate.second == secondOf(at(index * 1000)))
                return &candidate;
        }
        return nullptr;
    }
    quint32 reads(qint64 index) const
    {
        const auto *found = second(index);
        return found != nullptr ? found->sample.counts[EventKind::Read] : 0;
    }
    bool isKnown(qint64 index) const
    {
        const auto *found = second(index);
        return found != nullptr && found->sample.isKnown(EventKind::Read);
    }

    InstallationKey key{InstallationKey::Bytes{1}};
    Fingerprinter prints{key};
    DedupeWindow dedupe{1U << 16U};
    std::vector<ClosedSecond> closed;
    MeterBank meters;
    JournalReplay replay;
};

/// All four kinds, second for second from the first: '#' known, '/' not measured, ' ' nothing.
QByteArray tellingOf(const ReplayStage &stage, qint64 seconds)
{
    QByteArray telling(seconds, ' ');
    for (qint64 i = 0; i < seconds; ++i) {
        const auto *found = stage.second(i);
        if (found == nullptr)
            continue;
        const auto &sample = found->sample;
        telling[i] = sample.isKnown(EventKind::Read) ? '#' : sample.notMeasuredMask == kAllKindsMask ? '/' : '?';
    }
    return telling;
}

std::vector<JournalRecord> heartbeats(qint64 fromSecond, qint64 toSecond)
{
    std::vector<JournalRecord> records;
    for (qint64 i = fromSecond; i <= toSecond; ++i)
        records.emplace_back(HeartbeatRecord{at(i * 1000 + 50)});
    return records;
}

} // namespace

class TestJournalReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsIntoTheSameSeconds();
    void mapsIndicesByNodeId();
    void restoresTheDedupeWindow();
    void knowsSendsToldInTwoWaysAfterARestart_data();
    void knowsSendsToldInTwoWaysAfterARestart();
    void knowsNoMoreThanATrimmedJournalHolds();
    void silenceIsUnknownNotZero();
    void restatedListeningIsNoInterruption();
    void firstSecondOfATrimmedJournalIsLeftOut();
    void countersGoOn();
    void restatedCountersAddNothing();
    void missingTapIsNotMeasured();
    void crashEndsWhatATapHadBrought();
    void listeningAfterASilenceSaysFeedsAnew_data();
    void listeningAfterASilenceSaysFeedsAnew();
    void tapIsKnownWithoutTheListener();
    void nodeThatWasNotSetUpIsUnknown_data();
    void nodeThatWasNotSetUpIsUnknown();
};

void TestJournalReplay::countsIntoTheSameSeconds()
{
    ReplayStage stage;
    stage.visit(
        {NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}, readOf(1, 100), readOf(2, 999), readOf(3, 1000)});
    stage.visit(heartbeats(2, 4));
    stage.replay.finish();
    QCOMPARE(stage.reads(0), 2U);
    QCOMPARE(stage.reads(1), 1U);
    QVERIFY(stage.isKnown(2));
    QCOMPARE(stage.reads(2), 0U);
    QVERIFY(stage.replay.newest() == at(4050));
    QVERIFY(!stage.meters.isListening());
    QCOMPARE(stage.meters.meter(0)->totals()[EventKind::Read], quint64{3});
}

void TestJournalReplay::mapsIndicesByNodeId()
{
    ReplayStage stage;
    stage.visit({NodeRecord{0, "gone"}, NodeRecord{1, "node-a"}, ListeningRecord{true, at(0)}, readOf(1, 100, 0),
                 readOf(2, 200, 1), readOf(3, 300, 7)});
    // The next run gave other indices.
    stage.visit({NodeRecord{0, "node-a"}, readOf(4, 400, 0)});
    stage.replay.finish();
    QCOMPARE(stage.meters.meter(0)->totals()[EventKind::Read], quint64{2});
}

void TestJournalReplay::restoresTheDedupeWindow()
{
    ReplayStage stage;
    stage.visit({NodeRecord{0, "node-a"}, NodeRecord{1, "gone"}, readOf(1, 100, 0), readOf(2, 100, 1)});
    QVERIFY(stage.dedupe.checkAndInsert(*dedupeKey(readOf(1, 0), stage.prints.nodeSalt("node-a"))));
    QVERIFY(stage.dedupe.checkAndInsert(*dedupeKey(readOf(2, 0), stage.prints.nodeSalt("gone"))));
    QVERIFY(!stage.dedupe.checkAndInsert(*dedupeKey(readOf(2, 0), stage.prints.nodeSalt("node-a"))));
}

void TestJournalReplay::knowsSendsToldInTwoWaysAfterARestart_data()
{
    QTest::addColumn<bool>("messageFirst");
    QTest::addColumn<bool>("bothBefore");
    QTest::newRow("message, restart, status") << true << false;
    QTest::newRow("status, restart, message") << false << false;
    QTest::newRow("message, status, restart, both again") << true << true;
    QTest::newRow("status, message, restart, both again") << false << true;
}

void TestJournalReplay::knowsSendsToldInTwoWaysAfterARestart()
{
    QFETCH(bool, messageFirst);
    QFETCH(bool, bothBefore);
    const auto sendOf = [](SendWay way) {
        auto event = readOf(1, 100);
        event.kind = EventKind::Send;
        event.way = way;
        return event;
    };
    const auto firstWay = messageFirst ? SendWay::Message : SendWay::Status;
    const auto secondWay = messageFirst ? SendWay::Status : SendWay::Message;
    // As the run before classified them, through the journal's own bytes.
    JournalFixture journal;
    ReplayStage before;
    const auto salt = before.prints.nodeSalt("node-a");
    std::vector<JournalRecord> records{NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}};
    for (const auto way : {firstWay, secondWay}) {
        auto event = sendOf(way);
        classify(event, salt, before.dedupe);
        if (way == firstWay || bothBefore)
            records.emplace_back(event);
    }
    QVERIFY(journal.writer().append(records, {}));

    ReplayStage stage;
    stage.visit(journal.recover());
    auto second = sendOf(secondWay);
    classify(second, salt, stage.dedupe);
    QCOMPARE(second.redelivered, bothBefore);
    QCOMPARE(!second.kind && second.apart == ApartKind::SendEcho, !bothBefore);
    auto first = sendOf(firstWay);
    classify(first, salt, stage.dedupe);
    QVERIFY(first.redelivered);
    stage.replay.finish();
    QCOMPARE(stage.meters.meter(0)->totals()[EventKind::Send], quint64{1});
}

// A restart forgets what was in files that have been removed: a redelivery of that would count as new. What is still
// there is known.
void TestJournalReplay::knowsNoMoreThanATrimmedJournalHolds()
{
    JournalFixture journal;
    journal.limits.segmentBytes = 1; // a file for each batch
    const std::vector<JournalRecord> restating{NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}};
    {
        auto writer = journal.writer();
        for (quint64 message = 1; message <= 6; ++message) {
            const std::vector<JournalRecord> batch{readOf(message, static_cast<qint64>(message) * 1000)};
            QVERIFY(writer.append(batch, restating));
        }
    }
    auto limits = journal.limits;
    const auto files = journalFiles(journal.folder);
    QCOMPARE(files.size(), std::size_t{6});
    limits.keepBytes = files[3].bytes + files[4].bytes + limits.segmentBytes;
    const auto removed = trimJournal(*journal.disk, journal.folder, limits, utcNow());
    QVERIFY(removed && *removed == 3);
    QVERIFY(isJournalTrimmed(journal.folder));

    ReplayStage stage(true);
    stage.visit(journal.recover());
    const auto salt = stage.prints.nodeSalt("node-a");
    for (quint64 message = 1; message <= 6; ++message) {
        auto again = readOf(message, 9000);
        classify(again, salt, stage.dedupe);
        QVERIFY2(again.redelivered == (message > 3), QByteArray::number(message).constData());
    }
}

void TestJournalReplay::silenceIsUnknownNotZero()
{
    ReplayStage stage;
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}});
    stage.visit(heartbeats(1, 5));
    // Killed after second 5; the next run began to listen in second 20, having said when the former one ended.
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{false, at(5050)}, ListeningRecord{true, at(20000)}});
    stage.visit(heartbeats(21, 23));
    stage.replay.finish();
    QVERIFY(stage.isKnown(4));
    for (qint64 i = 5; i < 20; ++i)
        QVERIFY2(!stage.isKnown(i), QByteArray::number(i).constData());
    QVERIFY(stage.isKnown(21));
}

void TestJournalReplay::restatedListeningIsNoInterruption()
{
    ReplayStage stage;
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}});
    stage.visit(heartbeats(1, 3));
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(3050)}}); // a new file
    stage.visit(heartbeats(4, 6));
    stage.replay.finish();
    for (qint64 i = 0; i < 6; ++i)
        QVERIFY2(stage.isKnown(i), QByteArray::number(i).constData());
}

void TestJournalReplay::firstSecondOfATrimmedJournalIsLeftOut()
{
    for (const bool incomplete : {false, true}) {
        ReplayStage stage(incomplete);
        stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}, readOf(1, 100), readOf(2, 1100)});
        stage.visit(heartbeats(2, 3));
        stage.replay.finish();
        QCOMPARE(stage.second(0) == nullptr, incomplete);
        QVERIFY(stage.second(1) != nullptr);
        QCOMPARE(stage.meters.meter(0)->totals()[EventKind::Read], quint64{2});
    }
}

void TestJournalReplay::countersGoOn()
{
    ReplayStage stage;
    NodeMeter::CounterDelta delta;
    delta.counter = 1000;
    delta.sends = 10;
    delta.at = at(500);
    delta.span = Millis{2000};
    stage.visit({NodeRecord{3, "node-a"}, ListeningRecord{true, at(0)}, CounterRecord{3, delta}});
    stage.replay.finish();
    QCOMPARE(stage.meters.meter(0)->totals()[EventKind::Send], quint64{10});
    QCOMPARE(stage.replay.counters().at(0).counter, quint64{1000});
    QCOMPARE(stage.replay.counters().at(0).sends, quint64{0});
}

void TestJournalReplay::restatedCountersAddNothing()
{
    ReplayStage stage;
    NodeMeter::CounterDelta delta;
    delta.counter = 1000;
    delta.sends = 10;
    delta.at = at(500);
    delta.span = Millis{2000};
    auto restated = delta;
    restated.sends = 0;
    restated.span = {};
    restated.at = at(1500);
    auto grown = delta;
    grown.counter = 1006;
    grown.sends = 6;
    grown.at = at(2500);
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}, CounterRecord{0, delta},
                 NodeRecord{0, "node-a"}, ListeningRecord{true, at(1500)}, CounterRecord{0, restated},
                 CounterRecord{0, grown}});
    stage.replay.finish();
    QCOMPARE(stage.meters.meter(0)->totals()[EventKind::Send], quint64{16});
}

void TestJournalReplay::missingTapIsNotMeasured()
{
    ReplayStage stage;
    stage.visit({NodeRecord{5, "node-a"}, ListeningRecord{true, at(0)}, FeedRecord{5, EventFeed::None, at(0)}});
    stage.visit(heartbeats(0, 2));
    stage.visit({FeedRecord{5, EventFeed::Tap, at(2500)}, readOf(1, 2600, 5)});
    stage.visit(heartbeats(3, 5));
    // A new file in between says all of it again.
    stage.visit({NodeRecord{5, "node-a"}, ListeningRecord{true, at(5500)}, FeedRecord{5, EventFeed::Tap, at(5500)}});
    stage.visit(heartbeats(6, 6));
    stage.visit({FeedRecord{5, EventFeed::None, at(6400)}, FeedRecord{9, EventFeed::Tap, at(6500)}});
    stage.visit(heartbeats(7, 9));
    stage.replay.finish();
    QCOMPARE(tellingOf(stage, 10), QByteArray("///###/// "));
    QCOMPARE(stage.reads(2), 1U); // it counts all the same
    // Who replays knows nothing of taps yet.
    QCOMPARE(stage.meters.meter(0)->feed(), EventFeed::Listener);
}

void TestJournalReplay::crashEndsWhatATapHadBrought()
{
    for (const auto feed : {EventFeed::None, EventFeed::Tap}) {
        ReplayStage stage;
        stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}, FeedRecord{0, feed, at(0)}});
        stage.visit(heartbeats(0, 2));
        // The next run's first file begins with what was when the run before it ended.
        stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{false, at(2050)},
                     FeedRecord{0, EventFeed::None, at(2050)}, ListeningRecord{true, at(4000)},
                     FeedRecord{0, EventFeed::None, at(4000)}});
        stage.visit(heartbeats(4, 5));
        stage.visit({FeedRecord{0, EventFeed::Tap, at(6000)}});
        stage.visit(heartbeats(6, 8));
        stage.replay.finish();
        QCOMPARE(tellingOf(stage, 9), feed == EventFeed::None ? QByteArray("//  //## ") : QByteArray("##  //## "));
    }
}

void TestJournalReplay::listeningAfterASilenceSaysFeedsAnew_data()
{
    QTest::addColumn<bool>("olderProgram");
    QTest::addColumn<QByteArray>("telling");
    // One that knows no feeds counted as if nothing were missing.
    QTest::newRow("an older program goes on") << true << QByteArray("//      ## ");
    QTest::newRow("this one does") << false << QByteArray("//      // ");
}

void TestJournalReplay::listeningAfterASilenceSaysFeedsAnew()
{
    QFETCH(const bool, olderProgram);
    QFETCH(const QByteArray, telling);
    ReplayStage stage;
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}, FeedRecord{0, EventFeed::None, at(0)}});
    stage.visit(heartbeats(0, 2));
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{false, at(2050)}, ListeningRecord{true, at(8000)}});
    if (!olderProgram)
        stage.visit({FeedRecord{0, EventFeed::None, at(8000)}});
    stage.visit(heartbeats(8, 10));
    stage.replay.finish();
    QCOMPARE(tellingOf(stage, 11), telling);
}

void TestJournalReplay::tapIsKnownWithoutTheListener()
{
    ReplayStage stage;
    stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{false, at(0)}, FeedRecord{0, EventFeed::Tap, at(0)}});
    stage.visit(heartbeats(0, 3));
    stage.visit({FeedRecord{0, EventFeed::None, at(4000)}});
    stage.visit({HeartbeatRecord{at(6000)}});
    stage.replay.finish();
    QCOMPARE(tellingOf(stage, 6), QByteArray("####  "));
}

void TestJournalReplay::nodeThatWasNotSetUpIsUnknown_data()
{
    using Records = std::vector<JournalRecord>;
    QTest::addColumn<Records>("between"); // of seconds 0 to 3 and of 6 to 8
    QTest::addColumn<Records>("back");
    QTest::addColumn<QByteArray>("telling");
    const ListeningRecord ended{false, at(3000)};
    const ListeningRecord begun{true, at(4000)};
    const ListeningRecord restated{true, at(3500)};
    const NodeRecord ours{0, "node-a"};
    const NodeRecord other{0, "node-b"};
    const FeedRecord gone{0, EventFeed::Absent, at(3000)};
    const Records afterCrash{ours, ListeningRecord{false, at(5050)}, ListeningRecord{true, at(6000)}};
    const auto ofRun = [&](const ListeningRecord &end) {
        return Records{other, end, begun, HeartbeatRecord{at(4050)}, HeartbeatRecord{at(5050)}};
    };
    QTest::newRow("in a run between") << ofRun(ended) << afterCrash << QByteArray("###   ## ");
    QTest::newRow("in a run after a crash") << ofRun({false, at(2050)}) << afterCrash << QByteArray("##    ## ");
    QTest::newRow("for a while") << Records{NodeRecord{1, "node-b"}, gone, HeartbeatRecord{at(4050)},
                                            HeartbeatRecord{at(5050)}}
                                 << Records{NodeRecord{1, "node-b"}, ours, FeedRecord{0, EventFeed::Listener, at(6000)}}
                                 << QByteArray("###   ## ");
    QTest::newRow("over the end of a file")
        << Records{NodeRecord{1, "node-b"}, gone, NodeRecord{1, "node-b"}, restated, HeartbeatRecord{at(5050)}}
        << Records{NodeRecord{1, "node-b"}, ours, FeedRecord{0, EventFeed::Listener, at(6000)}}
        << QByteArray("###   ## ");
    QTest::newRow("an older program puts it in again")
        << Records{NodeRecord{1, "node-b"}, HeartbeatRecord{at(3000)}, HeartbeatRecord{at(5050)}}
        << Records{ours, NodeRecord{1, "node-b"}, HeartbeatRecord{at(6000)}} << QByteArray("###   ## ");
}

void TestJournalReplay::nodeThatWasNotSetUpIsUnknown()
{
    QFETCH(const std::vector<JournalRecord>, between);
    QFETCH(const std::vector<JournalRecord>, back);
    QFETCH(const QByteArray, telling);
    for (const bool first : {false, true}) {
        ReplayStage stage;
        if (!first) {
            stage.visit({NodeRecord{0, "node-a"}, ListeningRecord{true, at(0)}});
            stage.visit(heartbeats(0, 2));
        } else { // nor before
            stage.visit({NodeRecord{0, "node-b"}, ListeningRecord{true, at(0)}});
            stage.visit(heartbeats(0, 2));
        }
        stage.visit(between);
        stage.visit(back);
        stage.visit(heartbeats(6, 8));
        stage.replay.finish();
        QCOMPARE(tellingOf(stage, 9), first ? QByteArray("      ## ") : telling);
    }
}

BAROGRAPH_TEST(TestJournalReplay)
#include "tst_journal_replay.moc"
