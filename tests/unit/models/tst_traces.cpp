// SPDX-License-Identifier: GPL-3.0-or-later
#include "markers/marker_clusters.h"
#include "series/duration_scale.h"
#include "series/trace.h"
#include "test_case.h"

#include <cmath>

using namespace barograph;

namespace {

constexpr double kHour = 3'600'000;
constexpr double kDay = 24 * kHour;
const UtcTime kNow = fromUnixMillis(1'790'000'000'000);

QString textOf(const std::vector<ValueTick> &ticks)
{
    QStringList labels;
    for (const ValueTick &tick : ticks)
        labels << tick.label;
    return labels.join(QStringLiteral(" | "));
}

Marker markerAt(UtcTime at, MarkerKind kind = MarkerKind::Control, bool bad = false)
{
    Marker marker;
    marker.at = at;
    marker.kind = kind;
    marker.bad = bad;
    return marker;
}

TimeBucket gaugeBucket(float least, float most, bool estimated = false)
{
    TimeBucket bucket;
    bucket.gauges[indexOf(GaugeKind::Lag)] = {least, most};
    bucket.estimatedMask = estimated ? 1U << indexOf(GaugeKind::Lag) : 0;
    return bucket;
}

} // namespace

class TestTraces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linearScaleGoesFromZeroToTheTop()
    {
        const auto scale = ValueScale::linear(50);
        QCOMPARE(scale.heightOf(0), 0.0);
        QCOMPARE(scale.heightOf(25), 0.5);
        QCOMPARE(scale.heightOf(80), 1.0);
        QCOMPARE(scale.heightOf(-3), 0.0);
        QCOMPARE(scale.valueAt(0.5), 25.0);
        QVERIFY(std::isnan(scale.heightOf(std::nan(""))));
        QCOMPARE(ValueScale::linear(0).most(), 1.0);
    }

    void logScaleKeepsZeroApartFromTheSmallest()
    {
        const auto scale = ValueScale::logarithmic(1, 1000);
        QCOMPARE(scale.heightOf(0), 0.0);
        QCOMPARE(scale.heightOf(-500), 0.0);
        QCOMPARE(scale.heightOf(1), ValueScale::kZeroBand);
        QCOMPARE(scale.heightOf(0.001), ValueScale::kZeroBand);
        QCOMPARE(scale.heightOf(1000), 1.0);
        const double step = (1 - ValueScale::kZeroBand) / 3;
        QVERIFY(std::abs(scale.heightOf(10) - ValueScale::kZeroBand - step) < 1e-9);
        QVERIFY(std::abs(scale.valueAt(scale.heightOf(37)) - 37) < 1e-6);
        QCOMPARE(scale.valueAt(0.01), 0.0);
    }

    void ticksOfALogScaleAreRoundDurations()
    {
        const auto whole = ValueScale::logarithmic(1, 10 * kDay);
        QCOMPARE(textOf(logDurationTicks(whole, 30)),
                 QStringLiteral("≤ 0 | 1 ms | 10 ms | 100 ms | 1 s | 10 s | 1 min | 10 min | 1 h | 1 d | 10 d"));
        const auto seconds = ValueScale::logarithmic(1000, 60'000);
        QCOMPARE(textOf(logDurationTicks(seconds, 12)), QStringLiteral("≤ 0 | 1 s | 10 s | 1 min"));
    }

    void ticksLeaveOutWhatHasNoRoom()
    {
        const auto whole = ValueScale::logarithmic(1, kDay);
        for (const int most : {2, 3, 4, 6, 8}) {
            const auto ticks = logDurationTicks(whole, most);
            QVERIFY2(static_cast<int>(ticks.size()) <= most + 1, qPrintable(textOf(ticks)));
            QCOMPARE(ticks.front().value, 0.0);
            QCOMPARE(ticks.back().value, kDay);
            for (std::size_t i = 1; i < ticks.size(); ++i) {
                QVERIFY(whole.heightOf(ticks[i].value) - whole.heightOf(ticks[i - 1].value) >= 1.0 / most - 1e-6);
            }
        }
    }

    void linearTicks_data()
    {
        QTest::addColumn<double>("most");
        QTest::addColumn<QString>("labels");
        QTest::newRow("seconds") << 5'000.0 << "0 | 1 s | 2 s | 3 s | 4 s | 5 s"; // as the axis has it
        QTest::newRow("half minutes") << 120'000.0 << "0 | 30 s | 1 min | 1 min 30 s | 2 min";
        QTest::newRow("quarters") << kHour << "0 | 15 min | 30 min | 45 min | 1 h";
        QTest::newRow("hours") << 6 * kHour << "0 | 2 h | 4 h | 6 h";
        QTest::newRow("days") << 5 * kDay << "0 | 1 d | 2 d | 3 d | 4 d | 5 d";
        QTest::newRow("more than there are steps for") << 1'000 * kDay << "0 | 200 d | 400 d | 600 d | 800 d | 1000 d";
    }
    void linearTicks()
    {
        QFETCH(const double, most);
        QFETCH(const QString, labels);
        QCOMPARE(textOf(linearDurationTicks(most, 5)), labels);
    }

    void aDurationScaleGrowsAtOnceAndShrinksLate()
    {
        for (const bool logarithmic : {false, true}) {
            DurationScale scale(logarithmic);
            QVERIFY(scale.update(800, 3'000, kNow));
            const double low = scale.scale().most();
            QVERIFY(scale.update(800, 200'000, kNow + Seconds{1}));
            const double high = scale.scale().most();
            QVERIFY(high >= 200'000);
            QVERIFY(!scale.update(800, 3'000, kNow + Seconds{2}));
            QVERIFY(!scale.update(800, 3'000, kNow + Seconds{11}));
            QCOMPARE(scale.scale().most(), high);
            QVERIFY(scale.update(800, 3'000, kNow + Seconds{13}));
            QCOMPARE(scale.scale().most(), low);
        }
    }

    void aLogScaleHasRoomForTheSmallest()
    {
        DurationScale scale(true);
        scale.update(400, 8'000, kNow);
        QCOMPARE(scale.scale().least(), 100.0);
        QCOMPARE(scale.scale().most(), 10'000.0);
        scale.update(3, 8'000, kNow);
        QCOMPARE(scale.scale().least(), 1.0);
        scale.reset();
        scale.update(-1, 0, kNow);
        QCOMPARE(scale.scale().least(), 1'000.0);
        scale.setLogarithmic(false);
        scale.update(-1, 0, kNow);
        QCOMPARE(scale.scale(), ValueScale::linear(5'000));
    }

    void aTraceKeepsExtremesAndGaps()
    {
        const std::vector<TimeBucket> buckets{gaugeBucket(2, 9), {}, gaugeBucket(-4, 0, true)};
        std::vector<TraceColumn> columns;
        fillTrace(buckets, GaugeKind::Lag, columns);
        QCOMPARE(columns.size(), std::size_t{3});
        QCOMPARE(columns[0].least, 2.0F);
        QCOMPARE(columns[0].most, 9.0F);
        QVERIFY(!columns[0].estimated);
        QVERIFY(columns[1].isGap());
        QVERIFY(columns[2].estimated);
        const TraceExtremes extremes = extremesOf(columns);
        QCOMPARE(extremes.least, -4.0F);
        QCOMPARE(extremes.leastPositive, 2.0F);
        QCOMPARE(extremes.most, 9.0F);
        QVERIFY(extremes.anyEstimated);
        QVERIFY(!extremesOf(std::span(columns).subspan(1, 1)).isKnown());
    }

    void aTraceOfAKindIsThatKindAlone()
    {
        TimeBucket wide;
        wide.least[EventKind::Send] = 3;
        wide.most[EventKind::Send] = 12;
        wide.knownOf[EventKind::Send] = 10;
        TimeBucket narrow; // one second, as the live frame has it
        narrow.highest.knownMask = SecondSample::bit(EventKind::Send);
        narrow.highest.counts[EventKind::Send] = 7;
        std::vector<TraceColumn> columns;
        const std::vector<TimeBucket> buckets{wide, narrow, {}};
        fillTrace(buckets, EventKind::Send, columns);
        QCOMPARE(columns[0].least, 3.0F);
        QCOMPARE(columns[0].most, 12.0F);
        QCOMPARE(columns[1].most, 7.0F);
        QVERIFY(columns[2].isGap());
        fillTrace(buckets, EventKind::Read, columns);
        QVERIFY(columns[0].isGap() && columns[1].isGap());
    }

    void runsAreWhatLiesTogether()
    {
        const std::vector<int> items{1, 1, 0, 0, 1, 0, 1};
        std::vector<ColumnRun> runs;
        fillRuns(
            std::span<const int>(items), [](int item) { return item == 1; }, runs);
        QCOMPARE(runs, (std::vector<ColumnRun>{{0, 2}, {4, 5}, {6, 7}}));
        fillRuns(
            std::span<const int>(), [](int) { return true; }, runs);
        QVERIFY(runs.empty());
    }

    void markersOfASlotAreOne()
    {
        const auto window = PlotWindow::endingAt(kNow, Seconds{1000}, 1000);
        const UtcTime left = window.left();
        const qint64 toSlot = 10 - window.firstColumn % 10;
        const UtcTime slot = left + Seconds{toSlot + 100};
        const std::vector<Marker> markers{markerAt(left - Seconds{1}),
                                          markerAt(slot, MarkerKind::StateChange),
                                          markerAt(slot + Seconds{4}, MarkerKind::Annotation, true),
                                          markerAt(slot + Seconds{9}, MarkerKind::Failover),
                                          markerAt(slot + Seconds{10}),
                                          markerAt(window.right())};
        std::vector<MarkerCluster> clusters;
        clusterMarkers(markers, window, 10, clusters);
        QCOMPARE(clusters.size(), std::size_t{2});
        QCOMPARE(clusters[0].first, std::size_t{1});
        QCOMPARE(clusters[0].count, std::size_t{3});
        QCOMPARE(clusters[0].foremost, std::size_t{2});
        QVERIFY(clusters[0].bad);
        QCOMPARE(int{clusters[0].kindsMask}, 0b10110);
        QCOMPARE(clusters[0].column, static_cast<int>(toSlot) + 104);
        QCOMPARE(clusters[1].count, std::size_t{1});
        QCOMPARE(clusters[1].column, static_cast<int>(toSlot) + 110);
        clusterMarkers(markers, PlotWindow{}, 10, clusters);
        QVERIFY(clusters.empty());
    }

    void clustersStayWhileTheWindowSlides()
    {
        std::vector<Marker> markers;
        for (int i = 0; i < 400; ++i)
            markers.push_back(markerAt(kNow - Seconds{1500} + Seconds{i * i % 7 + i * 3}));
        std::sort(markers.begin(), markers.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
        std::vector<MarkerCluster> before;
        std::vector<MarkerCluster> after;
        const auto window = PlotWindow::endingAt(kNow, Seconds{1800}, 900);
        clusterMarkers(markers, window, 12, before);
        for (int slide = 1; slide < 60; ++slide) {
            const auto slid = PlotWindow::endingAt(kNow + Seconds{slide}, Seconds{1800}, 900);
            clusterMarkers(markers, slid, 12, after);
            const int moved = static_cast<int>(slid.firstColumn - window.firstColumn);
            QCOMPARE(after.size(), before.size());
            for (std::size_t i = 0; i < after.size(); ++i) {
                QCOMPARE(after[i].first, before[i].first);
                QCOMPARE(after[i].count, before[i].count);
                QVERIFY(std::abs(after[i].column + moved - before[i].column) <= 1);
            }
        }
    }

    void stepsFromMarkerToMarker()
    {
        const std::vector<Marker> markers{markerAt(kNow), markerAt(kNow + Seconds{5}), markerAt(kNow + Seconds{9})};
        QCOMPARE(markerAfter(markers, kNow), std::optional<std::size_t>{1});
        QCOMPARE(markerAfter(markers, kNow - Seconds{1}), std::optional<std::size_t>{0});
        QVERIFY(!markerAfter(markers, kNow + Seconds{9}));
        QCOMPARE(markerBefore(markers, kNow + Seconds{5}), std::optional<std::size_t>{0});
        QCOMPARE(markerBefore(markers, kNow + Seconds{100}), std::optional<std::size_t>{2});
        QVERIFY(!markerBefore(markers, kNow));
        QVERIFY(!markerBefore({}, kNow));
    }
};

BAROGRAPH_TEST(TestTraces)
#include "tst_traces.moc"
