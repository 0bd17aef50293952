// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history_samples.h"
#include "timeline/time_bucket.h"

#include <algorithm>
#include <map>
#include <random>

namespace barograph::samples {

inline const QString kRolledNode = QStringLiteral("support-eu");
inline const QString kRolledName = QStringLiteral("Support EU");

inline GaugeSample someGauges(std::mt19937 &random, qint64 offset)
{
    GaugeSample sample;
    if (offset / 300 % 3 == 0)
        return sample; // nothing was asked
    sample.values[indexOf(GaugeKind::Outbound)] = static_cast<float>(offset / 40 % 7);
    if (random() % 2 == 0)
        sample.values[indexOf(GaugeKind::Lag)] = static_cast<float>(random() % 3'000);
    sample.estimatedMask = offset / 500 % 2 == 0 ? 1 : 0;
    sample.paused = offset / 40 % 7 == 5;
    return sample;
}

/// Gaps, quiet and busy stretches, changing masks and budgets, gauges. Not every offset is there.
inline std::map<qint64, ClosedSecond> somePast(unsigned seed, qint64 from, qint64 to)
{
    std::mt19937 random(seed);
    std::map<qint64, ClosedSecond> past;
    for (qint64 offset = from; offset < to; ++offset) {
        if (offset % 1'000 > 940)
            continue;
        const quint8 known = offset / 700 % 2 == 0 ? kAllKindsMask : 7;
        const bool quiet = offset / 400 % 2 == 0;
        const auto count = static_cast<quint32>(quiet || random() % 3 != 0 ? 0 : random() % 40);
        auto second = closed(offset, {{count, 0, count / 2, count / 3}}, known,
                             static_cast<quint8>(kAllKindsMask & ~known), offset < 5'000 ? 20 : 80);
        if (offset % 1'000 > 900)
            second.sample = {};
        second.gauges = someGauges(random, offset);
        past[offset] = second;
    }
    return past;
}

inline TimeBucket bucketOf(const std::map<qint64, ClosedSecond> &past, qint64 from, qint64 to, qint64 until)
{
    TimeBucket bucket;
    for (qint64 offset = from; offset < std::min(to, until); ++offset) {
        const auto found = past.find(offset);
        if (found == past.end()) {
            addUnknown(bucket, 1);
            continue;
        }
        addSecond(bucket, at(offset), found->second.sample, found->second.allocatedTps);
        addGauges(bucket, found->second.gauges);
    }
    return bucket;
}

inline qint64 endOf(const std::map<qint64, ClosedSecond> &past)
{
    qint64 end = 0;
    for (const auto &[offset, second] : past) {
        if (second.sample.knownMask != 0 || second.gauges.tellsAnything())
            end = offset + 1;
    }
    return end;
}

} // namespace barograph::samples
