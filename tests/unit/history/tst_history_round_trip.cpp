// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_reader.h"
#include "storage/history_writer.h"

#include "history_samples.h"
#include "test_case.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

using namespace barograph;
using samples::at;
using samples::closed;
using samples::idle;

namespace {

const QString kNode = QStringLiteral("support-eu");
const QString kName = QStringLiteral("Support EU");

CoverageSpan span(qint64 from, qint64 to, quint8 known = kAllKindsMask, quint8 notMeasured = 0, double tps = 20)
{
    return {at(from), at(to), known, notMeasured, tps};
}

} // namespace

class TestHistoryRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("data/history.sqlite"));
        m_writer = std::make_unique<HistoryWriter>(m_file);
    }
    void cleanup() { m_writer.reset(); }

    void secondsComeBackEqual()
    {
        auto busy = closed(2, {{1, 2, 3, 4}}, 7, 8, 12.5);
        busy.redelivered = 5;
        busy.apart = 6;
        busy.minLag = Millis{-1500};
        auto full = closed(3, {{0xffffffffU, 0, 0, 0}});
        auto redeliveredOnly = closed(4);
        redeliveredOnly.redelivered = 1;
        store({closed(0), closed(1), busy, full, redeliveredOnly, closed(5)});

        const auto data = load(0, 10);
        QCOMPARE(data.nodeName, kName);
        QCOMPARE(data.seconds.size(), 3U); // the idle ones have no row
        QCOMPARE(data.seconds[0].second, at(2));
        QVERIFY(data.seconds[0].sample == busy.sample);
        QCOMPARE(data.seconds[0].redelivered, 5U);
        QCOMPARE(data.seconds[0].apart, 6U);
        QCOMPARE(data.seconds[0].minLagMs, std::optional<qint32>(-1500));
        QCOMPARE(data.seconds[1].sample.counts[EventKind::Receive], 0xffffffffU);
        QVERIFY(!data.seconds[1].minLagMs);
        QVERIFY((data.coverage == std::vector{span(0, 2), span(2, 3, 7, 8, 12.5), span(3, 6)}));
        QCOMPARE(data.knownSeconds, 6);
        QCOMPARE(data.unknownSeconds, 4);
    }

    void rangesAreHalfOpenAndClipped()
    {
        auto seconds = idle(0, 100);
        seconds[10] = closed(10, {{1, 0, 0, 0}});
        seconds[20] = closed(20, {{2, 0, 0, 0}});
        store(seconds);
        const auto data = load(10, 20);
        QCOMPARE(data.seconds.size(), 1U);
        QVERIFY((data.coverage == std::vector{span(10, 20)}));
        QCOMPARE(load(20, 21).seconds.size(), 1U);
        QVERIFY(load(200, 300).coverage.empty());
        QCOMPARE(load(200, 300).unknownSeconds, 100);
    }

    void replaysGiveTheSameRows_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("order %u", seed) << seed;
    }
    void replaysGiveTheSameRows()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        // Gaps, two masks, two budgets, idle and busy seconds.
        std::vector<ClosedSecond> truth;
        for (qint64 offset = 0; offset < 400; ++offset) {
            if (offset % 97 > 80)
                continue;
            const quint8 known = offset / 60 % 2 == 0 ? kAllKindsMask : 7;
            const auto off = static_cast<quint8>(kAllKindsMask & ~known);
            const double tps = offset < 250 ? 20 : 80;
            const auto count = static_cast<quint32>(random() % 3 == 0 ? random() % 50 : 0);
            truth.push_back(closed(offset, {{count, 0, count / 2, 0}}, known, off, tps));
        }
        store(truth);
        const auto once = load(0, 500);

        // The journal is replayed in pieces that overlap, in any order.
        for (int piece = 0; piece < 30; ++piece) {
            const auto from = random() % truth.size();
            const auto to = std::min<std::size_t>(truth.size(), from + 1 + random() % 120);
            std::vector<ClosedSecond> part(truth.begin() + static_cast<std::ptrdiff_t>(from),
                                           truth.begin() + static_cast<std::ptrdiff_t>(to));
            if (piece % 3 == 0)
                std::shuffle(part.begin(), part.end(), random);
            m_writer->enqueue(kNode, kName, false, part);
            if (piece % 5 == 0)
                QVERIFY(m_writer->flush());
        }
        QVERIFY(m_writer->flush());
        const auto again = load(0, 500);
        QVERIFY(again.seconds == once.seconds);
        QVERIFY(again.coverage == once.coverage);
        QVERIFY(again.totals == once.totals);
    }

    void aReplayedSecondReplaces()
    {
        store({closed(0, {{1, 0, 0, 0}}), closed(1, {{9, 0, 0, 0}}), closed(2)});
        store({closed(1), closed(2, {{3, 0, 0, 0}})});
        const auto data = load(0, 10);
        QCOMPARE(data.seconds.size(), 2U);
        QCOMPARE(data.seconds[1].second, at(2));
        QCOMPARE(data.totals.total(), 4U);
    }

    void aReplayThatKnowsNothingCutsTheCoverage()
    {
        store(idle(0, 10));
        store({closed(4, {}, 0, 0)});
        QVERIFY((load(0, 10).coverage == std::vector{span(0, 4), span(5, 10)}));
    }

    void aGapFilledLaterBecomesOneSpan()
    {
        store(idle(20, 30));
        store(idle(0, 10));
        store(idle(10, 20));
        QVERIFY((load(0, 30).coverage == std::vector{span(0, 30)}));
        store(idle(-10, 0));
        QVERIFY((load(-10, 30).coverage == std::vector{span(-10, 30)}));
    }

    void impossibleBudgetsAreUnknown()
    {
        store({closed(0, {}, kAllKindsMask, 0, std::numeric_limits<double>::quiet_NaN()),
               closed(1, {}, kAllKindsMask, 0, std::numeric_limits<double>::infinity()),
               closed(2, {}, kAllKindsMask, 0, -5)});
        QVERIFY((load(0, 3).coverage == std::vector{span(0, 3, kAllKindsMask, 0, 0)}));
    }

    void nodesAreListedAndRenamed()
    {
        m_writer->enqueueStorm(QStringLiteral("only-a-storm"), samples::storm(1, 0, 5, 10, 5));
        m_writer->enqueue(QStringLiteral("b"), QStringLiteral("Zulu"), true, idle(5, 8));
        m_writer->enqueue(QStringLiteral("a"), QStringLiteral("Old name"), false, idle(0, 3));
        QVERIFY(m_writer->flush());
        m_writer->enqueue(QStringLiteral("a"), QStringLiteral("Alpha"), false, idle(100, 101));
        m_writer->enqueueStorm(QStringLiteral("a"), samples::storm(2, 0, 5, 10, 5)); // must not undo the name
        QVERIFY(m_writer->flush());
        const auto nodes = HistoryReader(m_file).nodes();
        QVERIFY2(nodes, nodes ? "" : qPrintable(nodes.error()));
        QVERIFY((*nodes == std::vector<RecordedNode>{
                               {QStringLiteral("a"), QStringLiteral("Alpha"), false, at(0), at(100)},
                               {QStringLiteral("b"), QStringLiteral("Zulu"), true, at(5), at(7)},
                               {QStringLiteral("only-a-storm"), QStringLiteral("only-a-storm"), false, {}, {}}}));
    }

    void stormsMergeInAnyOrder()
    {
        auto early = samples::storm(1, 0, 10, 100, 10);
        early.fanOut = Reading<quint32>::estimated(500, early.lastSeen);
        auto late = samples::storm(1, 0, 60, 1000, 700);
        late.receiptsPerSecond = 1; // it has calmed down
        for (const auto &order : {std::vector{early, late}, std::vector{late, early}, std::vector{late, early, late}}) {
            for (const auto &state : order)
                m_writer->enqueueStorm(kNode, state);
            QVERIFY(m_writer->flush());
            const auto data = load(0, 100);
            QCOMPARE(data.storms.size(), 1U);
            const auto &storm = data.storms[0];
            QVERIFY(storm.message == late.message);
            QVERIFY(storm.group == late.group);
            QCOMPARE(storm.label, late.label);
            QCOMPARE(storm.firstSeen, early.firstSeen);
            QCOMPARE(storm.lastSeen, late.lastSeen);
            QCOMPARE(storm.deliveries, 1000U);
            QCOMPARE(storm.reads, 700U);
            QCOMPARE(storm.participants, 1000U);
            QCOMPARE(storm.receiptsPerSecond, 50.0); // the highest seen
            QVERIFY(storm.groupSize.truth() == Truth::NotSupported);
            QVERIFY(storm.fanOut == late.fanOut);
            QCOMPARE(storm.remaining.value(), 348U);
            QVERIFY(storm.remaining.truth() == Truth::Estimated);
            QVERIFY(!storm.active);
        }
    }

    void stormsOfTheRangeOnly()
    {
        m_writer->enqueueStorm(kNode, samples::storm(1, 0, 10, 1, 1));
        m_writer->enqueueStorm(kNode, samples::storm(2, 20, 30, 1, 1));
        m_writer->enqueueStorm(QStringLiteral("other"), samples::storm(3, 20, 30, 1, 1));
        QVERIFY(m_writer->flush());
        QCOMPARE(load(11, 20).storms.size(), 0U);
        QCOMPARE(load(11, 21).storms.size(), 1U);
        QCOMPARE(load(10, 21).storms.size(), 2U); // the first ended within second 10
    }

    void controlsComeBackEqual()
    {
        const auto kept = samples::control(QStringLiteral("c-1"), 5, ControlOutcome::Unverified);
        m_writer->enqueueControl(kept);
        m_writer->enqueueControl(kept); // the same again is the same
        ControlResult bare;
        bare.id = QStringLiteral("c-2");
        bare.nodeId = kNode;
        bare.at = UtcTime{at(6)};
        m_writer->enqueueControl(bare); // null texts
        m_writer->enqueueControl(samples::control(QStringLiteral("c-3"), 50, ControlOutcome::Verified));
        QVERIFY(m_writer->flush());
        const auto data = load(0, 50);
        QCOMPARE(data.controls.size(), 2U);
        const auto &control = data.controls[0];
        QCOMPARE(control.id, kept.id);
        QCOMPARE(control.nodeId, kept.nodeId);
        QCOMPARE(control.title, kept.title);
        QVERIFY(control.outcome == ControlOutcome::Unverified);
        QCOMPARE(control.detail, kept.detail);
        QCOMPARE(control.at, kept.at);
        QCOMPARE(control.changes.size(), 1U);
        QCOMPARE(control.changes[0].after, QStringLiteral("off"));
        QCOMPARE(data.controls[1].id, bare.id);
    }

    void manyNodesInterleaved()
    {
        for (qint64 offset = 0; offset < 300; ++offset) {
            for (int node = 0; node < 5; ++node) {
                const auto count = static_cast<quint32>(offset % 7 == node ? 1 + node : 0);
                m_writer->enqueue(QStringLiteral("n%1").arg(node), QStringLiteral("Node %1").arg(node), false,
                                  {closed(offset, {{0, count, 0, 0}})});
            }
        }
        QVERIFY(m_writer->flush());
        for (int node = 0; node < 5; ++node) {
            const auto data = HistoryReader(m_file).load(QStringLiteral("n%1").arg(node), at(0), at(300));
            QVERIFY(data);
            QVERIFY((data->coverage == std::vector{span(0, 300)}));
            const auto busy = static_cast<std::size_t>(300 / 7 + (node < 300 % 7 ? 1 : 0));
            QCOMPARE(data->seconds.size(), busy);
            QCOMPARE(data->totals[EventKind::Send], busy * static_cast<std::size_t>(1 + node));
        }
    }

    void writesWithoutBeingAskedTo()
    {
        m_writer->enqueue(kNode, kName, false, idle(0, 5));
        QTRY_VERIFY_WITH_TIMEOUT(HistoryReader(m_file).load(kNode, at(0), at(5)), 10'000);
        QCOMPARE(load(0, 5).knownSeconds, 5);
    }

    void endingWritesWhatWaits()
    {
        m_writer->enqueue(kNode, kName, false, idle(0, 20'000));
        m_writer.reset();
        QVERIFY(!QFile::exists(m_file + QStringLiteral("-wal"))); // an orderly close
        QCOMPARE(load(0, 20'000).knownSeconds, 20'000);
    }

    void goesOnInAnExistingFile()
    {
        store({closed(0, {{1, 0, 0, 0}})});
        m_writer = nullptr;
        m_writer = std::make_unique<HistoryWriter>(m_file);
        store({closed(1, {{2, 0, 0, 0}}), closed(0)});
        const auto data = load(0, 10);
        QCOMPARE(data.totals.total(), 2U);
        QVERIFY((data.coverage == std::vector{span(0, 2)}));
        QVERIFY(m_writer->status() == HistoryStatus{});
    }

    void readersAndWriterWorkAtTheSameTime()
    {
        store({closed(0, {{1, 1, 1, 1}})});
        std::atomic<bool> done{false};
        std::atomic<int> reads{0};
        std::atomic<int> failures{0};
        const auto read = [&] {
            qint64 lastKnown = 0;
            while (!done.load()) {
                const auto data = HistoryReader(m_file).load(kNode, at(0), at(100'000));
                // One consistent state: every covered second has its four events, and nothing ever goes back.
                const bool good = data && data->totals.total() == 4 * static_cast<quint64>(data->knownSeconds) &&
                                  data->knownSeconds >= lastKnown;
                if (good)
                    lastKnown = data->knownSeconds;
                else
                    failures.fetch_add(1);
                reads.fetch_add(1);
            }
        };
        std::thread one(read);
        std::thread two(read);
        for (qint64 offset = 1; offset < 3000; offset += 100) {
            std::vector<ClosedSecond> seconds;
            for (qint64 i = 0; i < 100; ++i)
                seconds.push_back(closed(offset + i, {{1, 1, 1, 1}}));
            m_writer->enqueue(kNode, kName, false, std::move(seconds));
            if (!m_writer->flush())
                failures.fetch_add(1);
        }
        done = true;
        one.join();
        two.join();
        QCOMPARE(failures.load(), 0);
        QVERIFY(reads.load() > 0);
        QCOMPARE(load(0, 100'000).knownSeconds, 3001);
    }

    void manyThreadsMayHandOver()
    {
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([this, thread] {
                for (qint64 offset = 0; offset < 200; ++offset)
                    m_writer->enqueue(QStringLiteral("n%1").arg(thread), QStringLiteral("N"), false, {closed(offset)});
            });
        }
        for (auto &thread : threads)
            thread.join();
        QVERIFY(m_writer->flush());
        const auto nodes = HistoryReader(m_file).nodes();
        QVERIFY(nodes);
        QCOMPARE(nodes->size(), 4U);
        for (const auto &node : *nodes)
            QCOMPARE(node.latest, std::optional<UtcSecond>(at(199)));
    }

private:
    void store(const std::vector<ClosedSecond> &seconds)
    {
        m_writer->enqueue(kNode, kName, false, seconds);
        QVERIFY(m_writer->flush());
    }
    ReportData load(qint64 from, qint64 to) const
    {
        const auto data = HistoryReader(m_file).load(kNode, at(from), at(to));
        if (!data)
            qCritical() << data.error();
        return data.value_or(ReportData{});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<HistoryWriter> m_writer;
};

BAROGRAPH_TEST(TestHistoryRoundTrip)
#include "tst_history_round_trip.moc"
