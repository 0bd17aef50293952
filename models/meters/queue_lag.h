// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/time.h"

#include <algorithm>

namespace barograph {

/// By how much the node's queue puts off what arrives now, followed by the second. What WhatsApp's side brings spends
/// the budget first in, first out, so that whatever happened before the newest event's stamp has arrived.
///
/// LagTracker's smallest of ten seconds is far too small for this while a storm begins: its members would seem to read
/// slowly. And what is sent has its stamp from when it went out, however long the queue is: that says nothing here.
class QueueLag
{
public:
    static constexpr Seconds kStaleAfter{60};

    /// `happenedAt`: the event's own stamp, put to our clock.
    void add(EventKind kind, UtcTime arrival, UtcTime happenedAt)
    {
        // One stamp that is far ahead must not stand for long.
        constexpr Seconds kStands{10};
        if (kind == EventKind::Send || (happenedAt < m_stamp && arrival - m_arrival <= kStands))
            return;
        m_stamp = happenedAt;
        m_arrival = arrival;
    }

    /// 0 when nothing has come for a while. Where stamps are whole seconds, up to a second too high.
    Millis at(UtcTime now) const
    {
        return now - m_arrival > kStaleAfter ? Millis{0} : std::max(m_arrival - m_stamp, Millis{0});
    }

private:
    UtcTime m_stamp{};
    UtcTime m_arrival{};
};

} // namespace barograph
