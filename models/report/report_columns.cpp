// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_columns.h"

#include "report/report_walk.h"

#include <algorithm>

namespace barograph {

namespace {

std::vector<ReportColumn> emptyColumns(UtcSecond from, UtcSecond to, qint64 count)
{
    const qint64 length = (to - from).count();
    std::vector<ReportColumn> columns(static_cast<std::size_t>(count));
    for (qint64 i = 0; i < count; ++i) {
        // Whole part and remainder apart, so that no product can overflow.
        const auto edge = [&](qint64 n) { return from + Seconds{n * (length / count) + n * (length % count) / count}; };
        columns[static_cast<std::size_t>(i)].from = edge(i);
        columns[static_cast<std::size_t>(i)].to = edge(i + 1);
    }
    return columns;
}

void addBudget(ReportColumn &column, double allocatedTps)
{
    if (allocatedTps > 0)
        column.allocatedTps = column.allocatedTps > 0 ? std::min(column.allocatedTps, allocatedTps) : allocatedTps;
}

void addToColumn(ReportColumn &column, const ReportSecond &second, double allocatedTps)
{
    column.notMeasuredMask |= second.sample.notMeasuredMask;
    addBudget(column, allocatedTps);
    if (!second.tellsAnything())
        return;
    ++column.knownSeconds;
    if (second.sample.counts.total() > column.strongest.total())
        column.strongest = second.sample.counts;
}

void addIdleToColumn(ReportColumn &column, const CoverageSpan &span, qint64 seconds)
{
    column.notMeasuredMask |= span.notMeasuredMask;
    addBudget(column, span.allocatedTps);
    if (span.knownMask != 0)
        column.knownSeconds += seconds;
}

} // namespace

std::vector<ReportColumn> reportColumns(const ReportData &data, int count)
{
    const qint64 wanted = std::min<qint64>(count, (data.to - data.from).count());
    if (wanted <= 0)
        return {};
    auto columns = emptyColumns(data.from, data.to, wanted);
    auto column = columns.begin(); // stretches come in ascending order, so it only moves on
    const auto moveTo = [&](UtcSecond second) {
        while (column->to <= second && std::next(column) != columns.end())
            ++column;
    };
    forEachStretch(
        data,
        [&](const ReportSecond &second, double allocatedTps) {
            moveTo(second.second);
            addToColumn(*column, second, allocatedTps);
        },
        [&](const CoverageSpan &span, UtcSecond from, UtcSecond to) {
            while (from < to) {
                moveTo(from);
                const auto end = std::min(to, column->to);
                if (end <= from)
                    return; // outside the range
                addIdleToColumn(*column, span, (end - from).count());
                from = end;
            }
        });
    return columns;
}

} // namespace barograph
