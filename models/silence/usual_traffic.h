// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/time.h"

#include <array>
#include <vector>

namespace barograph {

/// How often events of each kind are usual at one node, by the hour of the day (UTC), working days and weekends apart.
/// A value of some kilobytes; made by TrafficTally from the node's own history.
///
/// The pace is that of minutes in which anything came, not of events: a burst of a thousand is one busy minute. It is
/// the lowest that can be called usual, so that an alarm needs more silence rather than less: of the days that were
/// looked at the quietest tenth is left out and the quietest of the others counts, and of an hour and the two beside it
/// the slowest.
class UsualTraffic
{
public:
    static constexpr std::size_t kHours = 24;
    struct Hour
    {
        int days = 0;     ///< that were watched at this hour; 0 = nothing is known
        double share = 0; ///< 0..1 of the minutes, with any event, on the quietest day that counts

        friend bool operator==(const Hour &, const Hour &) = default;
    };
    using Day = std::array<ByKind<Hour>, kHours>;

    Day &workingDay() { return m_days[0]; }
    Day &weekend() { return m_days[1]; }

    /// There are enough days like this one to say anything about this hour.
    bool isKnown(EventKind kind, UtcTime at) const;
    /// Busy minutes per minute that are usual at least; 0 where nothing is known or nothing usual.
    double pace(EventKind kind, UtcTime at) const;
    /// Busy minutes that should have come in [from, to), by the pace of each of its hours. Looks at a week at most.
    double expectedIn(EventKind kind, UtcTime from, UtcTime to) const;

    friend bool operator==(const UsualTraffic &, const UsualTraffic &) = default;

private:
    const Hour &hour(EventKind kind, UtcTime at) const;
    double paceOfHour(EventKind kind, UtcTime at) const;

    std::array<Day, 2> m_days{};
};

/// Busy and watched minutes of the last four weeks, hour by hour. Fixed memory (some 13 KB). Not thread-safe.
class TrafficTally
{
public:
    static constexpr int kDays = 28;
    /// An hour of which less was watched says nothing.
    static constexpr int kLeastMinutes = 30;
    /// Fewer days than these are no habit.
    static constexpr std::size_t kLeastWorkingDays = 3;
    static constexpr std::size_t kLeastWeekendDays = 2;

    TrafficTally();

    /// One whole minute. Masks by indexOf(kind): watched from start to end; with any event.
    void add(UtcTime minute, quint8 known, quint8 busy);
    /// From the four weeks before `now`, without the hour that is running.
    UsualTraffic usual(UtcTime now) const;

private:
    struct Cell
    {
        qint64 hour = -1; ///< since the epoch
        std::array<quint8, kEventKindCount> known{};
        std::array<quint8, kEventKindCount> busy{};
    };

    std::vector<Cell> m_cells;
};

} // namespace barograph
