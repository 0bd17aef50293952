// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/gauge_series.h"
#include "series/second_series.h"

namespace barograph {

/// Smallest and largest value of a gauge in a bucket. NaN: never known in it.
struct GaugeRange
{
    float least = GaugeSample::kUnknown;
    float most = GaugeSample::kUnknown;

    bool isKnown() const { return most == most; }
};

/// What one or more consecutive seconds of a node come down to. Keeps extremes, because averaging hides the one second
/// that broke the limit: buckets merged into a wider one give the same as the seconds themselves.
struct TimeBucket
{
    /// The second with the highest total; of equal ones the first. A real second, so that its split was measured.
    SecondSample highest;
    ByKind<quint32> most;       ///< events per second; of each kind for itself
    ByKind<quint32> least;      ///< likewise, over the seconds in which the kind was known
    ByKind<quint32> sum;        ///< events in the seconds in which the kind was known
    ByKind<quint16> knownOf;    ///< seconds in which the kind was known
    quint16 seconds = 0;        ///< that the bucket stands for
    quint16 known = 0;          ///< of these, with at least one kind known
    quint16 atEighty = 0;       ///< of the known, at 80 % of the allocated TPS or more
    quint16 atBudget = 0;       ///< of the known, at 100 % or more
    quint16 budgetKnown = 0;    ///< of the known, with an allocated TPS
    quint8 notMeasuredMask = 0; ///< kinds whose callbacks were off in some second
    quint8 estimatedMask = 0;   ///< gauges that were estimated in some second
    bool paused = false;        ///< the outbound queue was paused in some second
    std::array<GaugeRange, kGaugeKindCount> gauges;

    bool isGap() const { return known == 0; }
    const GaugeRange &gauge(GaugeKind kind) const { return gauges[indexOf(kind)]; }
};

} // namespace barograph
