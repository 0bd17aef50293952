// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/value_scale.h"
#include "series/plot_window.h"

#include <QGraphicsItem>

namespace barograph {

struct ThemeColors;

/// What all layers of a plot share. Lengths are logical pixels in the scene.
struct PlotGeometry
{
    QRectF area; ///< whole pixels, so that pixel columns fall on those of the screen
    PlotWindow window;
    ValueScale scale;
    const ThemeColors *colors = nullptr; ///< null until the first colours came
    qreal ratio = 1;                     ///< device pixels for one logical pixel

    qreal columnWidth() const { return window.columns > 0 ? area.width() / window.columns : 1; }
    /// Left edge of a column.
    qreal xOfColumn(double column) const { return area.left() + column * columnWidth(); }
    qreal xOf(UtcTime time) const { return xOfColumn(window.xOf(time)); }
    qreal yOf(double value) const { return area.bottom() - area.height() * scale.shareOf(value); }
};

/// Order in which layers are painted, between the grid of the chart and the labels of its axes.
enum class LayerDepth : int { Spans = 2, Fill = 3, Lines = 4, Markers = 5 };

/// Something painted in the plot area of a chart. PlotView::addLayer() tells it the geometry; the chart hands it what
/// to paint and then calls changed(). Only for use inside this folder. GUI thread.
class PlotLayer : public QGraphicsItem
{
public:
    explicit PlotLayer(LayerDepth depth);

    /// The content is another one. Painting happens later, once, whatever else changed.
    void changed();
    const PlotGeometry &geometry() const { return *m_geometry; }

    QRectF boundingRect() const final;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) final;

protected:
    /// Without antialiasing and with the default pen; the painter's state need not be restored.
    virtual void paintLayer(QPainter &painter, const PlotGeometry &geometry) = 0;
    /// Area, window, scale, colours or ratio are others; buffers made for the last ones are worthless.
    virtual void geometryChanged() {}

private:
    friend class PlotView;
    void setGeometry(const PlotGeometry *geometry) { m_geometry = geometry; }
    void aboutToChangeArea() { prepareGeometryChange(); }

    const PlotGeometry *m_geometry;
};

} // namespace barograph
