// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/second_ring.h"

#include <algorithm>

namespace barograph {

SecondRing::SecondRing()
    : m_slots(kSeconds)
{}

std::size_t SecondRing::slotIndex(UtcSecond second)
{
    const auto rest = unixSeconds(second) % kSeconds;
    return static_cast<std::size_t>(rest < 0 ? rest + kSeconds : rest);
}

const SecondSample &SecondRing::at(UtcSecond second) const
{
    static constexpr SecondSample kUnknown{};
    const bool inside = second <= m_newest && m_newest - second < Seconds{kSeconds};
    return inside ? slot(second) : kUnknown;
}

void SecondRing::restart(UtcSecond second)
{
    std::fill(m_slots.begin(), m_slots.end(), SecondSample{});
    m_newest = second;
}

void SecondRing::openNext(UtcSecond second)
{
    const auto steps = (second - m_newest).count();
    if (steps >= kSeconds) {
        restart(second);
        return;
    }
    for (qint64 i = 1; i <= steps; ++i)
        slot(m_newest + Seconds{i}) = {};
    m_newest = second;
}

SecondSeries SecondRing::tail(qint64 seconds, const SecondSample &open) const
{
    SecondSeries series;
    series.first = m_newest - Seconds{seconds};
    series.samples.reserve(static_cast<std::size_t>(seconds) + 1);
    for (auto second = series.first; second < m_newest; second += Seconds{1})
        series.samples.push_back(at(second));
    series.samples.push_back(open);
    return series;
}

} // namespace barograph
