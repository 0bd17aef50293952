// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incoming/incoming_view.h"

namespace barograph {

/// Beside the view itself: what its forecast needs.
struct ForecastFacts
{
    std::optional<double> receiveShare;      ///< 0..1, of receives among what arrives
    std::optional<double> overflowPerSecond; ///< TrendKeeper::overflowPerSecond()
    std::optional<double> budgetLeft;        ///< allocated TPS − events per second
};

/// Puts in fullIn, emptyIn and atRisk, from depth, capacity, full, growth and trend. What cannot be said is left
/// empty. Straight lines all: as it goes now, so it goes on. Pure.
void forecastQueue(IncomingView &view, const ForecastFacts &facts);

} // namespace barograph
