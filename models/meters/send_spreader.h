// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

namespace barograph {

/// Hands out sends learnt in one go from a counter over as many seconds as they took to be made.
///
/// Closed seconds never change, so the sends appear in the seconds that follow: up to one poll interval late, but no
/// second claims more than the average rate, and none is lost or counted twice.
class SendSpreader
{
public:
    /// `span` is the time in which these sends were made.
    void add(quint64 sends, Millis span)
    {
        m_waiting += sends;
        m_span += span;
    }
    /// What belongs into one more second. Call once per second.
    quint32 takeForOneSecond();
    /// Everything that waits, for a second that is not a measurement anyway. Counts saturate; the rest goes on waiting.
    void flushInto(quint32 &sends);
    quint64 waiting() const { return m_waiting; }

private:
    quint64 m_waiting = 0;
    Millis m_span{};
};

} // namespace barograph
