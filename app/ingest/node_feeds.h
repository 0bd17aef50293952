// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/meter_bank.h"

#include <functional>
#include <map>

namespace barograph {

/// By what each node's events reach us, as it was last written down: finds what has changed since. Lives on the ingest
/// thread.
class NodeFeeds
{
public:
    /// Those that are missing were taken out.
    void setNodes(const std::vector<MeterBank::IndexedNode> &nodes);
    /// What has changed, to be written down. `isConnected`: the node's tap brings events now, and they can be stored.
    std::vector<FeedRecord> review(const std::function<bool(NodeIndex node)> &isConnected, UtcTime now);

    /// What stands written of the nodes that are there, to be said again as of `now`.
    std::vector<FeedRecord> all(UtcTime now) const;
    bool anyByTap() const;

private:
    struct Known
    {
        bool isSetUp = false;
        bool tapOnly = false;
        EventFeed feed = EventFeed::Absent; ///< as those who replay take it until they are told
    };

    std::map<NodeIndex, Known> m_nodes;
};

} // namespace barograph
