// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/server_sizing.h"

#include <array>

namespace barograph {

namespace {

struct SizingStep
{
    double tps;
    ServerSize size;
};
constexpr std::array<SizingStep, 3> kSizingRule{{{10, {2, 2}}, {15, {4, 4}}, {20, {6, 6}}}};

} // namespace

std::optional<ServerNeed> neededServer(double allocatedTps)
{
    if (!(allocatedTps > 0))
        return std::nullopt;
    for (const auto &step : kSizingRule) {
        if (allocatedTps <= step.tps)
            return ServerNeed{step.size, false};
    }
    return ServerNeed{kSizingRule.back().size, true};
}

bool isTooSmall(const ServerSize &entered, const ServerNeed &need)
{
    return entered.cpus < need.size.cpus || entered.memoryGb < need.size.memoryGb;
}

} // namespace barograph
