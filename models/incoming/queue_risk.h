// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incoming/incoming_view.h"

namespace barograph {

/// How close a number is to losing messages.
enum class QueueRisk : quint8 {
    Unknown,  ///< nobody can say
    None,     ///< no queue, or one that does not grow
    Watch,    ///< it grows, and will be full within a day
    Soon,     ///< full within half an hour
    Imminent, ///< full within two minutes
    Losing    ///< it is full
};

/// Pure; of a stale or unknown depth nothing is said.
QueueRisk riskOf(const IncomingView &view);

/// How the bot's server does, from best to worst.
enum class BotRisk : quint8 {
    Unknown,
    None,
    Late,    ///< slower than WhatsApp's norm
    Slow,    ///< at least twice as slow as that: callbacks will queue up
    Failing, ///< one callback in twenty or more is not answered with 200
    Dead     ///< half of them or more
};

/// Meta, "Webhooks": the median answer within 250 ms, less than 1 % above 1 s.
inline constexpr Millis kAnswerNorm{250};

BotRisk riskOf(const BotServerView &view);

} // namespace barograph
