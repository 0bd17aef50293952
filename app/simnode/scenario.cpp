// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <array>

namespace barograph::sim {
namespace {

const std::array<ScenarioTraits, 8> kScenarios{{
    {"steady", 0.55, false, false, false},
    {"campaign", 0.15, false, false, false},
    {"group-storm", 0.25, false, false, false},
    {"slow-bot", 0.55, false, false, false},
    {"overload", 0, false, false, true},
    {"failover", 0.55, true, false, false},
    {"shard-loss", 0.55, false, true, false},
    {"silent-webhooks", 0.55, false, false, false},
}};

} // namespace

std::vector<std::string> scenarioNames()
{
    std::vector<std::string> names;
    names.reserve(kScenarios.size());
    for (const auto &scenario : kScenarios)
        names.push_back(scenario.name);
    return names;
}

ScenarioTraits scenarioTraits(const std::string &name)
{
    for (const auto &scenario : kScenarios) {
        if (scenario.name == name)
            return scenario;
    }
    return {};
}

std::unique_ptr<Scenario> makeScenario(const std::string &name, std::uint64_t seed)
{
    if (name == "campaign")
        return makeCampaign(seed);
    if (name == "group-storm")
        return makeGroupStorm();
    if (name == "slow-bot")
        return makeSlowBot();
    if (name == "overload")
        return makeOverload(seed);
    if (name == "failover")
        return makeFailover();
    if (name == "shard-loss")
        return makeShardLoss();
    if (name == "silent-webhooks")
        return makeSilentWebhooks();
    return nullptr;
}

} // namespace barograph::sim
