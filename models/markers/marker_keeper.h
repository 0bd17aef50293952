// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/health.h"
#include "health/notable.h"
#include "health/topology.h"
#include "markers/marker.h"

#include <deque>
#include <optional>
#include <vector>

namespace barograph {

/// Makes markers of what happens to one node: its state becoming another one, failovers, settings changed elsewhere.
/// Pure: the caller passes the time. Fixed memory. Lives on the ingest thread.
///
/// A state is marked when it has lasted kSettles, at the moment at which it began. What goes back before that is no
/// change. More than kMostChanges within kRestless is one marker that says so, and then nothing until the state has
/// been the same for kRestless: what flaps all night is one line, not hundreds.
class MarkerKeeper
{
public:
    static constexpr Millis kSettles{3'000};
    static constexpr std::chrono::minutes kRestless{5};
    static constexpr int kMostChanges = 6;
    static constexpr std::size_t kMost = 500;

    explicit MarkerKeeper(QString nodeId);

    void judged(const Judgement &judgement, UtcTime now);
    void sawTopology(const TopologyView &topology, UtcTime now);
    void sawDrift(const std::optional<DriftView> &drift);

    /// Of this run, oldest first, at most kMost; null while there is none. The same object while nothing changed.
    const MarkerList &markers() const { return m_shown; }
    /// Those made since the last call, to be stored.
    std::vector<Marker> takeNew();

private:
    void mark(Marker marker);
    void settle(const Judgement &judgement, UtcTime since);

    QString m_nodeId;
    std::optional<Judgement> m_settled; ///< the state that was told last
    std::optional<NodeState> m_candidate;
    UtcTime m_candidateSince{};
    std::deque<UtcTime> m_changes; ///< within kRestless
    UtcTime m_lastChange{};        ///< of the candidate, settled or not
    bool m_restless = false;
    std::optional<UtcTime> m_failover;
    std::optional<UtcTime> m_drift;
    MarkerList m_shown;
    std::vector<Marker> m_new;
};

/// Made of what the marker is about, so that the same moment that is told twice is one marker.
QString markerId(const QString &nodeId, MarkerKind kind, UtcTime at);
/// Worse in this order: ok, unknown, off, degraded, silent, down.
bool isWorse(NodeState state, NodeState than);

} // namespace barograph
