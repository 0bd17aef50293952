// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>

#include <optional>
#include <vector>

namespace barograph {

struct DurationTick
{
    double ms = 0;
    QString label;

    friend bool operator==(const DurationTick &, const DurationTick &) = default;
};

/// What an axis reaches over, in milliseconds.
///
/// A logarithmic axis has no place for 0 and below, which a lag can well be once the clocks' difference has been taken
/// out. Such values stand at the very bottom, below a band that is free of others, so that they are seen and are not
/// taken for the smallest positive value.
struct DurationRange
{
    /// Share of a logarithmic axis between "0 or less" and the smallest value it has a place for.
    static constexpr double kZeroBand = 0.1;

    double leastMs = 0; ///< 0 on a linear axis, else > 0
    double mostMs = 1;
    bool logarithmic = false;

    /// 0 at the bottom, 1 at the top, limited to them.
    double heightOf(double ms) const;
    friend bool operator==(const DurationRange &, const DurationRange &) = default;
};

/// "1 ms", "10 s", "15 min", "6 h", "2 d": the duration of a tick, of which there are only round ones.
QString durationTickText(double millis);

/// Round durations from 0 to `mostMs`, at most `maxTicks` above 0 (at least 2 asked for).
std::vector<DurationTick> linearDurationTicks(double mostMs, int maxTicks);
/// "≤ 0" at the bottom and the round durations (1 ms, 10 ms … 1 s, 10 s, 1 min, 10 min, 1 h, 1 d …) of the range, as
/// many as there is room for when ticks stand at least 1/maxTicks of the height apart. The topmost is always there.
std::vector<DurationTick> logDurationTicks(const DurationRange &range, int maxTicks);

/// The value axis of a duration, linear or logarithmic, steady under live data: it grows at once, so that nothing is
/// cut off, and shrinks only after it has been too large for ten seconds. Milliseconds. Pure: the caller passes the
/// time.
class DurationScale
{
public:
    static constexpr Millis kShrinksAfter{10'000};

    explicit DurationScale(bool logarithmic)
        : m_logarithmic(logarithmic)
    {}

    /// Fits anew with the next update().
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    void reset() { m_fitted = false; }

    /// `leastPositive` and `most` of what is to be shown; without a positive value `leastPositive` is ≤ 0. Returns
    /// whether the scale changed.
    bool update(double leastPositive, double most, UtcTime now);
    const DurationRange &range() const { return m_range; }
    std::vector<DurationTick> ticks(int maxTicks) const;

private:
    DurationRange fitted(double leastPositive, double most) const;

    bool m_logarithmic;
    bool m_fitted = false;
    DurationRange m_range;
    std::optional<UtcTime> m_largeSince;
    double m_mostSince = 0; ///< what was needed since then
    double m_leastSince = 0;
};

} // namespace barograph
