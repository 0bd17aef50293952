// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_rig.h"
#include "test_case.h"
#include "theme/colors.h"

#include <QApplication>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kSeconds = 600;

/// What was painted, read back in terms of seconds and events per second.
class Painted
{
public:
    explicit Painted(TpsChart &chart)
        : m_image(chart.grab().toImage())
        , m_area(chart.plotArea())
        , m_top(chart.rateAtTop())
        , m_window(PlotWindow::endingAt(frameTime(), 600s, m_area.width()))
    {}

    QColor at(UtcSecond second, double rate) const
    {
        const int x = m_area.left() + static_cast<int>(std::ceil(m_window.xOf(second)));
        const int y = m_area.top() + m_area.height() - static_cast<int>(rate / m_top * m_area.height());
        return m_image.pixelColor(x, y);
    }

    /// Rows of this colour, plain or patterned, in the column of the second.
    int rowsOf(UtcSecond second, const QColor &plain, const QColor &pattern) const
    {
        const int x = m_area.left() + static_cast<int>(std::ceil(m_window.xOf(second)));
        int rows = 0;
        for (int y = m_area.top(); y < m_area.bottom(); ++y) {
            const QColor color = m_image.pixelColor(x, y);
            rows += color == plain || color == pattern ? 1 : 0;
        }
        return rows;
    }

    int rowsFor(double events) const { return static_cast<int>(std::lround(events / m_top * m_area.height())); }
    const QRect &area() const { return m_area; }
    const QImage &image() const { return m_image; }

private:
    QImage m_image;
    QRect m_area;
    double m_top;
    PlotWindow m_window;
};

UtcSecond secondNumber(const SecondSeries &series, std::size_t index)
{
    return series.first + Seconds{static_cast<qint64>(index)};
}

Reading<double> budgetOf(double tps)
{
    return Reading<double>::measured(tps, frameTime());
}

} // namespace

class TestTpsChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsEachKindAsHighAsItsCount()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        const auto series = flatSeries({2, 4, 6, 8});
        rig.show(series, budgetOf(40));
        const Painted painted(chart);
        const ThemeColors &colors = themeColors(chart.palette());
        const UtcSecond second = secondNumber(*series, 300);
        const std::array<double, kEventKindCount> counts{2, 4, 6, 8};
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
            const int rows = painted.rowsOf(second, colors.kinds[kind], colors.kindPatterns[kind]);
            const int wanted = painted.rowsFor(counts[kind]);
            QVERIFY2(std::abs(rows - wanted) <= 1,
                     qPrintable(QStringLiteral("kind %1: %2 rows, not %3").arg(kind).arg(rows).arg(wanted)));
        }
    }

    void aSpikeIsWhereItsSecondIs()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        const auto series = flatSeries({1, 0, 0, 0});
        series->samples[200].counts[EventKind::Receive] = 30;
        rig.show(series, {});
        const Painted painted(chart);
        const QColor receive = themeColors(chart.palette()).kind(EventKind::Receive);
        QCOMPARE(painted.at(secondNumber(*series, 200), 15), receive);
        QVERIFY(painted.at(secondNumber(*series, 198), 15) != receive);
        QVERIFY(painted.at(secondNumber(*series, 202), 15) != receive);
    }

    void gapHatchAndZeroAllDiffer()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        const auto series = flatSeries({2, 2, 2, 2});
        for (std::size_t i = 100; i < 200; ++i)
            series->samples[i] = {};
        for (std::size_t i = 200; i < 300; ++i)
            series->samples[i].counts = {};
        for (std::size_t i = 300; i < 400; ++i)
            series->samples[i] = {{}, 0, kAllKindsMask};
        rig.show(series, {});
        const Painted painted(chart);
        const ThemeColors &colors = themeColors(chart.palette());
        // Away from the words "no data" and from grid lines.
        const auto inGap = secondNumber(*series, 105);
        QCOMPARE(painted.rowsOf(inGap, colors.baseline, colors.baseline), 0);
        QCOMPARE(painted.rowsOf(inGap, colors.hatch, colors.hatch), 0);
        QCOMPARE(painted.at(inGap, 1.3), colors.plotBackground);
        QVERIFY(painted.rowsOf(secondNumber(*series, 250), colors.baseline, colors.baseline) > 0);
        QVERIFY(painted.rowsOf(secondNumber(*series, 350), colors.hatch, colors.hatch) > 10);
        QCOMPARE(painted.rowsOf(secondNumber(*series, 350), colors.baseline, colors.baseline), 0);
    }

    void whatIsNeverToldIsNotDrawn()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        KindVisibility visibility;
        visibility.individual[EventKind::Read] = Visibility::NotVisible;
        visibility.group = visibility.individual;
        visibility.group[EventKind::Delivery] = Visibility::NotVisible;
        rig.node.visibility = visibility;
        const auto series = flatSeries({2, 2, 2, 8});
        rig.show(series, budgetOf(40));
        const Painted painted(chart);
        const ThemeColors &colors = themeColors(chart.palette());
        const auto rowsOf = [&](EventKind kind) {
            return painted.rowsOf(secondNumber(*series, 300), colors.kinds[indexOf(kind)],
                                  colors.kindPatterns[indexOf(kind)]);
        };
        QVERIFY(rowsOf(EventKind::Delivery) > 0);
        QCOMPARE(rowsOf(EventKind::Read), 0);
        QVERIFY2(chart.textAt(500).contains(QStringLiteral("not visible")), qPrintable(chart.textAt(500)));
        QVERIFY(chart.textAt(500).contains(QStringLiteral("2 (groups: not visible)")));
        QVERIFY2(chart.summary().contains(QStringLiteral("at most 6 events")), qPrintable(chart.summary()));
        QVERIFY(chart.summary().contains(QStringLiteral("not visible: Read; not visible in groups: Delivery")));

        // Seconds of which nothing but the blind kind was known are not measured zeros.
        visibility.individual.counts.fill(Visibility::NotVisible);
        visibility.group = visibility.individual;
        rig.node.visibility = visibility;
        rig.setData(series, frameTime(), budgetOf(40));
        QVERIFY2(chart.summary().startsWith(QStringLiteral("No data")), qPrintable(chart.summary()));
    }

    void marksWhatIsOverBudget()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        const auto series = flatSeries({5, 5, 5, 5});
        for (std::size_t i = 300; i < 400; ++i)
            series->samples[i].counts[EventKind::Read] = 25;
        rig.show(series, budgetOf(30));
        const Painted painted(chart);
        const ThemeColors &colors = themeColors(chart.palette());
        QVERIFY(painted.rowsOf(secondNumber(*series, 350), colors.overBudget, colors.overBudget) > 5);
        QCOMPARE(painted.rowsOf(secondNumber(*series, 250), colors.overBudget, colors.overBudget), 0);
        QVERIFY(painted.rowsOf(secondNumber(*series, 250), colors.budget, colors.budget) >= 2);
    }

    void unknownBudgetHasNoLine()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        const auto series = flatSeries({5, 5, 5, 5});
        rig.show(series, {});
        const ThemeColors &colors = themeColors(chart.palette());
        const Painted painted(chart);
        QCOMPARE(painted.rowsOf(secondNumber(*series, 300), colors.budget, colors.budget), 0);
        QVERIFY(chart.summary().contains(QStringLiteral("budget is not known")));
    }

    void aFarBudgetDoesNotFlattenTheData()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        rig.show(flatSeries({2, 2, 2, 2}), budgetOf(1000));
        QVERIFY2(chart.rateAtTop() < 50, qPrintable(QString::number(chart.rateAtTop())));
    }

    void tooltipTellsEachKind()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        const auto series = flatSeries({2, 4, 6, 0});
        series->samples[kSeconds / 2] = {{{2, 4, 0, 0}}, 0x03, SecondSample::bit(EventKind::Read)};
        rig.show(series, budgetOf(40));
        const auto window = PlotWindow::endingAt(frameTime(), 600s, chart.plotArea().width());
        const int special = static_cast<int>(std::ceil(window.xOf(secondNumber(*series, kSeconds / 2))));
        const QString text = chart.textAt(special);
        QVERIFY2(text.contains(QStringLiteral("not measured")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("unknown")), qPrintable(text));
        QVERIFY(chart.textAt(special + 10).contains(QStringLiteral("12")));
        QVERIFY(chart.textAt(-1).isEmpty());
        QVERIFY(chart.textAt(100'000).isEmpty());
    }

    void hiddenChartDoesNotFollow()
    {
        ChartRig rig;
        TpsChart &chart = rig.chart;
        chart.resize(1000, 300);
        rig.setData(flatSeries({50, 50, 50, 50}), frameTime(), {});
        QCOMPARE(chart.summary(), ChartRig().chart.summary());
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QVERIFY2(chart.summary().contains(QStringLiteral("200")), qPrintable(chart.summary()));
        QCOMPARE(chart.accessibleDescription(), chart.summary());
    }

    void survivesExtremes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<quint32>("count");
        QTest::newRow("tiny") << QSize(40, 30) << 5U;
        QTest::newRow("one pixel") << QSize(1, 1) << 5U;
        QTest::newRow("huge counts") << QSize(400, 200) << 500'000'000U;
        QTest::newRow("nothing") << QSize(400, 200) << 0U;
    }
    void survivesExtremes()
    {
        QFETCH(const QSize, size);
        QFETCH(const quint32, count);
        ChartRig rig;
        TpsChart &chart = rig.chart;
        rig.show(flatSeries({count, count, count, count}), budgetOf(20));
        chart.resize(size);
        rig.view.setSpan(1s);
        QVERIFY(!chart.grab().isNull());
        rig.view.setSpan(Seconds{400LL * 86400});
        QVERIFY(!chart.grab().isNull());
        rig.setData(nullptr, UtcTime{}, {});
        QVERIFY(!chart.grab().isNull());
    }
};

BAROGRAPH_TEST(TestTpsChart)
#include "tst_tps_chart.moc"
