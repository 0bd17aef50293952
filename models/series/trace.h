// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "timeline/time_bucket.h"

#include <span>
#include <vector>

namespace barograph {

/// What one pixel column of a line shows. NaN: not known, a gap.
struct TraceColumn
{
    float least = GaugeSample::kUnknown;
    float most = GaugeSample::kUnknown;
    bool estimated = false; ///< in some second of the column

    bool isGap() const { return !(most == most); }
};

/// One entry for each bucket, into a vector whose memory is used again. Pure.
void fillTrace(std::span<const TimeBucket> buckets, GaugeKind gauge, std::vector<TraceColumn> &columns);
/// The same of events per second of a kind.
void fillTrace(std::span<const TimeBucket> buckets, EventKind kind, std::vector<TraceColumn> &columns);

/// Extremes of what is known in the columns; NaN where nothing is.
struct TraceExtremes
{
    float least = GaugeSample::kUnknown;
    float leastPositive = GaugeSample::kUnknown; ///< for a logarithmic scale
    float most = GaugeSample::kUnknown;
    bool anyEstimated = false;

    bool isKnown() const { return most == most; }
};
TraceExtremes extremesOf(std::span<const TraceColumn> columns);

} // namespace barograph
