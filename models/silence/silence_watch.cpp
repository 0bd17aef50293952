// SPDX-License-Identifier: GPL-3.0-or-later
#include "silence/silence_watch.h"

#include <algorithm>

namespace barograph {

namespace {

bool hasKind(quint8 mask, EventKind kind)
{
    return (mask & (1U << indexOf(kind))) != 0;
}

Millis minutes(double count)
{
    constexpr double kMillisPerMinute = 60'000;
    constexpr double kMost = 7 * 24 * 60;
    return Millis{static_cast<qint64>(std::min(count, kMost) * kMillisPerMinute)};
}

} // namespace

void SilenceWatch::setListening(bool listening, UtcTime at)
{
    if (listening == m_listening)
        return;
    m_listening = listening;
    m_listeningSince = at;
    m_evidence.restart();
}

void SilenceWatch::apply(const ProbeResult &result, UtcTime at, bool sentStatuses)
{
    if (m_listening)
        m_evidence.apply(result, at, sentStatuses);
}

SilenceView SilenceWatch::view(const Expected &expected, const ByKind<std::optional<UtcTime>> &lastEvent, UtcTime now)
{
    SilenceView view;
    if (!expected.works)
        m_worksSince.reset();
    else if (!m_worksSince)
        m_worksSince = now;
    for (const auto kind : kEventKinds) {
        auto &since = m_expectedSince[kind];
        if (!hasKind(expected.kinds, kind))
            since.reset();
        else if (!since)
            since = now;
    }
    if (!m_listening || !expected.works)
        return view;
    view.proof = m_evidence.proof(now);
    if (!m_usual)
        return view;
    for (const auto kind : kEventKinds) {
        if (!m_expectedSince[kind] || !m_usual->isKnown(kind, now))
            continue;
        view.known = true;
        const auto watched = std::max({m_listeningSince, *m_worksSince, *m_expectedSince[kind]});
        const auto since = std::max(watched, lastEvent[kind].value_or(watched));
        const double pace = m_usual->pace(kind, now);
        if (pace <= 0 || now - since < kShortest || m_usual->expectedIn(kind, since, now) < kBeyondChance)
            continue;
        view.silent.push_back({kind, lastEvent[kind], since, minutes(1 / pace),
                               std::max<Millis>(kShortest, minutes(kBeyondChance / pace))});
    }
    return view;
}

} // namespace barograph
