// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_print.h"

#include "charts/time_chart.h"
#include "text/numbers.h"
#include "theme/colors.h"

#include <QApplication>
#include <QBuffer>
#include <QDateTime>
#include <QPainter>
#include <QRegularExpression>
#include <QtSvg/QSvgGenerator>

namespace barograph {

namespace {

constexpr QSize kPageSize(1120, 560);
constexpr int kPageMargin = 16;
constexpr int kTitleHeight = 30;
constexpr int kRangeHeight = 22;
constexpr int kLegendRow = 22;
constexpr int kPrintSwatchWidth = 18;
constexpr int kPrintSwatchHeight = 12;
constexpr int kEntrySpacing = 24;
/// 300 dots an inch.
constexpr int kDotsPerMeter = 11811;
/// Of a drawing: as many columns as A4 has dots across at 300 an inch. More would only make the file larger.
constexpr int kDrawingColumns = 3;

struct PrintWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ChartPrint)
};

/// In pixels of the page: points would depend on what is painted on.
QFont pageFont(double scale)
{
    QFont font = QApplication::font();
    font.setPixelSize(qRound(QFontInfo(font).pixelSize() * scale));
    return font;
}

struct PrintEntry
{
    std::size_t series = 0;
    QString text;
    bool taken = false; ///< out of the chart
};

std::vector<PrintEntry> printEntries(const TimeChart &chart)
{
    std::vector<PrintEntry> entries;
    for (std::size_t i = 0; i < chart.seriesCount(); ++i) {
        const ChartSeries series = chart.series(i);
        if (!series.shown) {
            entries.push_back({i, PrintWords::tr("%1: taken out").arg(series.name), true});
        } else if (series.role == SeriesRole::Key) {
            entries.push_back({i, series.name, false});
        } else if (series.role == SeriesRole::Level) {
            entries.push_back({i, PrintWords::tr("%1: %2").arg(series.name, chart.newest(i).text), false});
        } else if (const auto range = chart.between(i, 0, chart.plotWindow().columns)) {
            entries.push_back({i,
                               PrintWords::tr("%1: at most %2, mean %3")
                                   .arg(series.name, chart.plainText(i, range->most), chart.plainText(i, range->mean)),
                               false});
        } else {
            entries.push_back({i, PrintWords::tr("%1: not known").arg(series.name), false});
        }
    }
    return entries;
}

QString rangeText(const TimeChart &chart)
{
    const PlotWindow &window = chart.plotWindow();
    const auto local = [](UtcTime at) -> QString {
        return QDateTime::fromMSecsSinceEpoch(unixMillis(at)).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    };
    QString text = PrintWords::tr("%1 to %2, local time (%3)")
                       .arg(local(window.left()), local(window.right()), utcOffsetText(window.right()));
    const QString state = chart.stateWords();
    return state.isEmpty() ? text : PrintWords::tr("%1. %2").arg(text, state);
}

/// Puts the entries side by side and returns how many rows they take; paints only with a painter.
int layOutLegend(const TimeChart &chart, QPainter *painter, const QFontMetrics &metrics, QPoint from)
{
    const ThemeColors &colors = themeColors(chart.palette());
    int x = from.x();
    int row = 0;
    for (const PrintEntry &entry : printEntries(chart)) {
        const int width = kPrintSwatchWidth + 6 + metrics.horizontalAdvance(entry.text);
        if (x > from.x() && x + width > kPageSize.width() - kPageMargin) {
            x = from.x();
            ++row;
        }
        if (painter) {
            const QRect line(x, from.y() + row * kLegendRow, width, kLegendRow);
            const QRect swatch(x, line.center().y() - kPrintSwatchHeight / 2, kPrintSwatchWidth, kPrintSwatchHeight);
            painter->setPen(colors.axisText);
            if (entry.taken)
                painter->drawRect(swatch);
            else
                chart.paintSwatch(entry.series, *painter, swatch, colors);
            painter->setPen(Qt::black);
            painter->drawText(line.adjusted(kPrintSwatchWidth + 6, 0, kEntrySpacing, 0),
                              Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        }
        x += width + kEntrySpacing;
    }
    return row + 1;
}

QString titleOf(const TimeChart &chart)
{
    const QString name = withoutPhoneNumbers(chart.nodeName());
    if (chart.isSimulated())
        return PrintWords::tr("%1: %2 (SIMULATED)").arg(name, chart.title());
    return PrintWords::tr("%1: %2").arg(name, chart.title());
}

class ChartPage
{
public:
    ChartPage(const TimeChart &chart, int columnsPerPixel)
        : m_font(pageFont(1))
        , m_plotTop(kPageMargin + kTitleHeight + kRangeHeight)
        , m_legendRows(layOutLegend(chart, nullptr, QFontMetrics(m_font), {kPageMargin, 0}))
        , m_twin(chart.printTwin({kPageSize.width() - 2 * kPageMargin,
                                  kPageSize.height() - m_plotTop - m_legendRows * kLegendRow - 2 * kPageMargin},
                                 columnsPerPixel))
    {}

    QString title() const { return titleOf(*m_twin); }

    void paint(QPainter &painter) const
    {
        painter.fillRect(QRect(QPoint(), kPageSize), Qt::white);
        QFont heading = pageFont(1.3);
        heading.setBold(true);
        painter.setPen(Qt::black);
        painter.setFont(heading);
        const int width = kPageSize.width() - 2 * kPageMargin;
        painter.drawText(QRect(kPageMargin, kPageMargin, width, kTitleHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         title());
        painter.setFont(m_font);
        painter.drawText(QRect(kPageMargin, kPageMargin + kTitleHeight, width, kRangeHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, rangeText(*m_twin));
        m_twin->renderPlot(painter, QPoint(kPageMargin, m_plotTop));
        painter.setFont(m_font);
        layOutLegend(*m_twin, &painter, QFontMetrics(m_font),
                     {kPageMargin, kPageSize.height() - kPageMargin - m_legendRows * kLegendRow});
    }

private:
    QFont m_font;
    int m_plotTop;
    int m_legendRows;
    std::unique_ptr<TimeChart> m_twin;
};

} // namespace

QImage chartImage(const TimeChart &chart, int scale)
{
    const ChartPage page(chart, scale);
    QImage image(kPageSize * scale, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::TextAntialiasing);
    page.paint(painter);
    painter.end();
    // Afterwards, because fonts are measured in points.
    image.setDotsPerMeterX(kDotsPerMeter);
    image.setDotsPerMeterY(kDotsPerMeter);
    return image;
}

QByteArray chartSvg(const TimeChart &chart)
{
    const ChartPage page(chart, kDrawingColumns);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(kPageSize);
    generator.setViewBox(QRect(QPoint(), kPageSize));
    generator.setTitle(page.title());
    generator.setDescription(withoutPhoneNumbers(chart.summary()));
    QPainter painter(&generator);
    page.paint(painter);
    painter.end();
    return bytes;
}

QString withoutPhoneNumbers(const QString &text)
{
    // Seven digits or more, also with blanks, dots, strokes and brackets between them.
    static const QRegularExpression kNumber(QStringLiteral("\\+?\\d(?:[\\s.()/\\-]{0,2}\\d){6,}"));
    QString hidden = text;
    return hidden.replace(kNumber, QStringLiteral("•••"));
}

} // namespace barograph
