// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/incoming_chart.h"
#include "charts/lag_chart.h"
#include "charts/outbound_chart.h"
#include "charts/words_layer.h"
#include "support/frame_factory.h"
#include "support/trace_frames.h"
#include "test_case.h"
#include "theme/colors.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

/// A chart on screen with what it looks through.
template<typename Chart> struct GaugeRig
{
    TimeView view;
    TimelineStore store;
    Chart chart{ChartContext{view, store}};

    explicit GaugeRig(const NodeFrame &node)
    {
        view.setNow(frameTime());
        chart.resize(900, 300);
        chart.show();
        send(node);
        QCoreApplication::processEvents();
    }
    void send(const NodeFrame &node)
    {
        store.setFrame(frameOf({node}));
        chart.setNode(node, frameTime());
    }
    int columnOf(UtcTime at) const { return static_cast<int>(chart.plotWindow().xOf(at)); }
    /// How many pixels of the plot, in the columns [from, to) of it, have this colour.
    int pixelsOf(const QColor &color, int from, int to)
    {
        const QImage image = chart.grab().toImage();
        const QRect area = chart.plotArea();
        int count = 0;
        for (int x = area.left() + from; x < area.left() + to; ++x) {
            for (int y = area.top(); y < area.bottom(); ++y)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        }
        return count;
    }
};

NodeFrame oneOf(std::vector<NodeFrame> nodes, const char *id)
{
    for (NodeFrame &node : nodes) {
        if (node.id == QLatin1String(id))
            return node;
    }
    qFatal("There is no such node.");
}

template<typename Chart> void expectWords(const NodeFrame &node, const QString &words)
{
    GaugeRig<Chart> rig(node);
    QVERIFY2(rig.chart.words().middle.contains(words), qPrintable(node.id + u' ' + rig.chart.words().middle));
    QCOMPARE(rig.chart.summary(), rig.chart.words().middle);
    QCOMPARE(rig.chart.accessibleDescription(), rig.chart.summary());
    QCOMPARE(rig.chart.valueAt(0, 10).state, ValueState::Unknown);
    // No line at 0 either.
    QCOMPARE(rig.pixelsOf(themeColors(rig.chart.palette()).info, 4, rig.chart.plotArea().width() - 4), 0);
}

} // namespace

class TestGaugeCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotKnownIsWordsInThePlot()
    {
        expectWords<LagChart>(oneOf(lagNodes(), "lag-unknown"), QStringLiteral("not known"));
        expectWords<LagChart>(oneOf(lagNodes(), "lag-not-supported"), QStringLiteral("cannot tell a lag"));
        expectWords<IncomingChart>(oneOf(incomingTraceNodes(), "incoming-unknown"), QStringLiteral("not known"));
        expectWords<IncomingChart>(oneOf(incomingTraceNodes(), "incoming-not-supported"),
                                   QStringLiteral("cannot be told from this kind of node"));
        expectWords<OutboundChart>(oneOf(outboundNodes(), "outbound-not-configured"),
                                   QStringLiteral("[node.outbound_queue]"));
        expectWords<OutboundChart>(oneOf(outboundNodes(), "outbound-not-supported"), QStringLiteral("cannot tell"));
        expectWords<OutboundChart>(oneOf(outboundNodes(), "outbound-unknown"), QStringLiteral("not answered yet"));
    }

    void aTimeOfWhichNothingIsKnownSaysSo()
    {
        GaugeRig<LagChart> rig(oneOf(lagNodes(), "lag-calm"));
        QVERIFY(rig.chart.words().middle.isEmpty());
        rig.view.show(frameTime() - 2h, frameTime() - 1h);
        QVERIFY2(rig.chart.words().middle.contains(QStringLiteral("nothing was recorded")),
                 qPrintable(rig.chart.words().middle));
    }

    void theLagIsLogarithmicUntilSwitched()
    {
        GaugeRig<LagChart> rig(oneOf(lagNodes(), "lag-rising"));
        QVERIFY(rig.chart.valueScale().logarithmic);
        QStringList labels;
        for (const ValueTick &tick : rig.chart.valueScale().ticks)
            labels << tick.label;
        QCOMPARE(labels.first(), QStringLiteral("≤ 0"));
        QVERIFY2(labels.contains(QStringLiteral("1 h")) && labels.contains(QStringLiteral("1 s")),
                 qPrintable(labels.join(u'|')));
        rig.chart.setMode(LagChart::Linear);
        QVERIFY(!rig.chart.valueScale().logarithmic);
        QCOMPARE(rig.chart.valueScale().bottom, 0.0);
        QCOMPARE(rig.chart.unitText(), QStringLiteral("lag"));
        // The chart's own key for it.
        QTest::keyClick(&rig.chart, Qt::Key_D);
        QVERIFY(rig.chart.valueScale().logarithmic);
    }

    void aLagOfZeroAndLessStandsAtTheBottomAndIsSaidTo()
    {
        GaugeRig<LagChart> rig(oneOf(lagNodes(), "lag-below-zero"));
        QVERIFY(rig.chart.words().upperRight.contains(QStringLiteral("0 or less")));
        QCOMPARE(rig.chart.valueScale().shareOf(-200), 0.0);
        QVERIFY(rig.chart.valueScale().shareOf(rig.chart.valueScale().bottom) > 0.05);
        QVERIFY(rig.chart.valueText(0, -200).contains(QStringLiteral("0 or less")));
        QVERIFY(rig.chart.summary().contains(QStringLiteral("0 or less")));
    }

    void aGapIsNoLine()
    {
        GaugeRig<LagChart> rig(oneOf(lagNodes(), "lag-gaps"));
        const QColor ink = themeColors(rig.chart.palette()).info;
        const UtcSecond first = secondOf(frameTime()) - 600s;
        QCOMPARE(rig.pixelsOf(ink, rig.columnOf(first + 152s), rig.columnOf(first + 278s)), 0);
        QVERIFY(rig.pixelsOf(ink, rig.columnOf(first + 20s), rig.columnOf(first + 140s)) > 100);
        QCOMPARE(rig.chart.valueAt(0, rig.columnOf(first + 200s)).state, ValueState::Unknown);
        QVERIFY(rig.chart.textAt(rig.columnOf(first + 200s)).contains(QStringLiteral("unknown")));
    }

    void estimatesAreSaidToBe()
    {
        GaugeRig<IncomingChart> rig(oneOf(incomingTraceNodes(), "incoming-estimate"));
        QVERIFY(rig.chart.words().upperRight.contains(QStringLiteral("estimated depth")));
        const int column = rig.columnOf(frameTime() - 100s);
        QCOMPARE(rig.chart.valueAt(0, column).state, ValueState::Estimated);
        QVERIFY(rig.chart.textAt(column).contains(QStringLiteral("estimated")));
    }

    void aFillingQueueIsDrawnOnIntoTheFuture()
    {
        GaugeRig<IncomingChart> rig(oneOf(incomingTraceNodes(), "incoming-filling"));
        QCOMPARE(rig.chart.plotWindow().right() > frameTime() + 100s, true);
        QVERIFY(std::chrono::abs(rig.chart.plotWindow().left() - (frameTime() - 600s)) < 2s);
        const ThemeColors &colors = themeColors(rig.chart.palette());
        const int now = rig.columnOf(frameTime()) + 3;
        QVERIFY(rig.pixelsOf(colors.critical, now, rig.chart.plotArea().width() - 4) > 40);
        QVERIFY(rig.pixelsOf(colors.overBudget, 4, now) > now);
        QVERIFY2(rig.chart.forecastWords().contains(QStringLiteral("fills in 11 min")),
                 qPrintable(rig.chart.forecastWords()));
        QVERIFY(rig.chart.summary().contains(rig.chart.forecastWords()));
        QVERIFY(rig.chart.words().alarming);
        // Nothing is foretold beside the past.
        rig.view.show(frameTime() - 400s, frameTime() - 100s);
        QVERIFY(rig.chart.plotWindow().right() < frameTime());
        QVERIFY(rig.chart.words().upperRight.isEmpty());
    }

    void theLiveEdgeStaysWhereItIsWhenAForecastComes()
    {
        NodeFrame node = oneOf(incomingTraceNodes(), "incoming-filling");
        GaugeRig<IncomingChart> rig(node);
        const PlotWindow before = rig.chart.plotWindow();
        node.incoming.trend = QueueTrend::Unknown;
        node.incoming.fullIn.reset();
        rig.send(node);
        QCOMPARE(rig.chart.plotWindow(), before);
    }

    void aCapacityFarAboveDoesNotFlattenTheQueue()
    {
        GaugeRig<IncomingChart> rig(oneOf(incomingTraceNodes(), "incoming-steady"));
        QVERIFY(rig.chart.valueScale().top < 1'000);
        QVERIFY(rig.chart.words().upperLeft.contains(QStringLiteral("capacity 100,000")));
    }

    void pausesAreShadedWithTheirReason()
    {
        NodeFrame node = oneOf(outboundNodes(), "outbound-paused");
        node.markers = nullptr;
        GaugeRig<OutboundChart> rig(node);
        const QColor edge = themeColors(rig.chart.palette()).warning;
        const UtcSecond first = secondOf(frameTime()) - 600s;
        QVERIFY(rig.pixelsOf(edge, rig.columnOf(first + 358s), rig.columnOf(first + 363s)) > 100);
        QVERIFY(rig.pixelsOf(edge, rig.columnOf(first + 118s), rig.columnOf(first + 123s)) > 100);
        QVERIFY2(rig.chart.textAt(rig.columnOf(first + 500s)).contains(QStringLiteral("storm in a group of 1,024")),
                 qPrintable(rig.chart.textAt(rig.columnOf(first + 500s))));
        QVERIFY(rig.chart.textAt(rig.columnOf(first + 150s)).contains(QStringLiteral("paused")));
        QVERIFY(!rig.chart.textAt(rig.columnOf(first + 150s)).contains(QStringLiteral("1,024")));
        QVERIFY(!rig.chart.textAt(rig.columnOf(first + 300s)).contains(QStringLiteral("paused")));
        QVERIFY(rig.chart.summary().contains(QStringLiteral("Paused in 52%")));
        QVERIFY(rig.chart.textAt(rig.columnOf(first + 500s)).contains(QStringLiteral("2 min ")));
    }

    void theLaterOfALongPauseIsKnownEvenWithoutAnswers()
    {
        NodeFrame node = oneOf(outboundNodes(), "outbound-paused");
        auto silent = std::make_shared<GaugeSeries>(*node.gauges);
        for (std::size_t i = 400; i < silent->samples.size(); ++i)
            silent->samples[i] = {};
        node.gauges = silent;
        GaugeRig<OutboundChart> rig(node);
        const int column = rig.columnOf(frameTime() - 50s);
        QCOMPARE(rig.chart.valueAt(0, column).state, ValueState::Unknown);
        QVERIFY(rig.chart.textAt(column).contains(QStringLiteral("paused")));
    }

    void markersAreInEveryChartAndCanBeSteppedThrough()
    {
        GaugeRig<LagChart> rig(oneOf(lagNodes(), "lag-rising"));
        const int control = rig.columnOf(frameTime() - 240s);
        QVERIFY2(rig.chart.textAt(control).contains(QStringLiteral("outbound queue paused")),
                 qPrintable(rig.chart.textAt(control)));
        QTest::keyClick(&rig.chart, Qt::Key_M);
        QCOMPARE(rig.view.cursor(), std::optional<UtcTime>(frameTime() - 560s));
        QTest::keyClick(&rig.chart, Qt::Key_M);
        QCOMPARE(rig.view.cursor(), std::optional<UtcTime>(frameTime() - 480s));
        QTest::keyClick(&rig.chart, Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(rig.view.cursor(), std::optional<UtcTime>(frameTime() - 560s));
        QVERIFY(!rig.chart.stepToMarker(false));
        // One of the past, beyond what is shown: the view goes there.
        rig.chart.setMarkers(manyMarkers(1, frameTime() - 2h, frameTime()));
        QTest::keyClick(&rig.chart, Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(rig.view.cursor(), std::optional<UtcTime>(frameTime() - 2h));
        QVERIFY(!rig.view.isLive());
        QVERIFY(rig.view.left() < frameTime() - 2h && rig.view.right() > frameTime() - 2h);
        QCOMPARE(rig.view.span(), Millis{600s});
    }

    void survivesExtremes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("tiny") << QSize(40, 30);
        QTest::newRow("one pixel") << QSize(1, 1);
        QTest::newRow("wide") << QSize(2500, 60);
    }
    void survivesExtremes()
    {
        QFETCH(const QSize, size);
        const auto drawAll = [&](auto &rig) {
            rig.chart.resize(size);
            rig.view.setSpan(10s);
            QVERIFY(!rig.chart.grab().isNull());
            rig.view.setSpan(std::chrono::hours{24 * 90});
            QVERIFY(!rig.chart.grab().isNull());
        };
        NodeFrame huge = oneOf(lagNodes(), "lag-rising");
        huge.gauges = flatGauges(1e12F, 1e12F, 1e12F, 1e12F);
        huge.incoming.capacity = 0;
        GaugeRig<LagChart> lag(huge);
        drawAll(lag);
        GaugeRig<IncomingChart> incoming(huge);
        drawAll(incoming);
        GaugeRig<OutboundChart> outbound(huge);
        drawAll(outbound);
    }
};

BAROGRAPH_TEST(TestGaugeCharts)
#include "tst_gauge_charts.moc"
