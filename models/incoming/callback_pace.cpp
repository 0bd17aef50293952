// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/callback_pace.h"

#include <algorithm>
#include <cmath>

namespace barograph {

const CallbackPace::Sample &CallbackPace::newest(std::size_t back) const
{
    return m_samples[(m_next + m_samples.size() - 1 - back) % m_samples.size()];
}

bool CallbackPace::continues(const CallbackCounters &counters, UtcTime at) const
{
    const auto &last = newest();
    if (counters.succeeded < last.counters.succeeded || counters.failed < last.counters.failed ||
        counters.durationMs < last.counters.durationMs)
        return false;
    const auto calls = counters.succeeded + counters.failed - last.calls();
    return calls <= kMostPerSecond * (static_cast<quint64>((at - last.at).count()) / 1'000 + 1);
}

void CallbackPace::add(const CallbackCounters &counters, UtcTime at)
{
    if (m_count > 0 && at <= newest().at) {
        if (newest().at - at < kLongest)
            return; // two answers of the same moment
        m_count = 0;
    }
    if (m_count > 0 && !continues(counters, at))
        m_count = 0;
    m_samples[m_next] = {at, counters};
    m_next = (m_next + 1) % m_samples.size();
    m_count = std::min(m_count + 1, m_samples.size());
}

void CallbackPace::describe(BotServerView &view, UtcTime now, Millis staleAfter) const
{
    view.latency = {};
    view.failedShare = {};
    view.perSecond = {};
    if (m_count < 2)
        return;
    const auto &last = newest();
    std::size_t back = 1;
    const auto isEnough = [&](const Sample &from) {
        return last.at - from.at >= kShortest && last.calls() - from.calls() >= kEnoughCalls;
    };
    while (back + 1 < m_count && !isEnough(newest(back)) && last.at - newest(back + 1).at <= kLongest)
        ++back;
    const auto &first = newest(back);
    const auto calls = static_cast<double>(last.calls() - first.calls());
    const auto seconds = std::chrono::duration<double>(last.at - first.at).count();
    const bool stale = now - last.at > staleAfter;
    const auto aged = [stale](auto reading) { return stale ? reading.asStale() : reading; };
    view.perSecond = aged(Reading<double>::measured(calls / seconds, last.at));
    if (calls == 0)
        return;
    const auto meanMs = (last.counters.durationMs - first.counters.durationMs) / calls;
    view.latency = aged(Reading<Millis>::measured(Millis{std::llround(meanMs)}, last.at));
    const auto failed = static_cast<double>(last.counters.failed - first.counters.failed);
    view.failedShare = aged(Reading<double>::measured(failed / calls, last.at));
}

} // namespace barograph
