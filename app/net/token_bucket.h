// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <chrono>

namespace barograph {

/// How many requests we allow ourselves towards one node.
///
/// An on-premises client accepts 20 requests a second (burst 60) for everything but /v1/messages, and answers 429
/// above (WhatsApp Business API, "Rate limits"). That budget belongs to the operator's bot, so ours is a tenth of it.
/// Not thread-safe; time is handed in.
class TokenBucket
{
public:
    using Clock = std::chrono::steady_clock;

    TokenBucket(double tokensPerSecond, double burst, Clock::time_point now);

    /// Takes one token if there is one.
    bool tryTake(Clock::time_point now);
    /// How long until a token will be there; zero if there is one.
    Millis waitTime(Clock::time_point now);

private:
    void refill(Clock::time_point now);

    double m_perSecond;
    double m_burst;
    double m_tokens;
    Clock::time_point m_at;
};

inline constexpr double kRequestsPerSecond = 2.0;
inline constexpr double kRequestBurst = 6.0;

} // namespace barograph
