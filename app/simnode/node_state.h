// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts.h"
#include "app_settings.h"
#include "sim_clock.h"
#include "simulation.h"
#include "web_counters.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace barograph::sim {

/// Faults that POST /sim/fault injects on top of the scenarios.
struct ApiFaults
{
    std::chrono::milliseconds delay{};
    int status = 0; ///< answer everything of WhatsApp's API with this; 0 = off
    std::chrono::steady_clock::time_point statusUntil{};
    bool garbage = false; ///< answer with bytes that are no JSON
};

/// Everything the handlers of one simulated node work on. Single-threaded.
struct NodeState
{
    NodeState(const SimulationConfig &config, double compress, const std::string &presetPassword,
              std::string monitoring, std::uint64_t idSalt)
        : clock(compress, config.clockSkew)
        , simulation(config)
        , accounts(presetPassword)
        , monitoringKey(std::move(monitoring))
        , salt(idSalt)
        , scenarioNames(config.scenarios)
    {}

    SimClock clock;
    Simulation simulation;
    Accounts accounts;
    AppSettings defaults; ///< what DELETE /v1/settings/application goes back to
    AppSettings settings;
    std::int64_t effectiveConcurrency = 6; ///< settings.maxConcurrentRequests as of CoreApp's last start
    ApiFaults faults;
    WebCounters web;
    std::string monitoringKey; ///< `WA_API_KEY`; empty = none
    std::uint64_t salt;        ///< see messageId()
    std::vector<std::string> scenarioNames;
};

/// Makes changed settings felt; those that need a restart only with `restarted`.
void applySettings(NodeState &node, bool restarted);
/// All CoreApps start again: their counters are zero, and settings that waited for it take effect.
void restartCoreApps(NodeState &node);

} // namespace barograph::sim
