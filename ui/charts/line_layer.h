// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/line_raster.h"
#include "charts/plot_layer.h"

#include <limits>

namespace barograph {

/// Lines of one value for each pixel column, by LineRaster, or as shapes for print. Use:
///
///     m_lines->setLineCount(2);                                     // in the constructor
///     m_lines->setLook(0, LineStyle::Solid);
///     fillTrace(buckets, GaugeKind::Lag, m_lines->columns(0));      // in fill(), for each frame
///     m_lines->setColor(0, color);                                  // by the theme
///
/// A line without columns is not drawn. Only for use inside this folder. GUI thread.
class LineLayer : public PlotLayer
{
public:
    LineLayer();

    void setLineCount(std::size_t count) { m_lines.resize(count); }
    std::size_t lineCount() const { return m_lines.size(); }
    /// One entry for each column of the window; filled in place by the caller, so that buffers live on.
    std::vector<TraceColumn> &columns(std::size_t line) { return m_lines[line].columns; }
    const std::vector<TraceColumn> &columns(std::size_t line) const { return m_lines[line].columns; }
    /// `width` in logical pixels. Later lines are in front.
    void setLook(std::size_t line, LineStyle style, qreal width = 2);
    void setColor(std::size_t line, const QColor &color) { m_lines[line].color = color; }
    /// Written where the first line is not known for long enough; empty: nothing is.
    void setGapText(const QString &text) { m_gapText = text; }
    /// 1 for each column of which is shown otherwise why it is a gap; may be empty. Filled in place by the caller.
    std::vector<quint8> &explained() { return m_explained; }
    /// Columns from here on are no gaps: they have not been yet.
    void setGapsUntil(int column) { m_gapsUntil = column; }

protected:
    void paintLayer(QPainter &painter, const PlotGeometry &geometry) override;

private:
    struct Trace
    {
        std::vector<TraceColumn> columns;
        QColor color;
        LineStyle style = LineStyle::Solid;
        qreal width = 2;
    };

    std::vector<Trace> m_lines;
    std::vector<LineRaster::Line> m_scene; ///< kept between frames
    LineRaster m_raster;
    QString m_gapText;
    std::vector<quint8> m_explained;
    int m_gapsUntil = std::numeric_limits<int>::max();
};

/// A piece of a line as a LineLayer paints it, for legends.
void paintLineSwatch(QPainter &painter, const QRect &rect, const QColor &color, LineStyle style, bool estimated);

} // namespace barograph
