// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "core/probe_result.h"
#include "frame/frame.h"
#include "health/drift.h"
#include "health/expiry.h"
#include "health/topology.h"
#include "markers/marker_keeper.h"
#include "meters/notice_board.h"
#include "silence/silence_watch.h"

namespace barograph {

/// How one node is: judges it by what it is asked, what it tells by itself and
/// what does not come from it, and marks when that changes. Pure; lives on the
/// ingest thread.
class NodeCondition
{
public:
    explicit NodeCondition(const QString &nodeId)
        : m_markers(nodeId)
    {}

    /// Anything came, also what was refused or had come before.
    void arrived() { m_silence.arrived(); }
    /// An event that is counted apart, not redelivered.
    void addNotice(const IngestedEvent &event, UtcTime arrival) { m_notices.add(event, arrival); }
    /// `sentStatuses`: the node is known to send them.
    void apply(const ProbeResult &result, UtcTime at, bool sentStatuses);
    /// A control of ours: settings that it changed are no drift.
    void apply(const ControlResult &result, UtcTime at);
    void setListening(bool listening, UtcTime at) { m_silence.setListening(listening, at); }
    void setUsualTraffic(std::shared_ptr<const UsualTraffic> usual) { m_silence.setUsual(std::move(usual)); }
    /// Nobody has looked at its members for a while.
    void forgetMembers() { m_topology = {}; }

    void restoreSettings(const DriftMemory &memory) { m_drift.restore(memory); }
    std::optional<DriftMemory> takeSettingsToStore() { return m_drift.takeToStore(); }
    void dismissDrift() { m_drift.dismiss(); }
    std::vector<Marker> takeMarkersToStore() { return m_markers.takeNew(); }

    /// Adds the judgement and what it rests on to a frame that holds already what
    /// was asked, what is visible, where sends are counted from, and when each
    /// kind came last. `isClockSteady`: our clock can be trusted now.
    void fill(NodeFrame &frame, const NodeConfig &config, const CallbackSettings &callbacks, bool isClockSteady,
              UtcTime now);

private:
    void judge(NodeFrame &frame, const NodeConfig &config, UtcTime now);

    NoticeBoard m_notices;
    TopologyWatch m_topology;
    SilenceWatch m_silence;
    DriftWatch m_drift;
    ExpiryBook m_expiries;
    MarkerKeeper m_markers;
};

} // namespace barograph
