// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/stack_layer.h"

#include "charts/column_runs.h"
#include "charts/print_shapes.h"
#include "charts/stack_shapes.h"
#include "theme/colors.h"

#include <QPainter>

namespace barograph {

namespace {

constexpr int kStripHeight = 4;

} // namespace

StackLayer::StackLayer()
    : PlotLayer(LayerDepth::Fill)
{}

void StackLayer::geometryChanged()
{
    const PlotGeometry &now = geometry();
    if (!now.colors || (now.colors == m_rasterColors && now.ratio == m_rasterRatio))
        return;
    m_rasterColors = now.colors;
    m_rasterRatio = now.ratio;
    m_raster.setColors(*now.colors, now.ratio);
}

void StackLayer::paintLayer(QPainter &painter, const PlotGeometry &geometry)
{
    if (wantsShapes(painter)) {
        paintStackShapes(painter, {m_content.columns, geometry.area, geometry.scale.top, m_content.budget},
                         *geometry.colors);
    } else {
        const int rows = qRound(geometry.area.height() * geometry.ratio);
        painter.drawImage(geometry.area, m_raster.render({m_content.columns, geometry.window.firstColumn, rows,
                                                          rows / geometry.scale.top, m_content.budget}));
    }
    paintOverBudgetStrip(painter, geometry);
    paintBudget(painter, geometry);
    paintGaps(painter, geometry);
}

void StackLayer::paintBudget(QPainter &painter, const PlotGeometry &geometry) const
{
    if (m_content.budget <= 0 || m_content.budget > geometry.scale.top)
        return;
    const int y = qRound(geometry.yOf(m_content.budget));
    // A halo in the background's colour keeps the line visible across all four fills.
    QColor halo = geometry.colors->plotBackground;
    halo.setAlpha(190);
    const QRectF &area = geometry.area;
    painter.fillRect(QRectF(area.left(), y - 2, area.width(), 4), halo);
    painter.fillRect(QRectF(area.left(), y - 1, area.width(), 2), geometry.colors->budget);
}

void StackLayer::paintOverBudgetStrip(QPainter &painter, const PlotGeometry &geometry) const
{
    const auto isOver = [this](std::size_t x) { return m_content.over[x] != 0; };
    forEachRun(m_content.over.size(), isOver, [&](std::size_t begin, std::size_t end) {
        const double width = std::max(1.0, static_cast<double>(end - begin) * geometry.columnWidth());
        painter.fillRect(
            QRectF(geometry.xOfColumn(static_cast<double>(begin)), geometry.area.top(), width, kStripHeight),
            geometry.colors->overBudget);
    });
}

void StackLayer::paintGaps(QPainter &painter, const PlotGeometry &geometry) const
{
    const auto isGap = [this](std::size_t x) {
        return m_content.columns[x].isGap() && m_content.columns[x].notMeasuredMask == 0;
    };
    paintGapText(painter, geometry, m_gapText, m_content.columns.size(), isGap);
}

} // namespace barograph
