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

QString textOf(const std::vector<DurationTick> &ticks)
{
    QStringList labels;
    for (const DurationTick &tick : ticks)
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
    void aLinearRangeGoesFromZeroToTheTop()
    {
        const DurationRange range{0, 50, false};
        QCOMPARE(range.heightOf(0), 0.0);
        QCOMPARE(range.heightOf(25), 0.5);
        QCOMPARE(range.heightOf(80), 1.0);
        QCOMPARE(range.heightOf(-3), 0.0);
    }

    void aLogRangeKeepsZeroApartFromTheSmallest()
    {
        const DurationRange range{1, 1000, true};
        QCOMPARE(range.heightOf(0), 0.0);
        QCOMPARE(range.heightOf(-500), 0.0);
        QCOMPARE(range.heightOf(1), DurationRange::kZeroBand);
        QCOMPARE(range.heightOf(0.001), DurationRange::kZeroBand);
        QCOMPARE(range.heightOf(1000), 1.0);
        const double step = (1 - DurationRange::kZeroBand) / 3;
        QVERIFY(std::abs(range.heightOf(10) - DurationRange::kZeroBand - step) < 1e-9);
    }

    void ticksOfALogScaleAreRoundDurations()
    {
        const DurationRange whole{1, 10 * kDay, true};
        QCOMPARE(textOf(logDurationTicks(whole, 30)),
                 QStringLiteral("≤ 0 | 1 ms | 10 ms | 100 ms | 1 s | 10 s | 1 min | 10 min | 1 h | 1 d | 10 d"));
        const DurationRange seconds{1000, 60'000, true};
        QCOMPARE(textOf(logDurationTicks(seconds, 12)), QStringLiteral("≤ 0 | 1 s | 10 s | 1 min"));
    }

    void ticksLeaveOutWhatHasNoRoom()
    {
        const DurationRange whole{1, kDay, true};
        for (const int most : {2, 3, 4, 6, 8}) {
            const auto ticks = logDurationTicks(whole, most);
            QVERIFY2(static_cast<int>(ticks.size()) <= most + 1, qPrintable(textOf(ticks)));
            QCOMPARE(ticks.front().ms, 0.0);
            QCOMPARE(ticks.back().ms, kDay);
            for (std::size_t i = 1; i < ticks.size(); ++i) {
                QVERIFY(whole.heightOf(ticks[i].ms) - whole.heightOf(ticks[i - 1].ms) >= 1.0 / most - 1e-6);
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
            const double low = scale.range().mostMs;
            QVERIFY(scale.update(800, 200'000, kNow + Seconds{1}));
            const double high = scale.range().mostMs;
            QVERIFY(high >= 200'000);
            QVERIFY(!scale.update(800, 3'000, kNow + Seconds{2}));
            QVERIFY(!scale.update(800, 3'000, kNow + Seconds{11}));
            QCOMPARE(scale.range().mostMs, high);
            QVERIFY(scale.update(800, 3'000, kNow + Seconds{13}));
            QCOMPARE(scale.range().mostMs, low);
        }
    }

    void aLogScaleHasRoomForTheSmallest()
    {
        DurationScale scale(true);
        scale.update(400, 8'000, kNow);
        QCOMPARE(scale.range().leastMs, 100.0);
        QCOMPARE(scale.range().mostMs, 10'000.0);
        scale.update(3, 8'000, kNow);
        QCOMPARE(scale.range().leastMs, 1.0);
        scale.reset();
        scale.update(-1, 0, kNow);
        QCOMPARE(scale.range().leastMs, 1'000.0);
        scale.setLogarithmic(false);
        scale.update(-1, 0, kNow);
        QCOMPARE(scale.range(), (DurationRange{0, 5'000, false}));
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

    void mergedMarkersAreByTimeAndEachOnce()
    {
        const auto listOf = [](std::vector<std::pair<int, const char *>> markers) {
            auto list = std::make_shared<std::vector<Marker>>();
            for (const auto &[second, id] : markers) {
                list->push_back(markerAt(kNow + Seconds{second}));
                list->back().id = QLatin1String(id);
            }
            return MarkerList(list);
        };
        const MarkerList live = listOf({{2, "b"}, {5, "d"}});
        const MarkerList past = listOf({{1, "a"}, {2, "b"}, {3, ""}, {3, ""}});
        QString ids;
        const MarkerList merged = mergedMarkers(live, past);
        for (const Marker &marker : *merged)
            ids += marker.id + u'.';
        QCOMPARE(ids, QStringLiteral("a.b...d."));
        QCOMPARE(mergedMarkers(live, nullptr), live);
        QCOMPARE(mergedMarkers(nullptr, past), past);
        QVERIFY(!mergedMarkers(nullptr, nullptr));
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
