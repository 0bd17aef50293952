// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/usual_rate.h"

namespace barograph {

void UsualRate::add(UtcSecond second, quint32 events)
{
    const auto number = unixSeconds(second) / kSlotSpan.count();
    auto &slot = m_slots[static_cast<std::size_t>(number) % kSlots];
    if (slot.number != number)
        slot = {number, 0, 0};
    ++slot.seconds;
    slot.events += events;
}

std::optional<double> UsualRate::perSecond(UtcSecond now) const
{
    const auto current = unixSeconds(now) / kSlotSpan.count();
    qint64 seconds = 0;
    quint64 events = 0;
    for (const auto &slot : m_slots) {
        if (slot.number < 0 || slot.number > current || slot.number <= current - static_cast<qint64>(kSlots))
            continue;
        seconds += slot.seconds;
        events += slot.events;
    }
    if (seconds < kLeastSeconds)
        return std::nullopt;
    return static_cast<double>(events) / static_cast<double>(seconds);
}

} // namespace barograph
