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

double axisValue(UtcTime time)
{
    return static_cast<double>(unixMillis(time));
}

} // namespace

PlotView::PlotView(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_timeAxis(new QCategoryAxis(this))
    , m_rateAxis(new QValueAxis(this))
    , m_ground(new QGraphicsRectItem(chart()))
    , m_stack(new StackItem(chart()))
{
    // Qt Charts places its own plot background by its automatic layout, also where the plot area is set by hand.
    m_ground->setZValue(-1);
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
    chart()->setMargins(QMargins());
    chart()->setDropShadowEnabled(false);
    m_timeAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_timeAxis->setTruncateLabels(false);
    m_rateAxis->setTickType(QValueAxis::TicksDynamic);
    m_rateAxis->setTickAnchor(0);
    m_rateAxis->setTruncateLabels(false);
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

void PlotView::layOut()
{
    const QFontMetrics metrics(m_rateAxis->labelsFont());
    const int line = metrics.height();
    // Room for four digits from the start, so that the plot does not jump when the scale changes.
    const int digits = std::max(4, static_cast<int>(QString::number(std::lround(m_yMax)).size()));
    const int left = metrics.horizontalAdvance(QString(digits, u'0')) + line + 22;
    // Whole pixels, so that pixel columns of the stack fall on pixels of the screen.
    const QRectF area(left, line / 2 + 2, std::max(1, width() - left - line), std::max(1, height() - 3 * line - 22));
    if (area == chart()->plotArea() && area == m_stack->plotArea())
        return;
    chart()->setPlotArea(area);
    m_ground->setRect(area);
    m_stack->setPlotArea(area);
    // Otherwise the axes follow one event later and are painted in the old place meanwhile.
    chart()->layout()->activate();
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
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
        layOut();
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
    m_ground->setBrush(colors.plotBackground);
    m_ground->setPen(QPen(colors.grid));
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
