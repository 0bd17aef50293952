// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace barograph {

/// Ticks of a printed chart's axes. Pure.

/// 0 and up to `most` further whole multiples of 1, 2 or 5 × 10ⁿ, the last of which is ≥ `highest` (and ≥ 1).
std::vector<qint64> valueTicks(double highest, int most);

struct TimeTick
{
    UtcSecond at{};
    QString label; ///< wall clock of the zone; the date stands in a second line where it is new
};
/// Round wall-clock moments of `zone` in [from, to], at most `most` of them.
std::vector<TimeTick> timeTicks(UtcSecond from, UtcSecond to, const QTimeZone &zone, int most);

} // namespace barograph
