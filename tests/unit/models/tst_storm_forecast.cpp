// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "meters/queue_lag.h"
#include "queueing/receipt_curve.h"
#include "storms/members_estimate.h"
#include "storms/storm_detector.h"
#include "test_case.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace barograph;
using namespace barograph::test;

namespace {

/// One message to a group: its receipts as they happen, by the curve that the simulation uses, sorted.
struct Told
{
    double second = 0;
    EventKind kind = EventKind::Delivery;
    quint64 who = 0;
};

std::vector<Told> message(quint32 members, quint32 seed, double pace = 1)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> draw(0, 1);
    std::vector<Told> told;
    for (quint64 who = 0; who < members; ++who) {
        const auto receipts =
            queueing::receiptsOf({draw(random), draw(random), draw(random), draw(random), draw(random), draw(random)});
        if (receipts.delivered)
            told.push_back({queueing::toSeconds(*receipts.delivered), EventKind::Delivery, who});
        if (receipts.read)
            told.push_back({queueing::toSeconds(*receipts.read) / pace, EventKind::Read, who});
    }
    std::sort(told.begin(), told.end(), [](const Told &a, const Told &b) { return a.second < b.second; });
    return told;
}

double endOf(const std::vector<Told> &told)
{
    return told.at(static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(told.size()))) - 1).second;
}

UtcTime after(UtcTime from, double seconds)
{
    return from + Millis{std::llround(seconds * 1000)};
}

IngestedEvent receiptOf(const Told &told, quint64 messageNumber)
{
    IngestedEvent event;
    event.kind = told.kind;
    event.message = {7, messageNumber};
    event.participant = {9, (told.who + 1) * 0x9e3779b97f4a7c15ULL + messageNumber};
    event.group = {5, messageNumber};
    return event;
}

/// Lets a whole storm pass.
void play(StormDetector &detector, quint32 members, quint32 seed, UtcTime from, double pace = 1)
{
    detector.setGroup({{5, seed}, {}, members, {}}, from);
    const auto all = message(members, seed, pace);
    std::size_t next = 0;
    for (int minute = 0; minute <= 8 * 60; ++minute) {
        for (; next < all.size() && all[next].second <= 60 * minute; ++next)
            detector.add(receiptOf(all[next], seed), after(from, all[next].second));
        detector.takeToStore(after(from, 60 * minute), {});
    }
}

ReceiptCurve learntCurve(int storms)
{
    StormDetector detector;
    for (int i = 0; i < storms; ++i)
        play(detector, 200, static_cast<quint32>(100 + i), after(kNoon, 86'400 * i));
    return detector.curve();
}

} // namespace

class TestStormForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bins();
    void learnsTheCurve();
    void mergingIsAdding();
    void replayTeachesNothingTwice();
    void doesNotLearnFromTheTailOfAStorm();
    void membersEstimate_data();
    void membersEstimate();
    void upperBoundWithoutHistory();
    void foretellsUnseenStorms();
    void aQueueDoesNotMakeReadersSlow();
    void queueLagFollowsByTheSecond();
    void anotherAudienceIsNotKnown();
    void learnsThatThisAudienceIsQuicker();
    void waitsForTheQueue();
    void budgetIsFreeBeforeTheEnd();
    void endedStormsStayForetold();
};

void TestStormForecast::bins()
{
    for (std::size_t bin = 0; bin < receipt_bins::kCount; ++bin) {
        const auto middle = (receipt_bins::start(bin) + receipt_bins::start(bin + 1)) / 2;
        QVERIFY(receipt_bins::start(bin + 1) > receipt_bins::start(bin));
        QCOMPARE(receipt_bins::of(middle), bin);
    }
    QCOMPARE(receipt_bins::of(-5), std::size_t{0});
    QCOMPARE(receipt_bins::of(1e12), receipt_bins::kCount - 1);
    QVERIFY(receipt_bins::start(receipt_bins::kCount) > 6 * 3'600);
}

void TestStormForecast::learnsTheCurve()
{
    const auto curve = learntCurve(8);
    QCOMPARE(curve.storms, 8);
    QVERIFY(curve.isUsable() && curve.isSane());
    const ReceiptShares shares(curve);
    for (const double seconds : {20.0, 60.0, 300.0, 1'200.0}) {
        const auto truth = 0.97 * queueing::readShareAfter(queueing::fromSeconds(seconds));
        const auto learnt = shares.by(Receipt::Read, seconds);
        QVERIFY2(std::abs(learnt - truth) < 0.06, qPrintable(QStringLiteral("%1: %2").arg(truth).arg(learnt)));
    }
    QVERIFY(std::abs(shares.ever(Receipt::Delivery) - 0.95) < 0.04);
}

void TestStormForecast::mergingIsAdding()
{
    const auto curve = learntCurve(2);
    auto twice = curve;
    twice.merge(curve);
    QCOMPARE(twice.storms, 4);
    QCOMPARE(twice.reads[10].atRisk, 2 * curve.reads[10].atRisk);
    const ReceiptShares once(curve);
    const ReceiptShares both(twice);
    QVERIFY(std::abs(once.by(Receipt::Read, 100) - both.by(Receipt::Read, 100)) < 1e-9);
    // However long it goes on, the value stays of a size, and forgets.
    for (int i = 0; i < 1'000; ++i)
        twice.merge(curve);
    QVERIFY(twice.isSane());
    QVERIFY(ReceiptCurve{}.isSane());
    QVERIFY(!ReceiptCurve{}.isUsable());
}

void TestStormForecast::anotherAudienceIsNotKnown()
{
    const auto own = learntCurve(8);
    auto others = own;
    others.forgetRecent();
    QVERIFY(others.isUsable() && others.isSane());
    StormProgress storm;
    storm.members = 250;
    storm.observedSeconds = 1;
    const std::vector<StormProgress> one{storm};
    const auto width = [&](const ReceiptCurve &curve) {
        const auto forecast = forecastStorms(curve, one, {100, 0, {}}, kNoon)[0];
        return *forecast.latest - *forecast.earliest;
    };
    QVERIFY(width(others) > width(own));
}

void TestStormForecast::replayTeachesNothingTwice()
{
    StormDetector detector;
    play(detector, 200, 1, kNoon);
    play(detector, 200, 2, after(kNoon, 86'400));
    const auto kept = detector.curve();
    StormDetector again;
    again.setCurve(kept);
    play(again, 200, 1, kNoon);
    play(again, 200, 2, after(kNoon, 86'400));
    QCOMPARE(again.curve(), kept);
    play(again, 200, 3, after(kNoon, 2 * 86'400));
    QCOMPARE(again.curve().storms, 3);
}

void TestStormForecast::doesNotLearnFromTheTailOfAStorm()
{
    // Restarted without a journal: only late reads are seen.
    StormDetector detector;
    detector.setGroup({{5, 1}, {}, 200, {}}, kNoon);
    for (const auto &told : message(200, 1)) {
        if (told.second > 300)
            detector.add(receiptOf(told, 1), after(kNoon, told.second));
    }
    for (int minute = 0; minute <= 8 * 60; ++minute)
        detector.takeToStore(after(kNoon, 60 * minute), {});
    QCOMPARE(detector.curve().storms, 0);
}

void TestStormForecast::membersEstimate_data()
{
    QTest::addColumn<double>("age");
    QTest::addColumn<bool>("withCurve");
    QTest::addColumn<quint32>("matching");
    QTest::addColumn<quint32>("known");
    QTest::addColumn<int>("basis");
    QTest::addColumn<quint32>("least");
    QTest::addColumn<quint32>("most");
    const auto row = [](const char *name, double age, bool withCurve, quint32 matching, quint32 known,
                        FanOutBasis basis, quint32 least, quint32 most) {
        QTest::newRow(name) << age << withCurve << matching << known << static_cast<int>(basis) << least << most;
    };
    // 250 members, of which some 235 get it within seconds.
    row("first second", 0.5, false, 0, 0, FanOutBasis::AtMost, kLargestGroup, kLargestGroup);
    row("largest known group", 0.5, false, 0, 300, FanOutBasis::AtMost, 300, 300);
    row("matching groups", 0.5, false, 260, 300, FanOutBasis::AtMost, 260, 260);
    row("known groups are smaller", 3, false, 0, 100, FanOutBasis::AtMost, kLargestGroup, kLargestGroup);
    row("curve after two seconds", 2.5, true, 0, 0, FanOutBasis::Curve, 215, 285);
    row("curve after a minute", 60, true, 0, 0, FanOutBasis::Curve, 235, 265);
    row("nobody new", 60, false, 0, 0, FanOutBasis::Growth, 225, 250);
}

void TestStormForecast::membersEstimate()
{
    QFETCH(double, age);
    QFETCH(bool, withCurve);
    QFETCH(quint32, matching);
    QFETCH(quint32, known);
    QFETCH(int, basis);
    QFETCH(quint32, least);
    QFETCH(quint32, most);
    StormProgress progress;
    progress.observedSeconds = age;
    for (const auto &told : message(250, 3)) {
        if (told.second > age || told.kind != EventKind::Delivery)
            continue;
        ++progress.deliveries;
        ++progress.participants;
        ++progress.deliveriesIn[receipt_bins::of(told.second)];
    }
    const ReceiptShares shares(withCurve ? learntCurve(4) : ReceiptCurve{});
    const auto estimate = estimateMembers(progress, {}, {matching, known}, withCurve ? &shares : nullptr);
    QCOMPARE(static_cast<int>(estimate.basis), basis);
    QVERIFY2(estimate.members >= least && estimate.members <= most, qPrintable(QString::number(estimate.members)));
}

void TestStormForecast::upperBoundWithoutHistory()
{
    StormProgress storm;
    storm.members = 100;
    storm.deliveries = 50;
    StormProgress other = storm;
    other.deliveries = 100;
    const std::vector<StormProgress> storms{storm, other};
    const auto forecasts = forecastStorms({}, storms, {20, 5, {}}, kNoon);
    for (const auto &forecast : forecasts) {
        QCOMPARE(forecast.basis, ForecastBasis::UpperBound);
        QCOMPARE(*forecast.end, after(kNoon, (150.0 + 100) / 15)); // both, at the budget left
        QCOMPARE(*forecast.earliest, *forecast.latest);
        QCOMPARE(forecast.expectedReceipts.value(), 200U);
    }
    // Nothing left of the budget: long, and still a time.
    QVERIFY(forecastStorms({}, storms, {20, 100, {}}, kNoon)[0].end.has_value());
    QCOMPARE(forecastStorms({}, storms, {}, kNoon)[0].basis, ForecastBasis::None);
}

void TestStormForecast::foretellsUnseenStorms()
{
    // Audiences of the storms learnt from and of those foretold differ alike, as storms of one number do.
    constexpr std::array<double, 5> kPaces{0.8, 1.1, 0.95, 1.25, 1};
    StormDetector learnt;
    for (quint32 i = 0; i < 15; ++i)
        play(learnt, 150, 100 + i, after(kNoon, 86'400 * i), kPaces[i % kPaces.size()]);
    constexpr double kLooksAt = 30;
    constexpr double kTps = 100;
    constexpr int kStorms = 100;
    std::vector<double> errors;
    std::vector<double> naive;
    int inBand = 0;
    int late = 0;
    for (quint32 seed = 1'000; seed < 1'000 + kStorms; ++seed) {
        StormDetector detector;
        detector.setCurve(learnt.curve());
        detector.setGroup({{5, seed}, {}, 150, {}}, kNoon);
        const auto all = message(150, seed, kPaces[seed % kPaces.size()]);
        const auto start = after(kNoon, 30 * 86'400);
        for (std::size_t next = 0; all[next].second <= kLooksAt; ++next)
            detector.add(receiptOf(all[next], seed), after(start, all[next].second));
        const auto view = detector.strongest(after(start, kLooksAt), 1, {}, {kTps, 0, {}}).at(0);
        const auto &forecast = view.forecast;
        QCOMPARE(forecast.basis, ForecastBasis::History);
        QCOMPARE(forecast.earlierStorms, 15);
        QVERIFY(*forecast.earliest <= *forecast.end && *forecast.end <= *forecast.latest);
        const auto truth = endOf(all);
        errors.push_back(std::abs(std::chrono::duration<double>(*forecast.end - start).count() - truth) / truth);
        naive.push_back(std::abs(kLooksAt + view.remaining.value() / kTps - truth) / truth);
        inBand += after(start, truth) >= *forecast.earliest && after(start, truth) <= *forecast.latest ? 1 : 0;
        late += after(start, truth) > *forecast.end ? 1 : 0;
    }
    const auto middle = [](std::vector<double> &values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    const auto said = QStringLiteral("error %1, naive %2, in band %3, later than said %4")
                          .arg(middle(errors))
                          .arg(middle(naive))
                          .arg(inBand)
                          .arg(late);
    QVERIFY2(middle(errors) < 0.3 && middle(errors) < middle(naive) / 3, qPrintable(said));
    // A band of 80 %: neither too narrow nor so wide that it says nothing. And not mostly too early or too late; the
    // last receipts of a storm come after half an hour of silence and are lost, so that it is rather too early.
    QVERIFY2(inBand >= 66 && inBand <= 92, qPrintable(said));
    QVERIFY2(late >= 25 && late <= 75, qPrintable(said));
}

/// The first half minute of a storm that brings ten times as much as the budget carries: what has not arrived has not
/// failed to happen. What the bot sends meanwhile is on time, and says nothing about the queue.
void TestStormForecast::aQueueDoesNotMakeReadersSlow()
{
    constexpr quint32 kMembers = 250;
    constexpr double kTps = 5;
    constexpr int kLooksAt = 30;
    NodeMeter meter(0, nodeConfig(kTps));
    meter.setReceiptCurve(learntCurve(10));
    const auto start = after(kNoon, 30 * 86'400);
    meter.setListening(true, start);
    meter.setGroup({{5, 1}, {}, kMembers, {}}, start);
    const auto all = message(kMembers, 42);
    std::size_t next = 0;
    for (int second = 1; second <= kLooksAt; ++second) {
        const auto now = after(start, second);
        for (int i = 0; i < static_cast<int>(kTps) && all[next].second <= second; ++i, ++next) {
            auto event = receiptOf(all[next], 1);
            event.arrival = now;
            event.eventTime = UtcTime{secondOf(after(start, all[next].second))};
            meter.count(event);
        }
        auto sent = eventAt(now, EventKind::Send, 1'000 + static_cast<quint64>(second));
        sent.eventTime = now;
        meter.count(sent);
        meter.advance(now);
    }
    const auto storms = meter.frame(after(start, kLooksAt)).storms;
    QCOMPARE(storms.size(), std::size_t{1});
    const auto &forecast = storms[0].forecast;
    QCOMPARE(forecast.basis, ForecastBasis::History);
    const auto truth = after(start, endOf(all));
    QVERIFY2(truth >= *forecast.earliest && truth <= *forecast.latest,
             qPrintable(QStringLiteral("%1 s, said %2 s")
                            .arg(endOf(all))
                            .arg(std::chrono::duration<double>(*forecast.end - start).count())));
}

void TestStormForecast::queueLagFollowsByTheSecond()
{
    QueueLag lag;
    QCOMPARE(lag.at(kNoon), Millis{0});
    lag.add(EventKind::Delivery, noonPlus(1'000), noonPlus(0));
    QCOMPARE(lag.at(noonPlus(1'500)), Millis{1'000});
    // Twenty seconds' worth of events of one second: the lag grows although the stamp stays.
    lag.add(EventKind::Read, noonPlus(9'000), noonPlus(0));
    QCOMPARE(lag.at(noonPlus(9'000)), Millis{9'000});
    // A straggler and what was sent change nothing.
    lag.add(EventKind::Read, noonPlus(9'100), noonPlus(-60'000));
    lag.add(EventKind::Send, noonPlus(9'200), noonPlus(9'200));
    QCOMPARE(lag.at(noonPlus(9'200)), Millis{9'000});
    lag.add(EventKind::Receive, noonPlus(10'000), noonPlus(9'500));
    QCOMPARE(lag.at(noonPlus(10'000)), Millis{500});
    // A stamp of the future stands for ten seconds, not until then.
    lag.add(EventKind::Read, noonPlus(11'000), noonPlus(900'000));
    lag.add(EventKind::Read, noonPlus(22'000), noonPlus(20'000));
    QCOMPARE(lag.at(noonPlus(22'000)), Millis{2'000});
    QCOMPARE(lag.at(noonPlus(90'000)), Millis{0});
}

void TestStormForecast::learnsThatThisAudienceIsQuicker()
{
    StormDetector detector;
    detector.setCurve(learntCurve(10));
    const auto start = after(kNoon, 30 * 86'400);
    detector.setGroup({{5, 1}, {}, 250, {}}, start);
    detector.setGroup({{5, 2}, {}, 250, {}}, start);
    for (const double pace : {2.0, 0.5}) {
        const auto number = pace > 1 ? 1U : 2U;
        StormDetector one;
        one.setCurve(learntCurve(10));
        one.setGroup({{5, number}, {}, 250, {}}, start);
        for (const auto &told : message(250, 77, pace)) {
            if (told.second <= 120)
                one.add(receiptOf(told, number), after(start, told.second));
        }
        const auto end = *one.strongest(after(start, 120), 1, {}, {100, 0, {}}).at(0).forecast.end;
        const auto seconds = std::chrono::duration<double>(end - start).count();
        const auto usual = endOf(message(250, 77));
        QVERIFY2(pace > 1 ? seconds < 0.85 * usual : seconds > 1.15 * usual, qPrintable(QString::number(seconds)));
    }
}

void TestStormForecast::waitsForTheQueue()
{
    const auto curve = learntCurve(4);
    StormProgress storm;
    storm.members = 255;
    storm.participants = 3;
    storm.deliveries = 3;
    storm.deliveriesIn[0] = 3;
    storm.observedSeconds = 1;
    const std::vector<StormProgress> ten(10, storm);
    const auto quick = *forecastStorms(curve, ten, {1'000, 0, {}}, kNoon)[0].end;
    const auto slow = *forecastStorms(curve, ten, {1, 0, {}}, kNoon)[0].end;
    const auto busy = *forecastStorms(curve, ten, {2, 1, {}}, kNoon)[0].end;
    // 4,650 receipts at one a second; the last twentieth of each comes after nearly all of the others.
    QVERIFY(slow - kNoon > Seconds{4'000});
    QVERIFY(slow - kNoon < Seconds{5'200});
    QVERIFY(quick - kNoon < Seconds{2'500});
    // Half of twice the budget goes to others, but only what came before has to be carried first.
    QVERIFY(busy - kNoon > Seconds{2'400} && busy - kNoon < Seconds{3'400});
}

void TestStormForecast::budgetIsFreeBeforeTheEnd()
{
    StormProgress storm;
    storm.members = 255;
    storm.observedSeconds = 1;
    const std::vector<StormProgress> one{storm};
    const auto forecast = forecastStorms(learntCurve(4), one, {20, 0, {}}, kNoon)[0];
    QVERIFY(*forecast.budgetFreeAt > kNoon);
    QVERIFY(*forecast.budgetFreeAt < *forecast.end);
    QVERIFY(!forecastStorms(learntCurve(4), one, {}, kNoon)[0].budgetFreeAt);
}

void TestStormForecast::endedStormsStayForetold()
{
    StormDetector detector;
    detector.setCurve(learntCurve(4));
    const auto start = after(kNoon, 30 * 86'400);
    detector.setGroup({{5, 1}, {}, 200, {}}, start);
    const auto all = message(200, 5);
    auto now = start;
    for (const auto &told : all) {
        if (told.second < 5'000)
            detector.add(receiptOf(told, 1), now = after(start, told.second));
    }
    now += Seconds{2};
    const auto view = detector.strongest(now, 1, {}, {20, 0, {}});
    QVERIFY(!view.empty());
    QVERIFY(*view[0].forecast.end <= now);
    QVERIFY(*view[0].forecast.latest >= *view[0].forecast.earliest);
}

BAROGRAPH_TEST(TestStormForecast)
#include "tst_storm_forecast.moc"
