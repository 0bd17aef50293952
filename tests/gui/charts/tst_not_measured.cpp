// SPDX-License-Identifier: GPL-3.0-or-later
// Time in which receipts were switched off is hatched in every chart at every zoom, of live seconds and of tiles of the
// past alike, and is 0 nowhere.
#include "charts/chart_csv.h"
#include "charts/incoming_chart.h"
#include "charts/lag_chart.h"
#include "charts/outbound_chart.h"
#include "charts/tps_chart.h"
#include "charts/words_layer.h"
#include "support/frame_factory.h"
#include "test_case.h"
#include "theme/colors.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 10'000;
constexpr quint8 kReceipts = SecondSample::bit(EventKind::Delivery) | SecondSample::bit(EventKind::Read);
constexpr std::size_t kReadRow = 0;
constexpr std::size_t kDeliveryRow = 1;
constexpr std::size_t kReceiveRow = 3;

/// A number whose receipts are off from 30 % to 60 % of what is looked at, in which nobody writes to it. From 40 % to
/// 50 %, its own queue does not answer.
class OffAndOn
{
public:
    /// `off`: what is; all four kinds where it is a tap that is missing.
    OffAndOn(Millis span, bool offAllTheTime, quint8 off)
        : m_offAllTheTime(offAllTheTime)
        , m_off(off)
    {
        m_left = frameTime() - span;
        m_span = span;
    }
    UtcTime at(double share) const
    {
        return m_left + Millis{std::llround(share * static_cast<double>(m_span.count()))};
    }
    bool isOff(UtcSecond second) const { return m_offAllTheTime || (second >= cut(0.3) && second < cut(0.6)); }
    SecondSample sample(UtcSecond second) const
    {
        if (isOff(second))
            return {{}, static_cast<quint8>(SecondSample::bit(EventKind::Receive) & ~m_off), m_off};
        return {{{3, 4, 5, 6}}, kAllKindsMask, 0};
    }
    GaugeSample gauges(UtcSecond second) const
    {
        GaugeSample sample;
        if (!isOff(second)) {
            sample.values[indexOf(GaugeKind::Lag)] = 800;
            sample.values[indexOf(GaugeKind::Incoming)] = 12;
        }
        if (second < cut(0.4) || second >= cut(0.5))
            sample.values[indexOf(GaugeKind::Outbound)] = 30;
        return sample;
    }
    TimelineTile tile(const TileKey &key) const
    {
        auto buckets = std::make_shared<std::vector<TimeBucket>>(std::size_t{kBucketsPerTile});
        const auto width = static_cast<quint32>(key.bucketWidth().count());
        UtcSecond second = key.from();
        for (TimeBucket &bucket : *buckets) {
            const SecondSample one = sample(second);
            addSecond(bucket, second, one, 20);
            addIdle(bucket, second + 1s, width - 1, one.knownMask, one.notMeasuredMask, 20);
            addGauges(bucket, gauges(second));
            second += key.bucketWidth();
        }
        return {key, std::move(buckets), std::min(key.to(), secondOf(frameTime())), {}};
    }

private:
    UtcSecond cut(double share) const { return secondOf(at(share)); }

    UtcTime m_left{};
    Millis m_span{};
    bool m_offAllTheTime;
    quint8 m_off;
};

/// All four charts of that number.
struct AllCharts
{
    TimeView view;
    TimelineStore store;
    TpsChart tps{ChartContext{view, store}};
    LagChart lag{ChartContext{view, store}};
    IncomingChart incoming{ChartContext{view, store}};
    OutboundChart outbound{ChartContext{view, store}};
    OffAndOn past;

    explicit AllCharts(Millis span, bool offAllTheTime = false, DepthSource source = DepthSource::Estimate,
                       quint8 off = kReceipts)
        : past(span, offAllTheTime, off)
    {
        view.setNow(frameTime());
        view.setSpan(span);
        QObject::connect(
            &store, &TimelineStore::wanted, &store,
            [this](const std::vector<TileKey> &keys) {
                for (const TileKey &key : keys)
                    store.setTile(past.tile(key));
            },
            Qt::QueuedConnection);
        NodeFrame node = calmNode();
        auto seconds = std::make_shared<SecondSeries>();
        auto gauges = std::make_shared<GaugeSeries>();
        seconds->first = gauges->first = secondOf(frameTime()) - 600s;
        for (auto second = seconds->first; second <= secondOf(frameTime()); second += 1s) {
            seconds->samples.push_back(past.sample(second));
            gauges->samples.push_back(past.gauges(second));
        }
        node.series = seconds;
        node.gauges = gauges;
        node.incoming = {};
        node.incoming.source = source;
        node.outbound = {};
        node.outbound.configured = true;
        node.outbound.depthMessages = Reading<qint64>::measured(30, frameTime());
        store.setFrame(frameOf({node}));
        for (TimeChart *chart : std::initializer_list<TimeChart *>{&tps, &lag, &incoming, &outbound}) {
            chart->resize(900, 260);
            chart->show();
            chart->setNode(node, frameTime());
        }
        QTRY_VERIFY_WITH_TIMEOUT(store.completeness(node.id) == TimelineStore::Completeness::Complete &&
                                     tps.valueAt(kReceiveRow, columnOf(tps, 0.02)).hasValue(),
                                 kPatience);
    }
    int columnOf(const TimeChart &chart, double share) const
    {
        return static_cast<int>(chart.plotWindow().xOf(past.at(share)));
    }
    ValueState stateOf(const TimeChart &chart, double share, std::size_t which = 0) const
    {
        return chart.valueAt(which, columnOf(chart, share)).state;
    }
    /// Pixels of a colour between two shares of the time shown.
    int pixelsOf(TimeChart &chart, double from, double to, const QColor &color) const
    {
        const QImage image = chart.grab().toImage();
        const QRect area = chart.plotArea();
        int count = 0;
        for (int x = area.left() + columnOf(chart, from); x < area.left() + columnOf(chart, to); ++x) {
            for (int y = area.top(); y < area.bottom(); ++y)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        }
        return count;
    }
};

} // namespace

class TestNotMeasured : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHatchedAtEveryZoomAndNeverZero_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("10 s: columns narrower than a second") << qint64{10};
        QTest::newRow("10 min: live seconds") << qint64{600};
        QTest::newRow("3 h: tiles of 10 s") << qint64{10'800};
        QTest::newRow("1 day") << qint64{86'400};
        QTest::newRow("7 days: tiles of 10 min") << qint64{7 * 86'400};
        QTest::newRow("90 days: tiles of an hour") << qint64{90 * 86'400};
    }
    void isHatchedAtEveryZoomAndNeverZero()
    {
        QFETCH(const qint64, seconds);
        AllCharts charts{Millis{seconds * 1'000}};
        if (QTest::currentTestFailed())
            return;
        const ThemeColors &colors = themeColors(charts.tps.palette());
        for (const double share : {0.35, 0.45, 0.55}) {
            QCOMPARE(charts.stateOf(charts.tps, share, kReadRow), ValueState::NotMeasured);
            QCOMPARE(charts.stateOf(charts.tps, share, kDeliveryRow), ValueState::NotMeasured);
            // Nobody wrote: that was measured.
            const SeriesValue receive = charts.tps.valueAt(kReceiveRow, charts.columnOf(charts.tps, share));
            QVERIFY(receive.state == ValueState::Known && receive.value == 0.0);
            QCOMPARE(charts.stateOf(charts.lag, share), ValueState::NotMeasured);
            QCOMPARE(charts.stateOf(charts.incoming, share), ValueState::NotMeasured);
        }
        for (const double share : {0.15, 0.8}) {
            for (const TimeChart *chart :
                 std::initializer_list<const TimeChart *>{&charts.tps, &charts.lag, &charts.incoming, &charts.outbound})
                QVERIFY(charts.stateOf(*chart, share) == ValueState::Known);
        }
        // The bot's own queue is asked, whatever the receipts do: where it did not answer, that is another thing.
        QCOMPARE(charts.stateOf(charts.outbound, 0.45), ValueState::Unknown);
        QCOMPARE(charts.stateOf(charts.outbound, 0.55), ValueState::Known);
        for (const TpsChart::Mode mode : {TpsChart::Stacked, TpsChart::Lines, TpsChart::Percent}) {
            charts.tps.setMode(mode);
            QVERIFY(charts.pixelsOf(charts.tps, 0.35, 0.55, colors.hatch) > 500);
            QCOMPARE(charts.pixelsOf(charts.tps, 0.35, 0.55, colors.kind(EventKind::Read)), 0);
            QCOMPARE(charts.pixelsOf(charts.tps, 0.35, 0.55, colors.kind(EventKind::Delivery)), 0);
            QCOMPARE(charts.pixelsOf(charts.tps, 0.1, 0.25, colors.hatch), 0);
        }
        for (TimeChart *chart : std::initializer_list<TimeChart *>{&charts.lag, &charts.incoming}) {
            QVERIFY2(charts.pixelsOf(*chart, 0.35, 0.55, colors.hatch) > 500, qPrintable(chart->title()));
            QCOMPARE(charts.pixelsOf(*chart, 0.35, 0.55, colors.info), 0);
            QCOMPARE(charts.pixelsOf(*chart, 0.1, 0.25, colors.hatch), 0);
            QVERIFY(chart->textAt(charts.columnOf(*chart, 0.45)).contains(QStringLiteral("not measured")));
        }
        QCOMPARE(charts.pixelsOf(charts.outbound, 0.31, 0.59, colors.hatch), 0);
        QVERIFY(chartCsv(charts.lag).contains(",lag_ms,"));
    }

    void whereNothingElseIsInViewItIsSaidInWords()
    {
        AllCharts charts{10min, true};
        for (const GaugeChart *chart : std::initializer_list<const GaugeChart *>{&charts.lag, &charts.incoming}) {
            QVERIFY2(chart->words().middle.startsWith(QStringLiteral("Not measured")),
                     qPrintable(chart->words().middle));
            QCOMPARE(chart->summary(), chart->words().middle);
        }
    }

    void aMissingTapIsHatchedFromTopToBottom_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("10 min: live seconds") << qint64{600};
        QTest::newRow("1 day: tiles") << qint64{86'400};
    }
    void aMissingTapIsHatchedFromTopToBottom()
    {
        QFETCH(const qint64, seconds);
        AllCharts charts{Millis{seconds * 1'000}, false, DepthSource::Estimate, kAllKindsMask};
        if (QTest::currentTestFailed())
            return;
        for (std::size_t row = kReadRow; row <= kReceiveRow; ++row) {
            QCOMPARE(charts.stateOf(charts.tps, 0.45, row), ValueState::NotMeasured);
            QCOMPARE(charts.stateOf(charts.tps, 0.8, row), ValueState::Known);
        }
        // No sum of nothing, and no base line, which is what a measured zero has.
        QVERIFY(!charts.tps.valueAt(kReceiveRow + 1, charts.columnOf(charts.tps, 0.45)).hasValue());
        const ThemeColors &colors = themeColors(charts.tps.palette());
        for (const TpsChart::Mode mode : {TpsChart::Stacked, TpsChart::Lines, TpsChart::Percent}) {
            charts.tps.setMode(mode);
            QVERIFY(charts.pixelsOf(charts.tps, 0.35, 0.55, colors.hatch) > 500);
            for (const EventKind kind : kEventKinds)
                QCOMPARE(charts.pixelsOf(charts.tps, 0.35, 0.55, colors.kind(kind)), 0);
        }
        QCOMPARE(charts.stateOf(charts.lag, 0.45), ValueState::NotMeasured);
    }

    void aNodeThatIsAskedForItsQueueIsNotBlind()
    {
        AllCharts charts{10min, false, DepthSource::Gauges};
        QCOMPARE(charts.stateOf(charts.incoming, 0.45), ValueState::Unknown);
        QCOMPARE(charts.pixelsOf(charts.incoming, 0.35, 0.55, themeColors(charts.incoming.palette()).hatch), 0);
        QCOMPARE(charts.stateOf(charts.lag, 0.45), ValueState::NotMeasured);
    }
};

BAROGRAPH_TEST(TestNotMeasured)
#include "tst_not_measured.moc"
