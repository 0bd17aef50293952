// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as drawings and at print size: shapes instead of pixels, which show what the screen shows.
#include "charts/chart_print.h"
#include "charts/incoming_chart.h"
#include "charts/lag_chart.h"
#include "charts/outbound_chart.h"
#include "shown_chart.h"
#include "support/trace_frames.h"
#include "test_case.h"
#include "theme/colors.h"

#include <QPainter>
#include <QXmlStreamReader>
#include <QtSvg/QSvgRenderer>

#include <map>
#include <random>
#include <set>

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 10'000;
constexpr int kBlock = 8; ///< all patterns repeat after this many pixels

/// What is in a drawing.
struct Drawing
{
    explicit Drawing(const QByteArray &svg)
        : bytes(svg)
    {
        QXmlStreamReader reader(svg);
        QString fill;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto attributes = reader.attributes();
            if (attributes.hasAttribute(QStringLiteral("fill")))
                fill = attributes.value(QStringLiteral("fill")).toString();
            pictures += reader.name() == QStringLiteral("image") ? 1 : 0;
            for (const char *attribute : {"fill", "stroke"})
                colors.insert(attributes.value(QLatin1String(attribute)).toString());
            if (reader.name() == QStringLiteral("path"))
                corners[fill] += attributes.value(QStringLiteral("d")).count(u'L');
        }
        valid = !reader.hasError();
    }
    bool has(const QColor &color) const { return colors.count(color.name()) > 0; }
    QImage painted(int scale) const
    {
        QImage image(1120 * scale, 560 * scale, QImage::Format_RGB32);
        image.fill(Qt::white);
        QSvgRenderer renderer(bytes);
        QPainter painter(&image);
        renderer.render(&painter);
        return image;
    }

    QByteArray bytes;
    bool valid = false;
    int pictures = 0;
    std::set<QString> colors;
    std::map<QString, qsizetype> corners; ///< of paths, by their fill
};

/// Means over blocks, in which patterns and the edges of letters do not matter.
QImage blocksOf(const QImage &image)
{
    const QSize size = image.size() / kBlock;
    QImage blocks(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            std::array<int, 3> sums{};
            for (int i = 0; i < kBlock * kBlock; ++i) {
                const QRgb pixel = image.pixel(x * kBlock + i % kBlock, y * kBlock + i / kBlock);
                sums[0] += qRed(pixel);
                sums[1] += qGreen(pixel);
                sums[2] += qBlue(pixel);
            }
            constexpr int kCount = kBlock * kBlock;
            blocks.setPixel(x, y, qRgb(sums[0] / kCount, sums[1] / kCount, sums[2] / kCount));
        }
    }
    return blocks;
}

/// How many of a hundred blocks look like another thing.
double differing(const QImage &one, const QImage &other)
{
    const QImage a = blocksOf(one);
    const QImage b = blocksOf(other);
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int worst =
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
            count += worst > 40 ? 1 : 0;
        }
    }
    return 100.0 * count / (a.width() * a.height());
}

void expectTheSame(const TimeChart &chart, const QString &name)
{
    const Drawing drawing(chartSvg(chart));
    QVERIFY2(drawing.valid, qPrintable(name));
    QVERIFY2(drawing.pictures == 0 && !drawing.bytes.contains("data:image"), qPrintable(name));
    // At one pixel each, the page is painted by what paints the screen.
    const QImage screen = chartImage(chart, 1);
    const QImage fine = chartImage(chart, 3);
    const QImage print = fine.scaled(screen.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (qEnvironmentVariableIsSet("BAROGRAPH_KEEP_PICTURES")) {
        const QString folder = qEnvironmentVariable("BAROGRAPH_KEEP_PICTURES") + u'/' + name;
        screen.save(folder + QStringLiteral("-screen.png"));
        fine.save(folder + QStringLiteral("-print.png"));
        drawing.painted(1).save(folder + QStringLiteral("-drawing.png"));
        QFile file(folder + QStringLiteral(".svg"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(drawing.bytes) > 0);
    }
    const double drawn = differing(screen, drawing.painted(1));
    const double printed = differing(screen, print);
    QVERIFY2(drawn < 1.5, qPrintable(QStringLiteral("%1: %2 % of the drawing differ").arg(name).arg(drawn)));
    QVERIFY2(printed < 1.5, qPrintable(QStringLiteral("%1: %2 % of the print differ").arg(name).arg(printed)));
}

template<typename Chart> void expectGaugesTheSame(const std::vector<NodeFrame> &nodes, const QStringList &ids)
{
    for (const NodeFrame &node : nodes) {
        if (!ids.contains(node.id))
            continue;
        TimeView view;
        TimelineStore store;
        Chart chart{ChartContext{view, store}};
        view.setNow(frameTime());
        store.setFrame(frameOf({node}));
        chart.resize(900, 300);
        chart.show();
        chart.setNode(node, frameTime());
        chart.setMarkers(someMarkers());
        view.setReference(0, frameTime() - 400s);
        expectTheSame(chart, node.id);
    }
}

/// Ten minutes with a gap, a stretch without reads, a second of nothing, and much above the budget.
std::shared_ptr<SecondSeries> eventfulSeries()
{
    auto series = flatSeries({4, 6, 8, 10});
    for (std::size_t i = 0; i < series->samples.size(); ++i) {
        SecondSample &sample = series->samples[i];
        const auto wave = static_cast<quint32>(10 + 10 * std::sin(static_cast<double>(i) / 30));
        sample.counts.counts[3] = wave;
        if (i >= 150 && i < 220)
            sample = {};
        if (i >= 300 && i < 380) {
            sample.knownMask = 0x07;
            sample.notMeasuredMask = SecondSample::bit(EventKind::Read);
            sample.counts.counts[3] = 0;
        }
        if (i >= 400 && i < 430)
            sample.counts = {};
    }
    return series;
}

/// A day of noise with one second that stands out, told by tiles as the history has them.
struct NoisyDay : ShownChart
{
    static constexpr qint64 kSeconds = 86'400;
    static constexpr quint32 kPeak = 90;

    NoisyDay()
        : peak(UtcSecond{secondOf(frameTime())} - 40'001s)
    {
        std::mt19937 random(3);
        std::poisson_distribution<quint32> count(6);
        for (qint64 i = 0; i < kSeconds; ++i) {
            SecondSample sample;
            sample.knownMask = kAllKindsMask;
            for (auto &value : sample.counts.counts)
                value = count(random);
            samples.push_back(sample);
        }
        samples[static_cast<std::size_t>(kSeconds - 40'001)].counts.counts = {0, 0, kPeak, 0};
        QObject::connect(
            &store, &TimelineStore::wanted, &store,
            [this](const std::vector<TileKey> &keys) {
                for (const TileKey &key : keys)
                    store.setTile(tileOf(key));
            },
            Qt::QueuedConnection);
        view.setSpan(24h);
    }
    TimelineTile tileOf(const TileKey &key) const
    {
        const UtcSecond first = UtcSecond{secondOf(frameTime())} - Seconds{kSeconds};
        auto buckets = std::make_shared<std::vector<TimeBucket>>(std::size_t{kBucketsPerTile});
        UtcSecond second = key.from();
        for (TimeBucket &bucket : *buckets) {
            for (const UtcSecond end = second + key.bucketWidth(); second < end; second += 1s) {
                const qint64 index = (second - first).count();
                if (index >= 0 && index < kSeconds)
                    addSecond(bucket, second, samples[static_cast<std::size_t>(index)], 40);
            }
        }
        return {key, std::move(buckets), std::min(key.to(), UtcSecond{secondOf(frameTime())}), {}};
    }

    UtcSecond peak;
    std::vector<SecondSample> samples;
};

} // namespace

class TestChartDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawingsShowWhatTheScreenShows()
    {
        ShownChart shown(eventfulSeries());
        shown.node.allocatedTps = budgetOf(30);
        shown.node.markers = someMarkers();
        shown.send(frameTime());
        for (const TpsChart::Mode mode : {TpsChart::Stacked, TpsChart::Lines, TpsChart::Percent}) {
            shown.chart.setMode(mode);
            expectTheSame(shown.chart, QStringLiteral("tps-%1").arg(mode));
        }
        expectGaugesTheSame<LagChart>(lagNodes(), {QStringLiteral("lag-calm"), QStringLiteral("lag-gaps")});
        expectGaugesTheSame<IncomingChart>(incomingTraceNodes(),
                                           {QStringLiteral("incoming-filling"), QStringLiteral("incoming-estimate")});
        expectGaugesTheSame<OutboundChart>(outboundNodes(),
                                           {QStringLiteral("outbound-paused"), QStringLiteral("outbound-gaps")});
    }

    void everythingIsAShapeInItsColour()
    {
        ShownChart shown(eventfulSeries());
        shown.node.allocatedTps = budgetOf(30);
        shown.send(frameTime());
        const ThemeColors &colors = themeColors(QPalette(Qt::white));
        const Drawing stacked(chartSvg(shown.chart));
        for (const EventKind kind : kEventKinds) {
            // Beside the swatch in the legend, the steps of ten minutes.
            QVERIFY2(stacked.corners.at(colors.kind(kind).name()) > 8, qPrintable(colors.kind(kind).name()));
            QVERIFY(kind == EventKind::Receive || stacked.has(colors.kindPatterns[indexOf(kind)]));
        }
        for (const QColor &color : {colors.hatch, colors.overBudget, colors.budget, colors.baseline})
            QVERIFY2(stacked.has(color), qPrintable(color.name()));
        QVERIFY(stacked.corners.at(colors.kind(EventKind::Read).name()) > 100);
        QVERIFY(stacked.corners.at(colors.hatch.name()) > 30);
        QVERIFY(stacked.corners.at(colors.overBudget.name()) > 30);
        shown.chart.setMode(TpsChart::Lines);
        const Drawing lines(chartSvg(shown.chart));
        QVERIFY(lines.corners.at(colors.kind(EventKind::Read).name()) > 100);
    }

    void gapsStayGapsAndZeroIsALine()
    {
        ShownChart shown(eventfulSeries());
        shown.send(frameTime());
        const QImage drawn = Drawing(chartSvg(shown.chart)).painted(3);
        const ThemeColors &colors = themeColors(QPalette(Qt::white));
        const auto twin = shown.chart.printTwin({1088, 400}, 3);
        const auto first = unixSeconds(shown.node.series->first);
        const auto pixelsOf = [&](const QImage &image, qint64 from, qint64 to, const QColor &color, int lowest = 460) {
            int count = 0;
            const PlotWindow &window = twin->plotWindow();
            const QRect area = twin->plotArea();
            for (int x = static_cast<int>(window.xOf(fromUnixSeconds(first + from))) + 6;
                 x < static_cast<int>(window.xOf(fromUnixSeconds(first + to))) - 6; ++x) {
                // The page is 16 wide at its left, and the legend below is not in the way.
                for (int y = 3 * 100; y < 3 * lowest; ++y)
                    count += image.pixelColor(3 * (16 + area.left()) + x, y) == color ? 1 : 0;
            }
            return count;
        };
        for (const QImage &image : {drawn, chartImage(shown.chart, 3)}) {
            for (const EventKind kind : kEventKinds)
                QCOMPARE(pixelsOf(image, 150, 220, colors.kind(kind)), 0);
            // Beside and above the words that say what the gap is.
            QCOMPARE(pixelsOf(image, 150, 165, colors.baseline), 0);
            QCOMPARE(pixelsOf(image, 150, 220, colors.hatch, 400), 0);
            QVERIFY(pixelsOf(image, 300, 380, colors.hatch) > 200);
            QVERIFY(pixelsOf(image, 230, 300, colors.kind(EventKind::Receive)) > 1'000);
            // A measured zero is a line at the bottom and nothing else.
            QCOMPARE(pixelsOf(image, 400, 430, colors.kind(EventKind::Receive)), 0);
            QVERIFY(pixelsOf(image, 400, 430, colors.baseline) > 50);
        }
    }

    void aDayIsFineAndLosesNoPeakAndIsNotLarge()
    {
        NoisyDay day;
        QTRY_VERIFY_WITH_TIMEOUT(day.store.completeness(day.node.id) == TimelineStore::Completeness::Complete &&
                                     day.chart.between(0, 0, day.chart.plotWindow().columns)->known > 80'000s,
                                 kPatience);
        const auto twin = day.chart.printTwin({1088, 400}, 3);
        // As many columns as dots at print size.
        QVERIFY2(twin->plotWindow().columns > 2'900, qPrintable(QString::number(twin->plotWindow().columns)));
        QCOMPARE(day.store.completeness(day.node.id), TimelineStore::Completeness::Complete);
        for (const TpsChart::Mode mode : {TpsChart::Stacked, TpsChart::Lines}) {
            day.chart.setMode(mode);
            const QByteArray svg = chartSvg(day.chart);
            qInfo("mode %d: %lld kB", mode, static_cast<long long>(svg.size() / 1'024));
            QVERIFY2(svg.size() < 3 * 1'024 * 1'024, qPrintable(QString::number(svg.size())));
        }
        day.chart.setMode(TpsChart::Stacked);
        const QColor delivery = themeColors(QPalette(Qt::white)).kind(EventKind::Delivery);
        const QImage print = chartImage(day.chart, 3);
        const int x =
            3 * (16 + twin->plotArea().left()) + static_cast<int>(twin->plotWindow().xOf(UtcTime{day.peak} + 500ms));
        const auto inkOf = [&](int column) {
            int rows = 0;
            for (int y = 0; y < print.height(); ++y)
                rows += print.pixelColor(column, y) == delivery ? 1 : 0;
            return rows;
        };
        const int highest = std::max({inkOf(x - 1), inkOf(x), inkOf(x + 1)});
        QVERIFY2(highest > 3 * 150, qPrintable(QString::number(highest)));
        // One dot wide: neither blurred nor blown up.
        int wide = 0;
        for (int column = x - 6; column <= x + 6; ++column)
            wide += inkOf(column) > highest * 3 / 4 ? 1 : 0;
        QCOMPARE(wide, 1);
    }

    void aPictureDoesNotWaitForThePast()
    {
        NoisyDay day;
        day.chart.resize(260, 200);
        QTRY_VERIFY_WITH_TIMEOUT(day.store.completeness(day.node.id) == TimelineStore::Completeness::Complete &&
                                     day.chart.between(0, 0, day.chart.plotWindow().columns)->known > 80'000s,
                                 kPatience);
        // A narrow chart reads minutes; a fine print would need ten seconds each, which nobody has read.
        const auto twin = day.chart.printTwin({1088, 400}, 3);
        QVERIFY2(twin->stateWords().isEmpty(), qPrintable(twin->stateWords()));
        QVERIFY(twin->plotWindow().columns > 900);
    }
};

BAROGRAPH_TEST(TestChartDrawing)
#include "tst_chart_drawing.moc"
