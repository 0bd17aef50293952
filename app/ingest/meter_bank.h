// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlog/event_log_writer.h"
#include "meters/node_meter.h"
#include "storage/journal_record.h"

#include <functional>
#include <string_view>

namespace barograph {

/// The meters of all nodes, and what they give to the outside. Lives on the ingest thread.
class MeterBank
{
public:
    using NodeIds = std::function<QString(NodeIndex)>;
    struct Sinks
    {
        /// Finished seconds, oldest first, of several nodes; also those made again when the journal is replayed.
        std::function<void(const std::vector<ClosedSecond> &seconds, const NodeIds &nodeId)> closedSeconds;
        std::function<void(const QString &nodeId, const StormView &storm)> storm;
        /// Settings of a node as they were last seen, whenever they changed: for restoreSettings() in a later run.
        std::function<void(const QString &nodeId, const DriftMemory &memory)> settings = {};
        /// What a node has learnt from its group storms, whenever that changed; and what earlier runs have.
        std::function<void(const QString &nodeId, const ReceiptCurve &curve)> curve = {};
        std::function<std::optional<ReceiptCurve>(const QString &nodeId)> curveOf = {};
        /// A state change, failover or drift of a node, once, when it has been seen.
        std::function<void(const Marker &marker)> marker = {};
    };

    explicit MeterBank(Sinks sinks);

    /// A node with the index that it has for the whole run; indices are given without gaps. A node that is taken out
    /// keeps its counts, and goes on with them when it is put in again.
    struct IndexedNode
    {
        NodeIndex index = 0;
        NodeConfig config;
    };
    /// Adds, changes and removes nodes.
    void setNodes(const std::vector<IndexedNode> &nodes, UtcTime now);
    std::optional<NodeIndex> indexOf(const QString &nodeId) const;
    bool isActive(NodeIndex node) const { return node < m_nodes.size() && m_nodes[node].active; }
    const NodeConfig &config(NodeIndex node) const { return m_nodes[node].config; }
    std::size_t nodeCount() const { return m_nodes.size(); }
    /// Null for an index that was never given.
    NodeMeter *meter(NodeIndex node);

    /// Takes what became durable, or what the journal replays. Other records than events, tallies and feeds are passed
    /// over.
    void count(const JournalRecord &record);
    void countUnroutable();

    void setListening(bool listening, UtcTime at);
    bool isListening() const { return m_listening; }
    /// Whoever knew by what events come is gone: by the listener, until it is said anew.
    void forgetFeeds(UtcTime at);

    /// Closes all seconds before `now`. They reach the sink by emitClosed().
    void advance(UtcTime now);
    /// Closed seconds up to and including this one are not given out: they may be incomplete.
    void skipClosedUntil(UtcSecond second) { m_skipUntil = second; }
    std::size_t closedWaiting() const { return m_closed.size(); }
    void emitClosed();
    void emitStorms(UtcTime now);
    void emitSettings();
    void emitMarkers();

    /// Fills in the nodes, in the order of the configuration, the sums and the newest events.
    void fillFrame(Frame &frame, UtcTime now);
    bool takeChanged() { return std::exchange(m_changed, false); }
    void markChanged() { m_changed = true; }

private:
    struct Node
    {
        NodeConfig config;
        bool active = false;
        NodeMeter meter;
    };

    Sinks m_sinks;
    std::vector<Node> m_nodes;      ///< by index
    std::vector<NodeIndex> m_order; ///< of the active ones, as the configuration has them
    EventLogWriter m_events;
    std::vector<ClosedSecond> m_closed;
    std::optional<UtcSecond> m_skipUntil;
    quint64 m_unroutable = 0;
    bool m_listening = false;
    bool m_changed = false;
};

} // namespace barograph
