// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/nice_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace barograph {

bool NiceScale::update(double highest, UtcTime now)
{
    if (!std::isfinite(highest) || highest < 0)
        highest = 0;
    if (!m_fitted || highest > maximum()) {
        m_lowSince.reset();
        return fit(highest);
    }
    if (2 * highest >= maximum()) {
        m_lowSince.reset();
        return false;
    }
    if (!m_lowSince || now < *m_lowSince) {
        m_lowSince = now;
        m_highestWhileLow = 0;
    }
    m_highestWhileLow = std::max(m_highestWhileLow, highest);
    if (now - *m_lowSince < kShrinksAfter)
        return false;
    m_lowSince.reset();
    return fit(m_highestWhileLow);
}

bool NiceScale::fit(double highest)
{
    // Events are whole: an axis shorter than five of them would only show noise.
    constexpr double kSmallest = 5;
    constexpr int kMostTicks = 5;
    const auto wanted = std::max(highest * (1 + kHeadroom), kSmallest);
    const auto rawStep = wanted / kMostTicks;
    const auto decade = std::pow(10, std::floor(std::log10(rawStep)));
    auto step = 10 * decade;
    for (const double factor : std::array<double, 3>{1, 2, 5}) {
        // A hair of tolerance, so that 0.30000000000000004 is 0.3.
        if (factor * decade >= rawStep * (1 - 1e-9)) {
            step = factor * decade;
            break;
        }
    }
    const auto ticks = static_cast<int>(std::ceil(wanted / step * (1 - 1e-9)));
    const bool changed = !m_fitted || step != m_step || ticks != m_ticks;
    m_step = step;
    m_ticks = ticks;
    m_fitted = true;
    return changed;
}

} // namespace barograph
