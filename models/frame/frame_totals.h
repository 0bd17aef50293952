// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

namespace barograph {

/// What all nodes of a frame add up to.
struct FrameTotals
{
    /// Over the last 10 s. The sum of the nodes that can tell: `Estimated` when some cannot, unknown when none can.
    Reading<double> tps;
    Reading<double> allocatedTps; ///< likewise
    TotalCounts totals;
    std::array<int, kNodeStateCount> nodesByState{}; ///< by NodeState
    int simulatedNodes = 0;
    int activeStorms = 0; ///< of those that the frame shows

    int nodesIn(NodeState state) const { return nodesByState[static_cast<std::size_t>(state)]; }
};

FrameTotals totalsOf(const Frame &frame);

} // namespace barograph
