// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/node_feeds.h"

#include "core/node_traits.h"

#include <algorithm>
#include <utility>

namespace barograph {

void NodeFeeds::setNodes(const std::vector<MeterBank::IndexedNode> &nodes)
{
    for (auto &[index, known] : m_nodes)
        known.isSetUp = false;
    for (const auto &[index, config] : nodes) {
        auto &known = m_nodes[index];
        known.isSetUp = true;
        known.tapOnly = isFedByTapOnly(config);
    }
}

std::vector<FeedRecord> NodeFeeds::review(const std::function<bool(NodeIndex)> &isConnected, UtcTime now)
{
    std::vector<FeedRecord> changes;
    for (auto &[index, known] : m_nodes) {
        auto feed = EventFeed::Absent;
        if (known.isSetUp && isConnected(index))
            feed = EventFeed::Tap;
        else if (known.isSetUp)
            feed = known.tapOnly ? EventFeed::None : EventFeed::Listener;
        if (std::exchange(known.feed, feed) != feed)
            changes.push_back({index, feed, now});
    }
    return changes;
}

std::vector<FeedRecord> NodeFeeds::all(UtcTime now) const
{
    std::vector<FeedRecord> records;
    records.reserve(m_nodes.size());
    for (const auto &[index, known] : m_nodes) {
        if (known.feed != EventFeed::Absent)
            records.push_back({index, known.feed, now});
    }
    return records;
}

bool NodeFeeds::anyByTap() const
{
    return std::any_of(m_nodes.begin(), m_nodes.end(),
                       [](const auto &node) { return node.second.feed == EventFeed::Tap; });
}

} // namespace barograph
