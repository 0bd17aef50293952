// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_item.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace barograph {

namespace {

/// Dashes are laid out in logical pixels.
int dashScaleFor(qreal ratio)
{
    return ratio >= 1.5 ? 2 : 1;
}

void drawStrips(QPainter &painter, const QPointF &origin, const LineRaster &raster, qreal ratio)
{
    for (const LineRaster::Strip &strip : raster.strips()) {
        const QRect source(strip.left, strip.top, strip.right - strip.left, strip.bottom - strip.top);
        const QRectF target(origin.x() + source.x() / ratio, origin.y() + source.y() / ratio, source.width() / ratio,
                            source.height() / ratio);
        painter.drawImage(target, raster.image(), source);
    }
}

} // namespace

void LineItem::setLook(std::size_t line, const QColor &color, LineStyle style, qreal width)
{
    Trace &trace = m_lines[line];
    trace.color = color;
    trace.style = style;
    trace.width = width;
}

void LineItem::show(const PlotWindow &window, const ValueScale &scale)
{
    m_window = window;
    m_scale = scale;
    m_dirty = true;
    update();
}

void LineItem::render()
{
    std::array<LineRaster::Line, kEventKindCount + kGaugeKindCount> lines;
    const std::size_t count = std::min(lines.size(), m_lines.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Trace &trace = m_lines[i];
        lines[i] = {trace.columns, trace.color.rgb(), trace.style, trace.width * ratio()};
    }
    LineRaster::Scene scene;
    scene.lines = std::span(lines).first(count);
    scene.scale = m_scale;
    scene.firstColumn = m_window.firstColumn;
    scene.size = QSize(m_window.columns, rows());
    scene.dashScale = dashScaleFor(ratio());
    scene.inOnePiece = std::floor(ratio()) != ratio();
    m_raster.render(scene);
}

void LineItem::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget * /*widget*/)
{
    if (plotArea().isEmpty() || m_window.columns <= 0)
        return;
    if (m_dirty) {
        render();
        m_dirty = false;
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    drawStrips(*painter, plotArea().topLeft(), m_raster, ratio());
}

void paintLineSample(QPainter &painter, const QRectF &area, const QColor &color, LineStyle style, bool estimated)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize size = (area.size() * ratio).toSize();
    const std::vector<TraceColumn> columns(static_cast<std::size_t>(size.width()), TraceColumn{1, 1, estimated});
    const LineRaster::Line line{columns, color.rgb(), style, 2 * ratio};
    LineRaster::Scene scene;
    scene.lines = std::span(&line, 1);
    scene.scale = ValueScale::linear(2);
    scene.size = size;
    scene.dashScale = dashScaleFor(ratio);
    scene.inOnePiece = true;
    LineRaster raster;
    raster.render(scene);
    drawStrips(painter, area.topLeft(), raster, ratio);
}

} // namespace barograph
