// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

namespace barograph {

/// How the time of one call relates to the call before.
enum class ClockStep : quint8 {
    Start,   ///< the first call ever
    Same,    ///< still in the open second, or behind it: counts go into the open second
    Forward, ///< one or more seconds passed while we were looking
    Jump,    ///< more time passed than we can have been looking (sleep, clock set forward): unknown in between
    Restart  ///< set back by more than kRestartAfter: the clock had been wrong, begin anew at the new time
};

/// Turns the times of calls into whole seconds that never run backwards. Pure.
class SecondClock
{
public:
    /// Calls come ten times a second. A longer pause than this means that nobody was looking.
    static constexpr Millis kLongestStep{5'000};
    /// So far behind the open second its count is no longer one second's worth.
    static constexpr Seconds kTolerableLag{2};
    /// Going on with a frozen second for longer than this would hide the traffic.
    static constexpr Seconds kRestartAfter{3'600};

    bool isStarted() const { return m_started; }
    /// The second that is counted into. Precondition: isStarted().
    UtcSecond open() const { return m_open; }

    /// How `time` relates to the last call, without moving.
    ClockStep classify(UtcTime time) const
    {
        if (!m_started)
            return ClockStep::Start;
        const auto second = secondOf(time);
        if (second > m_open)
            return time - m_last > kLongestStep ? ClockStep::Jump : ClockStep::Forward;
        return m_open - second > kRestartAfter ? ClockStep::Restart : ClockStep::Same;
    }
    /// Moves to `time`; does not move back, except for a restart.
    void moveTo(UtcTime time)
    {
        const auto step = classify(time);
        if (step != ClockStep::Same)
            m_open = secondOf(time);
        m_last = time;
        m_started = true;
    }
    /// Whether the open second is so far ahead of `time` that it collects more than one second.
    bool isBehind(UtcTime time) const { return m_started && m_open - secondOf(time) > kTolerableLag; }
    /// `time`, but never before the open second.
    UtcTime steady(UtcTime time) const { return m_started && time < m_open ? UtcTime{m_open} : time; }

private:
    bool m_started = false;
    UtcSecond m_open{};
    UtcTime m_last{};
};

} // namespace barograph
