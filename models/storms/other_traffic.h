// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace barograph {

/// What a node carries beside its storms, in events per second: the mean of the last five minutes or so, newer seconds
/// counting more. Fed with each whole second.
class OtherTraffic
{
public:
    void add(double eventsInSecond)
    {
        constexpr double kSeconds = 300;
        m_seconds = std::min(m_seconds + 1, kSeconds);
        m_mean += (std::max(eventsInSecond, 0.0) - m_mean) / m_seconds;
    }
    /// Something was fed.
    bool isKnown() const { return m_seconds > 0; }
    double perSecond() const { return m_mean; }

private:
    double m_seconds = 0;
    double m_mean = 0;
};

} // namespace barograph
