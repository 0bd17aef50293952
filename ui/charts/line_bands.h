// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/value_scale.h"
#include "series/trace.h"

#include <QColor>
#include <QSize>

#include <array>
#include <span>
#include <vector>

namespace barograph {

/// How a line is told from others without its colour.
enum class LineStyle : quint8 { Solid, Dashed, Dotted, DashDot };

/// One line of a plot.
struct LineTrace
{
    std::span<const TraceColumn> columns; ///< one for each pixel column
    QRgb color = 0;                       ///< opaque
    LineStyle style = LineStyle::Solid;
    double width = 2; ///< device pixels
};

/// Lines of a plot and what they have in common.
struct LineScene
{
    std::span<const LineTrace> lines; ///< later ones are in front
    ValueScale scale;
    qint64 firstColumn = 0;  ///< number of the first column since the epoch: dashes move with data
    QSize size;              ///< device pixels
    int dashScale = 1;       ///< device pixels for one pixel of a dash pattern
    int spread = 0;          ///< columns to each side that a stroke upwards is made wider: print has narrow columns
    bool inOnePiece = false; ///< for painters that scale: the seams between strips would show
};

/// Dash pattern in pixels, on and off by turns, starting with on.
struct DashPattern
{
    std::array<int, 4> lengths{};
    int period = 0;

    bool isOn(qint64 at) const;
};
DashPattern dashesOf(LineStyle style);
inline constexpr DashPattern kEstimatedDashes{{4, 4, 0, 0}, 8};

/// What of a column is painted. Rows from the top; `top` > `bottom`: nothing there.
struct LineBand
{
    float top = 1;
    float bottom = 0;

    bool isEmpty() const { return !(top <= bottom); }
};

/// A line laid out: one band for each column of the scene, in at most one of the three.
///
/// A band reaches from the least to the most of its column and on to the bands beside it, so that no extreme and no
/// connection is lost however many seconds a column holds. Gaps stay gaps. Buffers are used again.
struct LineBands
{
    std::vector<LineBand> whole;   ///< painted as they are
    std::vector<LineBand> broken;  ///< tall ones of which only both ends and dashes between them are drawn
    std::vector<LineBand> guessed; ///< the same of what is estimated, with kEstimatedDashes
    bool anyBroken = false;        ///< otherwise `broken` is worthless
    bool anyGuessed = false;       ///< likewise
    std::vector<LineBand> scratch;
};
void layOutLine(const LineTrace &line, const LineScene &scene, LineBands &out);
/// Rows at each end of a tall band that are drawn whatever the dashes say: the extremes are what a band is there for.
int endRowsOf(const LineTrace &line);

} // namespace barograph
