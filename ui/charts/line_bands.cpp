// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_bands.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// A band this many times higher than the line is wide is a stroke upwards, and is broken upwards.
constexpr float kTallFrom = 3;
/// A point alone in its column and with no neighbours would hardly be seen.
constexpr float kLonePointWidth = 2;

void joinNeighbours(std::vector<LineBand> &bands)
{
    for (std::size_t x = 1; x < bands.size(); ++x) {
        LineBand &before = bands[x - 1];
        LineBand &here = bands[x];
        if (before.isEmpty() || here.isEmpty())
            continue;
        if (before.bottom < here.top)
            before.bottom = here.top = (before.bottom + here.top) / 2;
        else if (here.bottom < before.top)
            before.top = here.bottom = (here.bottom + before.top) / 2;
    }
}

/// Each band reaches over those beside it, and never into a gap.
void spreadBands(std::vector<LineBand> &bands, std::vector<LineBand> &scratch, int reach)
{
    scratch = bands;
    const auto count = static_cast<std::ptrdiff_t>(bands.size());
    for (std::ptrdiff_t x = 0; x < count; ++x) {
        LineBand &band = bands[static_cast<std::size_t>(x)];
        if (band.isEmpty())
            continue;
        for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, x - reach); i < std::min(count, x + reach + 1); ++i) {
            const LineBand &other = scratch[static_cast<std::size_t>(i)];
            if (other.isEmpty())
                continue;
            band.top = std::min(band.top, other.top);
            band.bottom = std::max(band.bottom, other.bottom);
        }
    }
}

void breakIntoDashes(const LineTrace &line, const LineScene &scene, LineBands &out)
{
    const DashPattern own = dashesOf(line.style);
    const float tall = static_cast<float>(line.width) * kTallFrom;
    const int scale = std::max(scene.dashScale, 1);
    for (std::size_t x = 0; x < out.whole.size(); ++x) {
        LineBand &band = out.whole[x];
        const bool estimated = x < line.columns.size() && line.columns[x].estimated;
        if (band.isEmpty() || (line.style == LineStyle::Solid && !estimated))
            continue;
        if (band.bottom - band.top >= tall) {
            std::vector<LineBand> &group = estimated ? out.guessed : out.broken;
            bool &any = estimated ? out.anyGuessed : out.anyBroken;
            if (!any)
                group.assign(out.whole.size(), {});
            any = true;
            group[x] = band;
            band = {};
        } else if (!(estimated ? kEstimatedDashes : own).isOn((scene.firstColumn + static_cast<qint64>(x)) / scale)) {
            band = {};
        }
    }
}

} // namespace

bool DashPattern::isOn(qint64 at) const
{
    auto rest = static_cast<int>(((at % period) + period) % period);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (rest < lengths[i])
            return i % 2 == 0;
        rest -= lengths[i];
    }
    return true;
}

DashPattern dashesOf(LineStyle style)
{
    switch (style) {
    case LineStyle::Dashed:
        return {{10, 4, 0, 0}, 14};
    case LineStyle::Dotted:
        return {{2, 3, 0, 0}, 5};
    case LineStyle::DashDot:
        return {{8, 3, 2, 3}, 16};
    case LineStyle::Solid:
        break;
    }
    return {{1, 0, 0, 0}, 1};
}

void layOutLine(const LineTrace &line, const LineScene &scene, LineBands &out)
{
    const auto rows = static_cast<float>(scene.size.height());
    const auto count = std::min(line.columns.size(), static_cast<std::size_t>(scene.size.width()));
    const auto half = static_cast<float>(line.width / 2);
    // As shareOf() has it; at tens of thousands of values a frame, the call costs more than the sum.
    const double perValue = 1 / (scene.scale.top - scene.scale.bottom);
    const auto shareOf = [&](double value) {
        return scene.scale.logarithmic ? scene.scale.shareOf(value) : (value - scene.scale.bottom) * perValue;
    };
    const auto rowOf = [&](float value) {
        const float row = rows * (1 - static_cast<float>(std::clamp(shareOf(static_cast<double>(value)), 0.0, 1.0)));
        // At the edges the line stays whole.
        return std::clamp(row, std::min(half, rows / 2), std::max(rows - half, rows / 2));
    };
    out.whole.assign(static_cast<std::size_t>(scene.size.width()), {});
    for (std::size_t x = 0; x < count; ++x) {
        const TraceColumn &column = line.columns[x];
        if (column.isGap())
            continue;
        // Where a second is wider than a pixel, columns repeat.
        const bool repeats =
            x > 0 && column.most == line.columns[x - 1].most && column.least == line.columns[x - 1].least;
        out.whole[x] = repeats ? out.whole[x - 1] : LineBand{rowOf(column.most), rowOf(column.least)};
    }
    joinNeighbours(out.whole);
    if (scene.spread > 0)
        spreadBands(out.whole, out.scratch, scene.spread);
    out.anyBroken = false;
    out.anyGuessed = false;
    breakIntoDashes(line, scene, out);
    for (std::size_t x = 0; x < out.whole.size(); ++x) {
        for (LineBand *band :
             {&out.whole[x], out.anyBroken ? &out.broken[x] : nullptr, out.anyGuessed ? &out.guessed[x] : nullptr}) {
            if (!band || band->isEmpty())
                continue;
            const bool alone =
                (x == 0 || line.columns[x - 1].isGap()) && (x + 1 >= count || line.columns[x + 1].isGap());
            const float reach = alone ? half * kLonePointWidth : half;
            const float thick = band->bottom - band->top;
            band->top = std::max(0.0F, band->top - reach);
            band->bottom = std::min(rows, band->bottom + reach);
            // A level line is crisp; a sloping one is smooth.
            if (thick == 0) {
                band->top = std::round(band->top);
                band->bottom = std::round(band->bottom);
            }
        }
    }
}

int endRowsOf(const LineTrace &line)
{
    return std::max(1, static_cast<int>(std::lround(line.width)));
}

} // namespace barograph
