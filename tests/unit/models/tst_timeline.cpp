// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "meters/gauge_ring.h"
#include "test_case.h"
#include "text/capacity_text.h"
#include "timeline/capacity.h"
#include "timeline/gauge_span.h"
#include "timeline/time_bucket.h"
#include "timeline_fixture.h"

#include <QTimeZone>

#include <random>

using namespace barograph;
using test::advanceTo;
using test::kNoon;
using test::noonPlus;
using test::RandomPast;

namespace {

constexpr float kNothing = GaugeSample::kUnknown;

GaugeSample gaugesOf(float lag, float incoming, quint8 estimated = 0, bool paused = false)
{
    return {{lag, incoming, kNothing, kNothing}, estimated, paused};
}

QueueResult queueAt(UtcTime at, qint64 depth, bool paused)
{
    QueueResult result;
    result.at = at;
    result.depthMessages = Reading<qint64>::measured(depth, at);
    result.oldestAge = Reading<Millis>::measured(Millis{depth * 10}, at);
    result.paused = Reading<bool>::measured(paused, at);
    return result;
}

NodeConfig withQueue()
{
    auto config = test::nodeConfig();
    config.outboundQueue.emplace();
    config.outboundQueue->name = QStringLiteral("campaigns");
    return config;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gaugesAreTakenOnceASecond()
    {
        NodeMeter meter(0, withQueue());
        meter.setListening(true, kNoon);
        QVERIFY(!meter.frame(kNoon).gauges);
        meter.apply(queueAt(noonPlus(100), 700, false));
        advanceTo(meter, noonPlus(100), noonPlus(1'000));
        meter.apply(queueAt(noonPlus(1'500), 900, true));
        std::vector<ClosedSecond> closed;
        advanceTo(meter, noonPlus(1'600), noonPlus(3'000), &closed);

        const auto gauges = meter.frame(noonPlus(3'000)).gauges;
        QVERIFY(gauges);
        QCOMPARE(gauges->end(), secondOf(noonPlus(3'000)));
        QCOMPARE(gauges->samples.size(), 3U);
        QCOMPARE(gauges->samples[0].value(GaugeKind::Outbound), 700.0F);
        QCOMPARE(gauges->samples[0].value(GaugeKind::OutboundAge), 7'000.0F);
        QVERIFY(!gauges->samples[0].paused);
        QVERIFY(gauges->samples[1].paused);
        QCOMPARE(gauges->samples[2].value(GaugeKind::Outbound), 900.0F);
        QVERIFY(!gauges->samples[2].isKnown(GaugeKind::Lag));  // nothing ever arrived
        QCOMPARE(gauges, meter.frame(noonPlus(3'050)).gauges); // shared
        QVERIFY(closed.back().gauges == gauges->samples.back());
    }

    void whatIsStaleIsNotCarriedOn()
    {
        NodeMeter meter(0, withQueue());
        meter.setListening(true, kNoon);
        meter.apply(queueAt(kNoon, 700, true));
        advanceTo(meter, kNoon, noonPlus(40'000));
        const auto gauges = meter.frame(noonPlus(40'000)).gauges;
        QVERIFY(gauges);
        QVERIFY(gauges->samples[14].isKnown(GaugeKind::Outbound));
        QVERIFY(gauges->samples[14].paused);
        QVERIFY(!gauges->samples[20].isKnown(GaugeKind::Outbound)); // three polls were missed
        QVERIFY(!gauges->samples[20].paused);
    }

    void gaugesAreKeptWhileNobodyListens()
    {
        NodeMeter meter(0, withQueue());
        meter.apply(queueAt(kNoon, 5, false));
        std::vector<ClosedSecond> closed;
        advanceTo(meter, kNoon, noonPlus(2'000), &closed);
        QCOMPARE(closed.size(), 2U);
        QCOMPARE(closed[0].sample.knownMask, quint8{0});
        QCOMPARE(closed[0].gauges.value(GaugeKind::Outbound), 5.0F);
    }

    void unknownIsNotZeroInSamples()
    {
        IncomingView incoming;
        incoming.lag = Reading<Millis>::measured(Millis{-300}, kNoon);
        incoming.depth = Reading<qint64>::estimated(42, kNoon);
        OutboundView outbound;
        outbound.pausedSince = kNoon;
        auto sample = gaugeSampleOf(incoming, outbound);
        QCOMPARE(sample.value(GaugeKind::Lag), 0.0F);
        QVERIFY(sample.isEstimated(GaugeKind::Incoming));
        QVERIFY(!sample.isEstimated(GaugeKind::Lag));
        QVERIFY(!sample.isKnown(GaugeKind::Outbound));
        QVERIFY(!sample.paused); // none is configured
        outbound.configured = true;
        QVERIFY(!gaugeSampleOf(incoming, outbound).paused); // it can tell, and has not
        outbound.paused = Reading<bool>::notSupported();
        QVERIFY(gaugeSampleOf(incoming, outbound).paused); // it cannot, and we paused it
        incoming.lag = incoming.lag.asStale();
        QVERIFY(!gaugeSampleOf(incoming, outbound).isKnown(GaugeKind::Lag));
    }

    void theRingHasGapsAndBeginsAnew()
    {
        GaugeRing ring;
        const auto at = [](qint64 second) { return fromUnixSeconds(5'000 + second); };
        ring.close(at(0), {});
        QVERIFY(!ring.series());
        ring.close(at(1), gaugesOf(1, 1));
        ring.close(at(4), gaugesOf(4, 4));
        QCOMPARE(ring.series()->samples.size(), 5U);
        QVERIFY(!ring.series()->samples[2].tellsAnything());
        QCOMPARE(ring.series()->samples[4].value(GaugeKind::Lag), 4.0F);
        for (qint64 second = 5; second < 700; ++second)
            ring.close(at(second), {});
        QVERIFY(!ring.series()); // what was known is older than ten minutes
        ring.close(at(700), gaugesOf(7, 7));
        QCOMPARE(ring.series()->samples.size(), 600U);
        QCOMPARE(ring.series()->end(), at(701));
        ring.close(at(300), gaugesOf(3, 3)); // the clock was set back
        QCOMPARE(ring.series()->samples.size(), 1U);
        QCOMPARE(ring.series()->first, at(300));
    }

    void aGapIsAGapAndNotMeasuredStays()
    {
        TimeBucket bucket;
        addUnknown(bucket, 5);
        QVERIFY(bucket.isGap());
        const UtcSecond noon = secondOf(kNoon);
        const auto reads = SecondSample::bit(EventKind::Read);
        addSecond(bucket, noon, {{{9, 9, 9, 9}}, 0, 0}, 20); // counted, but not a measurement
        QVERIFY(bucket.isGap());
        addSecond(bucket, noon + Seconds{1}, {{{3, 0, 1, 9}}, 7, reads}, 20);
        QCOMPARE(bucket.known, 1U);
        QCOMPARE(bucket.seconds, 7U);
        QCOMPARE(bucket.highest.counts.total(), 4U); // what was not measured is not in it
        QCOMPARE(bucket.knownOf[EventKind::Read], 0U);
        QCOMPARE(bucket.notMeasuredMask, reads);
        QVERIFY(bucket.highestAt == noon + Seconds{1});
        QVERIFY(!bucket.gauge(GaugeKind::Lag).isKnown());
    }

    void sharesOfTheBudgetAreCounted()
    {
        TimeBucket bucket;
        const UtcSecond noon = secondOf(kNoon);
        qint64 second = 0;
        for (const quint32 total : {15U, 16U, 19U, 20U, 21U, 81U})
            addSecond(bucket, noon + Seconds{second++}, {{{total, 0, 0, 0}}, kAllKindsMask, 0}, 20);
        addSecond(bucket, noon + Seconds{second++}, {{{50, 0, 0, 0}}, kAllKindsMask, 0}, 0);
        QCOMPARE(bucket.atEighty, 5U);
        QCOMPARE(bucket.atBudget, 3U);
        QCOMPARE(bucket.budgetKnown, 6U);
        QCOMPARE(bucket.over, (std::array<quint32, 5>{7, 6, 3, 1, 0}));
        QVERIFY(bucket.highestAt == noon + Seconds{5});
    }

    void mergingIsTheSameAsCounting_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed)
            QTest::addRow("past %u", seed) << seed;
    }
    void mergingIsTheSameAsCounting()
    {
        QFETCH(unsigned, seed);
        const RandomPast past(seed, 3'600);
        std::mt19937 random(seed);
        // Level over level, as kTimelineLevels has them, and in an order of its own.
        std::vector<TimeBucket> narrow;
        for (std::size_t i = 0; i < 3'600; ++i)
            narrow.push_back(past.of(i, i + 1));
        for (const std::size_t width : {10U, 60U, 600U, 3'600U}) {
            const std::size_t each = width * narrow.size() / 3'600;
            std::vector<TimeBucket> wide;
            for (std::size_t i = 0; i < narrow.size(); i += each) {
                std::vector<std::size_t> order(each);
                for (std::size_t j = 0; j < each; ++j)
                    order[j] = i + j;
                std::shuffle(order.begin(), order.end(), random);
                TimeBucket bucket;
                for (const auto j : order)
                    merge(bucket, narrow[j]);
                QVERIFY(bucket == past.of(i * 3'600 / narrow.size(), (i + each) * 3'600 / narrow.size()));
                wide.push_back(bucket);
            }
            narrow = std::move(wide);
        }
    }

    void idleSecondsAreSecondsOfZero()
    {
        const UtcSecond noon = secondOf(kNoon);
        TimeBucket byOne;
        TimeBucket atOnce;
        for (qint64 second = 0; second < 90; ++second)
            addSecond(byOne, noon + Seconds{second}, {{}, 7, 8}, 12.5);
        addIdle(atOnce, noon, 90, 7, 8, 12.5);
        addIdle(atOnce, noon, 0, kAllKindsMask, 0, 12.5);
        QVERIFY(byOne == atOnce);
        addSecond(byOne, noon - Seconds{1}, {{{1, 1, 1, 1}}, 7, 8}, 12.5);
        addIdle(byOne, noon - Seconds{9}, 5, 0, 0, 0);
        QCOMPARE(byOne.least[EventKind::Receive], 0U);
        QCOMPARE(byOne.known, 91U);
        QCOMPARE(byOne.seconds, 96U);
    }

    void gaugesToldAgainKeepWhatIsKnown()
    {
        const auto measured = gaugesOf(100, 5'000, 0, true);
        QVERIFY(toldAgain(measured, {}) == measured);
        const auto estimated = gaugesOf(90, 4'000, 2);
        const auto both = toldAgain(measured, estimated);
        QCOMPARE(both.value(GaugeKind::Lag), 90.0F);         // measured again
        QCOMPARE(both.value(GaugeKind::Incoming), 5'000.0F); // measured before
        QVERIFY(!both.isEstimated(GaugeKind::Incoming));
        QVERIFY(both.paused);
        auto looked = estimated;
        looked.values[indexOf(GaugeKind::Outbound)] = 3;
        QVERIFY(!toldAgain(measured, looked).paused);
        QVERIFY(toldAgain(estimated, measured) == measured);
    }

    void spansAreWhatTheirSecondsAre_data() { mergingIsTheSameAsCounting_data(); }
    void spansAreWhatTheirSecondsAre()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        constexpr qint64 kLength = 60;
        std::vector<GaugeSample> plain(kLength);
        std::vector<GaugeSpan> spans;
        for (int step = 0; step < 200; ++step) {
            const auto from = static_cast<qint64>(random() % kLength);
            const auto to = std::min<qint64>(kLength, from + 1 + static_cast<qint64>(random() % 12));
            const auto number = [&] { return random() % 3 == 0 ? kNothing : static_cast<float>(random() % 3); };
            const auto sample = gaugesOf(number(), number(), static_cast<quint8>(random() % 2 * 2), random() % 5 == 0);
            overlay(spans, {fromUnixSeconds(from), fromUnixSeconds(to), sample});
            for (auto second = from; second < to && sample.tellsAnything(); ++second) {
                auto &here = plain[static_cast<std::size_t>(second)];
                here = here.tellsAnything() ? toldAgain(here, sample) : sample;
            }
            std::vector<GaugeSample> unrolled(kLength);
            UtcSecond last{};
            for (std::size_t i = 0; i < spans.size(); ++i) {
                QVERIFY(spans[i].from < spans[i].to && spans[i].from >= last);
                QVERIFY(i == 0 || spans[i].from > last || !(spans[i - 1].sample == spans[i].sample));
                last = spans[i].to;
                for (auto second = spans[i].from; second < spans[i].to; second += Seconds{1})
                    unrolled[static_cast<std::size_t>(unixSeconds(second))] = spans[i].sample;
            }
            QVERIFY(unrolled == plain);
        }
    }

    void capacityIsSharesOfWhatIsKnown()
    {
        const UtcSecond noon = secondOf(kNoon);
        std::vector<TimeBucket> minutes(120);
        for (std::size_t minute = 0; minute < 60; ++minute) {
            const auto begin = noon + Seconds{static_cast<qint64>(minute) * 60};
            for (qint64 second = 0; second < 60; ++second) {
                const quint32 total = minute == 10 && second < 3 ? 25 : minute == 20 && second < 6 ? 17 : 4;
                addSecond(minutes[minute], begin + Seconds{second}, {{{0, 0, 0, total}}, kAllKindsMask, 0}, 20);
            }
        }
        addUnknown(minutes[60], 60);
        addIdle(minutes[61], noon + Seconds{61 * 60}, 60, kAllKindsMask, 0, 0); // no budget was known
        const auto capacity = capacityOf(minutes, noon, Seconds{60}, QTimeZone::utc());
        QCOMPARE(capacity.all.seconds, 62 * 60);
        QCOMPARE(capacity.all.known, 61 * 60);
        QCOMPARE(capacity.all.budgetKnown, 3'600);
        QCOMPARE(capacity.all.shareAtBudget(), std::optional(3 / 3'600.0));
        QCOMPARE(capacity.all.shareAtEighty(), std::optional(9 / 3'600.0));
        QCOMPARE(capacity.highest, std::optional(25U));
        QVERIFY(capacity.highestAt == noon + Seconds{600});
        QCOMPARE(capacity.hours[12].atBudget, 3);
        QCOMPARE(capacity.hours[13].seconds, 120);
        QCOMPARE(capacity.hours[13].budgetKnown, 0);
        QVERIFY(!capacity.hours[13].shareAtBudget()); // that is not 0
        QCOMPARE(capacity.hours[14].seconds, 0);
        QCOMPARE(capacity.enough, std::optional(20U)); // 3 of 3,660 are above, 9 above 15
        QVERIFY(capacity.wasLimited);
        QVERIFY(enoughText(capacity).startsWith(QStringLiteral("20 TPS")));
        QVERIFY(!enoughCaveat(capacity).isEmpty());
    }

    void hoursAreThoseOfTheLocalDay()
    {
        // Over the end of daylight saving: 01:00 UTC is 02:00 in Madrid for the second time.
        const UtcSecond begin = fromUnixSeconds(1'792'886'400 - 3'600); // 2026-10-24 23:00 UTC
        std::vector<TimeBucket> minutes(240);
        for (std::size_t i = 0; i < minutes.size(); ++i)
            addIdle(minutes[i], begin + Seconds{static_cast<qint64>(i) * 60}, 60, kAllKindsMask, 0, 20);
        const auto madrid = capacityOf(minutes, begin, Seconds{60}, QTimeZone("Europe/Madrid"));
        QCOMPARE(madrid.hours[1].known, 3'600);
        QCOMPARE(madrid.hours[2].known, 7'200);
        QCOMPARE(madrid.hours[3].known, 3'600);
        const auto nepal = capacityOf(minutes, begin, Seconds{60}, QTimeZone("Asia/Kathmandu"));
        QCOMPARE(nepal.hours[4].known, 900); // 04:45
        QCOMPARE(nepal.hours[8].known, 2'700);
    }

    void capacityOfNothingIsUnknown()
    {
        auto nothing = capacityOf({}, {}, Seconds{60}, QTimeZone::utc());
        QVERIFY(!nothing.highest && !nothing.enough && !nothing.all.shareAtEighty());
        QCOMPARE(budgetShareText(0, nothing.all), QStringLiteral("unknown"));
        std::vector<TimeBucket> quiet(1);
        addIdle(quiet[0], secondOf(kNoon), 60, kAllKindsMask, 0, 20);
        const auto calm = capacityOf(quiet, secondOf(kNoon), Seconds{60}, QTimeZone::utc());
        QCOMPARE(calm.highest, std::optional(0U));
        QCOMPARE(calm.enough, std::optional(10U));
        QVERIFY(!calm.wasLimited && enoughCaveat(calm).isEmpty());
        QCOMPARE(budgetShareText(0, calm.all), QStringLiteral("not one second"));
        std::vector<TimeBucket> storm(1);
        for (qint64 second = 0; second < 10; ++second)
            addSecond(storm[0], secondOf(kNoon) + Seconds{second}, {{{0, 0, 0, 1'200}}, kAllKindsMask, 0}, 1'000);
        QCOMPARE(capacityOf(storm, secondOf(kNoon), Seconds{60}, QTimeZone::utc()).enough, std::optional(0U));
    }

    void sharesThatRoundToNothingAreTold()
    {
        QCOMPARE(shareText(0, 1'000), QStringLiteral("0%"));
        QCOMPARE(shareText(1, 86'400), QStringLiteral("less than 0.1%"));
        QCOMPARE(shareText(71, 1'000), QStringLiteral("7.1%"));
        QCOMPARE(shareText(86'399, 86'400), QStringLiteral("more than 99.9%"));
        QCOMPARE(shareText(997, 1'000), QStringLiteral("more than 99%"));
        QCOMPARE(shareText(5, 5), QStringLiteral("100%"));
        QCOMPARE(shareText(0, 0), QStringLiteral("unknown"));
    }
};

BAROGRAPH_TEST(TestTimeline)
#include "tst_timeline.moc"
