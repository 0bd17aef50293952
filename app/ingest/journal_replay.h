// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/dedupe_window.h"
#include "ingest/fingerprinter.h"
#include "ingest/meter_bank.h"

#include <unordered_map>
#include <unordered_set>

namespace barograph {

/// Gives the journal's records to the dedupe window and the meters again, in their order, as they were given when they
/// were written. Records of nodes that are no longer configured only restore the dedupe window.
class JournalReplay
{
public:
    /// `startIncomplete`: older files were trimmed, so the first second lacks events and is not given out again.
    JournalReplay(const Fingerprinter &prints, DedupeWindow &dedupe, MeterBank &meters, bool startIncomplete);

    void visit(const JournalRecord &record);
    /// After the last record: whoever wrote the journal does not listen any more.
    void finish();

    /// When the newest record was made; nothing for an empty journal.
    std::optional<UtcTime> newest() const { return m_newest; }
    /// The newest counter of each node that is configured, without sends.
    const std::unordered_map<NodeIndex, NodeMeter::CounterDelta> &counters() const { return m_counters; }

private:
    struct Source
    {
        quint64 salt = 0;
        std::optional<NodeIndex> node; ///< its index in this run
    };

    void moveTo(UtcTime time);
    void replayNode(const NodeRecord &record);
    void takeNamed(const std::unordered_set<NodeIndex> &named, UtcTime at);
    void replayEvent(IngestedEvent event);
    void replayCounter(const CounterRecord &record);
    void replayListening(const ListeningRecord &record);
    void replayFeed(FeedRecord record);
    void endAt(UtcTime time);
    std::optional<NodeIndex> nodeOf(NodeIndex journalIndex) const;

    const Fingerprinter &m_prints;
    DedupeWindow &m_dedupe;
    MeterBank &m_meters;
    bool m_startIncomplete;
    std::unordered_map<NodeIndex, Source> m_sources;
    std::unordered_map<NodeIndex, NodeMeter::CounterDelta> m_counters;
    std::optional<UtcTime> m_newest;
    std::optional<std::unordered_set<NodeIndex>> m_named; ///< by node records since the last one that has a time
};

} // namespace barograph
