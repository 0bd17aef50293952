// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "nodes/node_runtime.h"

#include <QHash>

#include <mutex>

namespace barograph {

/// Which node is meant, across threads: the poller knows numbers, the history wants names.
///
/// Thread-safe. The lock is held for a look-up in a table of at most a few dozen entries.
class NodeNames
{
public:
    struct Name
    {
        QString shown;
        bool simulated = false;
    };

    /// Numbers new nodes and keeps the numbers of those already known.
    std::vector<PolledNode> setNodes(const std::vector<NodeConfig> &nodes);
    /// Empty for a number that was never given.
    QString idOf(NodeIndex index) const;
    /// The id itself for a node that is not configured any more: its old events may still be replayed.
    Name nameOf(const QString &id) const;

private:
    mutable std::mutex m_mutex;
    std::vector<QString> m_ids; ///< by number
    QHash<QString, Name> m_names;
};

} // namespace barograph
