// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/time_bucket.h"

#include <random>
#include <vector>

namespace barograph::test {

/// Seconds of every sort: gaps, kinds that are off, unknown sends, quiet ones and storms.
struct RandomPast
{
    std::vector<SecondSample> seconds;
    std::vector<GaugeSample> gauges;
    std::vector<double> budget;
    UtcSecond first = fromUnixSeconds(1'772'366'400);

    explicit RandomPast(unsigned seed, std::size_t length)
    {
        std::mt19937 random(seed);
        for (std::size_t i = 0; i < length; ++i) {
            SecondSample sample;
            if (random() % 20 != 0) {
                sample.knownMask = static_cast<quint8>(i / 100 % 3 == 0 ? kAllKindsMask : random() % 16);
                sample.notMeasuredMask = static_cast<quint8>(~sample.knownMask & random() & kAllKindsMask);
            }
            for (auto &count : sample.counts.counts)
                count = random() % 3 == 0 ? static_cast<quint32>(random() % 30) : 0;
            seconds.push_back(sample);
            const auto number = [&] {
                return random() % 4 == 0 ? GaugeSample::kUnknown : static_cast<float>(random() % 5'000);
            };
            gauges.push_back({{number(), number(), number(), number()},
                              static_cast<quint8>(random() % 50 == 0 ? 1 : 0),
                              random() % 200 == 0});
            budget.push_back(i / 500 % 3 == 0 ? 0 : 20);
        }
    }
    TimeBucket of(std::size_t from, std::size_t to) const
    {
        TimeBucket bucket;
        for (std::size_t i = from; i < to; ++i) {
            addSecond(bucket, first + Seconds{static_cast<qint64>(i)}, seconds[i], budget[i]);
            addGauges(bucket, gauges[i]);
        }
        return bucket;
    }
};

} // namespace barograph::test
