// SPDX-License-Identifier: GPL-3.0-or-later
// One day of seconds into the columns of a chart, beside the plain way of writing it.
#include "series/column_reduction.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

using namespace barograph;

namespace {

constexpr int kSeconds = 86'400;
constexpr int kColumns = 1'000;
constexpr int kRounds = 400;

SecondSeries oneDay()
{
    std::mt19937 random(7);
    SecondSeries series;
    series.first = fromUnixSeconds(1'772'366'400);
    for (int i = 0; i < kSeconds; ++i) {
        SecondSample sample;
        for (auto &count : sample.counts.counts)
            count = static_cast<quint32>(random() % 40);
        sample.knownMask = random() % 50 == 0 ? 0 : kAllKindsMask;
        series.samples.push_back(sample);
    }
    return series;
}

/// As one would first write it: collect the samples of each column, ask each kind whether it is known.
std::vector<Column> reduceNaively(const SecondSeries &series, UtcSecond from, UtcSecond to, int columns, quint8 wanted)
{
    std::vector<Column> result;
    const auto span = (to - from).count();
    for (int i = 0; i < columns; ++i) {
        const auto begin = i * span / columns;
        const auto end = std::max(begin + 1, (i + 1) * span / columns);
        std::vector<SecondSample> members;
        for (auto second = from + Seconds{begin}; second < from + Seconds{end}; second += Seconds{1}) {
            const auto index = (second - series.first).count();
            const bool inside = index >= 0 && index < static_cast<qint64>(series.samples.size());
            members.push_back(inside ? series.samples[static_cast<std::size_t>(index)] : SecondSample{});
        }
        Column column;
        double sum = 0;
        int known = 0;
        double highest = -1;
        for (const auto &member : members) {
            double total = 0;
            bool any = false;
            SecondCounts counts;
            for (const auto kind : kEventKinds) {
                if ((wanted & SecondSample::bit(kind)) != 0 && member.isKnown(kind)) {
                    any = true;
                    counts[kind] = member.counts[kind];
                    total += member.counts[kind];
                }
            }
            column.notMeasuredMask |= static_cast<quint8>(member.notMeasuredMask & wanted);
            column.hasGap = column.hasGap || !any;
            if (!any)
                continue;
            sum += total;
            ++known;
            if (total > highest) {
                highest = total;
                column.counts = counts;
                column.knownMask = static_cast<quint8>(member.knownMask & wanted);
            }
        }
        column.mean = known > 0 ? static_cast<float>(sum / known) : 0;
        result.push_back(column);
    }
    return result;
}

/// Median time of one round in milliseconds.
template<typename Function> double medianMs(Function function)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        function();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

} // namespace

int main()
{
    const auto series = oneDay();
    const auto from = series.first;
    const auto to = series.end();
    std::vector<Column> columns;
    const auto naive = reduceNaively(series, from, to, kColumns, kAllKindsMask);
    reduceToColumns(series, from, to, kColumns, kAllKindsMask, columns);
    if (columns != naive) {
        std::fputs("The two reductions differ.\n", stderr);
        return 1;
    }
    const auto ours = medianMs([&] { reduceToColumns(series, from, to, kColumns, kAllKindsMask, columns); });
    const auto sends =
        medianMs([&] { reduceToColumns(series, from, to, kColumns, SecondSample::bit(EventKind::Send), columns); });
    const auto plain = medianMs([&] { columns = reduceNaively(series, from, to, kColumns, kAllKindsMask); });
    std::printf("figure: reduce_day_to_1000_columns %.4f ms\n", ours);
    std::printf("figure: reduce_day_to_1000_columns_one_kind %.4f ms\n", sends);
    std::printf("figure: reduce_day_to_1000_columns_naive %.4f ms\n", plain);
    std::printf("ratio: reduce_day_to_1000_columns/naive %.3f\n", ours / plain);
    return 0;
}
