// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/lag_tracker.h"

#include <algorithm>

namespace barograph {

LagTracker::Slot &LagTracker::slotOf(UtcSecond second)
{
    return m_slots[static_cast<std::size_t>(unixSeconds(second)) % m_slots.size()];
}

const LagTracker::Slot &LagTracker::slotOf(UtcSecond second) const
{
    return m_slots[static_cast<std::size_t>(unixSeconds(second)) % m_slots.size()];
}

void LagTracker::add(UtcTime arrival, UtcTime eventTime)
{
    const auto raw = arrival - eventTime;
    m_clockAhead = std::max(m_clockAhead, -raw);
    const auto lag = std::max(raw, Millis{0});
    const auto second = secondOf(arrival);
    auto &slot = slotOf(second);
    if (!slot.used || slot.second != second)
        slot = {second, lag, true};
    else
        slot.smallest = std::min(slot.smallest, lag);
    m_lastArrival = arrival;
    m_interrupted = false;
}

void LagTracker::restart()
{
    *this = {};
}

Reading<Millis> LagTracker::reading(UtcTime now) const
{
    if (!m_lastArrival)
        return {};
    // Without an event in the window: what the last ones said.
    const auto windowEnd = std::min(secondOf(now), secondOf(*m_lastArrival) + kWindow - Seconds{1});
    std::optional<Millis> smallest;
    for (const auto &slot : m_slots) {
        if (slot.used && slot.second <= windowEnd && slot.second > windowEnd - kWindow)
            smallest = smallest ? std::min(*smallest, slot.smallest) : slot.smallest;
    }
    if (!smallest)
        return {};
    const auto reading = Reading<Millis>::measured(*smallest, *m_lastArrival);
    return m_interrupted || now - *m_lastArrival > kStaleAfter ? reading.asStale() : reading;
}

std::optional<Millis> LagTracker::smallestIn(UtcSecond second) const
{
    const auto &slot = slotOf(second);
    return slot.used && slot.second == second ? std::optional(slot.smallest) : std::nullopt;
}

} // namespace barograph
