// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/queue_risk.h"

namespace barograph {

namespace {

constexpr Millis kImminent{120'000};
constexpr Millis kSoon{1'800'000};
constexpr Millis kWatch{86'400'000};
constexpr double kFailing = 0.05;
constexpr double kDead = 0.5;

bool isFresh(Truth truth)
{
    return truth == Truth::Measured || truth == Truth::Estimated;
}

} // namespace

QueueRisk riskOf(const IncomingView &view)
{
    if (!isFresh(view.depth.truth()))
        return QueueRisk::Unknown;
    if (view.full)
        return QueueRisk::Losing;
    if (view.trend == QueueTrend::Unknown)
        return QueueRisk::Unknown;
    if (view.trend != QueueTrend::Filling || !view.fullIn || *view.fullIn > kWatch)
        return QueueRisk::None;
    if (*view.fullIn <= kImminent)
        return QueueRisk::Imminent;
    return *view.fullIn <= kSoon ? QueueRisk::Soon : QueueRisk::Watch;
}

BotRisk riskOf(const BotServerView &view)
{
    if (!isFresh(view.latency.truth()) || !isFresh(view.failedShare.truth()))
        return BotRisk::Unknown;
    if (view.failedShare.value() >= kDead)
        return BotRisk::Dead;
    if (view.failedShare.value() >= kFailing)
        return BotRisk::Failing;
    if (view.latency.value() >= 2 * kAnswerNorm)
        return BotRisk::Slow;
    return view.latency.value() > kAnswerNorm ? BotRisk::Late : BotRisk::None;
}

} // namespace barograph
