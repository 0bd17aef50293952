// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_layer.h"

#include "charts/column_runs.h"
#include "charts/line_shapes.h"
#include "charts/print_shapes.h"

#include <QPainter>

#include <cmath>

namespace barograph {

namespace {

/// Of swatches.
constexpr qreal kPrintRatio = 3;

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

LineLayer::LineLayer()
    : PlotLayer(LayerDepth::Lines)
{}

void LineLayer::setLook(std::size_t line, LineStyle style, qreal width)
{
    m_lines[line].style = style;
    m_lines[line].width = width;
}

void LineLayer::paintLayer(QPainter &painter, const PlotGeometry &geometry)
{
    m_scene.clear();
    for (const Trace &trace : m_lines)
        m_scene.push_back({trace.columns, trace.color.rgb(), trace.style, trace.width * geometry.ratio});
    LineRaster::Scene scene;
    scene.lines = m_scene;
    scene.scale = geometry.scale;
    scene.firstColumn = geometry.window.firstColumn;
    scene.size = QSize(geometry.window.columns, qRound(geometry.area.height() * geometry.ratio));
    scene.dashScale = dashScaleFor(geometry.ratio);
    scene.inOnePiece = std::floor(geometry.ratio) != geometry.ratio;
    if (wantsShapes(painter)) {
        scene.dashScale = std::max(1, qRound(geometry.ratio));
        scene.spread = scene.dashScale / 2;
        paintLineShapes(painter, geometry.area.topLeft(), scene, geometry.ratio);
    } else {
        m_raster.render(scene);
        drawStrips(painter, geometry.area.topLeft(), m_raster, geometry.ratio);
    }
    if (m_lines.empty() || m_gapText.isEmpty())
        return;
    const std::vector<TraceColumn> &first = m_lines.front().columns;
    const auto isGap = [&](std::size_t x) {
        return first[x].isGap() && (x >= m_explained.size() || m_explained[x] == 0);
    };
    const auto end = std::min(first.size(), static_cast<std::size_t>(std::max(m_gapsUntil, 0)));
    paintGapText(painter, geometry, m_gapText, end, isGap);
}

void paintLineSwatch(QPainter &painter, const QRect &rect, const QColor &color, LineStyle style, bool estimated)
{
    const bool shapes = wantsShapes(painter);
    const qreal ratio = shapes ? kPrintRatio : painter.device()->devicePixelRatioF();
    const QSize size = (QSizeF(rect.size()) * ratio).toSize();
    const std::vector<TraceColumn> columns(static_cast<std::size_t>(size.width()), TraceColumn{1, 1, estimated});
    const LineRaster::Line line{columns, color.rgb(), style, 2 * ratio};
    LineRaster::Scene scene;
    scene.lines = std::span(&line, 1);
    scene.scale.top = 2;
    scene.size = size;
    scene.dashScale = shapes ? qRound(ratio) : dashScaleFor(ratio);
    scene.inOnePiece = true;
    if (shapes) {
        paintLineShapes(painter, QPointF(rect.topLeft()), scene, ratio);
        return;
    }
    LineRaster raster;
    raster.render(scene);
    drawStrips(painter, QPointF(rect.topLeft()), raster, ratio);
}

} // namespace barograph
