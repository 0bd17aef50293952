// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>

namespace barograph {

/// Two units at most: "0.4 s", "12 s", "3 min 5 s", "2 h 10 min", "4 d 3 h". Negative spans count as zero.
QString durationText(Millis span);
/// One decimal below 100, none above; "0" only for a true zero, "< 0.1" for less than that.
QString rateText(double eventsPerSecond);
/// A budget in transactions per second: "20", "7.5".
QString budgetText(double tps);
/// Local wall clock, with the date when it is not the day of `now`.
QString clockText(UtcTime at, UtcTime now);

} // namespace barograph
