// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_data.h"
#include "report/report_walk.h"

#include <algorithm>
#include <array>

namespace barograph {

namespace {

/// Values of many seconds; zeros, of which a quiet node has millions, are only counted.
class SecondTally
{
public:
    void add(quint32 value)
    {
        if (value == 0)
            ++m_zeros;
        else
            m_values.push_back(value);
    }
    void addZeros(qint64 count) { m_zeros += count; }
    qint64 count() const { return m_zeros + static_cast<qint64>(m_values.size()); }

    TpsPercentiles percentiles()
    {
        if (count() == 0)
            return {};
        std::sort(m_values.begin(), m_values.end());
        return {nearestRank(50), nearestRank(95), nearestRank(99), nearestRank(100)};
    }

private:
    quint32 nearestRank(qint64 percent) const
    {
        const qint64 rank = (percent * count() + 99) / 100; // ceiling, counted from 1
        return rank <= m_zeros ? 0 : m_values[static_cast<std::size_t>(rank - m_zeros - 1)];
    }

    std::vector<quint32> m_values;
    qint64 m_zeros = 0;
};

struct Tallies
{
    SecondTally all;
    std::array<SecondTally, kEventKindCount> byKind;
};

void clearDerived(ReportData &data)
{
    data.knownSeconds = data.unknownSeconds = 0;
    data.knownSecondsOf = {};
    data.notMeasuredSecondsOf = {};
    data.totals = {};
    data.byKind = {};
    data.all = {};
    data.peakAt.reset();
    data.secondsAtOrOverBudget = data.secondsWithBudget = 0;
    data.redelivered = data.apart = 0;
    data.worstLagMs.reset();
}

void addSecond(ReportData &data, Tallies &tallies, const ReportSecond &row, double allocatedTps)
{
    data.totals += row.sample.counts;
    data.redelivered += row.redelivered;
    data.apart += row.apart;
    if (row.minLagMs)
        data.worstLagMs = std::max(data.worstLagMs.value_or(*row.minLagMs), *row.minLagMs);
    for (const auto kind : kEventKinds) {
        if (row.tells(kind))
            tallies.byKind[indexOf(kind)].add(row.sample.counts[kind]);
        else if ((row.sample.notMeasuredMask & SecondSample::bit(kind)) != 0)
            ++data.notMeasuredSecondsOf[kind];
    }
    if (!row.tellsAnything())
        return;
    const quint32 total = row.sample.counts.total();
    tallies.all.add(total);
    if (allocatedTps > 0) {
        ++data.secondsWithBudget;
        if (total >= allocatedTps)
            ++data.secondsAtOrOverBudget;
    }
}

void addIdle(ReportData &data, Tallies &tallies, const CoverageSpan &span, qint64 seconds)
{
    for (const auto kind : kEventKinds) {
        if ((span.knownMask & SecondSample::bit(kind)) != 0)
            tallies.byKind[indexOf(kind)].addZeros(seconds);
        else if ((span.notMeasuredMask & SecondSample::bit(kind)) != 0)
            data.notMeasuredSecondsOf[kind] += seconds;
    }
    if (span.knownMask == 0)
        return;
    tallies.all.addZeros(seconds);
    if (span.allocatedTps > 0)
        data.secondsWithBudget += seconds;
}

std::optional<UtcSecond> firstToReach(const ReportData &data, quint32 total)
{
    std::optional<UtcSecond> found;
    forEachStretch(
        data,
        [&](const ReportSecond &row, double) {
            if (!found && row.tellsAnything() && row.sample.counts.total() >= total)
                found = row.second;
        },
        [&](const CoverageSpan &span, UtcSecond from, UtcSecond) {
            if (!found && span.knownMask != 0 && total == 0)
                found = from;
        });
    return found;
}

} // namespace

void summarise(ReportData &data)
{
    clearDerived(data);
    Tallies tallies;
    forEachStretch(
        data, [&](const ReportSecond &row, double allocatedTps) { addSecond(data, tallies, row, allocatedTps); },
        [&](const CoverageSpan &span, UtcSecond from, UtcSecond to) {
            addIdle(data, tallies, span, (to - from).count());
        });

    data.knownSeconds = tallies.all.count();
    data.unknownSeconds = std::max<qint64>(0, (data.to - data.from).count() - data.knownSeconds);
    data.all = tallies.all.percentiles();
    for (const auto kind : kEventKinds) {
        data.knownSecondsOf[kind] = tallies.byKind[indexOf(kind)].count();
        data.byKind[kind] = tallies.byKind[indexOf(kind)].percentiles();
    }
    data.peakAt = firstToReach(data, data.all.max);
}

} // namespace barograph
