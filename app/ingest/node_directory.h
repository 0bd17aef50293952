// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <mutex>
#include <optional>
#include <vector>

namespace barograph {

/// Gives each node id its index for this run: dense, from 0, in the order of first appearance, never reused.
/// Any thread.
class NodeDirectory
{
public:
    /// Nothing when all 65,536 indices have been given.
    std::optional<NodeIndex> indexFor(const QString &nodeId)
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = findLocked(nodeId))
            return known;
        if (m_ids.size() > std::numeric_limits<NodeIndex>::max())
            return std::nullopt;
        m_ids.push_back(nodeId);
        return static_cast<NodeIndex>(m_ids.size() - 1);
    }
    std::optional<NodeIndex> find(const QString &nodeId) const
    {
        const std::lock_guard lock(m_mutex);
        return findLocked(nodeId);
    }

private:
    std::optional<NodeIndex> findLocked(const QString &nodeId) const
    {
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (m_ids[i] == nodeId)
                return static_cast<NodeIndex>(i);
        }
        return std::nullopt;
    }

    mutable std::mutex m_mutex;
    std::vector<QString> m_ids;
};

} // namespace barograph
