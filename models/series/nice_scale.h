// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <optional>

namespace barograph {

/// Maximum and ticks of a value axis that starts at 0: 1, 2 or 5 × 10ⁿ apart, and steady under live data.
///
/// The axis grows at once, so that nothing is cut off, and shrinks only after the data have stayed below half of it
/// for ten seconds. Pure: the caller passes the time.
class NiceScale
{
public:
    static constexpr Millis kShrinksAfter{10'000};
    /// Of the axis left free above the data.
    static constexpr double kHeadroom = 0.05;

    /// `highest`: largest value to be shown, e.g. of the data and of the budget line. Returns whether the axis changed.
    bool update(double highest, UtcTime now);

    double maximum() const { return m_step * m_ticks; }
    double tickStep() const { return m_step; }
    /// Ticks above 0, three to six.
    int tickCount() const { return m_ticks; }

private:
    bool fit(double highest);

    double m_step = 1;
    int m_ticks = 5;
    bool m_fitted = false;
    std::optional<UtcTime> m_lowSince;
    double m_highestWhileLow = 0;
};

} // namespace barograph
