// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "health/told_by_node.h"
#include "incoming/incoming_view.h"

#include <array>

namespace barograph {

/// How the bot's server answers, from the growth of the node's callback counters. Fixed memory, pure.
///
/// The counters live in the node's memory: when they fall, it restarted, and nothing is known until they have grown
/// again. A mean is taken over the last 10 to 60 s, as many as it takes for 20 callbacks, so that a busy number's bot
/// is seen to slow down at once and a quiet one's is not judged by one answer.
class CallbackPace
{
public:
    static constexpr Seconds kShortest{10};
    static constexpr Seconds kLongest{60};
    static constexpr quint64 kEnoughCalls = 20;
    /// More than any node makes (see SendAccount::kMostSendsPerSecond, and three callbacks for each): a member of a
    /// sum came back.
    static constexpr quint64 kMostPerSecond = 4'000;

    void add(const CallbackCounters &counters, UtcTime at);
    /// Fills latency, failedShare and perSecond. Without callbacks in the window the first two stay unknown.
    void describe(BotServerView &view, UtcTime now, Millis staleAfter) const;

private:
    struct Sample
    {
        UtcTime at{};
        CallbackCounters counters;

        quint64 calls() const { return counters.succeeded + counters.failed; }
    };
    const Sample &newest(std::size_t back = 0) const;
    bool continues(const CallbackCounters &counters, UtcTime at) const;

    std::array<Sample, 128> m_samples{};
    std::size_t m_next = 0;
    std::size_t m_count = 0;
};

} // namespace barograph
