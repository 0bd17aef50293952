// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "test_case.h"

#include <random>

using namespace barograph;
using namespace barograph::test;

class TestNodeMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsUnknown();
    void countsByArrivalSecond();
    void partlyListenedSecondIsUnknownButKeepsCounts();
    void switchedOffCallbacksAreNotMeasured();
    void missingTapIsNotMeasured();
    void tapGoesOnWithoutTheListener();
    void missingTapWithoutAListenerIsUnknown();
    void sendIsUnknownUntilTheSourceIs();
    void windows_data();
    void windows();
    void notListeningIsUnknown();
    void clockBackCountsIntoTheNewestSecond();
    void clockFarBackStartsAnew();
    void clockForwardLeavesUnknownSeconds();
    void longSleepIsCheap();
    void peakIsHeldOverWholeSeconds();
    void lag_data();
    void lag();
    void aSourceThatIsOffTellsNothing_data();
    void aSourceThatIsOffTellsNothing();
    void countsApartAndRejected();
    void seriesIsSharedWhileUnchanged();
    void readingsGoStale();
    void pauseNotesAreShown();
    void conservesEverything_data();
    void conservesEverything();
};

void TestNodeMeter::startsUnknown()
{
    const NodeMeter meter(3, nodeConfig());
    const auto frame = meter.frame(kNoon);
    QCOMPARE(frame.index, NodeIndex{3});
    QCOMPARE(frame.tps[0].truth(), Truth::Unknown);
    QCOMPARE(frame.lag.truth(), Truth::Unknown);
    QCOMPARE(frame.judgement.state, NodeState::Unknown);
    QCOMPARE(frame.allocatedTps.value(), 20.0);
    QVERIFY(frame.series);
    QCOMPARE(frame.series->samples.size(), std::size_t{601});
    QCOMPARE(frame.series->end(), secondOf(kNoon) + Seconds{1});
    QVERIFY(!frame.series->samples.back().anyKnown());
    QVERIFY(!NodeMeter(0, nodeConfig(0)).frame(kNoon).allocatedTps.hasValue());
}

void TestNodeMeter::countsByArrivalSecond()
{
    NodeMeter meter(2, nodeConfig());
    meter.setListening(true, kNoon);
    meter.count(eventAt(noonPlus(100), EventKind::Receive));
    meter.count(eventAt(noonPlus(999), EventKind::Delivery));
    meter.count(eventAt(noonPlus(1000), EventKind::Read));
    const auto closed = meter.advance(noonPlus(2000));
    QCOMPARE(closed.size(), std::size_t{2});
    QCOMPARE(closed[0].node, NodeIndex{2});
    QCOMPARE(closed[0].second, secondOf(kNoon));
    QCOMPARE(closed[0].sample.counts, (SecondCounts{{1, 0, 1, 0}}));
    QCOMPARE(closed[0].allocatedTps, 20.0);
    QCOMPARE(closed[1].sample.counts, (SecondCounts{{0, 0, 0, 1}}));
    QVERIFY(meter.advance(noonPlus(2500)).empty());
    QCOMPARE(meter.totals(), (TotalCounts{{1, 0, 1, 1}}));
    QCOMPARE(meter.frame(noonPlus(2500)).lastEvent[EventKind::Read], std::optional(noonPlus(1000)));
    QVERIFY(!meter.frame(noonPlus(2500)).lastEvent[EventKind::Send]);
}

void TestNodeMeter::partlyListenedSecondIsUnknownButKeepsCounts()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, noonPlus(300));
    meter.count(eventAt(noonPlus(400), EventKind::Receive));
    meter.advance(noonPlus(1000));
    meter.setListening(false, noonPlus(2500));
    std::vector<ClosedSecond> closed;
    advanceTo(meter, noonPlus(2500), noonPlus(5000), &closed);
    // Second 0 was returned above; second 1 was closed by the call at 2.5 s.
    QCOMPARE(closed.size(), std::size_t{1});
    QCOMPARE(closed[0].second, secondOf(noonPlus(1000)));
    QVERIFY(closed[0].sample.isKnown(EventKind::Receive));

    const auto series = meter.frame(noonPlus(5000)).series;
    const auto &first = series->samples[595];
    QCOMPARE(first.counts[EventKind::Receive], 1U);
    QVERIFY(!first.anyKnown());
    QVERIFY(series->samples[596].anyKnown());
    QVERIFY(!series->samples[597].anyKnown());
    QVERIFY(!series->samples[598].anyKnown());
}

void TestNodeMeter::switchedOffCallbacksAreNotMeasured()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    meter.apply(callbacksAt(kNoon, {true, true, false}));
    const auto closed = meter.advance(noonPlus(1000));
    QCOMPARE(closed.size(), std::size_t{1});
    const auto &sample = closed[0].sample;
    QVERIFY(sample.isKnown(EventKind::Receive));
    QVERIFY(sample.isKnown(EventKind::Send));
    QVERIFY(sample.isKnown(EventKind::Delivery));
    QVERIFY(!sample.isKnown(EventKind::Read));
    QCOMPARE(sample.notMeasuredMask, SecondSample::bit(EventKind::Read));

    advanceTo(meter, noonPlus(1000), noonPlus(12000));
    const auto frame = meter.frame(noonPlus(12000));
    QCOMPARE(frame.tpsByKind[EventKind::Read].truth(), Truth::NotMeasured);
    QCOMPARE(frame.tpsByKind[EventKind::Send].truth(), Truth::Measured);
    // One kind is missing from the sum, so it is no full measurement.
    QCOMPARE(frame.tps[1].truth(), Truth::Estimated);
}

void TestNodeMeter::missingTapIsNotMeasured()
{
    NodeMeter meter(0, gatewayConfig());
    meter.setListening(true, kNoon);
    meter.setFeed(EventFeed::None, kNoon);
    std::vector<ClosedSecond> closed;
    advanceTo(meter, kNoon, noonPlus(12'000), &closed);
    // The gateway works, and yet nobody can say what comes: neither a rate nor silence.
    auto frame = meter.frame(noonPlus(12'000));
    QCOMPARE(frame.feed, EventFeed::None);
    for (std::size_t window = 0; window < frame.tps.size(); ++window) {
        QCOMPARE(frame.tps[window].truth(), Truth::Unknown);
        QVERIFY(!frame.utilisation(window).hasValue());
    }
    for (const auto kind : kEventKinds)
        QCOMPARE(frame.tpsByKind[kind].truth(), Truth::Unknown);

    meter.setFeed(EventFeed::Tap, noonPlus(12'300));
    advanceTo(meter, noonPlus(12'300), noonPlus(14'500), &closed);
    meter.count(eventAt(noonPlus(14'600), EventKind::Read, 1, 1));
    advanceTo(meter, noonPlus(14'700), noonPlus(20'000), &closed);
    frame = meter.frame(noonPlus(20'000));
    QVERIFY(frame.tps[0].hasValue());
    QCOMPARE(frame.tps[0].truth(), Truth::Measured);
    QVERIFY(frame.tpsByKind[EventKind::Read].hasValue());
    meter.setFeed(EventFeed::None, noonPlus(20'500));
    // At once: the second that is running is not waited for.
    QVERIFY(!meter.frame(noonPlus(20'500)).tps[1].hasValue());
    advanceTo(meter, noonPlus(20'600), noonPlus(30'000), &closed);

    // A second is measured as a whole or not at all.
    QCOMPARE(closed.size(), std::size_t{30});
    for (std::size_t i = 0; i < closed.size(); ++i) {
        const bool measured = i > 12 && i < 20;
        const auto &sample = closed[i].sample;
        const auto number = QByteArray::number(static_cast<qulonglong>(i));
        QVERIFY2(sample.knownMask == (measured ? kAllKindsMask : 0), number.constData());
        QVERIFY2(sample.notMeasuredMask == (measured ? 0 : kAllKindsMask), number.constData());
    }
    QCOMPARE(closed[14].sample.counts[EventKind::Read], 1U);

    // Of most of the last minute nothing is known: no rate, and no word of receipts that were switched off.
    meter.setFeed(EventFeed::Tap, noonPlus(30'000));
    advanceTo(meter, noonPlus(30'000), noonPlus(33'000));
    frame = meter.frame(noonPlus(33'000));
    QCOMPARE(frame.tps[0].truth(), Truth::Measured);
    QCOMPARE(frame.tps[1].truth(), Truth::Unknown);
    QCOMPARE(frame.tpsByKind[EventKind::Read].truth(), Truth::Unknown);
}

void TestNodeMeter::tapGoesOnWithoutTheListener()
{
    NodeMeter meter(0, gatewayConfig());
    meter.setFeed(EventFeed::Tap, kNoon);
    std::vector<ClosedSecond> closed;
    advanceTo(meter, kNoon, noonPlus(1500), &closed);
    meter.setListening(true, noonPlus(1500));
    advanceTo(meter, noonPlus(1600), noonPlus(3500), &closed);
    meter.setListening(false, noonPlus(3500));
    advanceTo(meter, noonPlus(3600), noonPlus(5500), &closed);
    QVERIFY(meter.frame(noonPlus(5500)).tps[0].hasValue());
    // Neither: nothing is known, as always where nobody listens.
    meter.setFeed(EventFeed::Listener, noonPlus(5500));
    advanceTo(meter, noonPlus(5600), noonPlus(8000), &closed);
    QVERIFY(!meter.frame(noonPlus(8000)).tps[0].hasValue());
    meter.setListening(true, noonPlus(8000));
    // One after the other without a break: the listener takes over from the tap.
    advanceTo(meter, noonPlus(8000), noonPlus(9000), &closed);
    meter.setFeed(EventFeed::Tap, noonPlus(9200));
    meter.setFeed(EventFeed::Listener, noonPlus(9400));
    advanceTo(meter, noonPlus(9500), noonPlus(11'000), &closed);
    QCOMPARE(closed.size(), std::size_t{8});
    for (const auto &second : closed) {
        QCOMPARE(second.sample.knownMask, kAllKindsMask);
        QVERIFY(second.second < secondOf(noonPlus(5000)) || second.second >= secondOf(noonPlus(8000)));
    }
}

void TestNodeMeter::missingTapWithoutAListenerIsUnknown()
{
    NodeMeter meter(0, gatewayConfig());
    meter.setFeed(EventFeed::None, kNoon);
    std::vector<ClosedSecond> closed;
    advanceTo(meter, kNoon, noonPlus(3000), &closed);
    QVERIFY(closed.empty());
    QCOMPARE(meter.frame(noonPlus(3000)).series->samples[599].notMeasuredMask, quint8{0});
}

void TestNodeMeter::sendIsUnknownUntilTheSourceIs()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    QVERIFY(!meter.advance(noonPlus(1000)).at(0).sample.isKnown(EventKind::Send));
    QCOMPARE(meter.frame(noonPlus(1000)).sendSource, SendSource::Unknown);
    meter.count(eventAt(noonPlus(1100), EventKind::Send, 1, 1));
    const auto closed = meter.advance(noonPlus(2000));
    QVERIFY(closed.at(0).sample.isKnown(EventKind::Send));
    QCOMPARE(closed.at(0).sample.counts[EventKind::Send], 1U);
    QCOMPARE(meter.frame(noonPlus(2000)).sendSource, SendSource::SentStatuses);
}

void TestNodeMeter::windows_data()
{
    QTest::addColumn<int>("secondsListened");
    QTest::addColumn<bool>("known1");
    QTest::addColumn<bool>("known10");
    QTest::addColumn<bool>("known60");
    QTest::newRow("one second") << 1 << true << false << false;
    QTest::newRow("four seconds") << 4 << true << false << false;
    QTest::newRow("half of ten") << 5 << true << true << false;
    QTest::newRow("just under half a minute") << 29 << true << true << false;
    QTest::newRow("half a minute") << 30 << true << true << true;
    QTest::newRow("two minutes") << 120 << true << true << true;
}

void TestNodeMeter::windows()
{
    QFETCH(int, secondsListened);
    QFETCH(bool, known1);
    QFETCH(bool, known10);
    QFETCH(bool, known60);
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    meter.apply(callbacksAt(kNoon, {true, true, true}));
    for (int second = 0; second < secondsListened; ++second) {
        const auto start = noonPlus(second * 1000);
        for (int i = 0; i < 6; ++i)
            meter.count(eventAt(start + Millis{i * 10}, EventKind::Receive));
        meter.advance(start + Millis{1000});
    }
    // Events of the running second do not count yet.
    const auto end = noonPlus(secondsListened * 1000);
    meter.count(eventAt(end, EventKind::Receive));
    const auto frame = meter.frame(end);
    QCOMPARE(frame.tps[0].hasValue(), known1);
    QCOMPARE(frame.tps[1].hasValue(), known10);
    QCOMPARE(frame.tps[2].hasValue(), known60);
    constexpr std::array<int, 3> kLengths{1, 10, 60};
    for (std::size_t i = 0; i < kLengths.size(); ++i) {
        const auto &reading = frame.tps[i];
        if (!reading.hasValue())
            continue;
        // What was not watched whole is no measurement.
        QCOMPARE(reading.truth(), secondsListened >= kLengths[i] ? Truth::Measured : Truth::Estimated);
        QCOMPARE(reading.value(), 6.0);
        QCOMPARE(reading.takenAt(), end);
    }
    QCOMPARE(frame.utilisation(0).value(), 0.3);
}

void TestNodeMeter::notListeningIsUnknown()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    advanceTo(meter, kNoon, noonPlus(20000));
    QVERIFY(meter.frame(noonPlus(20000)).tps[1].hasValue());
    meter.setListening(false, noonPlus(20000));
    QVERIFY(!meter.frame(noonPlus(20000)).tps[1].hasValue());
    std::vector<ClosedSecond> closed;
    advanceTo(meter, noonPlus(20000), noonPlus(40000), &closed);
    QVERIFY(closed.empty());
    meter.setListening(true, noonPlus(40000));
    advanceTo(meter, noonPlus(40000), noonPlus(43000), &closed);
    QCOMPARE(closed.size(), std::size_t{3});
    QCOMPARE(closed.front().second, secondOf(noonPlus(40000)));
}

void TestNodeMeter::clockBackCountsIntoTheNewestSecond()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    advanceTo(meter, kNoon, noonPlus(30000));
    // Set back by 20 s.
    meter.count(eventAt(noonPlus(10500), EventKind::Receive));
    QVERIFY(meter.advance(noonPlus(11000)).empty());
    QCOMPARE(meter.frame(noonPlus(11000)).tps[0].truth(), Truth::Unknown);
    QCOMPARE(meter.frame(noonPlus(11000)).peak.tps, 0U);
    std::vector<ClosedSecond> closed;
    advanceTo(meter, noonPlus(11000), noonPlus(33000), &closed);
    QCOMPARE(closed.size(), std::size_t{3});
    QCOMPARE(closed[0].second, secondOf(noonPlus(30000)));
    QCOMPARE(closed[0].sample.counts[EventKind::Receive], 1U);
    QVERIFY2(!closed[0].sample.anyKnown(), "it collected 20 s, so it is no measurement of one");
    QVERIFY(closed[1].sample.anyKnown());

    // A correction by a moment does not make a second unknown.
    meter.count(eventAt(noonPlus(32950), EventKind::Receive));
    closed.clear();
    advanceTo(meter, noonPlus(33000), noonPlus(34000), &closed);
    QCOMPARE(closed.size(), std::size_t{1});
    QCOMPARE(closed[0].sample.counts[EventKind::Receive], 1U);
    QVERIFY(closed[0].sample.anyKnown());
}

void TestNodeMeter::clockFarBackStartsAnew()
{
    constexpr qint64 kFiveHours = 5 * 3600 * 1000;
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, noonPlus(kFiveHours));
    meter.count(eventAt(noonPlus(kFiveHours), EventKind::Receive));
    auto closed = meter.advance(noonPlus(500));
    QCOMPARE(closed.size(), std::size_t{1});
    QCOMPARE(closed[0].second, secondOf(noonPlus(kFiveHours)));
    QCOMPARE(closed[0].sample.counts[EventKind::Receive], 1U);
    closed.clear();
    advanceTo(meter, noonPlus(500), noonPlus(3000), &closed);
    QCOMPARE(closed.size(), std::size_t{2});
    QCOMPARE(closed[0].second, secondOf(noonPlus(1000)));
    QVERIFY(meter.frame(noonPlus(3000)).tps[0].hasValue());
    QCOMPARE(meter.frame(noonPlus(3000)).series->end(), secondOf(noonPlus(4000)));
}

void TestNodeMeter::clockForwardLeavesUnknownSeconds()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    meter.advance(noonPlus(1000));
    meter.count(eventAt(noonPlus(1500), EventKind::Receive));
    auto closed = meter.advance(noonPlus(61'200));
    QCOMPARE(closed.size(), std::size_t{1});
    QCOMPARE(closed[0].sample.counts[EventKind::Receive], 1U);
    QVERIFY(!closed[0].sample.anyKnown());
    const auto series = meter.frame(noonPlus(61'200)).series;
    QVERIFY(!series->samples[600 - 30].anyKnown());
    QVERIFY(!series->samples[600].anyKnown());
    // Up to five seconds between calls is only a slow call: they were listened to.
    advanceTo(meter, noonPlus(61'200), noonPlus(63'000));
    closed = meter.advance(noonPlus(67'900));
    QCOMPARE(closed.size(), std::size_t{4});
    QVERIFY(closed[3].sample.anyKnown());
}

void TestNodeMeter::longSleepIsCheap()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    meter.advance(noonPlus(10));
    constexpr qint64 kThirtyYears = 30LL * 365 * 86'400'000 + 10;
    QVERIFY(meter.advance(noonPlus(kThirtyYears)).empty());
    const auto series = meter.frame(noonPlus(kThirtyYears)).series;
    QVERIFY(std::none_of(series->samples.begin(), series->samples.end(),
                         [](const SecondSample &sample) { return sample.anyKnown(); }));
}

void TestNodeMeter::peakIsHeldOverWholeSeconds()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    for (int i = 0; i < 9; ++i)
        meter.count(eventAt(noonPlus(i), EventKind::Receive));
    QCOMPARE(meter.frame(noonPlus(500)).peak.tps, 0U);
    meter.advance(noonPlus(1000));
    QCOMPARE(meter.frame(noonPlus(1000)).peak, (PeakHold{9, secondOf(kNoon)}));
    meter.count(eventAt(noonPlus(1000), EventKind::Delivery));
    meter.advance(noonPlus(2000));
    QCOMPARE(meter.frame(noonPlus(2000)).peak.tps, 9U);
    meter.resetPeak();
    meter.count(eventAt(noonPlus(2000), EventKind::Delivery));
    meter.advance(noonPlus(3000));
    QCOMPARE(meter.frame(noonPlus(3000)).peak, (PeakHold{1, secondOf(noonPlus(2000))}));
}

void TestNodeMeter::lag_data()
{
    QTest::addColumn<qint64>("arrivalMs");
    QTest::addColumn<qint64>("eventTimeMs");
    QTest::addColumn<qint64>("askedMs");
    QTest::addColumn<int>("truth");
    QTest::addColumn<qint64>("lagMs");
    const auto measured = static_cast<int>(Truth::Measured);
    QTest::newRow("late") << 5000LL << 2000LL << 6000LL << measured << 3000LL;
    QTest::newRow("clock ahead is 0") << 5000LL << 9000LL << 6000LL << measured << 0LL;
    QTest::newRow("kept after the window") << 5000LL << 2000LL << 50'000LL << measured << 3000LL;
    QTest::newRow("kept for a minute") << 5000LL << 2000LL << 65'000LL << measured << 3000LL;
    QTest::newRow("then stale") << 5000LL << 2000LL << 65'001LL << static_cast<int>(Truth::Stale) << 3000LL;
}

void TestNodeMeter::lag()
{
    QFETCH(qint64, arrivalMs);
    QFETCH(qint64, eventTimeMs);
    QFETCH(qint64, askedMs);
    QFETCH(int, truth);
    QFETCH(qint64, lagMs);
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    auto event = eventAt(noonPlus(arrivalMs), EventKind::Receive);
    event.eventTime = noonPlus(eventTimeMs);
    meter.count(event);
    // Redelivered events are late by nature.
    event.redelivered = true;
    event.eventTime = noonPlus(-100'000);
    meter.count(event);
    std::vector<ClosedSecond> closed;
    advanceTo(meter, noonPlus(arrivalMs), noonPlus(askedMs), &closed);
    const auto reading = meter.frame(noonPlus(askedMs)).lag;
    QCOMPARE(static_cast<int>(reading.truth()), truth);
    QCOMPARE(reading.value().count(), lagMs);
    for (const auto &second : closed) {
        const bool theSecond = second.second == secondOf(noonPlus(arrivalMs));
        QCOMPARE(second.minLag, theSecond ? std::optional(Millis{lagMs}) : std::nullopt);
    }
}

void TestNodeMeter::aSourceThatIsOffTellsNothing_data()
{
    QTest::addColumn<bool>("tap");
    QTest::newRow("the listener stops") << false;
    QTest::newRow("the tap loses its connection") << true;
}

/// The last lag is stale at once, and what is stored of that time is a gap; an event makes it measured again.
void TestNodeMeter::aSourceThatIsOffTellsNothing()
{
    QFETCH(bool, tap);
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    const auto receive = [&meter](qint64 atMs, qint64 lagMs) {
        auto event = eventAt(noonPlus(atMs), EventKind::Receive);
        event.eventTime = noonPlus(atMs - lagMs);
        meter.count(event);
    };
    for (qint64 ms = 0; ms < 20'000; ms += 100) {
        receive(ms, 4'000);
        meter.advance(noonPlus(ms));
    }
    meter.advance(noonPlus(20'000));
    QCOMPARE(meter.frame(noonPlus(20'000)).incoming.lag.truth(), Truth::Measured);
    QCOMPARE(meter.frame(noonPlus(20'000)).lag.truth(), Truth::Measured);
    QVERIFY(meter.frame(noonPlus(20'000)).incoming.depth.hasValue());

    if (tap)
        meter.apply(TapNote{0, TapView::Failed, {}, noonPlus(20'000)});
    else
        meter.setListening(false, noonPlus(20'000));
    auto frame = meter.frame(noonPlus(20'000));
    QCOMPARE(frame.incoming.lag.truth(), Truth::Stale);
    QCOMPARE(frame.lag.truth(), Truth::Stale);
    QVERIFY(!frame.incoming.depth.hasValue());
    advanceTo(meter, noonPlus(20'000), noonPlus(30'000));
    frame = meter.frame(noonPlus(30'000));
    QCOMPARE(frame.incoming.lag.truth(), Truth::Stale);
    QVERIFY(frame.gauges);
    for (qint64 second = 0; second < 30; ++second) {
        const auto index = unixSeconds(secondOf(noonPlus(second * 1'000))) - unixSeconds(frame.gauges->first);
        if (index < 0 || index >= static_cast<qint64>(frame.gauges->samples.size()))
            continue;
        const auto &sample = frame.gauges->samples[static_cast<std::size_t>(index)];
        if (second >= 20)
            QVERIFY(!sample.isKnown(GaugeKind::Lag) && !sample.isKnown(GaugeKind::Incoming));
        else if (second > 2)
            QVERIFY(sample.isKnown(GaugeKind::Lag));
    }

    // Back again: known only when something has come.
    if (tap)
        meter.apply(TapNote{0, TapView::Connected, {}, noonPlus(30'000)});
    else
        meter.setListening(true, noonPlus(30'000));
    QCOMPARE(meter.frame(noonPlus(30'000)).incoming.lag.truth(), Truth::Stale);
    QCOMPARE(meter.frame(noonPlus(30'000)).lag.truth(), Truth::Stale);
    for (qint64 ms = 31'000; ms < 36'000; ms += 100) {
        receive(ms, 1'000);
        meter.advance(noonPlus(ms));
    }
    meter.advance(noonPlus(36'000));
    frame = meter.frame(noonPlus(36'000));
    QCOMPARE(frame.incoming.lag.truth(), Truth::Measured);
    QVERIFY2(frame.incoming.lag.value() <= Millis{1'500}, "mixed with what was before the gap");
    QCOMPARE(frame.lag.truth(), Truth::Measured);
}

void TestNodeMeter::countsApartAndRejected()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    IngestedEvent failed;
    failed.arrival = noonPlus(10);
    failed.apart = ApartKind::Failed;
    meter.count(failed);
    auto again = eventAt(noonPlus(20), EventKind::Delivery);
    again.redelivered = true;
    meter.count(again);
    meter.countRejected(5, noonPlus(30));
    meter.countBadRequest(noonPlus(40));
    QCOMPARE(meter.ingest(), (IngestTotals{7, 0, 1, 1, 5, 1}));
    QCOMPARE(meter.frame(noonPlus(50)).apart[indexOf(ApartKind::Failed)], quint64{1});
    const auto closed = meter.advance(noonPlus(1000));
    QCOMPARE(closed.at(0).apart, 1U);
    QCOMPARE(closed.at(0).redelivered, 1U);
    QCOMPARE(closed.at(0).sample.counts.total(), 0U);
}

void TestNodeMeter::seriesIsSharedWhileUnchanged()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    const auto first = meter.frame(noonPlus(100)).series;
    QCOMPARE(meter.frame(noonPlus(200)).series.get(), first.get());
    meter.count(eventAt(noonPlus(300), EventKind::Receive));
    const auto second = meter.frame(noonPlus(400)).series;
    QVERIFY(second.get() != first.get());
    QCOMPARE(second->samples.back().counts[EventKind::Receive], 1U);
    QCOMPARE(first->samples.back().counts[EventKind::Receive], 0U);
    meter.advance(noonPlus(1000));
    const auto third = meter.frame(noonPlus(1000)).series;
    QVERIFY(third.get() != second.get());
    QCOMPARE(third->end(), secondOf(noonPlus(2000)));
    QCOMPARE(third->samples[599].counts[EventKind::Receive], 1U);
}

void TestNodeMeter::readingsGoStale()
{
    auto config = nodeConfig();
    config.outboundQueue = QueueConfig{};
    config.outboundQueue->name = QStringLiteral("outbound");
    NodeMeter meter(0, config);
    QVERIFY(meter.frame(kNoon).outbound.configured);
    QCOMPARE(meter.frame(kNoon).outbound.depthMessages.truth(), Truth::Unknown);

    ProbeResult probe;
    probe.at = kNoon;
    probe.state.lastSuccess = kNoon;
    probe.health = HealthReport{{Member{QString(), MemberRole::Single, GatewayStatus::Connected}}, QString()};
    probe.callbackQueueSize = 12;
    meter.apply(probe);
    QueueResult queue;
    queue.at = kNoon;
    queue.depthMessages = Reading<qint64>::measured(40, kNoon);
    queue.oldestAge = Reading<Millis>::notSupported();
    queue.paused = Reading<bool>::measured(false, kNoon);
    meter.apply(queue);

    auto frame = meter.frame(noonPlus(15'000));
    QCOMPARE(frame.health.truth(), Truth::Measured);
    QCOMPARE(frame.judgement.state, NodeState::Ok);
    QCOMPARE(frame.callbackQueueSize.truth(), Truth::Measured);
    QCOMPARE(frame.outbound.depthMessages.truth(), Truth::Measured);
    QCOMPARE(frame.outbound.oldestAge.truth(), Truth::NotSupported);

    frame = meter.frame(noonPlus(15'001));
    QCOMPARE(frame.health.truth(), Truth::Stale);
    QCOMPARE(frame.judgement.state, NodeState::Unknown);
    QCOMPARE(frame.callbackQueueSize.truth(), Truth::Stale);
    QCOMPARE(frame.outbound.depthMessages.truth(), Truth::Stale);
    QCOMPARE(frame.outbound.depthMessages.value(), qint64{40});

    // A fault keeps the last value, stale at once; a success without it does not make it fresh.
    meter.apply(probe);
    ProbeResult fault;
    fault.at = noonPlus(1000);
    fault.state.fault = ProbeFault::Timeout;
    meter.apply(fault);
    queue.error = QStringLiteral("The queue does not answer. Check that it runs.");
    meter.apply(queue);
    frame = meter.frame(noonPlus(1000));
    QCOMPARE(frame.health.truth(), Truth::Stale);
    QCOMPARE(frame.callbackQueueSize.value(), qint64{12});
    QCOMPARE(frame.judgement.state, NodeState::Down);
    QCOMPARE(frame.probe.lastSuccess, std::optional(kNoon));
    QCOMPARE(frame.outbound.paused.truth(), Truth::Stale);

    auto other = nodeConfig();
    other.kind = NodeKind::CloudApi;
    QCOMPARE(NodeMeter(0, other).frame(kNoon).callbackQueueSize.truth(), Truth::NotSupported);
}

void TestNodeMeter::pauseNotesAreShown()
{
    NodeMeter meter(0, nodeConfig());
    meter.apply(PauseNote{0, true, QStringLiteral("storm"), kNoon, noonPlus(600'000)});
    auto outbound = meter.frame(kNoon).outbound;
    QCOMPARE(outbound.pausedWhy, QStringLiteral("storm"));
    QCOMPARE(outbound.resumesAt, std::optional(noonPlus(600'000)));
    meter.apply(PauseNote{});
    outbound = meter.frame(kNoon).outbound;
    QVERIFY(outbound.pausedWhy.isEmpty());
    QVERIFY(!outbound.pausedSince);
}

void TestNodeMeter::conservesEverything_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Random events, clock jumps in both directions, polls, listener outages: nothing is lost or counted twice.
void TestNodeMeter::conservesEverything()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto below = [&random](quint32 limit) { return static_cast<quint32>(random() % limit); };
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    auto now = kNoon;
    auto latest = kNoon;
    quint64 counter = 500;
    bool counterIsSource = below(2) == 0;
    if (counterIsSource)
        meter.apply(callbacksAt(now, {false, true, true}));
    quint64 given = 0;
    quint64 toldSends = 0;
    TotalCounts closedCounts;
    quint64 closedApart = 0;
    quint64 closedRedelivered = 0;
    std::optional<UtcSecond> lastClosed;
    const auto take = [&](const std::vector<ClosedSecond> &seconds) {
        for (const auto &second : seconds) {
            QVERIFY(!lastClosed || second.second > *lastClosed);
            lastClosed = second.second;
            closedCounts += second.sample.counts;
            closedApart += second.apart;
            closedRedelivered += second.redelivered;
        }
    };
    for (int step = 0; step < 20'000; ++step) {
        now += Millis{below(60)};
        if (below(2000) == 0)
            now += Seconds{below(900)};
        if (below(2000) == 0)
            now -= Seconds{below(60)};
        latest = std::max(latest, now);
        switch (below(12)) {
        case 0:
            take(meter.advance(now));
            break;
        case 1: {
            const auto items = below(3);
            meter.countRejected(items, now);
            given += items;
            break;
        }
        case 2: {
            IngestedEvent event;
            event.arrival = now;
            event.apart = static_cast<ApartKind>(below(kApartKindCount));
            event.redelivered = below(5) == 0;
            meter.count(event);
            ++given;
            break;
        }
        case 3:
            if (below(20) == 0)
                meter.setListening(below(3) != 0, now);
            break;
        case 4:
            if (counterIsSource) {
                const auto grown = below(50);
                counter = below(30) == 0 ? below(40) : counter + grown;
                meter.apply(counterAt(now, counter));
                if (const auto delta = meter.takeCounterDelta())
                    toldSends += delta->sends;
            }
            break;
        default: {
            auto event = eventAt(now, static_cast<EventKind>(below(4)), below(50) + 1, below(50) + 1);
            event.redelivered = below(6) == 0;
            if (below(2) == 0)
                event.eventTime = now - Millis{below(5000)};
            meter.count(event);
            ++given;
        }
        }
        QVERIFY(conserves(meter.ingest()));
        QCOMPARE(meter.ingest().received, given);
    }
    // Sends learnt from the counter are handed out over the seconds that follow.
    for (int second = 0; second < 30; ++second)
        take(meter.advance(latest + Seconds{second}));
    QCOMPARE(closedCounts, meter.totals());
    QCOMPARE(closedApart, meter.ingest().apart);
    QCOMPARE(closedRedelivered, meter.ingest().redelivered);
    // A `sent` status from before the counter was watched is the only other source of sends.
    QCOMPARE(meter.totals().total(), meter.ingest().counted + toldSends);
}

BAROGRAPH_TEST(TestNodeMeter)
#include "tst_node_meter.moc"
