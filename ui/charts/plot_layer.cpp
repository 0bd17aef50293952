// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot_layer.h"

namespace barograph {

PlotLayer::PlotLayer(Level level, QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(level);
    // Mouse and keyboard belong to the chart.
    setAcceptedMouseButtons(Qt::NoButton);
}

void PlotLayer::setPlotArea(const QRectF &exact)
{
    const QRectF area(exact.toRect());
    if (area == m_area)
        return;
    prepareGeometryChange();
    m_area = area;
    layoutChanged();
}

void PlotLayer::setColors(const ThemeColors &colors, qreal ratio)
{
    m_colors = &colors;
    m_ratio = ratio;
    layoutChanged();
    update();
}

int PlotLayer::rows() const
{
    return qRound(m_area.height() * m_ratio);
}

} // namespace barograph
