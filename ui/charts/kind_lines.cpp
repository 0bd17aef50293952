// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kind_lines.h"

namespace barograph {

LineStyle lineStyleOf(EventKind kind)
{
    switch (kind) {
    case EventKind::Receive:
        return LineStyle::Solid;
    case EventKind::Send:
        return LineStyle::Dashed;
    case EventKind::Delivery:
        return LineStyle::Dotted;
    case EventKind::Read:
        break;
    }
    return LineStyle::DashDot;
}

void fillKindTrace(const std::vector<Column> &columns, EventKind kind, std::vector<TraceColumn> &trace)
{
    trace.assign(columns.size(), {});
    for (std::size_t x = 0; x < columns.size(); ++x) {
        if ((columns[x].knownMask & SecondSample::bit(kind)) == 0)
            continue;
        const auto value = static_cast<float>(columns[x].counts[kind]);
        trace[x].least = value;
        trace[x].most = value;
    }
}

} // namespace barograph
