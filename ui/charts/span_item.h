// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"
#include "series/plot_window.h"

#include <QImage>

#include <vector>

namespace barograph {

/// Periods inside a chart's plot area, behind the data: hatched, and labelled where there is room. Not for use outside
/// this folder. GUI thread.
class SpanItem : public PlotLayer
{
public:
    enum class Kind : quint8 {
        Paused,     ///< broad strokes from the upper left, between two edges
        NotMeasured ///< the thin strokes that the stack has for it
    };
    struct Span
    {
        Kind kind = Kind::Paused;
        int begin = 0; ///< device pixel columns [begin, end)
        int end = 0;
        QString text; ///< shortened where it does not fit
    };

    explicit SpanItem(QGraphicsItem *parent)
        : PlotLayer(Spans, parent)
    {}

    /// Filled in place by the caller, who then calls show().
    std::vector<Span> &spans() { return m_spans; }
    const std::vector<Span> &spans() const { return m_spans; }
    void show(const PlotWindow &window);

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

protected:
    void layoutChanged() override;

private:
    void paintText(QPainter &painter, const Span &span, const QRectF &area) const;

    std::vector<Span> m_spans;
    PlotWindow m_window;
    QImage m_pausedTile;
    QImage m_notMeasuredTile;
};

} // namespace barograph
