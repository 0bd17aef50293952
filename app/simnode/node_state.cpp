// SPDX-License-Identifier: GPL-3.0-or-later
#include "node_state.h"

namespace barograph::sim {

void applySettings(NodeState &node, bool restarted)
{
    const AppSettings &settings = node.settings;
    if (restarted)
        node.effectiveConcurrency = settings.maxConcurrentRequests;
    node.simulation.setSwitches(
        {settings.sentCallbacks && settings.sentStatus, settings.deliveredCallbacks, settings.readCallbacks});
    queueing::CallbackLimits limits;
    limits.maxConcurrent = static_cast<int>(node.effectiveConcurrency);
    limits.backoffStep = std::chrono::milliseconds(settings.backoffDelayMs);
    limits.backoffCap = std::chrono::milliseconds(settings.maxBackoffDelayMs);
    node.simulation.setCallbackLimits(limits);
    node.simulation.setFailoverDelay(std::chrono::seconds(settings.heartbeatIntervalS + settings.unhealthyIntervalS));
}

void restartCoreApps(NodeState &node)
{
    const auto &members = node.simulation.cluster().members();
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].role == Role::CoreApp)
            node.simulation.resetCounters(i);
    }
    applySettings(node, true);
}

} // namespace barograph::sim
