// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_data.h"

#include <vector>

namespace barograph {

/// A stretch of a report's range, drawn as one column. It shows its strongest second, not a mean: a mean would hide the
/// one-second peak that broke the limit.
struct ReportColumn
{
    UtcSecond from{};
    UtcSecond to{};             ///< first second after the column
    SecondCounts strongest;     ///< the four counts of the known second with the highest total; the first such
    qint64 knownSeconds = 0;    ///< 0: the column is a gap
    quint8 notMeasuredMask = 0; ///< kinds that were switched off in some second of it
    double allocatedTps = 0;    ///< the lowest budget in force in it; 0 = none was known

    bool isGap() const { return knownSeconds == 0; }
    bool isPartlyUnknown() const { return knownSeconds > 0 && knownSeconds < (to - from).count(); }
};

/// Divides the range of `data` into at most `count` columns of equal length ± 1 s; fewer if it has fewer seconds. Time
/// goes with rows, spans and columns, not with the length of the range.
std::vector<ReportColumn> reportColumns(const ReportData &data, int count);

} // namespace barograph
