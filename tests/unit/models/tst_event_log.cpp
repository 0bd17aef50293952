// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog/event_export.h"
#include "eventlog/event_log_model.h"
#include "eventlog/event_log_writer.h"
#include "meter_fixture.h"
#include "test_case.h"
#include "text/numbers.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTranslator>

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

using namespace barograph;
using namespace barograph::test;

namespace {

IngestedEvent numbered(quint64 number)
{
    auto event = eventAt(noonPlus(static_cast<qint64>(number)), kEventKinds[number % kEventKindCount]);
    event.message = {number << 32, number};
    event.participant = {(number % 97 + 1) << 32, 1};
    event.node = static_cast<NodeIndex>(number % 3);
    if (number % 5 == 0)
        event.eventTime = event.arrival - Millis{static_cast<qint64>(number % 10'000)};
    return event;
}

void fill(EventLogWriter &log, quint64 from, quint64 to)
{
    for (quint64 number = from; number < to; ++number)
        log.add(numbered(number), number % 11 == 0);
}

Frame frameOf(EventLogWriter &log, std::vector<QString> names = {})
{
    Frame frame;
    frame.events = log.view();
    for (std::size_t i = 0; i < names.size(); ++i) {
        NodeFrame node;
        node.index = static_cast<NodeIndex>(i);
        node.name = names[i];
        frame.nodes.push_back(node);
    }
    return frame;
}

EventWords someWords()
{
    EventWords words;
    words.nodes = {{0, QStringLiteral("Support EU")}, {1, QStringLiteral("Groups LATAM")}};
    words.groups.insert(0x4f2a'0000U, QStringLiteral("Subscribers 3"));
    words.redelivered = QStringLiteral("redelivered");
    words.apart = QStringLiteral("apart");
    words.counted = QStringLiteral("as TPS");
    return words;
}

EventRecord someRecord()
{
    EventRecord record;
    record.arrivedMs = unixMillis(noonPlus(125'500)); // 12:02:05.500
    record.lagMs = 4'200;
    record.message = 0x3fa9'c2d1U;
    record.participant = 0x00ab'cdefU;
    record.group = 0x4f2a'0000U;
    record.node = 1;
    record.kind = static_cast<quint8>(EventKind::Read);
    return record;
}

bool lets(const QString &line, const EventRecord &record)
{
    EventFilter filter;
    const QString error = readFilterLine(line, filter);
    return error.isEmpty() && EventMatcher(filter, someWords()).matches(record);
}

/// Until everything has been looked through.
void settle(EventLogModel &model)
{
    QTRY_VERIFY_WITH_TIMEOUT(!model.isSearching(), 60'000);
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordHasWhatIsShownAndNoMore()
    {
        auto event = eventAt(noonPlus(1'500), EventKind::Delivery);
        event.node = 7;
        event.eventTime = noonPlus(1'000);
        event.message = {0x3fa9c2d1'00000000U, 5};
        event.participant = {0, 9}; // the shown part is null, the print is not
        auto record = EventLogWriter::recordOf(event, true);
        QCOMPARE(record.arrivedMs, unixMillis(noonPlus(1'500)));
        QCOMPARE(record.lagMs, 500);
        QCOMPARE(record.message, 0x3fa9c2d1U);
        QCOMPARE(record.participant, 1U);
        QCOMPARE(record.group, 0U);
        QCOMPARE(record.node, NodeIndex{7});
        QCOMPARE(loggedKind(record), loggedKind(EventKind::Delivery));
        QCOMPARE(record.flags, quint8{EventRecord::Redelivered});

        event.kind.reset();
        event.apart = ApartKind::Reaction;
        event.eventTime.reset();
        record = EventLogWriter::recordOf(event, false);
        QCOMPARE(loggedKind(record), loggedKind(ApartKind::Reaction));
        QCOMPARE(record.flags, quint8{EventRecord::Apart});
        QCOMPARE(record.lagMs, EventRecord::kNoLag);
        event.eventTime = noonPlus(1'500) - std::chrono::hours{24 * 365}; // of a clock that was never set
        QCOMPARE(EventLogWriter::recordOf(event, false).lagMs, std::numeric_limits<qint32>::max());
        event.eventTime = noonPlus(2'500);
        QCOMPARE(EventLogWriter::recordOf(event, false).lagMs, -1'000);
    }

    void isBoundedAndLosesWholeChunksOfTheOldest()
    {
        QVERIFY(EventLogView::kMost <= 1'000'000);
        QVERIFY(EventLogView::kMostChunks * sizeof(EventChunk) <= 32'000'000);
        EventLogWriter log;
        QCOMPARE(log.view()->size(), std::size_t{0});
        fill(log, 0, EventLogView::kMost);
        auto full = log.view();
        QCOMPARE(full->size(), EventLogView::kMost);
        QCOMPARE(full, log.view()); // nothing came: the same
        fill(log, EventLogView::kMost, EventLogView::kMost + 10);
        const auto view = log.view();
        QCOMPARE(view->firstSequence, quint64{EventChunk::kRecords});
        QCOMPARE(view->endSequence(), quint64{EventLogView::kMost + 10});
        QVERIFY(!view->has(0));
        QCOMPARE(view->at(EventChunk::kRecords).message, static_cast<quint32>(EventChunk::kRecords));
        QCOMPARE(view->at(EventLogView::kMost + 9).message, static_cast<quint32>(EventLogView::kMost + 9));
        QCOMPARE(full->at(3).message, 3U); // whoever still looks at it has it
    }

    void memoryThatNobodyHasSeenIsUsedAgain()
    {
        EventLogWriter log; // as in a long replay: no frame looks at it
        fill(log, 0, EventLogView::kMost + 3 * EventChunk::kRecords);
        const auto view = log.view();
        QCOMPARE(view->size(), EventLogView::kMost);
        for (quint64 number = view->firstSequence; number < view->endSequence(); number += 1'000)
            QCOMPARE(view->at(number).message, static_cast<quint32>(number));
    }

    void readersNeedNoLockWhileItIsWritten()
    {
        EventLogWriter log;
        std::mutex mutex; // only hands the view over, as the frame's mailbox does
        EventLogViewPtr published;
        std::atomic<bool> done{false};
        std::atomic<quint64> wrong{0};
        std::atomic<quint64> read{0};
        const auto look = [&] {
            while (!done || read == 0) {
                EventLogViewPtr view;
                {
                    const std::scoped_lock lock(mutex);
                    view = published;
                }
                if (!view || view->size() == 0)
                    continue;
                const quint64 end = view->endSequence();
                for (quint64 number = end - std::min<quint64>(view->size(), 20'000); number < end; ++number)
                    wrong += view->at(number).message == static_cast<quint32>(number) ? 0 : 1;
                ++read;
            }
        };
        std::thread one(look);
        std::thread two(look);
        for (quint64 number = 0; number < 200'000; ++number) {
            log.add(numbered(number), false);
            if (number % 777 == 0) {
                auto view = log.view();
                const std::scoped_lock lock(mutex);
                published = std::move(view);
            }
        }
        done = true;
        one.join();
        two.join();
        QCOMPARE(wrong.load(), quint64{0});
        QVERIFY(read > 0);
    }

    void theLineIsRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("lets");
        const auto row = [](const char *line, bool lets) { QTest::newRow(line) << QString::fromUtf8(line) << lets; };
        row("", true);
        row("read", true);
        row("REA", true);
        row("delivery", false);
        row("latam", true);
        row("support", false);
        row("subscribers", true);
        row("3fa9", true);
        row("fa9c2d", true); // in the middle of a hash
        row("abcdef", true);
        row("00abcdef", true);
        row("123456", false);
        row("tps", true);
        row("redelivered", false);
        row("12:02", true);
        row("12:02:05", true);
        row("12:02:06", false);
        row("read latam 12:02", true);
        row("read support", false);
        row("group:4f2a", true);
        row("Group:4F2A0000", true);
        row("group:f2a", false); // the first digits
        row("participant:00ab", true);
        row("message:3fa9c2", true);
        row("message:3fa9c3", false);
        row("lag>=4s", true);
        row("lag>4", true);
        row("lag>=4200ms", true);
        row("lag>=4.3s", false);
        row("lag:1m", false);
        row("lag>=soon", false);
        row("group:xyz", false);
        row("group:", false);
        row("message:123456789", false);
    }
    void theLineIsRead()
    {
        QFETCH(QString, line);
        QTEST(lets(line, someRecord()), "lets");
    }

    void aWrongTermChangesNothingAndSaysHowToWriteIt()
    {
        EventFilter filter;
        QCOMPARE(readFilterLine(QStringLiteral("read lag>=2s"), filter), QString());
        const auto before = filter;
        QVERIFY(readFilterLine(QStringLiteral("lag>=x"), filter).contains(QStringLiteral("lag>=5s")));
        QVERIFY(readFilterLine(QStringLiteral("group:+4"), filter).contains(QStringLiteral("group:4f2a")));
        QCOMPARE(filter, before);
        QCOMPARE(withHashTerm(QStringLiteral("read GROUP:12 x"), HashField::Group, 0xabU),
                 QStringLiteral("read x group:000000ab"));
    }

    void theLineIsReadInTheLanguageOfTheWindowToo()
    {
        // As a catalogue would: what it does not have stays English.
        struct Spanish : QTranslator
        {
            QString translate(const char *, const char *source, const char *, int) const override
            {
                const QByteArray text(source);
                return text == "lag"           ? QStringLiteral("retardo")
                       : text == "group"       ? QStringLiteral("grupo")
                       : text == "participant" ? QStringLiteral("two words") // no key can be
                       : text == "Read"        ? QStringLiteral("Lectura")
                                               : QString();
            }
            bool isEmpty() const override { return false; }
        } spanish;
        QCoreApplication::installTranslator(&spanish);
        const auto restore = qScopeGuard([&spanish] { QCoreApplication::removeTranslator(&spanish); });
        EventFilter read;
        for (const auto &line : {QStringLiteral("lag>=5s group:4f2a"), QStringLiteral("RETARDO>=5s grupo:4f2a"),
                                 QStringLiteral("retardo:5 Grupo:4F2A"), QStringLiteral("lag>5,0s grupo:4f2a")}) {
            EventFilter filter;
            QCOMPARE(readFilterLine(line, filter), QString());
            QCOMPARE(filter.leastLag, std::optional(Millis{5'000}));
            QCOMPARE(filter.group, *hashPrefix(u"4f2a"));
            QVERIFY(filter.words.isEmpty());
        }
        QVERIFY(readFilterLine(QStringLiteral("retardo>=x"), read).contains(QStringLiteral("retardo>=5s")));
        QCOMPARE(readFilterLine(QStringLiteral("participant:12"), read), QString());
        QCOMPARE(read.participant, *hashPrefix(u"12"));
        QCOMPARE(withHashTerm(QStringLiteral("x group:12"), HashField::Group, 0xabU),
                 QStringLiteral("x grupo:000000ab"));
        // Kinds by either name.
        auto record = someRecord();
        record.flags &= static_cast<quint8>(~EventRecord::Apart);
        record.kind = static_cast<quint8>(indexOf(EventKind::Read));
        QVERIFY(lets(QStringLiteral("lectura"), record));
        QVERIFY(lets(QStringLiteral("read"), record));
        QVERIFY(!lets(QStringLiteral("delivery"), record));
        const auto offered = filterCompletions(someWords());
        QVERIFY(offered.contains(QStringLiteral("retardo>=")));
        QVERIFY(offered.contains(QStringLiteral("grupo:")));
        QVERIFY(offered.contains(QStringLiteral("participant:")));
        QVERIFY(offered.contains(QStringLiteral("lectura")));
        for (const QString &term : offered)
            QVERIFY2(!term.contains(u' '), qPrintable(term));
    }

    void leastLagLetsNoUnknownLagThrough()
    {
        auto record = someRecord();
        record.lagMs = EventRecord::kNoLag;
        QVERIFY(!lets(QStringLiteral("lag>=0s"), record));
        record.lagMs = 0;
        QVERIFY(lets(QStringLiteral("lag>=0s"), record));
    }

    void noChunkIsPassedOverThatHasAMatch()
    {
        std::mt19937 random(7);
        const auto dice = [&random](unsigned sides) { return static_cast<unsigned>(random()) % sides; };
        auto chunk = std::make_unique<EventChunk>();
        for (int round = 0; round < 20; ++round) {
            const unsigned variety = 1 + dice(6);
            for (auto &record : chunk->records) {
                record.arrivedMs = 1'000'000 * (round + 1) + dice(1'000);
                record.lagMs = dice(4) == 0 ? EventRecord::kNoLag : static_cast<qint32>(dice(1000 * variety));
                record.node = static_cast<NodeIndex>(dice(variety));
                record.flags = static_cast<quint8>(dice(variety) == 0 ? dice(4) : 0);
                record.kind = static_cast<quint8>(dice(4));
                record.group = dice(variety) * 1'234'567U;
            }
            const auto summary = ChunkSummary::of(*chunk);
            int passed = 0;
            for (int i = 0; i < 200; ++i) {
                EventFilter filter;
                filter.node = static_cast<NodeIndex>(dice(8));
                filter.kinds = 1U << dice(kLoggedKindCount) | 1U << dice(4);
                filter.redelivered = dice(2) == 0;
                filter.first = dice(2) == 0;
                filter.leastLag = Millis{dice(8'000)};
                if (dice(2) == 0)
                    filter.from = fromUnixMillis(1'000'000 * (round + 1) + dice(2'000));
                if (dice(2) == 0)
                    filter.to = fromUnixMillis(1'000'000 * (round + 1) + dice(1'000) - 500);
                if (dice(2) == 0)
                    filter.group = {dice(8) * 1'234'567U, 0xffff'ffffU};
                const EventMatcher matcher(filter, {});
                const bool any = std::any_of(chunk->records.begin(), chunk->records.end(),
                                             [&](const EventRecord &record) { return matcher.matches(record); });
                QVERIFY(!any || matcher.mayMatch(summary));
                passed += matcher.mayMatch(summary) ? 0 : 1;
            }
            QVERIFY(passed > 0); // it is of use
        }
    }

    void rowsComeOnTopAndTheOldestGoWithoutAReset()
    {
        EventLogWriter log;
        EventLogModel model;
        fill(log, 0, 100);
        model.setFrame(frameOf(log));
        settle(model);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.record(0).message, 99U);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex chosen = model.index(10, 0); // number 89
        fill(log, 100, 130);
        model.setFrame(frameOf(log));
        settle(model);
        QCOMPARE(chosen.row(), 40);
        QCOMPARE(model.record(chosen.row()).message, 89U);
        fill(log, 130, EventLogView::kMost);
        model.setFrame(frameOf(log));
        settle(model);
        QCOMPARE(model.rowCount(), static_cast<int>(EventLogView::kMost));
        QCOMPARE(model.record(chosen.row()).message, 89U);
        fill(log, EventLogView::kMost, EventLogView::kMost + 1);
        model.setFrame(frameOf(log));
        settle(model);
        QVERIFY(!chosen.isValid()); // it went with the oldest chunk
        QCOMPARE(model.rowCount(), static_cast<int>(log.view()->size()));
        QCOMPARE(model.record(model.rowCount() - 1).message, static_cast<quint32>(EventChunk::kRecords));
        QCOMPARE(resets.size(), 0);
    }

    void aMillionAreSearchedInSlicesNewestFirst()
    {
        EventLogWriter log;
        fill(log, 0, EventLogView::kMost);
        EventLogModel model;
        model.setFrame(frameOf(log, {QStringLiteral("Support EU"), QStringLiteral("B"), QStringLiteral("C")}));
        settle(model);
        QSignalSpy slices(&model, &EventLogModel::searched);
        EventFilter filter;
        // Many words, so that it cannot be done in one slice on any machine.
        for (int i = 0; i < 60; ++i)
            filter.words.append(QStringLiteral("support"));
        QElapsedTimer clock;
        clock.start();
        model.setFilter(filter);
        const auto firstSlice = clock.elapsed();
        QVERIFY(model.isSearching());
        QVERIFY(model.rowCount() > 0); // the newest are there at once
        QVERIFY(model.rowCount() < static_cast<int>(EventLogView::kMost / 3));
        const auto newest = model.record(0).message;
        settle(model);
        qInfo("first slice %lld ms, %lld slices for %d rows", static_cast<long long>(firstSlice),
              static_cast<long long>(slices.size()), model.rowCount());
        QVERIFY(slices.size() > 3); // the event loop ran in between
        QCOMPARE(model.record(0).message, newest);
        QCOMPARE(model.rowCount(), static_cast<int>((EventLogView::kMost + 2) / 3));
        for (int row = 1; row < model.rowCount(); row += 500)
            QVERIFY(model.sequence(row - 1) > model.sequence(row));
    }

    void newEventsAreFilteredTooWhileItSearches()
    {
        EventLogWriter log;
        fill(log, 0, 500'000);
        EventLogModel model;
        EventFilter filter;
        filter.kinds = 1U << loggedKind(EventKind::Read);
        filter.redelivered = false;
        model.setFilter(filter);
        model.setFrame(frameOf(log));
        fill(log, 500'000, 700'000); // more than a slice can take
        model.setFrame(frameOf(log));
        settle(model);
        int expected = 0;
        for (quint64 number = 0; number < 700'000; ++number)
            expected += number % 4 == 3 && number % 11 != 0 ? 1 : 0;
        QCOMPARE(model.rowCount(), expected);
        for (int row = 1; row < model.rowCount(); row += 97)
            QVERIFY(model.sequence(row - 1) > model.sequence(row));
    }

    void aRangeThatMovesOnOnlyDropsWhatLeavesIt()
    {
        EventLogWriter log;
        fill(log, 0, 500);
        EventLogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        EventFilter filter;
        filter.from = noonPlus(100);
        model.setFilter(filter);
        model.setFrame(frameOf(log));
        settle(model);
        QCOMPARE(model.rowCount(), 400);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        fill(log, 500, 600);
        model.setFrame(frameOf(log));
        settle(model);
        QCOMPARE(model.rowCount(), 500);
        filter.from = noonPlus(300);
        model.setFilter(filter);
        settle(model);
        QCOMPARE(model.rowCount(), 300);
        QCOMPARE(resets.size(), 0);
        filter.from = noonPlus(50); // back again: that has to be looked for
        filter.to = noonPlus(450);
        model.setFilter(filter);
        settle(model);
        QCOMPARE(model.rowCount(), 400);
        QCOMPARE(resets.size(), 1);
    }

    void findsTheRowOfAMoment()
    {
        EventLogWriter log;
        EventLogModel model;
        QCOMPARE(model.rowBefore(kNoon), -1);
        fill(log, 0, 10'000); // one a millisecond
        model.setFrame(frameOf(log));
        settle(model);
        QCOMPARE(model.record(model.rowBefore(noonPlus(5'000))).message, 4'999U);
        QCOMPARE(model.rowBefore(noonPlus(1'000'000)), 0);
        QCOMPARE(model.rowBefore(noonPlus(-5)), 9'999); // the oldest there is
    }

    void anotherLogIsAnotherLog()
    {
        EventLogWriter before;
        fill(before, 0, 300);
        EventLogModel model;
        model.setFrame(frameOf(before));
        EventLogWriter after; // the journal was replayed anew
        fill(after, 1'000, 1'300);
        model.setFrame(frameOf(after));
        settle(model);
        QCOMPARE(model.rowCount(), 300);
        QCOMPARE(model.record(0).message, 1'299U);
        model.setFrame(Frame());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isSearching());
    }

    void tellsUnknownFromZero()
    {
        EventLogModel model;
        EventRecord record = someRecord();
        record.lagMs = EventRecord::kNoLag;
        QCOMPARE(model.text(record, EventLogModel::LagColumn), QStringLiteral("not told"));
        record.lagMs = 0;
        QCOMPARE(model.text(record, EventLogModel::LagColumn), QStringLiteral("0 s"));
        record.lagMs = -2'000;
        QCOMPARE(model.text(record, EventLogModel::LagColumn), QStringLiteral("−2 s"));
        record.group = 0;
        QCOMPARE(model.text(record, EventLogModel::GroupColumn), QString());
        QCOMPARE(model.text(record, EventLogModel::NodeColumn), QStringLiteral("no longer configured"));
    }

    void copiesHaveHashesAndNoNames()
    {
        EventLogWriter log;
        auto event = numbered(4);
        event.group = {0x4f2a0000'00000000U, 1};
        event.eventTime = event.arrival + Millis{1'500};
        log.add(event, false);
        auto frame = frameOf(log, {QStringLiteral("A"), QStringLiteral("=B(\"x\")")});
        auto groups = std::make_shared<std::vector<GroupView>>();
        groups->push_back({event.group, QStringLiteral("Subscribers 3"), 10});
        frame.nodes[0].groups = groups;
        EventLogModel model;
        model.setFrame(frame);
        settle(model);
        QCOMPARE(model.index(0, EventLogModel::GroupColumn).data().toString(), QStringLiteral("Subscribers 3"));
        const auto csv = rowsAsCsv(model, {0}, formatUtc);
        QCOMPARE(csv, QStringLiteral("\"Arrived\",\"Node\",\"Kind\",\"Lag (ms)\",\"Group\",\"Participant\",\"Message\","
                                     "\"Counted\"\r\n\"2026-03-01 12:00:00 UTC\",\"'=B(\"\"x\"\")\",\"Receive\","
                                     "\"-1500\",\"4f2a0000\",\"00000005\",\"00000004\",\"as TPS\"\r\n"));
        const auto text = rowsAsText(model, {0}, formatUtc);
        QVERIFY(text.contains(QStringLiteral("4f2a0000")) && !text.contains(QStringLiteral("Subscribers")));
    }
};

BAROGRAPH_TEST(TestEventLog)
#include "tst_event_log.moc"
