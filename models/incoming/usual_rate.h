// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <array>
#include <optional>

namespace barograph {

/// Mean rate of the last half hour, from the seconds that were listened to. Fixed memory.
class UsualRate
{
public:
    static constexpr Seconds kSlotSpan{180};
    static constexpr std::size_t kSlots = 10;
    static constexpr qint64 kLeastSeconds = 60;

    /// A second that was listened to from start to end.
    void add(UtcSecond second, quint32 events);
    void restart() { *this = {}; }

    /// Per second; nothing before a minute was listened to.
    std::optional<double> perSecond(UtcSecond now) const;

private:
    struct Slot
    {
        qint64 number = -1;
        qint64 seconds = 0;
        quint64 events = 0;
    };
    std::array<Slot, kSlots> m_slots{};
};

} // namespace barograph
