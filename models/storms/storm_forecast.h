// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"

#include <QtGlobal>

#include <optional>

namespace barograph {

/// What the forecast of a storm rests on.
enum class ForecastBasis : quint8 {
    None,       ///< too early, or the fan-out is not known
    UpperBound, ///< no history: everybody reads, as fast as the budget carries
    History     ///< the read curve of earlier storms of this node
};

/// When a storm will be over and the budget free again.
struct StormForecast
{
    ForecastBasis basis = ForecastBasis::None;
    std::optional<UtcTime> end;      ///< best guess: when 95 % of the receipts that will come have come
    std::optional<UtcTime> earliest; ///< band of 80 %; equal to `end` for an upper bound
    std::optional<UtcTime> latest;
    std::optional<UtcTime>
        budgetFreeAt;                  ///< when this storm takes less than a tenth of the budget; empty: unknown budget
    Reading<quint32> expectedReceipts; ///< in all, of those that will ever come
    int earlierStorms = 0;             ///< that the curve was learnt from

    friend bool operator==(const StormForecast &, const StormForecast &) = default;
};

} // namespace barograph
