// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_chart.h"

#include "report/chart_axes.h"
#include "report/chart_legend.h"
#include "report/pdf_pages.h"
#include "report/report_columns.h"
#include "report/report_text.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>

namespace barograph::pdf {

namespace {

constexpr double kPlotHeight = 190 * kPoint;
constexpr double kLeftMargin = 40 * kPoint;
constexpr double kRightMargin = 6 * kPoint;
constexpr double kTopMargin = 6 * kPoint;
constexpr double kStripHeight = 3 * kPoint;
constexpr double kAxisHeight = 30 * kPoint;
constexpr double kLegendHeight = 24 * kPoint;
constexpr double kColumnWidth = 0.75 * kPoint;
constexpr double kTickText = 7.5;

class ChartPainter
{
public:
    ChartPainter(QPainter &painter, const QRectF &plot, const ReportData &data, const QTimeZone &zone)
        : m_painter(painter)
        , m_plot(plot)
        , m_data(data)
        , m_zone(zone)
        , m_columns(reportColumns(data, static_cast<int>(plot.width() / kColumnWidth)))
    {
        double highest = data.all.max;
        for (const auto &column : m_columns)
            highest = std::max(highest, column.allocatedTps);
        m_ticks = valueTicks(highest * 1.02, 6);
    }

    void draw()
    {
        drawGaps();
        drawValueAxis();
        drawStack();
        drawNotMeasured();
        drawBudget();
        drawTimeAxis();
        m_painter.setPen(QPen(kFaintInk, 0.8 * kPoint));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
        m_painter.drawLine(m_plot.bottomLeft(), m_plot.topLeft());
    }
    std::size_t columnCount() const { return m_columns.size(); }

private:
    double xOf(UtcSecond second) const
    {
        return m_plot.left() + m_plot.width() * static_cast<double>((second - m_data.from).count()) /
                                   static_cast<double>((m_data.to - m_data.from).count());
    }
    double yOf(double value) const
    {
        return m_plot.bottom() - m_plot.height() * value / static_cast<double>(m_ticks.back());
    }

    /// Calls use(first, end) for each run of columns for which `belongs` holds.
    template<typename Belongs, typename Use> void forEachRun(Belongs belongs, Use use) const
    {
        for (auto first = m_columns.begin(); first != m_columns.end();) {
            first = std::find_if(first, m_columns.end(), belongs);
            const auto end = std::find_if_not(first, m_columns.end(), belongs);
            if (first != end)
                use(first, end);
            first = end;
        }
    }

    void drawGaps()
    {
        m_painter.setPen(Qt::NoPen);
        forEachRun([](const ReportColumn &column) { return column.isGap(); },
                   [&](auto first, auto end) {
                       m_painter.fillRect(QRectF(QPointF(xOf(first->from), m_plot.top()),
                                                 QPointF(xOf((end - 1)->to), m_plot.bottom())),
                                          kGap);
                   });
        // A column of many seconds may be known in part only: the strip below the axis shows that too.
        forEachRun([](const ReportColumn &column) { return column.isGap() || column.isPartlyUnknown(); },
                   [&](auto first, auto end) {
                       m_painter.fillRect(QRectF(xOf(first->from), m_plot.bottom() + 1.2 * kPoint,
                                                 xOf((end - 1)->to) - xOf(first->from), kStripHeight),
                                          kFaintInk);
                   });
    }

    void drawValueAxis()
    {
        const auto small = font(kTickText);
        m_painter.setFont(small);
        const QFontMetricsF metrics(small, m_painter.device());
        for (const qint64 tick : m_ticks) {
            const double y = yOf(static_cast<double>(tick));
            m_painter.setPen(QPen(kRule, 0.5 * kPoint));
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
            const QString label = withThousands(tick);
            m_painter.setPen(kInk);
            m_painter.drawText(QPointF(m_plot.left() - metrics.horizontalAdvance(label) - 4 * kPoint,
                                       y + metrics.ascent() / 2 - metrics.descent() / 2),
                               label);
        }
        m_painter.save();
        m_painter.translate(m_plot.left() - kLeftMargin + metrics.ascent(), m_plot.center().y());
        m_painter.rotate(-90);
        const QString title = QStringLiteral("events per second");
        m_painter.drawText(QPointF(-metrics.horizontalAdvance(title) / 2, 0), title);
        m_painter.restore();
    }

    /// Whole sums from the topmost down, each painted over the one above: so no hair lines show between the layers.
    void drawStack()
    {
        m_painter.setPen(Qt::NoPen);
        forEachRun([](const ReportColumn &column) { return !column.isGap(); },
                   [&](auto first, auto end) {
                       for (auto layers = kEventKindCount; layers > 0; --layers) {
                           m_painter.setBrush(kindColor(kEventKinds[layers - 1]));
                           m_painter.drawPolygon(outline(first, end, layers));
                       }
                   });
    }

    template<typename Iterator> QPolygonF outline(Iterator first, Iterator end, std::size_t layers) const
    {
        QPolygonF polygon;
        polygon << QPointF(xOf(first->from), m_plot.bottom());
        for (auto column = first; column != end; ++column) {
            quint64 sum = 0;
            for (std::size_t i = 0; i < layers; ++i)
                sum += column->strongest.counts[i];
            const double y = yOf(static_cast<double>(sum));
            polygon << QPointF(xOf(column->from), y) << QPointF(xOf(column->to), y);
        }
        polygon << QPointF(xOf((end - 1)->to), m_plot.bottom());
        return polygon;
    }

    void drawNotMeasured()
    {
        forEachRun([](const ReportColumn &column) { return column.notMeasuredMask != 0; },
                   [&](auto first, auto end) {
                       drawHatching(m_painter, QRectF(QPointF(xOf(first->from), m_plot.top()),
                                                      QPointF(xOf((end - 1)->to), m_plot.bottom())));
                   });
    }

    void drawBudget()
    {
        m_painter.setPen(budgetPen());
        m_painter.setBrush(Qt::NoBrush);
        forEachRun([](const ReportColumn &column) { return column.allocatedTps > 0; },
                   [&](auto first, auto end) {
                       QPainterPath path(QPointF(xOf(first->from), yOf(first->allocatedTps)));
                       for (auto column = first; column != end; ++column) {
                           path.lineTo(xOf(column->from), yOf(column->allocatedTps));
                           path.lineTo(xOf(column->to), yOf(column->allocatedTps));
                       }
                       m_painter.drawPath(path);
                   });
    }

    void drawTimeAxis()
    {
        const auto small = font(kTickText);
        m_painter.setFont(small);
        const QFontMetricsF metrics(small, m_painter.device());
        const double top = m_plot.bottom() + kStripHeight + 3 * kPoint;
        for (const auto &tick : timeTicks(m_data.from, m_data.to, m_zone, 8)) {
            const double x = xOf(tick.at);
            m_painter.setPen(QPen(kFaintInk, 0.6 * kPoint));
            m_painter.drawLine(QPointF(x, m_plot.bottom()), QPointF(x, top));
            m_painter.setPen(kInk);
            double y = top + metrics.ascent();
            for (const auto &line : tick.label.split(QLatin1Char('\n'))) {
                const double width = metrics.horizontalAdvance(line);
                const double left = std::clamp(x - width / 2, m_plot.left() - kLeftMargin, m_plot.right() - width);
                m_painter.drawText(QPointF(left, y), line);
                y += metrics.lineSpacing();
            }
        }
    }

    QPainter &m_painter;
    const QRectF m_plot;
    const ReportData &m_data;
    const QTimeZone &m_zone;
    const std::vector<ReportColumn> m_columns;
    std::vector<qint64> m_ticks;
};

QString columnNote(const ReportData &data, std::size_t columns, const QTimeZone &zone)
{
    const qint64 length = (data.to - data.from).count();
    const qint64 perColumn =
        columns == 0 ? 0 : (length + static_cast<qint64>(columns) - 1) / static_cast<qint64>(columns);
    const QString clock =
        QStringLiteral("Times: %1 (UTC%2). ").arg(QString::fromUtf8(zone.id()), offsetText(data.from, zone));
    return perColumn <= 1 ? clock + QStringLiteral("Each column is one second.")
                          : clock + QStringLiteral("Each column spans up to %1 and shows its strongest second.")
                                        .arg(durationText(perColumn));
}

} // namespace

double chartHeight()
{
    return kTopMargin + kPlotHeight + kStripHeight + kAxisHeight + kLegendHeight;
}

void drawTpsChart(Pages &pages, const ReportData &data, const QTimeZone &zone)
{
    const double top = pages.take(chartHeight());
    const QRectF plot(kLeftMargin, top + kTopMargin, pages.width() - kLeftMargin - kRightMargin, kPlotHeight);
    auto &painter = pages.painter();
    painter.save();
    ChartPainter chart(painter, plot, data, zone);
    chart.draw();
    const QRectF legend(0, plot.bottom() + kStripHeight + kAxisHeight, pages.width(), kLegendHeight);
    drawLegend(painter, legend, columnNote(data, chart.columnCount(), zone));
    painter.restore();
}

} // namespace barograph::pdf
