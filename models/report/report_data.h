// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "core/event_kind.h"
#include "series/second_series.h"
#include "storms/storm.h"

#include <QString>

#include <vector>

namespace barograph {

/// Percentiles over the known seconds of the range, nearest rank, in events per second.
struct TpsPercentiles
{
    quint32 p50 = 0;
    quint32 p95 = 0;
    quint32 p99 = 0;
    quint32 max = 0;

    friend bool operator==(const TpsPercentiles &, const TpsPercentiles &) = default;
};

/// One stored second of a report: the sample and the budget that was in force.
struct ReportSecond
{
    UtcSecond second{};
    SecondSample sample;
    double allocatedTps = 0; ///< 0 = not known
};

/// Everything a report says, worked out once and rendered as PDF or CSV.
struct ReportData
{
    QString nodeId;
    QString nodeName;
    bool simulated = false;
    UtcSecond from{};                  ///< first second in the range
    UtcSecond to{};                    ///< first second after the range
    qint64 knownSeconds = 0;           ///< seconds in which Barograph was listening
    qint64 unknownSeconds = 0;         ///< the others: a gap, not zero
    std::vector<ReportSecond> seconds; ///< known seconds only, also those with no event, ascending
    TotalCounts totals;
    ByKind<TpsPercentiles> byKind;
    TpsPercentiles all;
    qint64 secondsAtOrOverBudget = 0;
    qint64 secondsWithBudget = 0; ///< known seconds for which a budget was known
    quint64 redelivered = 0;
    quint64 apart = 0;
    std::vector<StormView> storms;
    std::vector<ControlResult> controls;
};

/// Fills every derived field of `data` from seconds, from and to. Pure.
void summarise(ReportData &data);

} // namespace barograph
