// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/trace.h"

#include <algorithm>

namespace barograph {

void fillTrace(std::span<const TimeBucket> buckets, GaugeKind gauge, std::vector<TraceColumn> &columns)
{
    columns.resize(buckets.size());
    const auto bit = static_cast<quint8>(1U << indexOf(gauge));
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const GaugeRange &range = buckets[i].gauge(gauge);
        columns[i] = {range.least, range.most, (buckets[i].estimatedMask & bit) != 0};
    }
}

void fillTrace(std::span<const TimeBucket> buckets, EventKind kind, std::vector<TraceColumn> &columns)
{
    columns.resize(buckets.size());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const TimeBucket &bucket = buckets[i];
        if (bucket.knownOf[kind] > 0) {
            columns[i] = {static_cast<float>(bucket.least[kind]), static_cast<float>(bucket.most[kind]), false};
        } else if (bucket.highest.isKnown(kind)) {
            const auto count = static_cast<float>(bucket.highest.counts[kind]);
            columns[i] = {count, count, false};
        } else {
            columns[i] = {};
        }
    }
}

TraceExtremes extremesOf(std::span<const TraceColumn> columns)
{
    TraceExtremes extremes;
    for (const TraceColumn &column : columns) {
        if (column.isGap())
            continue;
        extremes.anyEstimated = extremes.anyEstimated || column.estimated;
        if (!extremes.isKnown()) {
            extremes.least = column.least;
            extremes.most = column.most;
        }
        extremes.least = std::min(extremes.least, column.least);
        extremes.most = std::max(extremes.most, column.most);
        const float positive = column.least > 0 ? column.least : column.most;
        // The first test also holds while nothing positive is known.
        if (positive > 0 && !(extremes.leastPositive <= positive))
            extremes.leastPositive = positive;
    }
    return extremes;
}

} // namespace barograph
