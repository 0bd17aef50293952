// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/node_condition.h"

#include "core/node_traits.h"
#include "health/asked.h"

namespace barograph {

namespace {

std::optional<UtcTime> newestOf(const ByKind<std::optional<UtcTime>> &lastEvent)
{
    std::optional<UtcTime> newest;
    for (const auto kind : kEventKinds) {
        if (lastEvent[kind] && (!newest || *newest < *lastEvent[kind]))
            newest = lastEvent[kind];
    }
    return newest;
}

/// Kinds that can come at present: told by this kind of node, not switched off,
/// not held back from here.
quint8 kindsToExpect(const NodeFrame &frame, const CallbackSettings &callbacks)
{
    const bool paused = frame.outbound.paused.valueOr(false) || frame.outbound.pausedSince;
    const ByKind<bool> comes{{true, !paused && callbacks.sent && frame.sendSource != SendSource::StatsCounter,
                              !paused && callbacks.delivered, !paused && callbacks.read}};
    quint8 kinds = 0;
    for (const auto kind : kEventKinds) {
        if (comes[kind] && !frame.visibility.isBlindFor(kind))
            kinds = static_cast<quint8>(kinds | SecondSample::bit(kind));
    }
    return kinds;
}

} // namespace

void NodeCondition::apply(const ProbeResult &result, UtcTime at, bool sentStatuses)
{
    if (result.health)
        m_topology.apply(*result.health, at);
    if (result.shards)
        m_topology.applyShards(*result.shards, at);
    if (result.clusterChanging)
        m_topology.noteChanging(at);
    if (result.settings)
        m_drift.apply(*result.settings, at);
    m_expiries.apply(result.expiries);
    m_silence.apply(result, at, sentStatuses);
}

void NodeCondition::apply(const ControlResult &result, UtcTime at)
{
    // One that could not be verified may still have been made.
    if (result.outcome == ControlOutcome::Verified || result.outcome == ControlOutcome::Unverified)
        m_drift.noteOurs(result.changes, at);
}

/// By what the node says of itself, or what is said of it where it is asked.
void NodeCondition::judge(NodeFrame &frame, const NodeConfig &config, UtcTime now)
{
    if (tellsMembers(config.kind)) {
        frame.topology = m_topology.view(now, config.expectedShards);
        frame.judgement = judgeTopology(frame.health, frame.probe, frame.topology, config.expectedShards, now);
        return;
    }
    const AskedView asked{isAsked(config),     frame.sessionAsked, frame.account,
                          m_notices.session(), frame.probe,        newestOf(frame.lastEvent)};
    frame.judgement = judgeAsked(asked, now);
}

void NodeCondition::fill(NodeFrame &frame, const NodeConfig &config, const CallbackSettings &callbacks,
                         bool isClockSteady, UtcTime now)
{
    frame.errors = m_notices.errors();
    frame.session = m_notices.session();
    judge(frame, config, now);
    if (config.enabled) {
        // A node that nobody asks has no state to be contradicted, and yet a
        // rhythm.
        const bool works = frame.judgement.state == NodeState::Ok || !isAsked(config);
        frame.silence = m_silence.view({works && isClockSteady, kindsToExpect(frame, callbacks)}, frame.lastEvent, now);
        frame.drift = m_drift.view(now);
        frame.expiries = m_expiries.all();
        frame.judgement = judgeSilence(frame.judgement, frame.silence, frame.drift, now);
    } else {
        frame.judgement = judgeOff();
    }
    m_markers.judged(frame.judgement, now);
    m_markers.sawTopology(frame.topology, now);
    m_markers.sawDrift(frame.drift);
    frame.markers = m_markers.markers();
}

} // namespace barograph
