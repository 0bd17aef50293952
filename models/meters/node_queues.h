// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "frame/frame.h"
#include "incoming/incoming_tracker.h"
#include "meters/gauge_ring.h"
#include "meters/probe_readings.h"

namespace barograph {

/// What waits before and behind one node, second by second. Pure; lives on the
/// ingest thread.
class NodeQueues
{
public:
    /// As IncomingTracker::add().
    void add(EventKind kind, UtcTime arrival, const std::optional<UtcTime> &eventTime)
    {
        m_incoming.add(kind, arrival, eventTime);
    }
    void addClock(const ClockSample &sample) { m_incoming.addClock(sample); }
    /// `second` is over; `known`: it was listened to. Returns the gauges as they
    /// stand at its end.
    GaugeSample closeSecond(UtcSecond second, bool known, const ProbeReadings &probe, const NodeConfig &config);
    /// Our clock had been wrong.
    void restart() { m_incoming.restart(); }
    /// As IncomingTracker::setListening() and interrupt(): what was told of lags is told no more.
    void setListening(bool listening) { m_incoming.setListening(listening); }
    void interrupt() { m_incoming.interrupt(); }

    /// `tps`: over ten seconds or so, for what is left of the budget.
    IncomingView incoming(UtcTime now, const Reading<double> &tps, const ProbeReadings &probe,
                          const NodeConfig &config) const;
    std::shared_ptr<const GaugeSeries> series() const { return m_gauges.series(); }

private:
    IncomingTracker m_incoming;
    GaugeRing m_gauges;
};

/// The bot's server as it answers, beside what the configuration says of its
/// size and what its budget needs.
BotServerView botServerView(const ProbeReadings &probe, const NodeConfig &config, UtcTime now);

} // namespace barograph
