// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/second_series.h"

#include <vector>

namespace barograph {

/// What one pixel column of a chart shows.
struct Column
{
    /// The second with the highest total of the wanted kinds; of equal ones the first. A real second, so that its
    /// split is one that was measured. Kinds that are unwanted or were not measured in it are 0.
    SecondCounts counts;
    quint8 knownMask = 0;       ///< wanted kinds measured in that second; 0 = nothing known in the column, a gap
    quint8 notMeasuredMask = 0; ///< wanted kinds whose callbacks were off in some second of the column
    bool hasGap = false;        ///< part of the column, or all of it, is unknown
    float mean = 0;             ///< total of the wanted kinds, averaged over the known seconds

    bool isGap() const { return knownMask == 0; }
    friend bool operator==(const Column &, const Column &) = default;
};

/// Reduces [from, to) to at most as many columns as there are pixels.
///
/// Column i shows the seconds from + i·span/columns up to from + (i+1)·span/columns, but at least one: where a second
/// is wider than a pixel, columns repeat. Keeps the maximum, because averaging hides the one-second peak that broke
/// the limit. Seconds outside the series are unknown. `columns` ≤ 0 or from ≥ to gives no column. Pure; one pass over
/// the samples (86,400 into 1,000 columns: see tests/bench/reduce).
std::vector<Column> reduceToColumns(const SecondSeries &series, UtcSecond from, UtcSecond to, int columns,
                                    quint8 wantedKinds = kAllKindsMask);
/// The same into a vector whose memory is used again.
void reduceToColumns(const SecondSeries &series, UtcSecond from, UtcSecond to, int columns, quint8 wantedKinds,
                     std::vector<Column> &result);
/// The seconds in [from, to) as one column.
Column reduceSeconds(const SecondSeries &series, UtcSecond from, UtcSecond to, quint8 wantedKinds = kAllKindsMask);

} // namespace barograph
