// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot_view.h"

#include "charts/stack_item.h"
#include "theme/colors.h"

#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QValueAxis>

#include <cmath>

namespace barograph {

namespace {

/// Room for one label on the time axis, in logical pixels.
constexpr int kTickSpacing = 95;
/// Room for the half of the outermost labels.
constexpr int kTopMargin = 8;
constexpr int kRightMargin = 14;

double axisValue(UtcTime time)
{
    return static_cast<double>(unixMillis(time));
}

} // namespace

PlotView::PlotView(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_timeAxis(new QCategoryAxis(this))
    , m_rateAxis(new QValueAxis(this))
    , m_stack(new StackItem(chart()))
{
    setRenderHint(QPainter::Antialiasing, false);
    setViewportUpdateMode(QGraphicsView::BoundingRectViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(0, kTopMargin, kRightMargin, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setDropShadowEnabled(false);
    m_timeAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_timeAxis->setTruncateLabels(false);
    m_rateAxis->setTickType(QValueAxis::TicksDynamic);
    m_rateAxis->setTickAnchor(0);
    m_rateAxis->setTruncateLabels(false);
    // The stack goes where Qt Charts has put the axes, never the other way round: they must not disagree.
    connect(chart(), &QChart::plotAreaChanged, this, [this](const QRectF &area) {
        m_stack->setPlotArea(area);
        Q_EMIT plotAreaChanged();
    });
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_rateAxis, Qt::AlignLeft);
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_timeAxis, m_rateAxis}) {
        axis->setMinorGridLineVisible(false);
        QFont title = font();
        title.setBold(false);
        axis->setTitleFont(title);
        axis->setLabelsFont(font());
    }
}

int PlotView::columnCount() const
{
    return qRound(m_stack->plotArea().width() * devicePixelRatioF());
}

void PlotView::setTimeLabels(const PlotWindow &window)
{
    const int most = std::max(2, static_cast<int>(m_stack->plotArea().width()) / kTickSpacing);
    std::vector<TimeTick> ticks = timeTicks(window.left(), window.right(), most);
    if (ticks == m_ticks)
        return;
    m_ticks = std::move(ticks);
    for (const QString &label : m_timeAxis->categoriesLabels())
        m_timeAxis->remove(label);
    m_timeAxis->setStartValue(axisValue(window.left()) - 1e9);
    for (const TimeTick &tick : m_ticks)
        m_timeAxis->append(tick.label, axisValue(tick.at));
}

void PlotView::setRange(const PlotWindow &window, double yMax, double yStep)
{
    if (yMax != m_yMax || yStep != m_yStep) {
        m_yMax = yMax;
        m_yStep = yStep;
        m_rateAxis->setTickInterval(yStep);
        m_rateAxis->setLabelFormat(yStep < 1 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
        m_rateAxis->setRange(0, yMax);
    }
    setTimeLabels(window);
    m_timeAxis->setRange(axisValue(window.left()), axisValue(window.right()));
}

void PlotView::setAxisTitles(const QString &time, const QString &rate)
{
    if (m_timeAxis->titleText() != time)
        m_timeAxis->setTitleText(time);
    if (m_rateAxis->titleText() != rate)
        m_rateAxis->setTitleText(rate);
}

void PlotView::applyColors(const ThemeColors &colors)
{
    setBackgroundBrush(palette().color(QPalette::Window));
    chart()->setPlotAreaBackgroundVisible(true);
    chart()->setPlotAreaBackgroundBrush(colors.plotBackground);
    chart()->setPlotAreaBackgroundPen(QPen(colors.grid));
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{m_timeAxis, m_rateAxis}) {
        axis->setLabelsColor(colors.axisText);
        axis->setTitleBrush(colors.axisText);
        axis->setGridLineColor(colors.grid);
        axis->setLinePenColor(colors.grid);
    }
    m_stack->setColors(colors, devicePixelRatioF());
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = mapToScene(event->position().toPoint());
    const QRectF &area = m_stack->plotArea();
    const int column = area.contains(at) ? static_cast<int>((at.x() - area.left()) * devicePixelRatioF()) : -1;
    Q_EMIT hovered(column, event->globalPosition().toPoint());
}

void PlotView::leaveEvent(QEvent *event)
{
    Q_EMIT hovered(-1, {});
    QChartView::leaveEvent(event);
}

} // namespace barograph
