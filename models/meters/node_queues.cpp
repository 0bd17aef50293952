// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/node_queues.h"

#include "incoming/server_sizing.h"

namespace barograph {

GaugeSample NodeQueues::closeSecond(UtcSecond second, bool known, const ProbeReadings &probe, const NodeConfig &config)
{
    const UtcTime end{second + Seconds{1}};
    const auto told = probe.incomingGauges(end);
    std::optional<IncomingTracker::Gauges> fresh;
    if (told.truth() == Truth::Measured)
        fresh = IncomingTracker::Gauges{told.value(), told.takenAt()};
    m_incoming.closeSecond(second, known, fresh, config.incomingCapacity);
    const auto sample = gaugeSampleOf(incoming(end, {}, probe, config), probe.outbound(end));
    m_gauges.close(second, sample);
    return sample;
}

IncomingView NodeQueues::incoming(UtcTime now, const Reading<double> &tps, const ProbeReadings &probe,
                                  const NodeConfig &config) const
{
    IncomingView view;
    std::optional<double> budgetLeft;
    if (config.allocatedTps > 0 && tps.hasValue())
        budgetLeft = config.allocatedTps - tps.value();
    m_incoming.describe(view, now, probe.incomingGauges(now), budgetLeft);
    view.capacity = config.incomingCapacity;
    view.pendingOut = probe.pendingOut(now);
    return view;
}

BotServerView botServerView(const ProbeReadings &probe, const NodeConfig &config, UtcTime now)
{
    auto view = probe.botServer(now);
    view.entered = config.botServer;
    if (const auto need = neededServer(config.allocatedTps)) {
        view.needed = need->size;
        view.beyondPublished = need->atLeast;
        view.tooSmall = config.botServer && isTooSmall(*config.botServer, *need);
    }
    return view;
}

} // namespace barograph
