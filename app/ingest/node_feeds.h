// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/meter_bank.h"

#include <functional>
#include <map>

namespace barograph {

/// By what each node's events reach us, as it was last written down: finds what has changed since. A node that is taken
/// out is still looked after, without its tap. Lives on the ingest thread.
class NodeFeeds
{
public:
    void setNodes(const std::vector<MeterBank::IndexedNode> &nodes);
    /// What has changed, to be written down. `isConnected`: the node's tap brings events now, and they can be stored.
    std::vector<FeedRecord> review(const std::function<bool(NodeIndex node)> &isConnected, UtcTime now);

    /// What stands written, of all nodes, to be said again as of `now`.
    std::vector<FeedRecord> all(UtcTime now) const;
    bool anyByTap() const;

private:
    struct Known
    {
        bool tapOnly = false;
        EventFeed feed = EventFeed::Listener; ///< as meters, and those who replay, take it until they are told
    };

    std::map<NodeIndex, Known> m_nodes;
};

} // namespace barograph
