// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueing/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace barograph::queueing {

TokenBucket::TokenBucket(double ratePerSecond, int burst)
    : m_burst(std::max(burst, 1))
{
    setRate(ratePerSecond);
}

void TokenBucket::setRate(double ratePerSecond)
{
    // Rounded up, so that a rounding error can only admit less than the rate.
    constexpr double kNanosPerSecond = 1e9;
    m_interval =
        ratePerSecond > 0 ? ModelTime{static_cast<ModelTime::rep>(std::ceil(kNanosPerSecond / ratePerSecond))} : kNever;
}

ModelTime TokenBucket::earliest(ModelTime now) const
{
    if (m_interval == kNever)
        return kNever;
    return std::max(now, m_fullAt - m_interval * (m_burst - 1));
}

bool TokenBucket::take(ModelTime now)
{
    if (earliest(now) > now)
        return false;
    m_fullAt = std::max(m_fullAt, now) + m_interval;
    return true;
}

} // namespace barograph::queueing
