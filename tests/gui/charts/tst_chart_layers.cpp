// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_raster.h"
#include "charts/marker_layer.h"
#include "charts/span_layer.h"
#include "support/frame_factory.h"
#include "support/trace_frames.h"
#include "test_case.h"
#include "theme/colors.h"

#include <QApplication>

#include <set>

using namespace barograph;
using namespace barograph::testing;

namespace {

constexpr QRgb kInk = 0xff3060c0;

/// One line of which only columns matter, painted 100 rows high for values of 0..100.
class PaintedLine
{
public:
    PaintedLine(const std::vector<TraceColumn> &columns, LineStyle style = LineStyle::Solid)
        : m_columns(columns)
    {
        const LineRaster::Line line{m_columns, kInk, style, 2};
        LineRaster::Scene scene;
        scene.lines = std::span(&line, 1);
        scene.scale.top = 100;
        scene.size = QSize(static_cast<int>(columns.size()), 100);
        m_image = m_raster.render(scene);
    }
    /// Only strips are cleared: what is beside them does not count.
    bool isInk(int x, int y) const
    {
        for (const LineRaster::Strip &strip : m_raster.strips()) {
            if (x >= strip.left && x < strip.right && y >= strip.top && y < strip.bottom)
                return qAlpha(m_image.pixel(x, y)) > 100;
        }
        return false;
    }
    int inkIn(int x) const
    {
        int rows = 0;
        for (int y = 0; y < 100; ++y)
            rows += isInk(x, y) ? 1 : 0;
        return rows;
    }
    int columnsWithInk(int from, int to) const
    {
        int columns = 0;
        for (int x = from; x < to; ++x)
            columns += inkIn(x) > 0 ? 1 : 0;
        return columns;
    }

private:
    std::vector<TraceColumn> m_columns;
    LineRaster m_raster;
    QImage m_image;
};

std::vector<TraceColumn> level(std::size_t count, float value)
{
    return std::vector<TraceColumn>(count, TraceColumn{value, value, false});
}

} // namespace

class TestChartLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLevelLineIsTwoRowsAtItsValue()
    {
        const PaintedLine line(level(300, 40));
        for (const int x : {0, 1, 150, 299}) {
            QCOMPARE(line.inkIn(x), 2);
            QVERIFY(line.isInk(x, 59) && line.isInk(x, 60));
        }
    }

    void noExtremeIsLost()
    {
        auto columns = level(300, 50);
        columns[97] = {10, 90, false};
        const PaintedLine line(columns);
        QVERIFY(line.isInk(97, 10) && line.isInk(97, 50) && line.isInk(97, 89));
        QCOMPARE(line.inkIn(95), 2);
        QCOMPARE(line.inkIn(99), 2);
    }

    void neighboursAreJoined()
    {
        auto columns = level(64, 20);
        for (std::size_t x = 32; x < 64; ++x)
            columns[x] = {80, 80, false};
        const PaintedLine line(columns);
        for (int y = 20; y <= 79; ++y)
            QVERIFY2(line.isInk(31, y) || line.isInk(32, y), qPrintable(QString::number(y)));
        QCOMPARE(line.inkIn(29), 2);
        QCOMPARE(line.inkIn(34), 2);
    }

    void gapsStayGapsAndALonePointIsSeen()
    {
        auto columns = level(300, 20);
        for (std::size_t x = 100; x < 200; ++x)
            columns[x] = {};
        columns[150] = {20, 20, false};
        const PaintedLine line(columns);
        QCOMPARE(line.columnsWithInk(100, 150), 0);
        QCOMPARE(line.columnsWithInk(151, 200), 0);
        QCOMPARE(line.inkIn(99), 2);
        QVERIFY(line.inkIn(150) > 2);
    }

    void estimatedIsDashedAndKeepsBothEndsOfATallBand()
    {
        auto columns = level(160, 50);
        for (auto &column : columns)
            column.estimated = true;
        columns[100] = {10, 90, true};
        const PaintedLine line(columns);
        QCOMPARE(line.columnsWithInk(0, 80), 40);
        QVERIFY(line.isInk(100, 10) && line.isInk(100, 89));
        QVERIFY(line.inkIn(100) < 70);
        QVERIFY(line.inkIn(100) > 30);
    }

    void stylesDifferWithoutColour()
    {
        std::set<int> shares;
        for (const LineStyle style : {LineStyle::Solid, LineStyle::Dashed, LineStyle::Dotted, LineStyle::DashDot}) {
            const PaintedLine line(level(14 * 5 * 16, 50), style);
            shares.insert(line.columnsWithInk(0, 14 * 5 * 16));
        }
        QCOMPARE(shares.size(), std::size_t{4});
    }

    void linesSurviveExtremes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("nothing") << QSize(0, 0);
        QTest::newRow("one pixel") << QSize(1, 1);
        QTest::newRow("one row") << QSize(700, 1);
        QTest::newRow("fewer columns than pixels") << QSize(2000, 40);
        QTest::newRow("more columns than pixels") << QSize(33, 40);
    }
    void linesSurviveExtremes()
    {
        QFETCH(const QSize, size);
        std::vector<TraceColumn> columns(200, TraceColumn{-1e30F, 1e30F, false});
        for (std::size_t x = 0; x < columns.size(); x += 3)
            columns[x] = {0, 0, true};
        columns[7] = {};
        LineRaster raster;
        for (const bool logarithmic : {false, true}) {
            const std::array<LineRaster::Line, 2> lines{
                {{columns, kInk, LineStyle::Solid, 2}, {columns, kInk, LineStyle::DashDot, 7}}};
            LineRaster::Scene scene;
            scene.lines = lines;
            scene.scale.logarithmic = logarithmic;
            scene.scale.bottom = logarithmic ? 0.001 : 0;
            scene.firstColumn = -5;
            scene.size = size;
            raster.render(scene);
            for (const LineRaster::Strip &strip : raster.strips()) {
                QVERIFY(strip.top >= 0 && strip.bottom <= size.height());
                QVERIFY(strip.left >= 0 && strip.right <= size.width());
            }
        }
    }

    void everyMarkerHasAShapeOfItsOwn()
    {
        const ThemeColors &colors = themeColors(qApp->palette());
        MarkerShapes shapes;
        shapes.render(colors, 1);
        std::vector<QImage> masks;
        for (std::size_t kind = 0; kind < kMarkerKindCount; ++kind) {
            for (const bool bad : {false, true}) {
                for (const bool many : {false, true})
                    masks.push_back(
                        shapes.image(static_cast<MarkerKind>(kind), bad, many).convertToFormat(QImage::Format_Alpha8));
            }
        }
        for (std::size_t a = 0; a < masks.size(); ++a) {
            for (std::size_t b = a + 1; b < masks.size(); ++b)
                QVERIFY2(masks[a] != masks[b], qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
    }

    void aMarkersTextIsFoundBesideItAndBadOnesComeFirst()
    {
        MarkerLayer layer;
        const UtcTime now = frameTime();
        auto markers =
            std::make_shared<std::vector<Marker>>(*manyMarkers(9, now - Seconds{301}, now - Millis{300'910}));
        layer.setMarkers(markers);
        const auto window = PlotWindow::endingAt(now, Seconds{600}, 600);
        layer.show(window);
        const int column = static_cast<int>(window.xOf(now - Seconds{301}));
        const QStringList lines = layer.textsNear(column + 3);
        QCOMPARE(lines.size(), 6);
        QVERIFY2(lines[0].contains(QStringLiteral("marker 7")), qPrintable(lines[0]));
        QVERIFY2(lines[1].contains(QStringLiteral("marker 0")), qPrintable(lines[1]));
        QVERIFY2(lines[2].contains(QStringLiteral("marker 8")), qPrintable(lines[2]));
        QVERIFY2(lines[5].contains(u'4'), qPrintable(lines[5]));
        QVERIFY(layer.textsNear(column + 40).isEmpty());
        QVERIFY(layer.textsNear(-1).isEmpty());
        layer.setMarkers(nullptr);
        QVERIFY(layer.textsNear(column).isEmpty());
    }
};

BAROGRAPH_TEST(TestChartLayers)
#include "tst_chart_layers.moc"
