// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation_setup.h"

namespace barograph::sim {
namespace {

constexpr std::size_t kDefaultIncomingCapacity = 10'000;
// So small that a demo of an overload shows losses within its first minute.
constexpr std::size_t kOverloadIncomingCapacity = 1'000;

Topology topologyFor(const SimulationConfig &config)
{
    bool highAvailability = config.highAvailability;
    bool multiConnect = config.shards > 0;
    for (const auto &name : config.scenarios) {
        highAvailability = highAvailability || scenarioTraits(name).highAvailability;
        multiConnect = multiConnect || scenarioTraits(name).multiConnect;
    }
    if (multiConnect)
        return Topology::MultiConnect;
    return highAvailability ? Topology::HighAvailability : Topology::Single;
}

} // namespace

Cluster clusterFor(const SimulationConfig &config)
{
    constexpr int kDefaultShards = 4;
    bool spare = false;
    for (const auto &name : config.scenarios)
        spare = spare || scenarioTraits(name).highAvailability;
    return {topologyFor(config), config.shards > 0 ? config.shards : kDefaultShards, spare};
}

queueing::ThroughputLimits limitsFor(const SimulationConfig &config)
{
    queueing::ThroughputLimits limits;
    limits.tps = config.tps;
    limits.incomingCapacity = kDefaultIncomingCapacity;
    for (const auto &name : config.scenarios) {
        if (scenarioTraits(name).incomingAboveBudget)
            limits.incomingCapacity = kOverloadIncomingCapacity;
    }
    limits.incomingCapacity = config.incomingCapacity.value_or(limits.incomingCapacity);
    return limits;
}

} // namespace barograph::sim
