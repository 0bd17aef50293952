// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"
#include "theme/colors.h"

#include <QPainter>

namespace barograph {

/// Calls `run(begin, end)` for each longest stretch of columns in [0, count) that all are `wanted(column)`.
template<typename Wanted, typename Run> void forEachRun(std::size_t count, const Wanted &wanted, const Run &run)
{
    for (std::size_t begin = 0; begin < count;) {
        std::size_t end = begin + 1;
        if (wanted(begin)) {
            while (end < count && wanted(end))
                ++end;
            run(begin, end);
        }
        begin = end;
    }
}

/// Writes what a gap is at the bottom of each that has room for it.
template<typename IsGap>
void paintGapText(QPainter &painter, const PlotGeometry &geometry, const QString &text, std::size_t columns,
                  const IsGap &isGap)
{
    constexpr int kLift = 8;
    constexpr int kMargin = 6;
    if (text.isEmpty())
        return;
    painter.setPen(geometry.colors->faintText);
    const int wanted = painter.fontMetrics().horizontalAdvance(text) + kMargin;
    forEachRun(columns, isGap, [&](std::size_t begin, std::size_t end) {
        const QRectF gap(geometry.xOfColumn(static_cast<double>(begin)), geometry.area.top(),
                         static_cast<double>(end - begin) * geometry.columnWidth(), geometry.area.height() - kLift);
        if (gap.width() >= wanted)
            painter.drawText(gap, Qt::AlignHCenter | Qt::AlignBottom, text);
    });
}

} // namespace barograph
