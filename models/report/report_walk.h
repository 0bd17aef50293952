// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_data.h"

namespace barograph {

/// Visits the range of a report in ascending order: onSecond(const ReportSecond &, double allocatedTps) for each second
/// with a row, onIdle(const CoverageSpan &, UtcSecond from, UtcSecond to) for each stretch [from, to) of covered
/// seconds between them. Gaps are not visited. A row outside every span is visited with an unknown budget (0).
template<typename OnSecond, typename OnIdle>
void forEachStretch(const ReportData &data, OnSecond onSecond, OnIdle onIdle)
{
    auto row = data.seconds.cbegin();
    const auto end = data.seconds.cend();
    for (const auto &span : data.coverage) {
        for (; row != end && row->second < span.from; ++row)
            onSecond(*row, 0.0);
        auto idleFrom = span.from;
        for (; row != end && row->second < span.to; ++row) {
            if (idleFrom < row->second)
                onIdle(span, idleFrom, row->second);
            onSecond(*row, span.allocatedTps);
            idleFrom = row->second + Seconds{1};
        }
        if (idleFrom < span.to)
            onIdle(span, idleFrom, span.to);
    }
    for (; row != end; ++row)
        onSecond(*row, 0.0);
}

} // namespace barograph
