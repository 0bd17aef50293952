// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QString>

namespace barograph {

enum class Urgency : quint8 { Unknown, Calm, Attention, Critical };

/// The one sentence about a node that is worth reading first.
struct Headline
{
    QString text;
    Urgency urgency = Urgency::Unknown;

    friend bool operator==(const Headline &, const Headline &) = default;
};

/// Picks what matters most: down, over budget (since when and spent on what), losing callbacks, degraded, paused,
/// close to the budget, silent; else that all is well. Pure.
Headline headlineOf(const NodeFrame &node, UtcTime now);

/// For how long the mean of ten seconds has been at 95 % of `budget` or more without a break, up to the last whole
/// second of `series`. The last sample is the running second and is left out. Seconds of unknown content end it.
Seconds timeAtBudget(const SecondSeries &series, double budget);

} // namespace barograph
