// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "storms/cost_calculator.h"
#include "storms/storm.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace barograph {

/// How a moment is written, e.g. as the operator's wall clock. Models know no time zone.
using ClockText = std::function<QString(UtcTime)>;

/// "done at 14:32, between 14:28 and 14:41"; "14:50 if all read at once"; "unknown".
QString forecastText(const StormView &storm, UtcTime now, const ClockText &clock);
/// What that rests on and when the budget is free again, as sentences.
QString forecastReason(const StormView &storm, UtcTime now, const ClockText &clock);
/// What the fan-out rests on, as a sentence.
QString fanOutReason(const StormView &storm);
/// "one earlier storm of this number", "12 earlier storms of this number".
QString learntFromText(int storms);
/// "message 3fa9c2" in the language of the screen; StormView::label is English, because it is stored.
QString shownStormLabel(const StormView &storm);
/// "Subscribers 3", else what the message is called.
QString stormName(const StormView &storm);

/// The answer of the calculator, a sentence each: what it costs, for how long, and what is likely.
QStringList costSentences(const CostQuestion &question, const CostAnswer &answer);
/// What to be warned of; empty: nothing.
QString costWarning(const CostQuestion &question, const CostAnswer &answer);

} // namespace barograph
