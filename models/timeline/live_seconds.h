// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/time_bucket.h"

#include <deque>

namespace barograph {

/// The newest seconds of one node as live frames told them: consecutive, without a limit but the one that is set, 44
/// bytes each. The last one is still running. Seconds at the beginning of which nothing is known are left out: an
/// earlier run may have stored what they were.
class LiveSeconds
{
public:
    static constexpr std::size_t kBytesPerSecond = sizeof(SecondSample) + sizeof(float) + sizeof(GaugeSample);

    /// Takes what is new. `gauges` may be null. False: what was kept does not go together with it (the clock was set
    /// back, or nobody looked for ten minutes) and was dropped.
    bool take(const SecondSeries &seconds, const GaugeSeries *gauges, double allocatedTps);
    void setLimit(std::size_t seconds);

    bool isEmpty() const { return m_closed.empty() && !m_hasRunning; }
    UtcSecond first() const { return m_closedEnd - Seconds{static_cast<qint64>(m_closed.size())}; }
    /// One past the last second that is over.
    UtcSecond closedEnd() const { return m_closedEnd; }
    /// One past the running second.
    UtcSecond end() const { return m_closedEnd + Seconds{m_hasRunning ? 1 : 0}; }
    /// Adds the seconds of [from, to), which lie in [first(), end()).
    void addTo(TimeBucket &bucket, UtcSecond from, UtcSecond to) const;
    std::size_t bytes() const { return m_closed.size() * sizeof(Kept); }

private:
    struct Kept
    {
        SecondSample sample;
        float allocatedTps = 0;
        GaugeSample gauges;
    };
    void append(const SecondSeries &seconds, const GaugeSeries *gauges, UtcSecond from, UtcSecond to, float allocated);

    std::deque<Kept> m_closed;
    UtcSecond m_closedEnd{};
    Kept m_running;
    bool m_hasRunning = false;
    std::size_t m_limit = std::size_t{6} * 3'600;
};

} // namespace barograph
