// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/back_off.h"

#include <QRandomGenerator>

#include <algorithm>

namespace barograph {

namespace {

Millis scaled(Millis value, double factor)
{
    return Millis{static_cast<Millis::rep>(static_cast<double>(value.count()) * factor)};
}

} // namespace

BackOff::BackOff(Millis first, Millis cap)
    : m_first(first)
    , m_cap(cap)
{}

Millis BackOff::next(double fraction)
{
    constexpr int kDoublingsThatReachAnyCap = 20;
    const int doublings = std::min(m_failures, kDoublingsThatReachAnyCap);
    if (m_failures < kDoublingsThatReachAnyCap)
        ++m_failures;
    const Millis ceiling = std::min(m_cap, m_first * (Millis::rep{1} << doublings));
    return scaled(ceiling, 0.5 + fraction / 2.0);
}

Millis withJitter(Millis interval, double fraction)
{
    return scaled(interval, 0.9 + fraction * 0.2);
}

double randomFraction()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace barograph
