// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/time_bucket.h"

#include <QtGlobal>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimeZone;
QT_END_NAMESPACE

namespace barograph {

/// Some seconds against the budget that was in force in each.
struct CapacityShare
{
    qint64 seconds = 0;     ///< looked at, without those that are still to come
    qint64 known = 0;       ///< of these, with at least one kind known
    qint64 budgetKnown = 0; ///< of the known, with an allocated TPS: what the two below are shares of
    qint64 atEighty = 0;    ///< at 80 % of it or more
    qint64 atBudget = 0;    ///< at 100 % or more

    /// Nothing: not one second could be compared. That is not 0.
    std::optional<double> shareAtEighty() const { return shareOf(atEighty); }
    std::optional<double> shareAtBudget() const { return shareOf(atBudget); }
    friend bool operator==(const CapacityShare &, const CapacityShare &) = default;

private:
    std::optional<double> shareOf(qint64 count) const
    {
        return budgetKnown > 0 ? std::optional(static_cast<double>(count) / static_cast<double>(budgetKnown))
                               : std::nullopt;
    }
};

/// How far a stretch of time made use of what is allocated.
struct Capacity
{
    CapacityShare all;
    std::array<CapacityShare, 24> hours; ///< of the local day, all days together
    std::optional<quint32> highest;      ///< events in the busiest second; empty: nothing is known
    UtcSecond highestAt{};
    /// The smallest of kTpsSteps that fewer than one in a thousand known seconds exceeded; 0: not even the largest;
    /// empty: nothing is known.
    std::optional<quint32> enough;
    /// Some second reached its budget. A node at its limit makes the rest wait, so that seconds above it are fewer, and
    /// lower, than they would have been: `enough` may be too little.
    bool wasLimited = false;
};

/// `buckets` are consecutive and `width` wide; the first begins at `first`. Hours are exact where `width` divides the
/// zone's offset, a minute always.
Capacity capacityOf(const std::vector<TimeBucket> &buckets, UtcSecond first, Seconds width, const QTimeZone &zone);

} // namespace barograph
