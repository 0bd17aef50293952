// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "text/numbers.h"

#include <QString>

namespace barograph {

/// "≈ text" of what is only estimated, else the text alone: where age and staleness are shown beside it.
QString markedAbout(Truth truth, const QString &text);

/// Puts into words how far a value can be believed:
/// "unknown", "not available", "not measured", "≈ 12.3", "12.3 (stale 12 s)" or "12.3".
/// `value` is the formatted value and is used only where there is one.
QString formatTruth(Truth truth, const QString &value, UtcTime takenAt, UtcTime now);

/// Any reading, with a function that formats its value.
template<typename T, typename Format> QString formatReading(const Reading<T> &reading, UtcTime now, Format format)
{
    return formatTruth(reading.truth(), reading.hasValue() ? QString(format(reading.value())) : QString(),
                       reading.takenAt(), now);
}

/// Events per second: "12.3/s".
QString formatReading(const Reading<double> &tps, UtcTime now);
/// Messages, events, participants: "1,234".
QString formatReading(const Reading<qint64> &count, UtcTime now);
QString formatReading(const Reading<quint32> &count, UtcTime now);
/// "4 min 12 s".
QString formatReading(const Reading<Millis> &duration, UtcTime now);
/// "64%".
QString formatUtilisation(const Reading<double> &utilisation, UtcTime now);

} // namespace barograph
