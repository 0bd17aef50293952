// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/queue_trend.h"

#include <algorithm>

namespace barograph {

QueueTrend TrendKeeper::wantedBy(const QueueStep &step) const
{
    // What is on its way within a second waits for nothing.
    if (step.depth < std::max(kFewWaiting, step.inPerSecond))
        return QueueTrend::Empty;
    if (!step.growth)
        return QueueTrend::Unknown;
    const auto enter =
        std::max({kLeastGrowth, kShareOfRate * step.inPerSecond, step.estimated ? kShareOfEstimate * step.depth : 0});
    const auto least = [&](QueueTrend trend) { return m_trend == trend ? enter / 2 : enter; };
    if (*step.growth > least(QueueTrend::Filling))
        return QueueTrend::Filling;
    if (-*step.growth > least(QueueTrend::Draining))
        return QueueTrend::Draining;
    return QueueTrend::Steady;
}

bool TrendKeeper::isSureToBeFull(const QueueStep &step)
{
    // An estimate that was not seen to fill has to last.
    ++m_highFor;
    return !step.estimated || m_fillPace || m_highFor >= kHoldFarFor;
}

void TrendKeeper::judgeFull(const QueueStep &step)
{
    const auto from = (step.estimated ? kFullFromEstimate : kFullFrom) * step.capacity;
    if (step.depth < from)
        m_highFor = 0;
    if (m_full)
        m_full = step.depth >= kFullUntil * step.capacity;
    else
        m_full = step.depth >= from && m_trend != QueueTrend::Draining && isSureToBeFull(step);
    if (!m_full)
        m_fillPace = m_trend == QueueTrend::Filling ? step.growth : std::nullopt;
}

int TrendKeeper::holdFor(QueueTrend wanted, const QueueStep &step)
{
    const bool far =
        wanted == QueueTrend::Filling && step.depth + kFarSeconds * step.growth.value_or(0) < step.capacity;
    return far && step.estimated ? kHoldFarFor : kHoldFor;
}

void TrendKeeper::step(const QueueStep &step)
{
    const auto wanted = wantedBy(step);
    m_held = wanted == m_wanted ? m_held + 1 : 1;
    m_wanted = wanted;
    if (m_trend != QueueTrend::Empty && wanted == QueueTrend::Empty) {
        m_beforeEmpty = m_trend;
        m_emptyFor = 0;
    }
    ++m_emptyFor;
    // A gauge that was nothing once, because a member did not answer, was no drained queue.
    const bool wasSlip = m_trend == QueueTrend::Empty && m_emptyFor <= kHoldFor + 1 && wanted == m_beforeEmpty;
    if (wasSlip || m_held >= holdFor(wanted, step) || wanted == QueueTrend::Empty)
        m_trend = wanted;
    else if (m_trend == QueueTrend::Empty)
        m_trend = QueueTrend::Unknown;
    judgeFull(step);
}

} // namespace barograph
