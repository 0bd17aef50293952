// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"

#include <QImage>

#include <vector>

namespace barograph {

/// Periods inside a chart's plot area, behind the data: hatched, and labelled where there is room. Only for use inside
/// this folder. GUI thread.
class SpanLayer : public PlotLayer
{
public:
    enum class Kind : quint8 {
        Paused,     ///< broad strokes from the upper left, between two edges
        NotMeasured ///< the thin strokes that the stack has for it
    };
    struct Span
    {
        Kind kind = Kind::Paused;
        int begin = 0; ///< columns of the window [begin, end)
        int end = 0;
        QString text; ///< shortened where it does not fit
    };

    SpanLayer();

    /// Filled in place by the caller, who then calls changed().
    std::vector<Span> &spans() { return m_spans; }
    const std::vector<Span> &spans() const { return m_spans; }

protected:
    void paintLayer(QPainter &painter, const PlotGeometry &geometry) override;
    void geometryChanged() override;

private:
    void paintText(QPainter &painter, const Span &span, const QRectF &area) const;

    std::vector<Span> m_spans;
    const ThemeColors *m_tileColors = nullptr;
    QImage m_pausedTile;
    QImage m_notMeasuredTile;
};

/// A piece of a pause as a SpanLayer paints it, for legends.
void paintPausedSwatch(QPainter &painter, const QRect &rect, const ThemeColors &colors);

} // namespace barograph
