// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot_view.h"

#include "theme/colors.h"
#include "widgets/font_scaled.h"

#include <QGraphicsLayout>
#include <QPaintEvent>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

#include <cmath>

namespace barograph {

namespace {

/// Room for one label on the time axis, in logical pixels, of usual letters.
constexpr int kTickSpacing = 95;
/// Room for the half of the outermost labels.
constexpr int kTopMargin = 8;
constexpr int kRightMargin = 14;

double axisValue(UtcTime time)
{
    return static_cast<double>(unixMillis(time));
}

/// Qt Charts leaves a label out that another one has already.
template<typename Ticks, typename Place> void replaceLabels(QCategoryAxis &axis, const Ticks &ticks, const Place &place)
{
    for (const QString &label : axis.categoriesLabels())
        axis.remove(label);
    for (const auto &tick : ticks)
        axis.append(tick.label, place(tick));
}

} // namespace

PlotView::PlotView(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_timeAxis(new QCategoryAxis(this))
    , m_valueAxis(new QCategoryAxis(this))
{
    setRenderHint(QPainter::Antialiasing, false);
    setViewportUpdateMode(QGraphicsView::BoundingRectViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    // It would be told as something without a name that can have the focus, and never gets it.
    viewport()->setFocusPolicy(Qt::NoFocus);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins(0, fontScaled(kTopMargin, font()), fontScaled(kRightMargin, font()), 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setDropShadowEnabled(false);
    // Layers go where Qt Charts has put the axes, never the other way round: they must not disagree.
    connect(chart(), &QChart::plotAreaChanged, this, [this](const QRectF &area) {
        for (PlotLayer *layer : m_layers)
            layer->aboutToChangeArea();
        m_geometry.area = QRectF(area.toRect());
        m_sceneChanged = true;
        tellLayers();
        Q_EMIT plotAreaChanged();
    });
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
    // The value axis runs over the share of the height, whatever the scale: so it can be logarithmic.
    m_valueAxis->setRange(0, 1);
    m_valueAxis->setStartValue(-1);
    for (QCategoryAxis *axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setTruncateLabels(false);
        axis->setMinorGridLineVisible(false);
    }
    applyFont(font());
}

void PlotView::applyFont(const QFont &font)
{
    QFont title = font;
    title.setBold(false);
    for (QCategoryAxis *axis : {m_timeAxis, m_valueAxis}) {
        axis->setTitleFont(title);
        axis->setLabelsFont(font);
    }
}

void PlotView::addLayer(PlotLayer *layer)
{
    layer->setParentItem(chart());
    layer->setGeometry(&m_geometry);
    m_layers.push_back(layer);
}

int PlotView::columnCount() const
{
    return qRound(m_geometry.area.width() * columnsPerPixel());
}

void PlotView::tellLayers()
{
    for (PlotLayer *layer : m_layers)
        layer->geometryChanged();
}

void PlotView::setTimeLabels(const PlotWindow &window)
{
    const int most = std::max(2, static_cast<int>(m_geometry.area.width()) / fontScaled(kTickSpacing, font()));
    std::vector<TimeTick> ticks = timeTicks(window.left(), window.right(), most);
    if (ticks == m_ticks)
        return;
    m_ticks = std::move(ticks);
    m_timeAxis->setStartValue(axisValue(window.left()) - 1e9);
    replaceLabels(*m_timeAxis, m_ticks, [](const TimeTick &tick) { return axisValue(tick.at); });
}

void PlotView::setValueLabels(const ValueScale &scale)
{
    if (scale.ticks == m_valueTicks && scale.bottom == m_geometry.scale.bottom && scale.top == m_geometry.scale.top &&
        scale.logarithmic == m_geometry.scale.logarithmic)
        return;
    m_valueTicks = scale.ticks;
    replaceLabels(*m_valueAxis, m_valueTicks, [&scale](const ValueTick &tick) { return scale.shareOf(tick.value); });
    m_valueAxis->setRange(0, 1);
}

void PlotView::setPlot(const PlotWindow &window, const ValueScale &scale)
{
    setValueLabels(scale);
    m_geometry.window = window;
    m_geometry.scale = scale;
    m_geometry.ratio = columnsPerPixel();
    setTimeLabels(window);
    m_timeAxis->setRange(axisValue(window.left()), axisValue(window.right()));
    tellLayers();
    for (PlotLayer *layer : m_layers)
        layer->changed();
    m_sceneChanged = true;
    viewport()->update();
}

void PlotView::setAxisTitles(const QString &time, const QString &value)
{
    if (m_timeAxis->titleText() != time)
        m_timeAxis->setTitleText(time);
    if (m_valueAxis->titleText() != value)
        m_valueAxis->setTitleText(value);
}

void PlotView::applyColors(const ThemeColors &colors)
{
    setBackgroundBrush(palette().color(QPalette::Window));
    chart()->setPlotAreaBackgroundVisible(true);
    chart()->setPlotAreaBackgroundBrush(colors.plotBackground);
    chart()->setPlotAreaBackgroundPen(QPen(colors.grid));
    for (QCategoryAxis *axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsColor(colors.axisText);
        axis->setTitleBrush(colors.axisText);
        axis->setGridLineColor(colors.grid);
        axis->setLinePenColor(colors.grid);
    }
    m_geometry.colors = &colors;
    m_geometry.ratio = columnsPerPixel();
    tellLayers();
    m_sceneChanged = true;
    viewport()->update();
}

void PlotView::setOverlay(const PlotOverlay &overlay)
{
    if (overlay == m_overlay)
        return;
    const QRegion touched = overlayRegion(m_overlay, m_geometry) + overlayRegion(overlay, m_geometry);
    m_overlay = overlay;
    m_onlyOverlay += touched;
    viewport()->update(touched);
}

void PlotView::settle()
{
    chart()->layout()->activate();
}

void PlotView::renderOnto(QPainter &painter, QPoint at, const PlotOverlay &overlay)
{
    render(&painter, QRect(at, viewport()->size()), viewport()->rect());
    painter.save();
    painter.translate(at);
    paintOverlay(painter, overlay, m_geometry);
    painter.restore();
}

int PlotView::columnAt(QPointF at) const
{
    return static_cast<int>(std::floor((at.x() - m_geometry.area.left()) / m_geometry.columnWidth()));
}

UtcTime PlotView::timeAt(QPointF at) const
{
    return m_geometry.window.timeAt((at.x() - m_geometry.area.left()) / m_geometry.columnWidth());
}

void PlotView::paintScene()
{
    const QSize size = viewport()->size() * devicePixelRatioF();
    if (m_painted.size() != size)
        m_painted = QPixmap(size);
    m_painted.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&m_painted);
    render(&painter, viewport()->rect(), viewport()->rect());
    m_sceneChanged = false;
    ++m_paintedScenes;
}

void PlotView::paintEvent(QPaintEvent *event)
{
    // Whatever asks for more than setOverlay() did means that the scene, or the widget, is another one.
    if (m_sceneChanged || !event->region().subtracted(m_onlyOverlay).isEmpty())
        paintScene();
    m_onlyOverlay = {};
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_painted);
    paintOverlay(painter, m_overlay, m_geometry);
}

} // namespace barograph
