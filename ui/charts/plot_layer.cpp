// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot_layer.h"

#include <QPainter>

namespace barograph {

namespace {

/// Of a layer that is in no plot yet.
const PlotGeometry &noGeometry()
{
    static const PlotGeometry kNone;
    return kNone;
}

} // namespace

PlotLayer::PlotLayer(LayerDepth depth)
    : m_geometry(&noGeometry())
{
    setZValue(static_cast<qreal>(depth));
}

void PlotLayer::changed()
{
    update();
}

QRectF PlotLayer::boundingRect() const
{
    return m_geometry->area;
}

void PlotLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget * /*widget*/)
{
    if (m_geometry->area.isEmpty() || !m_geometry->colors)
        return;
    painter->save();
    painter->setClipRect(m_geometry->area);
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintLayer(*painter, *m_geometry);
    painter->restore();
}

} // namespace barograph
