// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"

#include <array>
#include <optional>

namespace barograph {

/// Arrival − the event's own timestamp: the smallest of the last ten seconds, because a single old event says nothing
/// while a queue delays every one. On-premises stamps are whole seconds, so the result is 0 to 1 s too high.
class LagTracker
{
public:
    static constexpr Seconds kWindow{10};
    static constexpr Seconds kStaleAfter{60};

    /// `arrival` never runs back by more than the caller's open second; see SecondClock::steady.
    void add(UtcTime arrival, UtcTime eventTime);
    void restart();
    /// No event can come (any more), or some may have been missed: stale at once, until there is one again.
    void interrupt() { m_interrupted = true; }

    /// Unknown before the first event, stale a minute after the last one.
    Reading<Millis> reading(UtcTime now) const;
    /// Smallest lag of events that arrived in this second, which is one of the last ten.
    std::optional<Millis> smallestIn(UtcSecond second) const;
    /// How far the node's clock has been seen ahead of ours. Such a lag is negative and shown as 0.
    Millis clockAhead() const { return m_clockAhead; }

private:
    struct Slot
    {
        UtcSecond second{};
        Millis smallest{};
        bool used = false;
    };
    Slot &slotOf(UtcSecond second);
    const Slot &slotOf(UtcSecond second) const;

    std::array<Slot, 16> m_slots{};
    std::optional<UtcTime> m_lastArrival;
    bool m_interrupted = false;
    Millis m_clockAhead{};
};

} // namespace barograph
