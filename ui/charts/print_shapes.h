// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

#include <span>
#include <vector>

class QPainter;

namespace barograph {

// Data as shapes instead of pixels: for drawings, and for pictures at print size. All lengths are logical pixels, rows
// count downwards. Only for use inside this folder.

/// Whether pixels that are laid out for a screen would be blown up by what this painter paints on, so that shapes have
/// to be painted instead.
bool wantsShapes(const QPainter &painter);

/// The part of a column between two heights.
struct ColumnSpan
{
    qreal top = 1;
    qreal bottom = 0;

    bool isEmpty() const { return !(top < bottom); }
};

/// Columns of equal width side by side.
struct ColumnSpans
{
    std::vector<ColumnSpan> spans;
    qreal left = 0;  ///< edge of the first
    qreal width = 1; ///< of each
};

/// A rectangle as such.
ColumnSpans spansOf(const QRectF &area);
/// All of it as outlines with no more corners than it takes.
QPainterPath stepsOf(const ColumnSpans &columns);

/// Parallel strokes at 45°, `every` so many pixels one of `width`, both measured along a row. They stand at the same
/// places whatever they fill.
struct StrokePattern
{
    qreal every = 8;
    qreal width = 1;
    bool rising = true; ///< from the lower left to the upper right
};
/// The strokes, cut to the columns.
QPainterPath strokesOf(const ColumnSpans &columns, const StrokePattern &pattern);

// The next two are lines to be drawn with a pen one pixel wide: as outlines they would take three times the bytes.

/// Level lines, one in `every` pixels, where they lie in the columns.
QPainterPath rowsOf(const ColumnSpans &columns, int every);
/// Points of one pixel, one in `every` pixels both ways, each second column of them half of that lower.
QPainterPath dotsOf(const ColumnSpans &columns, int every);

} // namespace barograph
