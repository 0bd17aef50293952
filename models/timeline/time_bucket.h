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

/// Budgets that can be had, in transactions per second: on-premises clients of each size, the Cloud API's two.
inline constexpr std::array<quint32, 5> kTpsSteps{10, 15, 20, 80, 1000};

/// What one or more consecutive seconds of a node come down to. Keeps extremes, because averaging hides the one second
/// that broke the limit: buckets merged into a wider one give the same as the seconds themselves.
///
/// The total of a second is that of its known kinds.
struct TimeBucket
{
    /// The second with the highest total; of equal ones the first. A real second, so that its split was measured.
    /// Kinds that were not known in it are 0.
    SecondSample highest;
    UtcSecond highestAt{};                        ///< when that was; meaningless for a gap
    ByKind<quint32> most;                         ///< events per second; of each kind for itself
    ByKind<quint32> least;                        ///< likewise, over the seconds in which the kind was known
    ByKind<quint32> sum;                          ///< events in the seconds in which the kind was known
    ByKind<quint32> knownOf;                      ///< seconds in which the kind was known
    quint32 seconds = 0;                          ///< that the bucket stands for; 0 = not here (yet), or in the future
    quint32 known = 0;                            ///< of these, with at least one kind known
    quint32 atEighty = 0;                         ///< of the known, at 80 % of the allocated TPS or more
    quint32 atBudget = 0;                         ///< of the known, at 100 % or more
    quint32 budgetKnown = 0;                      ///< of the known, with an allocated TPS
    std::array<quint32, kTpsSteps.size()> over{}; ///< of the known, with more than that many events
    quint8 notMeasuredMask = 0;                   ///< kinds whose callbacks were off in some second
    quint8 estimatedMask = 0;                     ///< gauges that were estimated in some second
    bool paused = false;                          ///< the outbound queue was paused in some second
    std::array<GaugeRange, kGaugeKindCount> gauges;

    bool isGap() const { return known == 0; }
    const GaugeRange &gauge(GaugeKind kind) const { return gauges[indexOf(kind)]; }
    friend bool operator==(const TimeBucket &a, const TimeBucket &b);
};

// What a bucket is made of, second by second. Pure. Seconds and buckets may come in any order, each second once.

/// A second of which `sample` is known, or nothing.
void addSecond(TimeBucket &bucket, UtcSecond second, const SecondSample &sample, double allocatedTps);
/// Seconds from `first` on in which nothing happened and the kinds in `known` would have been seen.
void addIdle(TimeBucket &bucket, UtcSecond first, quint32 seconds, quint8 known, quint8 notMeasured,
             double allocatedTps);
/// Seconds that nothing was known of.
inline void addUnknown(TimeBucket &bucket, quint32 seconds)
{
    bucket.seconds += seconds;
}
/// The gauges of one or more of its seconds; does not add to `seconds`.
void addGauges(TimeBucket &bucket, const GaugeSample &sample);
/// `other` is of other seconds.
void merge(TimeBucket &bucket, const TimeBucket &other);

} // namespace barograph
