// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/frame_totals.h"

#include <algorithm>

namespace barograph {

namespace {

/// Adds readings up; as sure as the least sure of them.
class ReadingSum
{
public:
    void add(const Reading<double> &reading)
    {
        const bool sure = reading.truth() == Truth::Measured;
        m_complete = m_complete && sure;
        if (!reading.hasValue())
            return;
        m_any = true;
        m_sum += reading.value();
        m_at = std::max(m_at, reading.takenAt());
    }
    Reading<double> result() const
    {
        if (!m_any)
            return {};
        return m_complete ? Reading<double>::measured(m_sum, m_at) : Reading<double>::estimated(m_sum, m_at);
    }

private:
    bool m_any = false;
    bool m_complete = true;
    double m_sum = 0;
    UtcTime m_at{};
};

} // namespace

FrameTotals totalsOf(const Frame &frame)
{
    FrameTotals result;
    ReadingSum tps;
    ReadingSum allocated;
    for (const auto &node : frame.nodes) {
        tps.add(node.tps[1]);
        allocated.add(node.allocatedTps);
        result.totals += node.totals;
        ++result.nodesByState[static_cast<std::size_t>(node.judgement.state)];
        result.simulatedNodes += node.simulated ? 1 : 0;
        result.activeStorms += static_cast<int>(
            std::count_if(node.storms.begin(), node.storms.end(), [](const StormView &storm) { return storm.active; }));
    }
    result.tps = tps.result();
    result.allocatedTps = allocated.result();
    return result;
}

} // namespace barograph
