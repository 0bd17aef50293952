// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace barograph {

struct ValueTick
{
    double value = 0;
    QString label; ///< no two ticks of a scale with the same

    friend bool operator==(const ValueTick &, const ValueTick &) = default;
};

/// The value axis of a plot: from 0 in even steps, or logarithmic from a smallest value on.
struct ValueScale
{
    double bottom = 0;
    double top = 1;           ///< > bottom
    bool logarithmic = false; ///< then bottom > 0
    std::vector<ValueTick> ticks;
    /// Share of a logarithmic axis below `bottom`, which is 0 and less: such values stand at its lower end.
    double zeroBand = 0;

    /// How far up the plot a value lies: 0 at the bottom, 1 at the top, limited to them.
    double shareOf(double value) const;
    /// The reverse.
    double valueAt(double share) const;

    friend bool operator==(const ValueScale &, const ValueScale &) = default;
};

using TickText = std::function<QString(double)>;

/// 0..top with ticks `step` apart. `text` makes the labels; plain numbers without it.
ValueScale linearScale(double top, double step, const TickText &text = {});
/// From `bottom` to `top`, both > 0, with ticks at 1, 10, 100, … times the unit of `text`; where that gives fewer than
/// three, also at 2 and 5 times these.
ValueScale logarithmicScale(double bottom, double top, const TickText &text = {});

} // namespace barograph
