// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "core/event_kind.h"
#include "core/reading.h"
#include "core/time.h"

#include <QString>
#include <QTimeZone>

namespace barograph {

/// Words and numbers of reports. English, with a decimal point and thousands separated by a comma, in any locale.

/// "receive", "send", "delivery", "read".
QString kindName(EventKind kind);
/// "verified", "unverified", "failed", "cancelled".
QString outcomeName(ControlOutcome outcome);

/// 1234567 as "1,234,567".
QString withThousands(qint64 number);
/// At most one decimal: "20", "12.5".
QString tpsText(double tps);
/// `part` of `whole` as "12.5 %"; "–" if whole is 0. Never "0.0 %" or "100.0 %" unless it is exactly that.
QString percentText(qint64 part, qint64 whole);
/// "3 d 04 h", "2 h 05 min", "4 min 09 s", "12 s".
QString durationText(qint64 seconds);
/// "1,024", "≈ 1,024" for an estimate, "unknown", "not supported", "not measured".
QString readingText(const Reading<quint32> &reading);

/// With spaces at which no line is broken.
QString unbroken(QString text);

/// "2026-01-31 23:59:59 +05:30", the wall clock of `zone` and its offset at that moment.
QString localText(UtcSecond second, const QTimeZone &zone);
/// "2026-01-31 18:29:59 UTC".
QString utcText(UtcSecond second);
/// "+05:30", "+00:00".
QString offsetText(UtcSecond second, const QTimeZone &zone);

} // namespace barograph
