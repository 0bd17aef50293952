// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/tile_grid_shape.h"

#include <algorithm>

namespace barograph {

namespace {

constexpr int kMostTimesLarger = 3;
// A fifth higher than the least.
constexpr int kAiryPart = 5;
constexpr int kAiryWhole = 6;
constexpr int kDozen = 12;

} // namespace

TileGridShape tileGridShape(const QSize &area, int count, const QSize &least, int scrollBarWidth)
{
    if (count <= 0)
        return {1, least, false};
    const int most = std::max(1, area.width() / std::max(least.width(), 1));
    TileGridShape best;
    double bestScale = 0;
    for (int columns = 1; columns <= most; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const QSize tile(area.width() / columns, area.height() / rows);
        const double scale = std::min(static_cast<double>(tile.width()) / least.width(),
                                      static_cast<double>(tile.height()) / least.height());
        if (scale >= 1 && scale > bestScale) {
            bestScale = scale;
            best = {columns, tile.boundedTo(least * kMostTimesLarger), false};
        }
    }
    if (bestScale > 0) {
        // No wider than they are worth; no emptier rows than there have to be.
        best.columns = std::max(best.columns, std::min(count, area.width() / std::max(best.tile.width(), 1)));
        return best;
    }
    const int width = area.width() - scrollBarWidth;
    const int columns = std::max(1, width / std::max(least.width(), 1));
    // Airier than they have to be, as long as that leaves a dozen in sight.
    const int mostRows = std::max(1, area.height() / std::max(least.height(), 1));
    const int airy = std::max(1, area.height() * kAiryPart / (std::max(least.height(), 1) * kAiryWhole));
    const int dozen = (kDozen + columns - 1) / columns;
    const int rows = std::min(mostRows, std::max(airy, dozen));
    return {columns, QSize(width / columns, std::max(least.height(), area.height() / rows)), true};
}

} // namespace barograph
