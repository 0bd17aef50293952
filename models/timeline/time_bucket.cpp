// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/time_bucket.h"

#include <algorithm>

namespace barograph {

namespace {

quint32 totalOfKnown(const SecondSample &sample)
{
    quint32 total = 0;
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
        total += ((sample.knownMask >> kind) & 1U) != 0 ? sample.counts.counts[kind] : 0;
    return total;
}

/// Unknown never wins.
float lesser(float a, float b)
{
    return b < a || a != a ? b : a;
}
float greater(float a, float b)
{
    return b > a || a != a ? b : a;
}

bool sameNumber(float a, float b)
{
    return a == b || (a != a && b != b);
}

} // namespace

void addSecond(TimeBucket &bucket, UtcSecond second, const SecondSample &sample, double allocatedTps)
{
    ++bucket.seconds;
    bucket.notMeasuredMask = static_cast<quint8>(bucket.notMeasuredMask | sample.notMeasuredMask);
    if (!sample.anyKnown())
        return;
    SecondSample told = sample;
    quint32 total = 0;
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
        if (((sample.knownMask >> kind) & 1U) == 0) {
            told.counts.counts[kind] = 0;
            continue;
        }
        const quint32 count = sample.counts.counts[kind];
        total += count;
        auto &least = bucket.least.counts[kind];
        auto &most = bucket.most.counts[kind];
        least = bucket.knownOf.counts[kind] == 0 ? count : std::min(least, count);
        most = std::max(most, count);
        bucket.sum.counts[kind] += count;
        ++bucket.knownOf.counts[kind];
    }
    const quint32 highest = totalOfKnown(bucket.highest);
    if (bucket.known == 0 || total > highest || (total == highest && second < bucket.highestAt)) {
        bucket.highest = told;
        bucket.highestAt = second;
    }
    ++bucket.known;
    if (allocatedTps > 0) {
        ++bucket.budgetKnown;
        bucket.atEighty += total >= 0.8 * allocatedTps ? 1 : 0;
        bucket.atBudget += total >= allocatedTps ? 1 : 0;
    }
    for (std::size_t step = 0; step < kTpsSteps.size(); ++step)
        bucket.over[step] += total > kTpsSteps[step] ? 1 : 0;
}

void addIdle(TimeBucket &bucket, UtcSecond first, quint32 seconds, quint8 known, quint8 notMeasured,
             double allocatedTps)
{
    if (seconds == 0)
        return;
    TimeBucket idle;
    addSecond(idle, first, {{}, known, notMeasured}, allocatedTps);
    const auto times = [seconds](quint32 &count) { count *= seconds; };
    times(idle.seconds);
    times(idle.known);
    times(idle.budgetKnown);
    std::for_each(idle.knownOf.counts.begin(), idle.knownOf.counts.end(), times);
    merge(bucket, idle);
}

void addGauges(TimeBucket &bucket, const GaugeSample &sample)
{
    for (std::size_t i = 0; i < kGaugeKindCount; ++i) {
        bucket.gauges[i].least = lesser(bucket.gauges[i].least, sample.values[i]);
        bucket.gauges[i].most = greater(bucket.gauges[i].most, sample.values[i]);
    }
    bucket.estimatedMask = static_cast<quint8>(bucket.estimatedMask | sample.estimatedMask);
    bucket.paused = bucket.paused || sample.paused;
}

void merge(TimeBucket &bucket, const TimeBucket &other)
{
    if (other.known > 0) {
        const quint32 ours = totalOfKnown(bucket.highest);
        const quint32 theirs = totalOfKnown(other.highest);
        if (bucket.known == 0 || theirs > ours || (theirs == ours && other.highestAt < bucket.highestAt)) {
            bucket.highest = other.highest;
            bucket.highestAt = other.highestAt;
        }
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
            const quint32 least = other.least.counts[kind];
            if (other.knownOf.counts[kind] > 0)
                bucket.least.counts[kind] =
                    bucket.knownOf.counts[kind] == 0 ? least : std::min(bucket.least.counts[kind], least);
            bucket.most.counts[kind] = std::max(bucket.most.counts[kind], other.most.counts[kind]);
            bucket.sum.counts[kind] += other.sum.counts[kind];
            bucket.knownOf.counts[kind] += other.knownOf.counts[kind];
        }
        bucket.known += other.known;
        bucket.atEighty += other.atEighty;
        bucket.atBudget += other.atBudget;
        bucket.budgetKnown += other.budgetKnown;
        for (std::size_t step = 0; step < kTpsSteps.size(); ++step)
            bucket.over[step] += other.over[step];
    }
    bucket.seconds += other.seconds;
    bucket.notMeasuredMask = static_cast<quint8>(bucket.notMeasuredMask | other.notMeasuredMask);
    bucket.estimatedMask = static_cast<quint8>(bucket.estimatedMask | other.estimatedMask);
    bucket.paused = bucket.paused || other.paused;
    for (std::size_t i = 0; i < kGaugeKindCount; ++i) {
        bucket.gauges[i].least = lesser(bucket.gauges[i].least, other.gauges[i].least);
        bucket.gauges[i].most = greater(bucket.gauges[i].most, other.gauges[i].most);
    }
}

bool operator==(const TimeBucket &a, const TimeBucket &b)
{
    for (std::size_t i = 0; i < kGaugeKindCount; ++i) {
        if (!sameNumber(a.gauges[i].least, b.gauges[i].least) || !sameNumber(a.gauges[i].most, b.gauges[i].most))
            return false;
    }
    return a.highest == b.highest && (a.known == 0 || a.highestAt == b.highestAt) && a.most == b.most &&
           a.least == b.least && a.sum == b.sum && a.knownOf == b.knownOf && a.seconds == b.seconds &&
           a.known == b.known && a.atEighty == b.atEighty && a.atBudget == b.atBudget &&
           a.budgetKnown == b.budgetKnown && a.over == b.over && a.notMeasuredMask == b.notMeasuredMask &&
           a.estimatedMask == b.estimatedMask && a.paused == b.paused;
}

} // namespace barograph
