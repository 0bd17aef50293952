// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storms/storm_forecast.h"
#include "storms/storm_progress.h"

#include <span>
#include <vector>

namespace barograph {

/// What carries a node's receipts, and what else it carries.
struct BudgetState
{
    double tps = 0;            ///< allocated, transactions per second; 0 = not known: then no queue is reckoned with
    double otherPerSecond = 0; ///< events per second that belong to no storm
    Millis lag{};              ///< by which what arrives now has been put off, by whole-second stamps
};

/// What a lag is likely to be where stamps are whole seconds, which makes it up to a second too long.
Millis withoutStampError(Millis lag);

/// When these storms, which run at the same time on one node, will be over. The result is in their order.
///
/// By the curve of earlier storms where it is usable: each storm's own receipts in their own time (StormOutlook), then
/// all of them and the other traffic through one queue that the budget empties, first in, first out. Without: the time
/// the budget needs for all that the running storms can still bring, which is an upper bound of that work. Pure.
std::vector<StormForecast> forecastStorms(const ReceiptCurve &curve, std::span<const StormProgress> storms,
                                          const BudgetState &budget, UtcTime now);

} // namespace barograph
