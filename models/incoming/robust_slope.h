// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace barograph {

/// A value at a time, in seconds from anywhere.
struct SlopePoint
{
    double seconds = 0;
    double value = 0;
};

/// Theil–Sen: the median of the slopes between all pairs of points. Up to 29 % of the points may be anything, and
/// points that are missing do not matter. Per second. Nothing with less than two different times. Pure;
/// O(n²), so meant for some 60 points.
std::optional<double> robustSlope(std::span<const SlopePoint> points);

} // namespace barograph
