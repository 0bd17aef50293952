// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/column_reduction.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

quint32 knownTotal(const SecondSample &sample)
{
    if (sample.knownMask == kAllKindsMask)
        return sample.counts.total();
    quint32 sum = 0;
    for (const EventKind kind : kEventKinds)
        sum += sample.isKnown(kind) ? sample.counts[kind] : 0;
    return sum;
}

SecondSample highestOf(const SecondSample *begin, const SecondSample *end)
{
    const SecondSample *best = begin;
    quint32 highest = knownTotal(*begin);
    quint8 notMeasured = begin->notMeasuredMask;
    for (const SecondSample *sample = begin + 1; sample != end; ++sample) {
        const quint32 total = knownTotal(*sample);
        notMeasured |= sample->notMeasuredMask;
        if (total > highest || (!best->anyKnown() && sample->anyKnown())) {
            best = sample;
            highest = total;
        }
    }
    SecondSample result = *best;
    result.notMeasuredMask = notMeasured;
    return result;
}

} // namespace

void reduceToColumns(const SecondSeries &series, const PlotWindow &window, std::vector<SecondSample> &columns)
{
    columns.resize(static_cast<std::size_t>(window.columns));
    const auto size = static_cast<qint64>(series.samples.size());
    const bool narrow = window.columnMicros < 1000000;
    const auto indexAt = [&](int x) { return (window.secondAt(x) - series.first).count(); };
    // Where columns are wide, a second belongs to the column in which it begins.
    const auto beginOf = [&](int x) {
        const bool whole = (window.firstColumn + x) * window.columnMicros % 1000000 == 0;
        return indexAt(x) + (narrow || whole ? 0 : 1);
    };
    qint64 begin = beginOf(0);
    for (int x = 0; x < window.columns; ++x) {
        const qint64 next = beginOf(x + 1);
        const qint64 from = std::clamp<qint64>(begin, 0, size);
        const qint64 to = narrow ? begin + 1 : next;
        const bool outside = begin >= size || to <= 0 || from >= std::min(to, size);
        columns[static_cast<std::size_t>(x)] =
            outside ? SecondSample{} : highestOf(series.samples.data() + from, series.samples.data() + std::min(to, size));
        begin = next;
    }
}

quint32 highestTotal(const std::vector<SecondSample> &columns)
{
    quint32 highest = 0;
    for (const SecondSample &column : columns)
        highest = std::max(highest, knownTotal(column));
    return highest;
}

RateScale niceRateScale(double highest)
{
    const double wanted = std::max(highest, 5.0);
    const double raw = wanted / 5;
    const double magnitude = std::pow(10, std::floor(std::log10(raw)));
    double step = magnitude * 10;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (magnitude * factor >= raw) {
            step = magnitude * factor;
            break;
        }
    }
    step = std::max(step, 1.0);
    return {std::ceil(wanted / step) * step, step};
}

} // namespace barograph
