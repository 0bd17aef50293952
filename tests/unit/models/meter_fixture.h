// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meters/node_meter.h"

namespace barograph::test {

/// 2026-03-01 12:00:00 UTC.
inline constexpr UtcTime kNoon{Millis{1'772'366'400'000}};

inline UtcTime noonPlus(qint64 millis)
{
    return kNoon + Millis{millis};
}

inline NodeConfig nodeConfig(double allocatedTps = 20)
{
    NodeConfig config;
    config.id = QStringLiteral("support-eu");
    config.name = QStringLiteral("Support EU");
    config.allocatedTps = allocatedTps;
    return config;
}

/// Of a kind whose sends its events tell.
inline NodeConfig gatewayConfig()
{
    auto config = nodeConfig();
    config.kind = NodeKind::Waha;
    return config;
}

inline IngestedEvent eventAt(UtcTime arrival, EventKind kind, quint64 message = 0, quint64 participant = 0)
{
    IngestedEvent event;
    event.kind = kind;
    event.arrival = arrival;
    event.message = {message == 0 ? 0U : 7U, message};
    event.participant = {participant == 0 ? 0U : 9U, participant};
    return event;
}

inline ProbeResult counterAt(UtcTime at, quint64 counter)
{
    ProbeResult result;
    result.at = at;
    result.messagesSentCounter = counter;
    return result;
}

inline ProbeResult callbacksAt(UtcTime at, CallbackSettings callbacks)
{
    ProbeResult result;
    result.at = at;
    result.callbacks = callbacks;
    return result;
}

/// Advances ten times a second, as the ingest thread does; collects what was closed.
inline void advanceTo(NodeMeter &meter, UtcTime from, UtcTime to, std::vector<ClosedSecond> *closed = nullptr)
{
    for (auto now = from; now < to; now += Millis{100}) {
        for (auto &second : meter.advance(now)) {
            if (closed)
                closed->push_back(second);
        }
    }
    for (auto &second : meter.advance(to)) {
        if (closed)
            closed->push_back(second);
    }
}

inline bool conserves(const IngestTotals &totals)
{
    return totals.received == totals.counted + totals.apart + totals.redelivered + totals.rejected;
}

} // namespace barograph::test
