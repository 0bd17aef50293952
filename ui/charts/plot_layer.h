// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>

namespace barograph {

struct ThemeColors;

/// Something drawn inside a chart's plot area, above its grid. Not for use outside this folder. GUI thread.
class PlotLayer : public QGraphicsItem
{
public:
    /// Higher layers are in front. The chart's own axes are behind all of them.
    enum Level { Spans = 2, Fills = 3, Lines = 4, Guides = 5, Markers = 6, Words = 7 };

    PlotLayer(Level level, QGraphicsItem *parent);

    /// Scene coordinates. Moved to whole pixels, so that pixel columns of the data fall on those of the screen.
    void setPlotArea(const QRectF &exact);
    const QRectF &plotArea() const { return m_area; }
    /// `ratio`: device pixels for one logical pixel.
    void setColors(const ThemeColors &colors, qreal ratio);

    QRectF boundingRect() const override { return m_area; }

protected:
    /// Null until the first setColors(): nothing is painted before.
    const ThemeColors *colors() const { return m_colors; }
    qreal ratio() const { return m_ratio; }
    /// Device pixels.
    int rows() const;
    /// Logical x of the left edge of a device pixel column.
    qreal xOfColumn(double column) const { return m_area.left() + column / m_ratio; }
    /// Called when area, colours or ratio became others.
    virtual void layoutChanged() {}

private:
    QRectF m_area;
    const ThemeColors *m_colors = nullptr;
    qreal m_ratio = 1;
};

} // namespace barograph
