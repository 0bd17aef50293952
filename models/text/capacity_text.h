// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/capacity.h"

#include <QString>

namespace barograph {

/// "7.1%"; "less than 0.1%" and "more than 99.9%" for what would round to none or all; "0%" is none and "100%" is all.
QString shareText(qint64 part, qint64 of);

/// "7.1% of the time, 1 h 31 min", or "unknown".
QString budgetShareText(qint64 seconds, const CapacityShare &of);
/// How a share of the budget was obtained.
QString budgetShareHow(const CapacityShare &share);
/// "31 events a second at 14:02:11", or that nothing is known. `when` is the local time.
QString highestSecondText(const Capacity &capacity, const QString &when);
/// "Measured: 9 h 12 min of 14 h (66%). Not measured: 4 h 48 min."
QString measuredText(const CapacityShare &share);
/// What budget would have carried it.
QString enoughText(const Capacity &capacity);
/// What has to be said about the one above; empty where there is nothing to say.
QString enoughCaveat(const Capacity &capacity);
/// One hour of the day, from `hour` o'clock.
QString capacityHourText(int hour, const CapacityShare &share);

} // namespace barograph
