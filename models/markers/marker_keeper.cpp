// SPDX-License-Identifier: GPL-3.0-or-later
#include "markers/marker_keeper.h"

#include "text/labels.h"
#include "text/node_notices.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct MarkerKeeperWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::MarkerKeeper)
};

int badness(NodeState state)
{
    switch (state) {
    case NodeState::Ok:
        return 0;
    case NodeState::Unknown:
        return 1;
    case NodeState::Off:
        return 2;
    case NodeState::Degraded:
        return 3;
    case NodeState::Silent:
        return 4;
    case NodeState::Down:
        return 5;
    }
    return 1;
}

QString changeText(NodeState from, const Judgement &to)
{
    const QString is = nodeStateText(to.state);
    const QString was = nodeStateText(from);
    return to.why.isEmpty() ? MarkerKeeperWords::tr("%1, was %2").arg(is, was)
                            : MarkerKeeperWords::tr("%1, was %2: %3").arg(is, was, to.why);
}

/// Without how long ago it was, which would be wrong a minute later.
QString failoverMarkerText(const FailoverView &failover, const TopologyView &topology)
{
    const QString from = shownMember(failover.from, topology);
    const QString to = shownMember(failover.to, topology);
    return failover.ofMaster ? MarkerKeeperWords::tr("%1 became primary master in place of %2").arg(to, from)
                             : MarkerKeeperWords::tr("%1 took over from %2").arg(to, from);
}

QString driftText(const DriftView &drift)
{
    const QString first = drift.changes.empty() ? QString() : settingChangeText(drift.changes.front());
    const auto more = static_cast<int>(drift.changes.size()) - 1;
    if (more <= 0)
        return MarkerKeeperWords::tr("Changed elsewhere: %1").arg(first);
    return MarkerKeeperWords::tr("Changed elsewhere: %1, and %n more", nullptr, more).arg(first);
}

} // namespace

QString markerId(const QString &nodeId, MarkerKind kind, UtcTime at)
{
    return nodeId % QStringLiteral("/%1/%2").arg(static_cast<int>(kind)).arg(unixMillis(at));
}

bool isWorse(NodeState state, NodeState than)
{
    return badness(state) > badness(than);
}

MarkerKeeper::MarkerKeeper(QString nodeId)
    : m_nodeId(std::move(nodeId))
{}

void MarkerKeeper::judged(const Judgement &judgement, UtcTime now)
{
    if (m_candidate != judgement.state || now < m_candidateSince) {
        m_candidate = judgement.state;
        m_candidateSince = now;
        if (m_settled && m_settled->state != judgement.state)
            m_lastChange = now;
    }
    if (m_restless && now - m_lastChange >= kRestless) {
        m_restless = false;
        m_changes.clear();
    }
    // What is not known yet, as before the first answer, is no state to have changed from.
    if (!m_settled) {
        if (judgement.state != NodeState::Unknown)
            m_settled = judgement;
        return;
    }
    if (judgement.state == m_settled->state || now - m_candidateSince < kSettles)
        return;
    settle(judgement, m_candidateSince);
}

void MarkerKeeper::settle(const Judgement &judgement, UtcTime since)
{
    const NodeState before = std::exchange(m_settled, judgement)->state;
    m_lastChange = since;
    m_changes.push_back(since);
    while (!m_changes.empty() && since - m_changes.front() > kRestless)
        m_changes.pop_front();
    if (m_restless)
        return;
    Marker marker{{}, since, MarkerKind::StateChange, m_nodeId, {}, isWorse(judgement.state, before)};
    if (static_cast<int>(m_changes.size()) > kMostChanges) {
        m_restless = true;
        marker.bad = true;
        marker.text =
            MarkerKeeperWords::tr("The state goes back and forth between %1 and %2; this is told again when it has "
                                  "settled")
                .arg(nodeStateText(before), nodeStateText(judgement.state));
    } else {
        marker.text = changeText(before, judgement);
    }
    mark(std::move(marker));
}

void MarkerKeeper::sawTopology(const TopologyView &topology, UtcTime now)
{
    const auto &failover = topology.lastFailover;
    if (!failover || !failover->endedAt || *failover->endedAt > now || m_failover == failover->endedAt)
        return;
    m_failover = failover->endedAt;
    mark({{}, *failover->endedAt, MarkerKind::Failover, m_nodeId, failoverMarkerText(*failover, topology), true});
}

void MarkerKeeper::sawDrift(const std::optional<DriftView> &drift)
{
    if (!drift || m_drift == drift->seenAt)
        return;
    m_drift = drift->seenAt;
    mark({{}, drift->seenAt, MarkerKind::Drift, m_nodeId, driftText(*drift), false});
}

void MarkerKeeper::mark(Marker marker)
{
    marker.id = markerId(m_nodeId, marker.kind, marker.at);
    auto markers = m_shown ? *m_shown : std::vector<Marker>();
    std::erase_if(markers, [&marker](const Marker &known) { return known.id == marker.id; });
    const auto place = std::upper_bound(markers.begin(), markers.end(), marker.at,
                                        [](UtcTime at, const Marker &known) { return at < known.at; });
    markers.insert(place, marker);
    if (markers.size() > kMost)
        markers.erase(markers.begin());
    m_shown = std::make_shared<const std::vector<Marker>>(std::move(markers));
    m_new.push_back(std::move(marker));
    if (m_new.size() > kMost)
        m_new.erase(m_new.begin());
}

std::vector<Marker> MarkerKeeper::takeNew()
{
    return std::exchange(m_new, {});
}

} // namespace barograph
