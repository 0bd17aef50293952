// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "health/told_by_node.h"

#include <optional>

namespace barograph {

/// Between which two values a clock's difference to ours lies (theirs − ours).
struct SkewBounds
{
    Millis low{};
    Millis high{};

    Millis middle() const { return (low + high) / 2; }
    friend bool operator==(const SkewBounds &, const SkewBounds &) = default;
};

/// How far a node's clock is ahead of ours, by the `Date` of its answers.
///
/// `Date` is cut to a whole second, so one answer leaves an interval of a second and the time of the exchange. Answers
/// come at different parts of the second: what all of them allow is soon a few dozen milliseconds. It widens with time,
/// because clocks drift. One answer that fits nothing is left out (a proxy's cache); two in a row that agree with each
/// other mean that a clock was set, and it starts anew. Pure: times are handed in.
class ClockSkew
{
public:
    static constexpr Millis kStampStep{1'000};
    /// A clock that is being slewed may gain a second in 2,000 (NTP's limit), in either direction.
    static constexpr qint64 kDriftDivisor = 2'000;
    static constexpr Millis kLongestExchange{30'000};
    static constexpr Millis kStaleAfter{900'000};

    void add(const ClockSample &sample);
    void restart() { *this = {}; }

    /// As of `now`, with the drift that may have been.
    std::optional<SkewBounds> bounds(UtcTime now) const;
    /// The middle; unknown before the first answer, stale 15 minutes after the last one.
    Reading<Millis> reading(UtcTime now) const;
    /// How often it started anew because a clock was set.
    quint32 jumps() const { return m_jumps; }

private:
    SkewBounds widened(UtcTime now) const;

    std::optional<SkewBounds> m_bounds;
    std::optional<SkewBounds> m_misfit; ///< the answer before, if it did not fit
    UtcTime m_at{};
    quint32 m_jumps = 0;
};

/// What has to be added to a raw lag (arrival − event's own time) so that it is a time spent waiting, and is never
/// negative. Pure.
///
/// `byDate` is the node's clock − ours; `lowestLag` the smallest raw lag of the last half hour. Not every node stamps
/// events by its own clock, most pass WhatsApp's on: where the lags contradict the node's clock, they are believed.
Millis lagCorrection(const std::optional<SkewBounds> &byDate, const std::optional<Millis> &lowestLag);

} // namespace barograph
