// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/column_reduction.h"

#include <algorithm>
#include <array>

namespace barograph {

namespace {

using KindMasks = std::array<quint32, kEventKindCount>;

/// For each set of kinds: all ones for a kind in it. Spares a branch for each kind of each second.
constexpr std::array<KindMasks, kAllKindsMask + 1> kMasksOf = [] {
    std::array<KindMasks, kAllKindsMask + 1> masks{};
    for (std::size_t set = 0; set < masks.size(); ++set) {
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
            masks[set][kind] = (set >> kind) & 1U ? ~0U : 0U;
    }
    return masks;
}();

quint64 totalOf(const SecondSample &sample, const KindMasks &masks)
{
    quint64 total = 0;
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
        total += sample.counts.counts[kind] & masks[kind];
    return total;
}

Column reduceRun(const SecondSample *first, const SecondSample *last, quint8 wanted)
{
    const SecondSample *highest = nullptr;
    quint64 highestTotal = 0;
    quint64 sum = 0;
    qint64 known = 0;
    quint8 notMeasured = 0;
    for (const auto *sample = first; sample != last; ++sample) {
        notMeasured |= sample->notMeasuredMask;
        const auto kinds = static_cast<quint8>(sample->knownMask & wanted);
        if (kinds == 0)
            continue;
        const auto total = totalOf(*sample, kMasksOf[kinds]);
        sum += total;
        ++known;
        if (!highest || total > highestTotal) {
            highest = sample;
            highestTotal = total;
        }
    }

    Column column;
    column.notMeasuredMask = static_cast<quint8>(notMeasured & wanted);
    column.hasGap = known < last - first;
    if (!highest)
        return column;
    column.knownMask = static_cast<quint8>(highest->knownMask & wanted);
    for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
        column.counts.counts[kind] = highest->counts.counts[kind] & kMasksOf[column.knownMask][kind];
    column.mean = static_cast<float>(static_cast<double>(sum) / static_cast<double>(known));
    return column;
}

} // namespace

void reduceToColumns(const SecondSeries &series, UtcSecond from, UtcSecond to, int columns, quint8 wantedKinds,
                     std::vector<Column> &result)
{
    result.clear();
    if (columns <= 0 || from >= to)
        return;
    const auto wanted = static_cast<quint8>(wantedKinds & kAllKindsMask);
    const qint64 span = (to - from).count();
    const qint64 offset = (from - series.first).count();
    const auto size = static_cast<qint64>(series.samples.size());
    result.reserve(static_cast<std::size_t>(columns));

    Column column;
    qint64 reducedBegin = -1;
    for (qint64 i = 0; i < columns; ++i) {
        const auto begin = i * span / columns;
        const auto end = std::max(begin + 1, (i + 1) * span / columns);
        // Wider seconds than pixels: what was reduced for the column before holds here too.
        if (begin != reducedBegin || span > columns) {
            const auto first = std::clamp(offset + begin, qint64{0}, size);
            const auto last = std::clamp(offset + end, first, size);
            column = reduceRun(series.samples.data() + first, series.samples.data() + last, wanted);
            column.hasGap = column.hasGap || last - first < end - begin;
            reducedBegin = begin;
        }
        result.push_back(column);
    }
}

Column reduceSeconds(const SecondSeries &series, UtcSecond from, UtcSecond to, quint8 wantedKinds)
{
    const auto size = static_cast<qint64>(series.samples.size());
    const auto first = std::clamp(qint64{(from - series.first).count()}, qint64{0}, size);
    const auto last = std::clamp(qint64{(to - series.first).count()}, first, size);
    Column column = reduceRun(series.samples.data() + first, series.samples.data() + last,
                              static_cast<quint8>(wantedKinds & kAllKindsMask));
    column.hasGap = column.hasGap || last - first < qint64{(to - from).count()};
    return column;
}

std::vector<Column> reduceToColumns(const SecondSeries &series, UtcSecond from, UtcSecond to, int columns,
                                    quint8 wantedKinds)
{
    std::vector<Column> result;
    reduceToColumns(series, from, to, columns, wantedKinds, result);
    return result;
}

} // namespace barograph
