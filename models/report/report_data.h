// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "core/event_kind.h"
#include "report/coverage.h"
#include "series/second_series.h"
#include "storms/storm.h"

#include <QString>

#include <optional>
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

/// A second in which something happened. Its budget is that of the coverage span around it.
struct ReportSecond
{
    UtcSecond second{};
    SecondSample sample;
    quint32 redelivered = 0;
    quint32 apart = 0;
    std::optional<qint32> minLagMs; ///< smallest arrival − event timestamp, ms

    /// Measured, or not proven to be complete but with events all the same: those did happen.
    bool tells(EventKind kind) const { return sample.isKnown(kind) || sample.counts[kind] > 0; }
    bool tellsAnything() const { return sample.anyKnown() || sample.counts.total() > 0; }
    friend bool operator==(const ReportSecond &, const ReportSecond &) = default;
};

/// Everything a report says, worked out once and rendered as PDF or CSV.
///
/// Idle seconds have no row: a second inside a span of `coverage` and not in `seconds` is a zero for the kinds that
/// the span knows; a second in neither is unknown. So 90 idle days take one span. forEachStretch() in
/// report/report_walk.h visits both in order.
struct ReportData
{
    QString nodeId;
    QString nodeName;
    bool simulated = false;
    UtcTime madeAt{};                    ///< when the data were read
    UtcSecond from{};                    ///< first second in the range
    UtcSecond to{};                      ///< first second after the range
    std::vector<ReportSecond> seconds;   ///< ascending, within [from, to)
    std::vector<CoverageSpan> coverage;  ///< ascending, disjoint, clipped to [from, to)
    std::vector<StormView> storms;       ///< seen in the range, oldest first; receiptsPerSecond is the highest seen
    std::vector<ControlResult> controls; ///< taken in the range, oldest first

    // From here on derived by summarise().
    qint64 knownSeconds = 0;   ///< seconds in which Barograph was listening: at least one kind is known
    qint64 unknownSeconds = 0; ///< the others: a gap, not zero
    ByKind<qint64> knownSecondsOf;
    ByKind<qint64> notMeasuredSecondsOf; ///< callbacks switched off
    TotalCounts totals;
    ByKind<TpsPercentiles> byKind;   ///< each over the seconds in which that kind is known
    TpsPercentiles all;              ///< sum of the kinds that are known, over all known seconds
    std::optional<UtcSecond> peakAt; ///< the first second that reached all.max; none if nothing was known
    qint64 secondsAtOrOverBudget = 0;
    qint64 secondsWithBudget = 0; ///< known seconds for which a budget was known
    quint64 redelivered = 0;
    quint64 apart = 0;
    std::optional<qint32> worstLagMs; ///< highest of the seconds' smallest lags, ms
};

/// Fills every derived field of `data` from seconds, coverage, from and to. Pure; time and memory go with the rows and
/// spans, not with the length of the range.
void summarise(ReportData &data);

} // namespace barograph
