// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>

namespace barograph {

/// "1,234,567". All of these are written as shownLocale() says; the examples are English.
QString formatCount(qint64 count);
/// By which tr() chooses between singular and plural where the count itself is written by formatCount().
int pluralOf(qint64 count);
/// "12.3", "0.5", "1,234": one decimal below 100, none above.
QString formatRate(double perSecond);
/// "64%", "3.5%" below 10, "> 9,999%". `share` is 0..∞.
QString formatPercent(double share);
/// The two largest units that matter: "0.4 s", "12 s", "4 min 12 s", "3 h 5 min", "2 d 4 h". Negative is "0 s".
QString formatDuration(Millis duration);
/// "just now" below a second, else "12 s ago".
QString formatAge(UtcTime at, UtcTime now);
/// "2026-03-01 12:00:05 UTC". Only `ui` converts to the operator's time zone.
QString formatUtc(UtcTime at);

} // namespace barograph
