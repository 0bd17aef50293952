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

/// Picks what matters most: down (also a failover that is under way), losing callbacks, connected but silent, over
/// budget (since when and spent on what), degraded, something that ends within a day; then paused, close to the budget,
/// settings changed elsewhere, something that ends within a week, a failover that is over, a pause that nobody knows to
/// be usual; else that all is well. Nothing at all of a node that is switched off. Pure.
Headline headlineOf(const NodeFrame &node, UtcTime now);

/// What most of the budget is spent on: "71% of it is reads of Subscribers 3". Empty where no part stands out. Pure.
QString spentOnText(const NodeFrame &node);

/// For how long the mean of ten seconds has been at 95 % of `budget` or more without a break, up to the last whole
/// second of `series`. The last sample is the running second and is left out. Seconds of unknown content end it.
Seconds timeAtBudget(const SecondSeries &series, double budget);

} // namespace barograph
