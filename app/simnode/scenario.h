// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/model_time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace barograph::sim {

class Simulation;

/// Something that happens to the simulated number: traffic, or a disturbance. Asked at the times it names itself, so
/// that what it does depends on the seed and the simulated time alone.
class Scenario
{
public:
    Scenario() = default;
    Scenario(const Scenario &) = delete;
    Scenario &operator=(const Scenario &) = delete;
    virtual ~Scenario() = default;

    /// Acts at `now` (first: zero) and returns when to be asked next; kNever: not again.
    virtual queueing::ModelTime wake(Simulation &world, queueing::ModelTime now) = 0;
};

/// What a scenario needs besides itself.
struct ScenarioTraits
{
    std::string name;
    double conversationShare = 0; ///< of the budget, spent by people talking with the bot in the background
    bool highAvailability = false;
    bool multiConnect = false;
    bool incomingAboveBudget = false;
};

/// Names that --scenario accepts.
std::vector<std::string> scenarioNames();
/// Precondition: one of scenarioNames().
ScenarioTraits scenarioTraits(const std::string &name);
/// The traffic or disturbance of this name alone, without background; null where the background is all there is.
std::unique_ptr<Scenario> makeScenario(const std::string &name, std::uint64_t seed);

std::unique_ptr<Scenario> makeConversation(double budgetShare, std::uint64_t seed);
std::unique_ptr<Scenario> makeCampaign(std::uint64_t seed);
std::unique_ptr<Scenario> makeGroupStorm();
std::unique_ptr<Scenario> makeOverload(std::uint64_t seed);
std::unique_ptr<Scenario> makeSlowBot();
std::unique_ptr<Scenario> makeSilentWebhooks();
std::unique_ptr<Scenario> makeFailover();
std::unique_ptr<Scenario> makeShardLoss();

} // namespace barograph::sim
