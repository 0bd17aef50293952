// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe_result.h"
#include "ingest/fingerprinter.h"
#include "ingest/group_commit.h"
#include "ingest/meter_bank.h"

#include <map>

namespace barograph {

/// What others than the journal tell about nodes, on its way to their meters: polls, queues, controls, history. Keeps
/// what nobody would say again, for meters that are made anew. Lives on the ingest thread.
class MeterFeed
{
public:
    struct Parts
    {
        MeterBank &meters;
        const std::optional<GroupCommit> &commit;
        /// Null before the key could be read.
        std::function<const Fingerprinter *()> prints;
        /// A poll has moved a node's counter: to be written down.
        std::function<void(NodeIndex node, const CounterDelta &delta)> counterMoved;
    };

    /// The parts outlive it.
    explicit MeterFeed(Parts parts)
        : m_parts(std::move(parts))
    {}

    void apply(const ProbeResult &result);
    void apply(const QueueResult &result);
    void apply(const PauseNote &note);
    void apply(NodeIndex node, const ControlResult &result);
    void setUsualTraffic(NodeIndex node, std::shared_ptr<const UsualTraffic> usual);
    void restoreSettings(NodeIndex node, const DriftMemory &memory);
    void dismissDrift(NodeIndex node);
    void resetPeak(NodeIndex node);

    /// Events that had been on their way to the disk are counted: what had to wait for them.
    void catchUp();
    /// Tells meters that have been made anew.
    void tellAgain();

private:
    void applyNow(const ProbeResult &result);
    void takeGroups(const ProbeResult &result, NodeMeter &meter);

    Parts m_parts;
    std::map<NodeIndex, std::shared_ptr<const UsualTraffic>> m_usual;
    std::map<NodeIndex, DriftMemory> m_settingsSeen; ///< by an earlier run
    std::map<NodeIndex, PauseNote> m_pauseNotes;     ///< the newest of each: nobody repeats them, as polls are
    std::vector<ProbeResult> m_deferred;             ///< oldest first
};

} // namespace barograph
