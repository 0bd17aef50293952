// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

namespace barograph::sim {

std::vector<std::string> scenarioNames()
{
    return {"steady", "campaign", "group-storm", "slow-bot", "overload", "failover", "shard-loss", "silent-webhooks"};
}

} // namespace barograph::sim
