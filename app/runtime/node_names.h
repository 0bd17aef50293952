// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <QHash>

#include <mutex>
#include <vector>

namespace barograph {

/// What nodes are called, for the ingest thread, which knows ids. Thread-safe; the lock is held for one look-up.
class NodeNames
{
public:
    struct Name
    {
        QString shown;
        bool simulated = false;
    };

    /// Adds and changes; names of nodes that are gone are kept, because the journal may still tell of them.
    void learn(const std::vector<NodeConfig> &nodes);
    /// The id itself for a node that was never configured in this run.
    Name nameOf(const QString &id) const;

private:
    mutable std::mutex m_mutex;
    QHash<QString, Name> m_names;
};

} // namespace barograph
