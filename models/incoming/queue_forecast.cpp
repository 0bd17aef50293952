// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/queue_forecast.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr double kLookAheadSeconds = 3'600;
/// A forecast beyond this says nothing.
constexpr double kLongestForecastSeconds = 7 * 86'400.0;

std::optional<Millis> spanOf(double seconds)
{
    if (!(seconds >= 0) || seconds > kLongestForecastSeconds)
        return std::nullopt;
    return Millis{std::llround(seconds * 1'000)};
}

} // namespace

void forecastQueue(IncomingView &view, const ForecastFacts &facts)
{
    view.fullIn.reset();
    view.emptyIn.reset();
    view.atRisk = {};
    const bool fresh = view.depth.truth() == Truth::Measured || view.depth.truth() == Truth::Estimated;
    if (!fresh || view.trend == QueueTrend::Unknown) {
        if (view.depth.truth() == Truth::NotSupported)
            view.atRisk = Reading<qint64>::notSupported();
        return;
    }
    const auto at = view.depth.takenAt();
    const auto depth = static_cast<double>(view.depth.value());
    const auto growth = view.growthPerSecond.valueOr(0);
    const bool filling = view.trend == QueueTrend::Filling && growth > 0 && !view.full;
    if (filling)
        view.fullIn = spanOf(std::max(0.0, static_cast<double>(view.capacity) - depth) / growth);
    if (view.trend == QueueTrend::Draining && growth < 0)
        view.emptyIn = spanOf(depth / -growth);
    // A budget that is not spent does not help where the bot is what the queue waits for.
    const bool waitsForBudget = view.atWhatsApp.valueOr(0) > view.atNode.valueOr(0);
    if (view.trend == QueueTrend::Steady && !view.full && waitsForBudget && facts.budgetLeft.value_or(0) > 0)
        view.emptyIn = spanOf(depth / *facts.budgetLeft);

    const auto lostEvents = [&]() -> std::optional<double> {
        if (view.full)
            return facts.overflowPerSecond ? std::optional(*facts.overflowPerSecond * kLookAheadSeconds) : std::nullopt;
        if (!filling || !view.fullIn)
            return 0;
        const auto untilFull = std::chrono::duration<double>(*view.fullIn).count();
        return growth * std::max(0.0, kLookAheadSeconds - untilFull);
    }();
    if (!lostEvents)
        return;
    if (*lostEvents == 0)
        view.atRisk = Reading<qint64>::estimated(0, at);
    else if (facts.receiveShare)
        view.atRisk = Reading<qint64>::estimated(std::llround(*lostEvents * *facts.receiveShare), at);
}

} // namespace barograph
