// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/burst_watch.h"

namespace barograph {

namespace {

constexpr double kBurstOfUsual = 3;
constexpr Seconds kLongestBurst{10};

} // namespace

bool BurstWatch::look(double lagGrowth, double perSecond, UtcTime stampedAt, const std::optional<double> &usual)
{
    if (lagGrowth <= kUntil) {
        m_from.reset();
        m_isLasting = false;
    } else if (lagGrowth >= kFrom) {
        m_from = m_from.value_or(stampedAt);
        // What is not much more than usual, or goes on for long, is no burst.
        m_isLasting =
            m_isLasting || (usual && perSecond <= kBurstOfUsual * *usual) || stampedAt - *m_from >= kLongestBurst;
    }
    return m_from && !m_isLasting;
}

} // namespace barograph
