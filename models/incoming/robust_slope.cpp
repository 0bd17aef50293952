// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/robust_slope.h"

#include <algorithm>

namespace barograph {

std::optional<double> robustSlope(std::span<const SlopePoint> points)
{
    std::vector<double> slopes;
    slopes.reserve(points.size() * points.size() / 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t k = i + 1; k < points.size(); ++k) {
            const auto span = points[k].seconds - points[i].seconds;
            if (span != 0)
                slopes.push_back((points[k].value - points[i].value) / span);
        }
    }
    if (slopes.empty())
        return std::nullopt;
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::nth_element(slopes.begin(), middle, slopes.end());
    if (slopes.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(slopes.begin(), middle)) / 2;
}

} // namespace barograph
