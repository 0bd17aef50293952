// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <deque>
#include <functional>
#include <map>

namespace barograph {

/// Lets jobs of one node run one after the other, so that no control reads a state that another is changing. Jobs of
/// different nodes do not wait for each other. Not thread-safe.
class NodeTurns
{
public:
    /// Does something asynchronous and calls `done` once, when the next one may start.
    using Job = std::function<void(std::function<void()> done)>;

    /// Runs `job` at once if the node is free, else when its turn comes.
    void take(const QString &nodeId, Job job);
    bool isBusy(const QString &nodeId) const { return m_jobs.count(nodeId) != 0; }

private:
    void start(const QString &nodeId);

    std::map<QString, std::deque<Job>> m_jobs; ///< the first one of each node is running
};

} // namespace barograph
