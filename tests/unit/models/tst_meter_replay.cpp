// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "test_case.h"

#include <random>
#include <variant>

using namespace barograph;
using namespace barograph::test;

namespace {

/// What the journal holds, in order, and when seconds were closed.
struct Advance
{
    UtcTime at{};
};
using JournalEntry = std::variant<IngestedEvent, NodeMeter::CounterDelta, Advance>;

struct Run
{
    std::vector<JournalEntry> journal;
    std::vector<ClosedSecond> closed;
    TotalCounts totals;
    IngestTotals ingest;
};

void append(std::vector<ClosedSecond> &to, std::vector<ClosedSecond> from)
{
    to.insert(to.end(), from.begin(), from.end());
}

Run runLive(quint32 seed, bool counterIsSource)
{
    std::mt19937 random(seed);
    const auto below = [&random](quint32 limit) { return static_cast<quint32>(random() % limit); };
    Run run;
    NodeMeter meter(4, nodeConfig());
    meter.setListening(true, kNoon);
    meter.apply(callbacksAt(kNoon, {!counterIsSource, true, true}));
    quint64 counter = 9000;
    auto now = kNoon;
    const auto poll = [&](const ProbeResult &result) {
        meter.apply(result);
        if (const auto delta = meter.takeCounterDelta())
            run.journal.emplace_back(*delta);
    };
    for (int step = 0; step < 30'000; ++step) {
        now += Millis{below(40)};
        if (below(5000) == 0)
            now += Seconds{60};
        if (below(5000) == 0)
            now -= Seconds{20};
        if (below(6000) == 0) {
            counterIsSource = !counterIsSource;
            poll(callbacksAt(now, {!counterIsSource, true, true}));
        }
        if (step % 100 == 0) {
            counter += below(60);
            poll(counterAt(now, counter));
        }
        if (step % 5 == 0) {
            append(run.closed, meter.advance(now));
            run.journal.emplace_back(Advance{now});
        }
        auto event = eventAt(now, static_cast<EventKind>(below(4)), below(100) + 1, below(100) + 1);
        event.redelivered = below(10) == 0;
        event.eventTime = UtcTime{secondOf(now - Millis{below(9000)})};
        meter.count(event);
        run.journal.emplace_back(event);
    }
    append(run.closed, meter.advance(now + Seconds{3}));
    run.journal.emplace_back(Advance{now + Seconds{3}});
    run.totals = meter.totals();
    run.ingest = meter.ingest();
    return run;
}

Run replay(const Run &live)
{
    Run run;
    NodeMeter meter(4, nodeConfig());
    meter.setListening(true, kNoon);
    for (const auto &entry : live.journal) {
        if (const auto *event = std::get_if<IngestedEvent>(&entry))
            meter.count(*event);
        else if (const auto *delta = std::get_if<NodeMeter::CounterDelta>(&entry))
            meter.replayCounterDelta(*delta);
        else
            append(run.closed, meter.advance(std::get<Advance>(entry).at));
    }
    run.totals = meter.totals();
    run.ingest = meter.ingest();
    return run;
}

} // namespace

class TestMeterReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replayEqualsLive_data();
    void replayEqualsLive();
    void counterGoesOnAfterTheReplay();
};

void TestMeterReplay::replayEqualsLive_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("counterIsSource");
    for (quint32 seed = 1; seed <= 12; ++seed) {
        QTest::addRow("statuses first, seed %u", seed) << seed << false;
        QTest::addRow("counter first, seed %u", seed) << seed << true;
    }
}

void TestMeterReplay::replayEqualsLive()
{
    QFETCH(quint32, seed);
    QFETCH(bool, counterIsSource);
    const auto live = runLive(seed, counterIsSource);
    const auto again = replay(live);
    QVERIFY(live.closed.size() > 300);
    QCOMPARE(again.closed.size(), live.closed.size());
    for (std::size_t i = 0; i < live.closed.size(); ++i) {
        const auto &a = live.closed[i];
        const auto &b = again.closed[i];
        QCOMPARE(b.second, a.second);
        QVERIFY2(b.sample.counts == a.sample.counts, qPrintable(QStringLiteral("second %1").arg(i)));
        QCOMPARE(b.redelivered, a.redelivered);
        QCOMPARE(b.apart, a.apart);
        QCOMPARE(b.minLag, a.minLag);
        // Which kinds are measured also depends on polls, which are not in the journal; receives do not.
        QCOMPARE(b.sample.isKnown(EventKind::Receive), a.sample.isKnown(EventKind::Receive));
    }
    QCOMPARE(again.totals, live.totals);
    QCOMPARE(again.ingest, live.ingest);
}

void TestMeterReplay::counterGoesOnAfterTheReplay()
{
    NodeMeter meter(0, nodeConfig());
    NodeMeter::CounterDelta delta;
    delta.counter = 1040;
    delta.sends = 40;
    delta.at = kNoon;
    delta.span = Millis{2000};
    meter.replayCounterDelta(delta);
    meter.restoreSendCounter(1040);
    meter.apply(counterAt(noonPlus(2000), 1060));
    QCOMPARE(meter.totals()[EventKind::Send], quint64{60});
    QCOMPARE(meter.frame(noonPlus(2000)).sendSource, SendSource::StatsCounter);
    const auto next = meter.takeCounterDelta();
    QVERIFY(next);
    QCOMPARE(next->counter, quint64{1060});
    QCOMPARE(next->sends, quint64{20});
}

BAROGRAPH_TEST(TestMeterReplay)
#include "tst_meter_replay.moc"
