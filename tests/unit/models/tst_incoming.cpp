// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/callback_pace.h"
#include "incoming/clock_skew.h"
#include "incoming/incoming_tracker.h"
#include "incoming/lag_floor.h"
#include "incoming/queue_forecast.h"
#include "incoming/queue_risk.h"
#include "incoming/robust_slope.h"
#include "incoming/server_sizing.h"
#include "meter_fixture.h"
#include "test_case.h"
#include "text/headline.h"
#include "text/incoming_text.h"

using namespace barograph;
using namespace barograph::test;
using namespace std::chrono_literals;

namespace {

/// A clock that is `skew` ahead, asked at `sentAt` over a way of `exchange`; it stamps in the middle.
ClockSample askedAt(UtcTime sentAt, Millis skew, Millis exchange = 40ms)
{
    return {UtcTime{secondOf(sentAt + exchange / 2 + skew)}, sentAt, sentAt + exchange};
}

Millis apart(Millis a, Millis b)
{
    return std::chrono::abs(a - b);
}

/// Feeds a tracker with a steady flow of receives of a given lag.
class Flow
{
public:
    explicit Flow(qint64 capacity = 100'000)
        : m_capacity(capacity)
    {}

    IncomingTracker tracker;
    std::optional<qint64> gauge;
    int perSecond = 10;

    /// `lagOf` in milliseconds for each second from now on; stamps are whole seconds if `cut`.
    void run(int seconds, const std::function<qint64(int)> &lagOf, bool known = true)
    {
        for (int i = 0; i < seconds; ++i) {
            for (int k = 0; k < perSecond; ++k) {
                const auto arrival = UtcTime{m_second} + Millis{1000 * k / std::max(perSecond, 1)};
                const auto happened = arrival - Millis{lagOf(i)};
                tracker.add(EventKind::Receive, arrival, UtcTime{secondOf(happened)});
            }
            std::optional<IncomingTracker::Gauges> gauges;
            if (gauge)
                gauges = IncomingTracker::Gauges{*gauge, UtcTime{m_second} + 500ms};
            tracker.closeSecond(m_second, known, gauges, m_capacity);
            m_second += 1s;
            if (eachSecond)
                eachSecond();
        }
    }
    void skip(Seconds span) { m_second += span; }
    UtcTime now() const { return UtcTime{m_second} + 100ms; }
    IncomingView view(const std::optional<double> &budgetLeft = {}) const
    {
        IncomingView view;
        const auto told = gauge ? Reading<qint64>::measured(*gauge, now()) : Reading<qint64>::notSupported();
        tracker.describe(view, now(), told, budgetLeft);
        return view;
    }
    std::function<void()> eachSecond;

private:
    UtcSecond m_second = secondOf(kNoon);
    qint64 m_capacity;
};

qint64 noLag(int)
{
    return 120;
}

IncomingView filled(qint64 depth, double growth, QueueTrend trend, qint64 capacity = 100'000)
{
    IncomingView view;
    view.depth = Reading<qint64>::measured(depth, kNoon);
    view.source = DepthSource::Gauges;
    view.capacity = capacity;
    view.growthPerSecond = Reading<double>::estimated(growth, kNoon);
    view.trend = trend;
    return view;
}

} // namespace

class TestIncoming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Clocks -----------------------------------------------------------------------------------------------------
    void skewByDate_data()
    {
        QTest::addColumn<qint64>("skewMs");
        for (const qint64 skew : {0, 380, 4'200, -7'340, 3'600'000})
            QTest::addRow("%lld ms", static_cast<long long>(skew)) << skew;
    }
    void skewByDate()
    {
        QFETCH(const qint64, skewMs);
        ClockSkew clock;
        QCOMPARE(clock.reading(kNoon).truth(), Truth::Unknown);
        clock.add(askedAt(kNoon, Millis{skewMs}));
        // One answer: a second, and the way.
        const auto first = *clock.bounds(kNoon);
        QVERIFY(first.low <= Millis{skewMs} && first.high >= Millis{skewMs});
        QCOMPARE(first.high - first.low, 1040ms);
        for (int i = 1; i <= 40; ++i)
            clock.add(askedAt(kNoon + i * 5'070ms, Millis{skewMs}));
        const auto now = kNoon + 41 * 5'070ms;
        QVERIFY(clock.bounds(now)->low <= Millis{skewMs} && clock.bounds(now)->high >= Millis{skewMs});
        QVERIFY(apart(clock.reading(now).value(), Millis{skewMs}) < 120ms);
        QCOMPARE(clock.reading(now).truth(), Truth::Measured);
        QCOMPARE(clock.reading(now + 16min).truth(), Truth::Stale);
    }

    void driftIsFollowedAndAJumpTaken()
    {
        ClockSkew clock;
        UtcTime at = kNoon;
        // 100 ppm, a poor quartz: 360 ms in an hour.
        for (int i = 0; i < 720; ++i, at += 5'030ms)
            clock.add(askedAt(at, Millis{i * 5 / 10}));
        QVERIFY(apart(clock.reading(at).value(), 360ms) < 200ms);
        QCOMPARE(clock.jumps(), 0U);
        // One odd answer is a proxy's.
        clock.add(askedAt(at, -90s));
        clock.add(askedAt(at + 5s, 360ms));
        QVERIFY(apart(clock.reading(at).value(), 360ms) < 200ms);
        // Two that agree are a clock that was set.
        clock.add(askedAt(at + 10s, 30s));
        QCOMPARE(clock.jumps(), 0U);
        clock.add(askedAt(at + 15s, 30s));
        QCOMPARE(clock.jumps(), 1U);
        QVERIFY(apart(clock.reading(at + 15s).value(), 30s) < 600ms);
    }

    void impossibleExchangesAreLeftOut()
    {
        ClockSkew clock;
        clock.add({kNoon, kNoon + 2s, kNoon});
        clock.add({kNoon, kNoon, kNoon + 31s});
        QVERIFY(!clock.bounds(kNoon));
    }

    void correction_data()
    {
        QTest::addColumn<bool>("hasDate");
        QTest::addColumn<qint64>("dateMs");
        QTest::addColumn<bool>("hasLag");
        QTest::addColumn<qint64>("lowestMs");
        QTest::addColumn<qint64>("addedMs");
        QTest::newRow("nothing known") << false << qint64{0} << false << qint64{0} << qint64{0};
        QTest::newRow("a lag is never negative") << false << qint64{0} << true << qint64{-8'000} << qint64{8'000};
        QTest::newRow("a long lag without a Date is a queue")
            << false << qint64{0} << true << qint64{60'000} << qint64{0};
        QTest::newRow("ahead, and stamped so") << true << qint64{10'000} << true << qint64{-9'700} << qint64{10'000};
        QTest::newRow("behind, and stamped so") << true << qint64{-10'000} << true << qint64{10'300} << qint64{-10'000};
        QTest::newRow("ahead, stamped by WhatsApp") << true << qint64{10'000} << true << qint64{200} << qint64{0};
        QTest::newRow("behind, stamped by WhatsApp") << true << qint64{-10'000} << true << qint64{200} << qint64{0};
        QTest::newRow("ahead, nothing to compare with") << true << qint64{10'000} << false << qint64{0} << qint64{0};
        QTest::newRow("clocks agree, a queue stands") << true << qint64{100} << true << qint64{60'000} << qint64{100};
    }
    void correction()
    {
        QFETCH(const bool, hasDate);
        QFETCH(const qint64, dateMs);
        QFETCH(const bool, hasLag);
        QFETCH(const qint64, lowestMs);
        QFETCH(const qint64, addedMs);
        std::optional<SkewBounds> date;
        if (hasDate)
            date = SkewBounds{Millis{dateMs - 100}, Millis{dateMs + 100}};
        const auto lowest = hasLag ? std::optional(Millis{lowestMs}) : std::nullopt;
        QCOMPARE(lagCorrection(date, lowest).count(), addedMs);
    }

    void lagFloorIgnoresASingleOddEvent()
    {
        LagFloor floor;
        QVERIFY(!floor.lowest(kNoon));
        floor.add(kNoon, -3'600s);
        floor.add(kNoon + 1s, 900ms);
        QVERIFY(!floor.lowest(kNoon + 2s));
        for (int i = 0; i < 60; ++i)
            floor.add(kNoon + i * 1s, Millis{300 + 10 * (i % 7)});
        QVERIFY(apart(*floor.lowest(kNoon + 60s), 300ms) <= 10ms);
        QCOMPARE(floor.seenSince(kNoon + 60s), std::optional(kNoon));
        QVERIFY(!floor.lowest(kNoon + 40min));
    }

    void skewOfANodeThatIsNotAskedComesFromItsLags()
    {
        Flow flow;
        flow.run(60, [](int) { return -8'000; });
        auto view = flow.view();
        QCOMPARE(view.clockSkew.truth(), Truth::Estimated);
        QVERIFY(apart(view.clockSkew.value(), 8s) < 1'100ms);
        QVERIFY(view.lag.value() < 1'100ms);
        QCOMPARE(incomingDepthText(view, flow.now()), QStringLiteral("no queue (estimate)"));
        // A queue on top of it is told from it.
        flow.run(40, [](int) { return 22'000; });
        view = flow.view();
        QVERIFY(apart(view.lag.value(), 30s) < 1'100ms);
        QVERIFY(view.depth.value() > 250 && view.depth.value() < 350);
    }

    void aClockThatIsSetIsNoQueue()
    {
        Flow flow;
        flow.tracker.addClock(askedAt(flow.now(), 0ms));
        flow.run(60, noLag);
        for (int i = 0; i < 3; ++i)
            flow.tracker.addClock(askedAt(flow.now() + Millis{300 * i}, -25s));
        flow.run(30, [](int) { return 25'100; });
        QCOMPARE(incomingDepthText(flow.view(), flow.now()), QStringLiteral("no queue (estimate)"));
        QVERIFY(apart(flow.view().clockSkew.value(), -25s) < 1s);
    }

    // Slopes -----------------------------------------------------------------------------------------------------
    void slope()
    {
        std::vector<SlopePoint> points;
        QVERIFY(!robustSlope(points));
        points.push_back({0, 5});
        QVERIFY(!robustSlope(points));
        points.push_back({0, 7});
        QVERIFY(!robustSlope(points));
        points.clear();
        for (int i = 0; i < 30; ++i)
            points.push_back({static_cast<double>(i), 100 + 4.0 * i});
        QCOMPARE(*robustSlope(points), 4.0);
        // Outliers, and a gap.
        points[7].value = 1e9;
        points[21].value = -1e9;
        points[22].value = 0;
        points.erase(points.begin() + 10, points.begin() + 16);
        QVERIFY(std::abs(*robustSlope(points) - 4) < 0.3);
    }

    // The queue --------------------------------------------------------------------------------------------------
    void startsUnknown()
    {
        Flow flow;
        const auto view = flow.view();
        QCOMPARE(view.depth.truth(), Truth::Unknown);
        QCOMPARE(view.lag.truth(), Truth::Unknown);
        QCOMPARE(view.trend, QueueTrend::Unknown);
        QCOMPARE(incomingDepthText(view, flow.now()), QStringLiteral("unknown"));
        QCOMPARE(riskOf(view), QueueRisk::Unknown);
    }

    void wholeSecondStampsAreNoQueue()
    {
        Flow flow;
        flow.perSecond = 2;
        flow.run(300, [](int i) { return 100 + (i * 37) % 900; });
        QCOMPARE(flow.view().trend, QueueTrend::Empty);
        QCOMPARE(flow.view().depth.value(), 0);
        QCOMPARE(flow.view().depth.truth(), Truth::Estimated);
        QCOMPARE(atRiskText(flow.view()), QStringLiteral("none"));
    }

    void littlesLawOfAFillingQueue()
    {
        // 25 a second come in, 10 a second come out: the lag grows by 0.6 s a second.
        Flow flow(10'000);
        flow.run(120, noLag);
        flow.run(60, [](int i) { return 120 + 600 * i; });
        const auto view = flow.view();
        QCOMPARE(view.source, DepthSource::Estimate);
        QVERIFY2(view.depth.value() > 800 && view.depth.value() < 1'000,
                 qPrintable(QString::number(view.depth.value())));
        QVERIFY(std::abs(view.growthPerSecond.value() - 15) < 3);
        QCOMPARE(view.trend, QueueTrend::Filling);
        QVERIFY(view.fullIn && *view.fullIn > 480s && *view.fullIn < 780s);
        QVERIFY(incomingForecastText(view).startsWith(QStringLiteral("fills in ")));
        // All of them are messages: 15 a second for the rest of the hour.
        QVERIFY(view.atRisk.value() > 35'000 && view.atRisk.value() < 55'000);
    }

    void aDrainingQueueSaysWhenItIsEmpty()
    {
        Flow flow;
        flow.run(60, noLag);
        flow.run(100, [](int i) { return 120 + 600 * i; });
        flow.run(60, [](int i) { return 60'000 - 600 * i; });
        const auto view = flow.view();
        QCOMPARE(view.trend, QueueTrend::Draining);
        QVERIFY(view.emptyIn && *view.emptyIn > 15s && *view.emptyIn < 90s);
        QVERIFY(incomingForecastText(view).startsWith(QStringLiteral("drains in ")));
        QCOMPARE(riskOf(view), QueueRisk::None);
        QCOMPARE(view.atRisk.value(), 0);
    }

    void gaugesAreBelievedAndHighLagIsAdded()
    {
        Flow flow;
        flow.gauge = 40;
        flow.run(60, noLag);
        auto view = flow.view();
        QCOMPARE(view.source, DepthSource::Gauges);
        QCOMPARE(view.depth.truth(), Truth::Measured);
        QCOMPARE(view.depth.value(), 40);
        QCOMPARE(view.trend, QueueTrend::Steady);
        // 400 waiting at the node explain a lag of 40 s at 10 a second, and nothing more.
        flow.gauge = 400;
        flow.run(60, [](int) { return 40'000; });
        QCOMPARE(flow.view().source, DepthSource::Gauges);
        // 40 do not.
        flow.gauge = 40;
        flow.run(60, [](int) { return 40'000; });
        view = flow.view();
        QCOMPARE(view.source, DepthSource::GaugesAndEstimate);
        QCOMPARE(view.depth.truth(), Truth::Estimated);
        QVERIFY(view.atWhatsApp.value() > 320 && view.atWhatsApp.value() < 400);
        QCOMPARE(view.depth.value(), view.atWhatsApp.value() + 40);
        QVERIFY(incomingHowText(view).contains(QStringLiteral("at WhatsApp's end")));
        // Steady, and it waits for the budget: what is left of that would do it.
        QVERIFY(!view.emptyIn);
        const auto withBudget = flow.view(4.0);
        QVERIFY(withBudget.emptyIn && apart(*withBudget.emptyIn, 100s) < 10s);
    }

    void trendHoldsThroughOutliersAndWaves()
    {
        Flow flow;
        flow.gauge = 500;
        int changes = 0;
        int second = 0;
        QueueTrend last = QueueTrend::Unknown;
        flow.eachSecond = [&] {
            ++second;
            flow.gauge = 500 + 10 * second + (second % 2 == 0 ? 25 : -25);
            if (second % 11 == 0)
                flow.gauge = 0; // a member did not answer
            const auto trend = flow.view().trend;
            if (trend != last && second > 20)
                ++changes;
            last = trend;
        };
        flow.run(203, noLag);
        QCOMPARE(last, QueueTrend::Filling);
        QVERIFY(std::abs(flow.view().growthPerSecond.value() - 10) < 1.5);
        // A depth of nothing is said at once, and taken back at once.
        QVERIFY2(changes <= 2 * 203 / 11, qPrintable(QString::number(changes)));
    }

    void fullIsHeldAndCountsWhatIsLost()
    {
        Flow flow(1'000);
        flow.gauge = 100;
        flow.eachSecond = [&] { flow.gauge = std::min<qint64>(1'000, *flow.gauge + 20); };
        flow.run(40, noLag);
        QCOMPARE(flow.view().trend, QueueTrend::Filling);
        flow.run(60, noLag);
        auto view = flow.view();
        QVERIFY(view.full);
        QCOMPARE(riskOf(view), QueueRisk::Losing);
        QCOMPARE(incomingForecastText(view), QStringLiteral("full: incoming messages are being lost"));
        QVERIFY(std::abs(static_cast<double>(view.atRisk.value()) - 72'000) < 15'000);
        flow.eachSecond = [&] { flow.gauge = std::max<qint64>(0, *flow.gauge - 10); };
        flow.run(30, noLag);
        view = flow.view();
        QVERIFY(!view.full);
        QCOMPARE(view.trend, QueueTrend::Draining);
    }

    void afterAGapNothingIsKnown()
    {
        Flow flow;
        flow.run(100, [](int i) { return 120 + 600 * i; });
        QCOMPARE(flow.view().trend, QueueTrend::Filling);
        // Asleep for a while: what was is no base for what is.
        flow.skip(20s);
        auto view = flow.view();
        QCOMPARE(view.depth.truth(), Truth::Unknown);
        QCOMPARE(view.trend, QueueTrend::Unknown);
        QVERIFY(!view.atRisk.hasValue() && !view.fullIn && !view.growthPerSecond.hasValue());
        flow.run(4, [](int) { return 40'000; });
        view = flow.view();
        QVERIFY(!view.growthPerSecond.hasValue());
        QCOMPARE(incomingForecastText(view), QStringLiteral("which way it goes is not known"));
    }

    void notListeningTellsNothing()
    {
        Flow flow;
        flow.run(60, noLag);
        QCOMPARE(flow.view().depth.truth(), Truth::Estimated);
        flow.perSecond = 0;
        flow.run(15, noLag, false);
        QCOMPARE(flow.view().depth.truth(), Truth::Unknown);
        // A gauge goes on telling.
        flow.gauge = 30;
        flow.run(15, noLag, false);
        QCOMPARE(flow.view().depth.value(), 30);
    }

    void eventsThatStoppedSayNothing()
    {
        Flow flow;
        flow.run(60, noLag);
        flow.perSecond = 0;
        flow.run(15, noLag);
        QCOMPARE(flow.view().depth.truth(), Truth::Unknown);
        QVERIFY(flow.view().lag.hasValue());
        flow.run(60, noLag);
        QCOMPARE(flow.view().lag.truth(), Truth::Stale);
    }

    void withoutTimesItCannotBeTold()
    {
        IncomingTracker tracker;
        UtcSecond second = secondOf(kNoon);
        for (int i = 0; i < 30; ++i, second += 1s) {
            tracker.add(EventKind::Receive, UtcTime{second}, std::nullopt);
            tracker.closeSecond(second, true, std::nullopt, 100'000);
        }
        IncomingView view;
        tracker.describe(view, UtcTime{second}, Reading<qint64>::notSupported(), {});
        QCOMPARE(view.depth.truth(), Truth::NotSupported);
        QCOMPARE(view.lag.truth(), Truth::NotSupported);
        QCOMPARE(incomingDepthText(view, UtcTime{second}), QStringLiteral("cannot be told from this kind of node"));
        QCOMPARE(atRiskText(view), QStringLiteral("cannot be told from this kind of node"));
    }

    void oldMessagesThatAreFetchedAreNoQueue()
    {
        // A gateway that was connected anew tells what it had missed for two hours, and then what comes.
        Flow flow;
        flow.run(60, noLag);
        flow.perSecond = 60;
        flow.run(8, [](int i) { return 7'200'000 - 100 * i; });
        QVERIFY2(flow.view().depth.value() < 1'000, qPrintable(QString::number(flow.view().depth.value())));
        QVERIFY(riskOf(flow.view()) == QueueRisk::None || riskOf(flow.view()) == QueueRisk::Unknown);
        flow.perSecond = 10;
        flow.run(4, noLag);
        QCOMPARE(incomingDepthText(flow.view(), flow.now()), QStringLiteral("no queue (estimate)"));
        // Right at the start it could be one, but takes a while to be believed.
        Flow started(10'000);
        started.perSecond = 60;
        started.run(8, [](int) { return 7'200'000; });
        QVERIFY(!started.view().full);
        started.run(20, [](int) { return 7'200'000; });
        QVERIFY(started.view().full);
    }

    void sendsDoNotHideTheQueue()
    {
        Flow flow;
        flow.run(60, noLag);
        flow.eachSecond = [&] {
            for (int i = 0; i < 10; ++i)
                flow.tracker.add(EventKind::Send, flow.now(), flow.now());
        };
        flow.run(40, [](int) { return 30'000; });
        QVERIFY(flow.view().lag.value() > 28s);
        QVERIFY(flow.view().depth.value() > 200);
    }

    // Forecast ---------------------------------------------------------------------------------------------------
    void forecast_data()
    {
        QTest::addColumn<qint64>("depth");
        QTest::addColumn<double>("growth");
        QTest::addColumn<int>("trend");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("risk");
        const auto row = [](const char *name, qint64 depth, double growth, QueueTrend trend, const char *words,
                            QueueRisk risk) {
            QTest::newRow(name) << depth << growth << static_cast<int>(trend) << QString::fromLatin1(words)
                                << static_cast<int>(risk);
        };
        row("eleven minutes", 91'400, 12.6, QueueTrend::Filling, "fills in 11 min: incoming messages will be lost",
            QueueRisk::Soon);
        row("seconds", 99'000, 50, QueueTrend::Filling, "fills in 20 s: incoming messages will be lost",
            QueueRisk::Imminent);
        row("hours", 0, 10, QueueTrend::Filling, "growing: full in 2 h 46 min if it goes on like this",
            QueueRisk::Watch);
        row("days", 0, 0.3, QueueTrend::Filling, "growing, but far from full", QueueRisk::None);
        row("draining", 2'880, -12, QueueTrend::Draining, "drains in 4 min", QueueRisk::None);
        row("steady", 200, 0, QueueTrend::Steady, "steady", QueueRisk::None);
        row("empty", 0, 0, QueueTrend::Empty, "nothing has to wait", QueueRisk::None);
        row("not known", 200, 0, QueueTrend::Unknown, "which way it goes is not known", QueueRisk::Unknown);
    }
    void forecast()
    {
        QFETCH(const qint64, depth);
        QFETCH(const double, growth);
        QFETCH(const int, trend);
        auto view = filled(depth, growth, static_cast<QueueTrend>(trend));
        ForecastFacts facts;
        facts.receiveShare = 0.25;
        forecastQueue(view, facts);
        QTEST(incomingForecastText(view), "words");
        QTEST(static_cast<int>(riskOf(view)), "risk");
    }

    void atRiskCountsMessagesOnly()
    {
        auto view = filled(91'400, 12.6, QueueTrend::Filling);
        ForecastFacts facts;
        facts.receiveShare = 0.5;
        forecastQueue(view, facts);
        // 682.5 s until it is full, 2,917.5 s of 12.6 a second after that, half of them messages.
        QCOMPARE(view.atRisk.value(), 18'380);
        facts.receiveShare.reset();
        forecastQueue(view, facts);
        QCOMPARE(view.atRisk.truth(), Truth::Unknown);
        view.depth = view.depth.asStale();
        forecastQueue(view, {0.5, {}, {}});
        QVERIFY(!view.fullIn && !view.atRisk.hasValue());
    }

    // The bot's server -------------------------------------------------------------------------------------------
    void paceOfCallbacks()
    {
        CallbackPace pace;
        BotServerView view;
        pace.describe(view, kNoon, 15s);
        QCOMPARE(botAnswerText(view, kNoon), QStringLiteral("unknown"));
        CallbackCounters counters{1'000, 10, 90'000};
        UtcTime at = kNoon;
        const auto go = [&](int polls, quint64 good, quint64 bad, double ms) {
            for (int i = 0; i < polls; ++i) {
                pace.add(counters, at);
                at += 2s;
                counters.succeeded += good;
                counters.failed += bad;
                counters.durationMs += ms * static_cast<double>(good + bad);
            }
            at -= 2s;
            pace.describe(view, at, 15s);
            at += 2s;
        };
        go(30, 16, 0, 90);
        QCOMPARE(view.latency.value(), 90ms);
        QCOMPARE(view.failedShare.value(), 0.0);
        QCOMPARE(view.perSecond.value(), 8.0);
        QCOMPARE(riskOf(view), BotRisk::None);
        QCOMPARE(botAnswerText(view, at), QStringLiteral("answers in 90 ms, within WhatsApp's norm of 250 ms"));
        // Slow: seen ten seconds later, not a minute later.
        go(6, 16, 0, 1'900);
        QCOMPARE(botAnswerText(view, at), QStringLiteral("answers in 1.9 s; WhatsApp's norm is 250 ms"));
        QCOMPARE(riskOf(view), BotRisk::Slow);
        go(6, 12, 4, 1'900);
        QCOMPARE(riskOf(view), BotRisk::Failing);
        QVERIFY(botAnswerText(view, at).startsWith(QStringLiteral("25% of callbacks fail")));
        go(6, 2, 14, 100);
        QCOMPARE(riskOf(view), BotRisk::Dead);
        // CoreApp restarted: no negative deltas, and nothing is known until they have grown.
        counters = {3, 0, 300};
        pace.add(counters, at);
        pace.describe(view, at, 15s);
        QCOMPARE(view.latency.truth(), Truth::Unknown);
        at += 2s;
        counters = {0, 0, 0};
        go(6, 16, 0, 90);
        QCOMPARE(view.latency.value(), 90ms);
        pace.describe(view, at + 30s, 15s);
        QCOMPARE(view.latency.truth(), Truth::Stale);
        QCOMPARE(riskOf(view), BotRisk::Unknown);
        // Nothing to answer is not an answer.
        go(40, 0, 0, 0);
        QCOMPARE(view.latency.truth(), Truth::Unknown);
        QCOMPARE(botAnswerText(view, at), QStringLiteral("no callbacks are made at present"));
    }

    void fewCallbacksAreAveragedOverAMinute()
    {
        CallbackPace pace;
        CallbackCounters counters;
        for (int i = 0; i <= 60; ++i) {
            pace.add(counters, kNoon + i * 2s);
            if (i % 5 == 0) {
                ++counters.succeeded;
                counters.durationMs += i == 50 ? 2'000 : 100;
            }
        }
        BotServerView view;
        pace.describe(view, kNoon + 120s, 15s);
        QVERIFY(view.latency.value() > 300ms && view.latency.value() < 600ms);
        QVERIFY(std::abs(view.perSecond.value() - 0.1) < 0.02);
    }

    void sizingRule_data()
    {
        QTest::addColumn<double>("tps");
        QTest::addColumn<int>("cpus");
        QTest::addColumn<bool>("atLeast");
        QTest::newRow("unknown") << 0.0 << 0 << false;
        QTest::newRow("less than ten") << 3.0 << 2 << false;
        QTest::newRow("ten") << 10.0 << 2 << false;
        QTest::newRow("eleven") << 11.0 << 4 << false;
        QTest::newRow("fifteen") << 15.0 << 4 << false;
        QTest::newRow("twenty") << 20.0 << 6 << false;
        QTest::newRow("eighty") << 80.0 << 6 << true;
    }
    void sizingRule()
    {
        QFETCH(const double, tps);
        QFETCH(const int, cpus);
        QFETCH(const bool, atLeast);
        const auto need = neededServer(tps);
        QCOMPARE(need.has_value(), cpus > 0);
        if (!need)
            return;
        QCOMPARE(need->size.cpus, cpus);
        QCOMPARE(need->size.memoryGb, static_cast<double>(cpus));
        QCOMPARE(need->atLeast, atLeast);
        QVERIFY(!isTooSmall({cpus, static_cast<double>(cpus)}, *need));
        QVERIFY(isTooSmall({cpus - 1, static_cast<double>(cpus)}, *need));
        QVERIFY(isTooSmall({cpus, cpus - 0.5}, *need));
    }

    void sizeInWords()
    {
        BotServerView view;
        const auto tps = [](double value) { return Reading<double>::measured(value, kNoon); };
        view.entered = ServerSize{2, 2};
        view.needed = ServerSize{6, 6};
        view.tooSmall = true;
        QCOMPARE(botSizeText(view, tps(20)),
                 QStringLiteral("too small by the published rule: 2 CPU/2 GB, needs 6 CPU/6 GB for 20 TPS"));
        view.entered = ServerSize{8, 16};
        view.tooSmall = false;
        QVERIFY(
            botSizeText(view, tps(20)).startsWith(QStringLiteral("large enough by the published rule: 8 CPU/16 GB")));
        view.beyondPublished = true;
        QCOMPARE(botSizeText(view, tps(80)),
                 QStringLiteral("8 CPU/16 GB; no figure is published for 80 TPS; for 20 TPS it is 6 CPU/6 GB"));
        view.entered.reset();
        view.beyondPublished = false;
        QVERIFY(botSizeText(view, tps(20)).startsWith(QStringLiteral("its size is not entered")));
        view.needed.reset();
        QVERIFY(botSizeText(view, {}).contains(QStringLiteral("not known without a budget")));
    }

    void headlineNamesTheLoss_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("urgency");
        const auto row = [](const char *what, const char *text, Urgency urgency) {
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(text) << static_cast<int>(urgency);
        };
        row("full", "100,000 waiting; full: incoming messages are being lost", Urgency::Critical);
        row("filling", "91,400 waiting; fills in 11 min: incoming messages will be lost", Urgency::Critical);
        row("watch", "400 waiting; growing: full in 2 h 46 min if it goes on like this", Urgency::Attention);
        row("dead bot", "Bot's server: 60% of callbacks fail; it answers in 90 ms, within WhatsApp's norm of 250 ms",
            Urgency::Critical);
        row("slow bot", "Bot's server: answers in 1.9 s; WhatsApp's norm is 250 ms", Urgency::Attention);
        row("late bot", "At 100% of 20 TPS", Urgency::Critical);
    }
    void headlineNamesTheLoss()
    {
        QFETCH(const QString, what);
        NodeFrame node;
        node.judgement.state = NodeState::Ok;
        node.lastEvent[EventKind::Receive] = kNoon;
        const auto bot = [&node](Millis latency, double failed) {
            node.botServer.latency = Reading<Millis>::measured(latency, kNoon);
            node.botServer.failedShare = Reading<double>::measured(failed, kNoon);
        };
        if (what == QLatin1String("full")) {
            node.incoming = filled(100'000, 0, QueueTrend::Steady);
            node.incoming.full = true;
        } else if (what == QLatin1String("filling")) {
            node.incoming = filled(91'400, 12.6, QueueTrend::Filling);
            forecastQueue(node.incoming, {});
            bot(1'900ms, 0);
        } else if (what == QLatin1String("watch")) {
            node.incoming = filled(400, 10, QueueTrend::Filling);
            forecastQueue(node.incoming, {});
        } else if (what == QLatin1String("dead bot")) {
            bot(90ms, 0.6);
        } else if (what == QLatin1String("slow bot")) {
            bot(1'900ms, 0);
        } else {
            bot(300ms, 0);
            node.allocatedTps = Reading<double>::measured(20, kNoon);
            node.tps[1] = Reading<double>::measured(20, kNoon);
        }
        const auto headline = headlineOf(node, kNoon);
        QTEST(headline.text, "text");
        QTEST(static_cast<int>(headline.urgency), "urgency");
        // What the operator switched off raises no alarm.
        node.enabled = false;
        QVERIFY(!headlineOf(node, kNoon).text.contains(QStringLiteral("messages")));
        QVERIFY(riskBadge(node).isEmpty() && !isRiskCritical(node));
    }

    // Through the meter ------------------------------------------------------------------------------------------
    void meterPutsItTogether()
    {
        auto config = nodeConfig(20);
        config.botServer = ServerSize{2, 2};
        config.incomingCapacity = 5'000;
        NodeMeter meter(0, config);
        meter.setListening(true, kNoon);
        auto view = meter.frame(kNoon);
        QCOMPARE(view.incoming.depth.truth(), Truth::Unknown);
        QCOMPARE(view.botServer.latency.truth(), Truth::Unknown);
        QVERIFY(view.botServer.tooSmall);
        QCOMPARE(view.webApp.truth(), Truth::Unknown);

        CallbackCounters counters;
        UtcTime now = kNoon;
        for (int i = 0; i < 60; ++i) {
            for (int k = 0; k < 10; ++k) {
                auto event = eventAt(now + k * 100ms, EventKind::Receive, static_cast<quint64>(i * 10 + k + 1));
                // Stamped by a clock that is 5 s ahead.
                event.eventTime = UtcTime{secondOf(event.arrival + 5s)};
                meter.count(event);
            }
            counters.succeeded += 10;
            counters.durationMs += 3'000;
            ProbeResult result;
            result.at = now + 950ms;
            result.callbackQueueSize = 300 + 20 * i;
            result.inMessagesPending = 7;
            result.pendingOut = 12;
            result.callbackCounters = counters;
            result.clock = askedAt(result.at - Millis{17 * i % 900}, 5s);
            result.webApp = WebAppReport{3, 100, 1};
            meter.apply(result);
            now += 1s;
            meter.advance(now);
        }
        view = meter.frame(now);
        QCOMPARE(view.incoming.capacity, 5'000);
        QCOMPARE(view.incoming.source, DepthSource::Gauges);
        QCOMPARE(view.incoming.depth.value(), 300 + 20 * 59 + 7);
        QCOMPARE(view.incoming.trend, QueueTrend::Filling);
        QVERIFY(std::abs(view.incoming.growthPerSecond.value() - 20) < 0.5);
        QVERIFY(view.incoming.fullIn && apart(*view.incoming.fullIn, 175s) < 10s);
        QCOMPARE(view.incoming.pendingOut.value(), 12);
        QVERIFY(apart(view.incoming.clockSkew.value(), 5s) < 600ms);
        QVERIFY(view.incoming.lag.value() < 1'500ms);
        // As it was seen, like what is stored: clocks are not compared there.
        QCOMPARE(view.lag.value(), 0ms);
        QCOMPARE(view.botServer.latency.value(), 300ms);
        QCOMPARE(view.webApp.value().queueLength, std::optional<qint64>(3));
        QCOMPARE(riskBadge(view), QStringLiteral("FILLS IN 2 MIN"));
        QVERIFY(isRiskCritical(view));
        QVERIFY(riskHow(view, now).contains(QStringLiteral("Told by the node")));

        // The node answers no more: what it told is stale, and no alarm goes on.
        ProbeResult failed;
        failed.at = now;
        failed.state.fault = ProbeFault::Timeout;
        meter.apply(failed);
        QCOMPARE(meter.frame(now).incoming.atNode.truth(), Truth::Stale);
    }

    void aClockThatWasWrongStartsAnew()
    {
        NodeMeter meter(0, nodeConfig(20));
        meter.setListening(true, kNoon);
        const auto hear = [&meter](UtcTime from) {
            for (int i = 0; i < 100; ++i) {
                auto event = eventAt(from + i * 100ms, EventKind::Receive, static_cast<quint64>(i + 1));
                event.eventTime = UtcTime{secondOf(event.arrival)};
                meter.count(event);
            }
        };
        hear(kNoon + 1s);
        meter.advance(kNoon + 12s);
        QVERIFY(meter.frame(kNoon + 12s).incoming.depth.hasValue());
        const auto before = kNoon - 2h;
        meter.advance(before);
        QCOMPARE(meter.frame(before).incoming.depth.truth(), Truth::Unknown);
        QCOMPARE(meter.frame(before).incoming.lag.truth(), Truth::Unknown);
        hear(before + 1s);
        meter.advance(before + 12s);
        QVERIFY(meter.frame(before + 12s).incoming.depth.hasValue());
    }

    void otherKindsTellWhatTheyCan()
    {
        auto config = nodeConfig(20);
        config.kind = NodeKind::PickyAssist;
        NodeMeter picky(0, config);
        ProbeResult result;
        result.at = kNoon;
        result.pendingOut = 31;
        picky.apply(result);
        QCOMPARE(picky.frame(kNoon).incoming.pendingOut.value(), 31);
        QCOMPARE(picky.frame(kNoon).botServer.latency.truth(), Truth::NotSupported);
        QCOMPARE(botAnswerText(picky.frame(kNoon).botServer, kNoon),
                 QStringLiteral("cannot be told from this kind of node"));
        config.kind = NodeKind::Waha;
        NodeMeter waha(0, config);
        QCOMPARE(waha.frame(kNoon).incoming.pendingOut.truth(), Truth::NotSupported);
        QCOMPARE(waha.frame(kNoon).webApp.truth(), Truth::NotSupported);
    }
};

BAROGRAPH_TEST(TestIncoming)
#include "tst_incoming.moc"
