// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/lag_floor.h"

#include <algorithm>

namespace barograph {

qint64 LagFloor::numberOf(UtcTime time)
{
    return unixSeconds(secondOf(time)) / kSlotSpan.count();
}

bool LagFloor::isWithin(const Slot &slot, UtcTime now)
{
    const auto current = numberOf(now);
    return slot.number >= 0 && slot.number > current - static_cast<qint64>(kSlots) && slot.number <= current;
}

bool LagFloor::add(UtcTime arrival, Millis rawLag)
{
    const auto number = numberOf(arrival);
    auto &slot = m_slots[static_cast<std::size_t>(number) % kSlots];
    if (slot.number != number) {
        slot = {};
        slot.number = number;
        slot.first = arrival;
    }
    const auto used = slot.smallest.begin() + static_cast<std::ptrdiff_t>(slot.count);
    const auto place = std::upper_bound(slot.smallest.begin(), used, rawLag);
    if (place == slot.smallest.end())
        return false;
    slot.count = std::min(slot.count + 1, kTaken);
    std::move_backward(place, slot.smallest.begin() + static_cast<std::ptrdiff_t>(slot.count) - 1,
                       slot.smallest.begin() + static_cast<std::ptrdiff_t>(slot.count));
    *place = rawLag;
    return true;
}

std::optional<Millis> LagFloor::lowest(UtcTime now) const
{
    std::optional<Millis> lowest;
    for (const auto &slot : m_slots) {
        if (slot.count == kTaken && isWithin(slot, now))
            lowest = lowest ? std::min(*lowest, slot.smallest.back()) : slot.smallest.back();
    }
    return lowest;
}

std::optional<UtcTime> LagFloor::seenSince(UtcTime now) const
{
    std::optional<UtcTime> first;
    for (const auto &slot : m_slots) {
        if (slot.count > 0 && isWithin(slot, now))
            first = first ? std::min(*first, slot.first) : slot.first;
    }
    return first;
}

} // namespace barograph
