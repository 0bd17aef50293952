// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace barograph {

TokenBucket::TokenBucket(double tokensPerSecond, double burst, Clock::time_point now)
    : m_perSecond(tokensPerSecond)
    , m_burst(burst)
    , m_tokens(burst)
    , m_at(now)
{}

bool TokenBucket::tryTake(Clock::time_point now)
{
    refill(now);
    if (m_tokens < 1.0)
        return false;
    m_tokens -= 1.0;
    return true;
}

Millis TokenBucket::waitTime(Clock::time_point now)
{
    refill(now);
    if (m_tokens >= 1.0)
        return Millis{0};
    // Rounded up, so that whoever waits this long finds a whole token.
    return Millis{static_cast<Millis::rep>(std::ceil((1.0 - m_tokens) / m_perSecond * 1000.0))};
}

void TokenBucket::refill(Clock::time_point now)
{
    const double seconds = std::chrono::duration<double>(now - m_at).count();
    if (seconds <= 0)
        return;
    m_tokens = std::min(m_burst, m_tokens + seconds * m_perSecond);
    m_at = now;
}

} // namespace barograph
