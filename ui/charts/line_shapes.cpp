// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_shapes.h"

#include "charts/print_shapes.h"

#include <QPainter>

#include <algorithm>

namespace barograph {

namespace {

/// Bands of a scene in logical pixels.
struct LineToPage
{
    QPointF origin;
    qreal ratio = 1;

    /// `make`: the rows of a band that are wanted.
    template<typename Make> ColumnSpans spans(const std::vector<LineBand> &bands, const Make &make) const
    {
        ColumnSpans columns;
        columns.left = origin.x();
        columns.width = 1 / ratio;
        columns.spans.reserve(bands.size());
        for (const LineBand &band : bands) {
            const ColumnSpan rows = band.isEmpty() ? ColumnSpan{} : make(qreal{band.top}, qreal{band.bottom});
            columns.spans.push_back(rows.isEmpty()
                                        ? ColumnSpan{}
                                        : ColumnSpan{origin.y() + rows.top / ratio, origin.y() + rows.bottom / ratio});
        }
        return columns;
    }
};

/// Tall bands: both ends, and between them what falls to dashes that lie at the same heights in all columns.
void paintBroken(QPainter &painter, const LineToPage &page, const std::vector<LineBand> &bands, const LineTrace &line,
                 const DashPattern &dashes, const LineScene &scene)
{
    const QColor color = QColor::fromRgb(line.color);
    const qreal ends = endRowsOf(line);
    const auto paint = [&](const auto &make) { painter.fillPath(stepsOf(page.spans(bands, make)), color); };
    paint([&](qreal top, qreal bottom) { return ColumnSpan{top, std::min(bottom, top + ends)}; });
    paint([&](qreal top, qreal bottom) { return ColumnSpan{std::max(top, bottom - ends), bottom}; });
    const int scale = std::max(scene.dashScale, 1);
    for (int from = 0; from < scene.size.height(); from += dashes.period * scale) {
        int at = from;
        for (std::size_t i = 0; i < dashes.lengths.size(); ++i) {
            const int end = at + dashes.lengths[i] * scale;
            if (i % 2 == 0 && end > at) {
                paint([&](qreal top, qreal bottom) {
                    return ColumnSpan{std::max<qreal>(top, at), std::min<qreal>(bottom, end)};
                });
            }
            at = end;
        }
    }
}

} // namespace

void paintLineShapes(QPainter &painter, QPointF origin, const LineScene &scene, qreal ratio)
{
    if (scene.size.isEmpty())
        return;
    const LineToPage page{origin, ratio};
    LineBands laidOut;
    for (const LineTrace &line : scene.lines) {
        layOutLine(line, scene, laidOut);
        const auto all = [](qreal top, qreal bottom) { return ColumnSpan{top, bottom}; };
        painter.fillPath(stepsOf(page.spans(laidOut.whole, all)), QColor::fromRgb(line.color));
        if (laidOut.anyBroken)
            paintBroken(painter, page, laidOut.broken, line, dashesOf(line.style), scene);
        if (laidOut.anyGuessed)
            paintBroken(painter, page, laidOut.guessed, line, kEstimatedDashes, scene);
    }
}

} // namespace barograph
