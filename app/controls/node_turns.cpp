// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/node_turns.h"

namespace barograph {

void NodeTurns::take(const QString &nodeId, Job job)
{
    auto &jobs = m_jobs[nodeId];
    jobs.push_back(std::move(job));
    if (jobs.size() == 1)
        start(nodeId);
}

void NodeTurns::start(const QString &nodeId)
{
    // A copy: the job may end at once and thereby leave the queue.
    const Job job = m_jobs.at(nodeId).front();
    job([this, nodeId] {
        const auto found = m_jobs.find(nodeId);
        found->second.pop_front();
        if (found->second.empty())
            m_jobs.erase(found);
        else
            start(nodeId);
    });
}

} // namespace barograph
