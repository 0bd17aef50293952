// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <array>
#include <optional>

namespace barograph {

/// The smallest raw lag (arrival − event's own time, may be negative) of the last half hour: what is left of it when
/// nothing waits, and the only thing that lags tell about clocks. Fixed memory.
///
/// The third smallest of each three minutes is taken, so that an event or two with a time of their own do not count.
class LagFloor
{
public:
    static constexpr Seconds kSlotSpan{180};
    static constexpr std::size_t kSlots = 10;

    /// True: it is among the smallest, so lowest() may have changed.
    bool add(UtcTime arrival, Millis rawLag);
    void restart() { *this = {}; }

    /// Nothing as long as less than three events came within three minutes.
    std::optional<Millis> lowest(UtcTime now) const;
    /// Since when lags have been seen, at most half an hour ago.
    std::optional<UtcTime> seenSince(UtcTime now) const;

private:
    static constexpr std::size_t kTaken = 3;
    struct Slot
    {
        qint64 number = -1;
        std::size_t count = 0;               ///< at most kTaken
        std::array<Millis, kTaken> smallest; ///< ascending; the first `count` are used
        UtcTime first{};
    };
    static qint64 numberOf(UtcTime time);
    static bool isWithin(const Slot &slot, UtcTime now);

    std::array<Slot, kSlots> m_slots{};
};

} // namespace barograph
