// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <optional>

namespace barograph {

/// What the machine that answers a number's webhooks should have.
struct ServerNeed
{
    ServerSize size;
    bool atLeast = false; ///< nothing is published for so much; this is for the most that is

    friend bool operator==(const ServerNeed &, const ServerNeed &) = default;
};

/// By the published rule: 2 CPU and 2 GB for up to 10 TPS, 4 and 4 for 15, 6 and 6 for 20. In between the next larger
/// figure holds. Nothing is published above 20 TPS, and a straight line would make 30 CPUs out of 80 TPS and 398 out
/// of 1,000, which nobody has ever said: there the largest figure is told as the least. Nothing for an unknown budget.
std::optional<ServerNeed> neededServer(double allocatedTps);

bool isTooSmall(const ServerSize &entered, const ServerNeed &need);

} // namespace barograph
