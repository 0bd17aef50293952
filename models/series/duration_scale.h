// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "series/value_scale.h"

#include <QString>

#include <optional>
#include <vector>

namespace barograph {

struct ValueTick
{
    double value = 0;
    QString label;

    friend bool operator==(const ValueTick &, const ValueTick &) = default;
};

/// "1 ms", "10 s", "15 min", "6 h", "2 d": the duration of a tick, of which there are only round ones.
QString durationTickText(double millis);

/// Round durations from 0 to `mostMs`, at most `maxTicks` above 0 (at least 2 asked for).
std::vector<ValueTick> linearDurationTicks(double mostMs, int maxTicks);
/// "≤ 0" at the bottom and the round durations (1 ms, 10 ms … 1 s, 10 s, 1 min, 10 min, 1 h, 1 d …) of the scale, as
/// many as there is room for when ticks stand at least 1/maxTicks of the height apart. The topmost is always there.
std::vector<ValueTick> logDurationTicks(const ValueScale &scale, int maxTicks);

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
    const ValueScale &scale() const { return m_scale; }
    std::vector<ValueTick> ticks(int maxTicks) const;

private:
    ValueScale fitted(double leastPositive, double most) const;

    bool m_logarithmic;
    bool m_fitted = false;
    ValueScale m_scale;
    std::optional<UtcTime> m_largeSince;
    double m_mostSince = 0; ///< what was needed since then
    double m_leastSince = 0;
};

} // namespace barograph
