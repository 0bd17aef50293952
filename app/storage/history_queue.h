// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "meters/node_meter.h"
#include "storms/storm.h"

#include <QString>

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

namespace barograph {

struct HistoryNode
{
    QString id;
    QString name;
    bool simulated = false;

    friend bool operator==(const HistoryNode &, const HistoryNode &) = default;
};

struct NodeStorm
{
    QString nodeId;
    StormView storm;
};

/// What is written in one transaction, oldest first.
struct HistoryBatch
{
    std::vector<HistoryNode> nodes;
    std::vector<ClosedSecond> seconds; ///< ClosedSecond::node is an index into `nodes`
    std::vector<NodeStorm> storms;
    std::vector<ControlResult> controls;

    std::size_t rows() const { return seconds.size() + storms.size() + controls.size(); }
    bool isEmpty() const { return rows() == 0; }
};

/// What waits to be written. Bounded: the oldest gives way and is counted. Not thread-safe.
class HistoryQueue
{
public:
    static constexpr std::size_t kMaxSeconds = 1'000'000; ///< about 90 MB
    static constexpr std::size_t kMaxStorms = 10'000;
    static constexpr std::size_t kMaxControls = 10'000;

    void push(const HistoryNode &node, const std::vector<ClosedSecond> &seconds);
    void push(NodeStorm storm);
    void push(ControlResult control);

    /// The oldest, at most `maxSeconds` seconds and as many storms and as many controls.
    HistoryBatch take(std::size_t maxSeconds);

    std::size_t rows() const { return m_seconds.size() + m_storms.size() + m_controls.size(); }
    bool isEmpty() const { return rows() == 0; }
    quint64 droppedRows() const { return m_dropped; }

private:
    /// Index of `node` in m_nodes; none when 65,536 different ones wait already.
    std::optional<NodeIndex> slotOf(const HistoryNode &node);

    std::vector<HistoryNode> m_nodes; ///< those that m_seconds speaks of
    std::deque<ClosedSecond> m_seconds;
    std::deque<NodeStorm> m_storms;
    std::deque<ControlResult> m_controls;
    quint64 m_dropped = 0;
};

} // namespace barograph
