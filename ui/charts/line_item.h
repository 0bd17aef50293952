// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/line_raster.h"
#include "charts/plot_layer.h"
#include "series/plot_window.h"

namespace barograph {

/// Lines inside a chart's plot area, by LineRaster. Use:
///
///     LineItem *lines = new LineItem(chart());
///     lines->setPlotArea(area); lines->setColors(colors, ratio);        // whenever these change
///     lines->setLineCount(2);
///     fillTrace(buckets, GaugeKind::Lag, lines->columns(0));            // for each frame
///     lines->setLook(0, color, LineStyle::Solid);
///     lines->show(window, scale);
///
/// Not for use outside this folder. GUI thread.
class LineItem : public PlotLayer
{
public:
    explicit LineItem(QGraphicsItem *parent)
        : PlotLayer(Lines, parent)
    {}

    void setLineCount(std::size_t count) { m_lines.resize(count); }
    std::size_t lineCount() const { return m_lines.size(); }
    /// One entry for each device pixel column of the window; filled in place by the caller, so that buffers live on.
    std::vector<TraceColumn> &columns(std::size_t line) { return m_lines[line].columns; }
    const std::vector<TraceColumn> &columns(std::size_t line) const { return m_lines[line].columns; }
    /// `width` in logical pixels. Later lines are in front.
    void setLook(std::size_t line, const QColor &color, LineStyle style = LineStyle::Solid, qreal width = 2);
    /// Paints what the columns hold now, at the next turn of the event loop.
    void show(const PlotWindow &window, const ValueScale &scale);

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

protected:
    void layoutChanged() override { m_dirty = true; }

private:
    struct Trace
    {
        std::vector<TraceColumn> columns;
        QColor color;
        LineStyle style = LineStyle::Solid;
        qreal width = 2;
    };

    void render();

    std::vector<Trace> m_lines;
    PlotWindow m_window;
    ValueScale m_scale;
    LineRaster m_raster;
    bool m_dirty = true;
};

/// A piece of a line as a LineItem paints it, for legends.
void paintLineSample(QPainter &painter, const QRectF &area, const QColor &color, LineStyle style, bool estimated);

} // namespace barograph
