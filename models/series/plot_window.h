// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/column_reduction.h"

#include <QString>

#include <vector>

namespace barograph {

/// Which time each pixel column of a plot stands for. Columns are numbered since the epoch: the window slides over
/// fixed columns instead of cutting new ones each frame, so that no bar changes its height while it moves.
struct PlotWindow
{
    qint64 firstColumn = 0;
    qint64 columnMicros = 1000000; ///< width of a column in microseconds, > 0
    int columns = 0;

    /// The window of `span` that ends with the column in which `right` lies. Columns may have any width: a second
    /// belongs to the column in which it begins, so that two windows of the same span have the same columns, and
    /// charts of different widths show the same time.
    static PlotWindow endingAt(UtcTime right, Millis span, int columns);

    UtcTime left() const;
    /// End of the last column.
    UtcTime right() const;
    /// The second shown in column `x`, or the first of several; those of a column end with secondAt(x + 1).
    UtcSecond secondAt(int x) const;
    /// In columns from the left edge; may lie outside.
    double xOf(UtcTime time) const;
    /// The reverse.
    UtcTime timeAt(double x) const;
    /// The column that shows this moment; −1 where none does.
    int columnAt(UtcTime time) const;
    /// Columns narrower than a second show the same second several times.
    bool repeatsSeconds() const { return columnMicros < 1000000; }

    friend bool operator==(const PlotWindow &, const PlotWindow &) = default;
};

/// What each column of the window shows: the second it begins in where columns are narrower than a second, else the
/// highest of its seconds. `columns` is used again.
void fillColumns(const SecondSeries &series, const PlotWindow &window, std::vector<Column> &columns);

struct TimeTick
{
    UtcTime at{};
    QString label;

    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// Round local times inside [left, right], at most `maxTicks` of them (at least 2 asked for). Labels carry seconds
/// only where the ticks are less than a minute apart, and the date where the range is longer than a day.
std::vector<TimeTick> timeTicks(UtcTime left, UtcTime right, int maxTicks);

/// Local offset at `time`, e.g. "UTC+02:00".
QString utcOffsetText(UtcTime time);

} // namespace barograph
