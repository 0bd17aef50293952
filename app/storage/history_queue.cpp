// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_queue.h"

#include <algorithm>
#include <limits>

namespace barograph {

namespace {

template<typename Row> quint64 dropOldest(std::deque<Row> &rows, std::size_t limit)
{
    if (rows.size() <= limit)
        return 0;
    const auto excess = rows.size() - limit;
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(excess));
    return excess;
}

template<typename Row> std::vector<Row> takeOldest(std::deque<Row> &rows, std::size_t limit)
{
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(limit, rows.size()));
    std::vector<Row> taken(std::make_move_iterator(rows.begin()), std::make_move_iterator(end));
    rows.erase(rows.begin(), end);
    return taken;
}

} // namespace

std::optional<NodeIndex> HistoryQueue::slotOf(const HistoryNode &node)
{
    const auto slot = static_cast<std::size_t>(std::find(m_nodes.begin(), m_nodes.end(), node) - m_nodes.begin());
    if (slot == m_nodes.size()) {
        if (slot > std::numeric_limits<NodeIndex>::max())
            return std::nullopt;
        m_nodes.push_back(node);
    }
    return static_cast<NodeIndex>(slot);
}

void HistoryQueue::push(const HistoryNode &node, const std::vector<ClosedSecond> &seconds)
{
    const auto slot = slotOf(node);
    if (!slot) {
        m_dropped += seconds.size();
        return;
    }
    for (auto second : seconds) {
        second.node = *slot;
        m_seconds.push_back(second);
    }
    m_dropped += dropOldest(m_seconds, kMaxSeconds);
}

void HistoryQueue::push(NodeStorm storm)
{
    m_storms.push_back(std::move(storm));
    m_dropped += dropOldest(m_storms, kMaxStorms);
}

void HistoryQueue::push(ControlResult control)
{
    m_controls.push_back(std::move(control));
    m_dropped += dropOldest(m_controls, kMaxControls);
}

void HistoryQueue::push(MarkerRow marker)
{
    m_markers.push_back(std::move(marker));
    m_dropped += dropOldest(m_markers, kMaxMarkers);
}

HistoryBatch HistoryQueue::take(std::size_t maxSeconds)
{
    HistoryBatch batch;
    batch.nodes = m_nodes;
    batch.seconds = takeOldest(m_seconds, maxSeconds);
    batch.storms = takeOldest(m_storms, maxSeconds);
    batch.controls = takeOldest(m_controls, maxSeconds);
    batch.markers = takeOldest(m_markers, maxSeconds);
    if (m_seconds.empty())
        m_nodes.clear();
    return batch;
}

} // namespace barograph
