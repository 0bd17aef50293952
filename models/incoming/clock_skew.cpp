// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/clock_skew.h"

#include <algorithm>

namespace barograph {

namespace {

std::optional<SkewBounds> commonPart(const SkewBounds &a, const SkewBounds &b)
{
    const SkewBounds both{std::max(a.low, b.low), std::min(a.high, b.high)};
    return both.low <= both.high ? std::optional(both) : std::nullopt;
}

} // namespace

void ClockSkew::add(const ClockSample &sample)
{
    const auto exchange = sample.receivedAt - sample.sentAt;
    if (exchange < Millis{0} || exchange > kLongestExchange)
        return;
    const SkewBounds told{sample.theirs - sample.receivedAt, sample.theirs + kStampStep - sample.sentAt};
    const auto at = sample.receivedAt;
    if (!m_bounds) {
        m_bounds = told;
        m_at = at;
        return;
    }
    if (const auto both = commonPart(widened(at), told)) {
        m_bounds = both;
        m_misfit.reset();
        m_at = at;
        return;
    }
    const auto agreed = m_misfit ? commonPart(*m_misfit, told) : std::nullopt;
    if (!agreed) {
        m_misfit = told;
        return;
    }
    m_bounds = agreed;
    m_misfit.reset();
    m_at = at;
    ++m_jumps;
}

SkewBounds ClockSkew::widened(UtcTime now) const
{
    const auto drift = std::max(now - m_at, Millis{0}) / kDriftDivisor;
    return {m_bounds->low - drift, m_bounds->high + drift};
}

std::optional<SkewBounds> ClockSkew::bounds(UtcTime now) const
{
    return m_bounds ? std::optional(widened(now)) : std::nullopt;
}

Reading<Millis> ClockSkew::reading(UtcTime now) const
{
    if (!m_bounds)
        return {};
    const auto reading = Reading<Millis>::measured(m_bounds->middle(), m_at);
    return now - m_at > kStaleAfter ? reading.asStale() : reading;
}

Millis lagCorrection(const std::optional<SkewBounds> &byDate, const std::optional<Millis> &lowestLag)
{
    /// Up to here a difference of clocks does not matter: stamps are whole seconds.
    constexpr Millis kTolerance{1'000};
    /// Such a lowest lag is what events have that are stamped by a clock like ours.
    constexpr Millis kLikeOurs{2'000};
    constexpr Millis kWorthAsking{3'000};
    // A lag is never negative. That alone is a bound.
    const auto atLeast = lowestLag ? std::max(Millis{0}, -*lowestLag) : Millis{0};
    if (!byDate)
        return atLeast;
    const auto middle = byDate->middle();
    if (!lowestLag)
        return std::chrono::abs(middle) < kWorthAsking ? middle : Millis{0};
    if (byDate->high + kTolerance < -*lowestLag)
        return atLeast;
    const bool likeOurs = *lowestLag >= -kTolerance && *lowestLag <= kLikeOurs;
    if (middle >= kWorthAsking && likeOurs)
        return atLeast;
    return std::max(middle, -*lowestLag);
}

} // namespace barograph
