// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/poller_worker.h"

#include "nodes/asked/asked_session.h"
#include "nodes/onprem/probe_database.h"
#include "nodes/onprem/probe_session.h"
#include "nodes/probe_words.h"

namespace barograph {

PollerWorker::PollerWorker(SecretStore &secrets, HttpLimits limits)
    : m_secrets(secrets)
    , m_limits(limits)
{}

void PollerWorker::setNodes(const std::vector<PolledNode> &nodes)
{
    std::map<QString, Watched> before;
    m_watched.swap(before);
    for (const PolledNode &node : nodes) {
        const auto known = before.find(node.config.id);
        if (known != before.end() && known->second.runtime->node == node)
            m_watched.insert(before.extract(known));
        else
            watch(node);
    }
    tellOfLostDatabaseQuestions();
    Q_EMIT nodesChanged();
}

NodeRuntimePtr PollerWorker::find(const QString &nodeId) const
{
    const auto found = m_watched.find(nodeId);
    return found == m_watched.end() ? nullptr : found->second.runtime;
}

std::vector<NodeRuntimePtr> PollerWorker::runtimes() const
{
    std::vector<NodeRuntimePtr> all;
    for (const auto &[id, watched] : m_watched)
        all.push_back(watched.runtime);
    return all;
}

void PollerWorker::credentialsChanged(const QString &nodeId)
{
    if (const auto runtime = find(nodeId); runtime && runtime->session)
        runtime->session->forgetCredentials();
    else if (runtime && runtime->asked)
        runtime->asked->forgetCredentials();
    askNow(nodeId);
}

void PollerWorker::askNow(const QString &nodeId)
{
    const auto found = m_watched.find(nodeId);
    if (found == m_watched.end())
        return;
    if (found->second.runtime->probe)
        found->second.runtime->probe->askNow();
    if (found->second.queueTimer) {
        found->second.queueBackOff.reset();
        lookAtQueue(nodeId);
    }
}

void PollerWorker::askDatabaseStats(const QString &nodeId)
{
    const auto runtime = find(nodeId);
    if (!runtime || !runtime->session) {
        DatabaseStats none;
        none.nodeId = nodeId;
        none.askedAt = utcNow();
        none.error =
            ProbeWords::tr("Only an on-premises client that is switched on can be asked for database statistics.");
        Q_EMIT databaseStatsSeen(none);
        return;
    }
    if (!m_databaseAsked.emplace(nodeId, runtime.get()).second)
        return;
    askDatabase(*runtime->session, this, [this](const DatabaseStats &stats) {
        m_databaseAsked.erase(stats.nodeId);
        Q_EMIT databaseStatsSeen(stats);
    });
}

void PollerWorker::tellOfLostDatabaseQuestions()
{
    for (auto asked = m_databaseAsked.begin(); asked != m_databaseAsked.end();) {
        if (find(asked->first).get() == asked->second) {
            ++asked;
            continue;
        }
        DatabaseStats lost;
        lost.nodeId = asked->first;
        lost.askedAt = utcNow();
        lost.error =
            ProbeWords::tr("The node was changed or taken out before it answered. Ask again if you still need it.");
        asked = m_databaseAsked.erase(asked);
        Q_EMIT databaseStatsSeen(lost);
    }
}

void PollerWorker::watch(const PolledNode &node)
{
    const QString id = node.config.id;
    Watched watched;
    watched.runtime = makeNodeRuntime(node, m_secrets, m_limits);
    // A node that is switched off is not asked. Its queue can still be resumed, which may have been promised for a
    // time.
    if (!node.config.enabled)
        watched.runtime->probe.reset();
    if (NodeProbe *probe = watched.runtime->probe.get()) {
        connect(probe, &NodeProbe::probed, this, &PollerWorker::probed);
        probe->start();
    }
    if (watched.runtime->queue && node.config.enabled) {
        watched.queueTimer = std::make_unique<QTimer>();
        watched.queueTimer->setSingleShot(true);
        connect(watched.queueTimer.get(), &QTimer::timeout, this, [this, id] { lookAtQueue(id); });
        watched.queueTimer->start(0);
    }
    m_watched.insert_or_assign(id, std::move(watched));
}

void PollerWorker::lookAtQueue(const QString &nodeId)
{
    const auto found = m_watched.find(nodeId);
    if (found == m_watched.end())
        return;
    // The timer is the context: a look that was under way when the node was taken out tells nobody anything.
    found->second.queueTimer->stop();
    found->second.runtime->queue->look(found->second.queueTimer.get(),
                                       [this, nodeId](const QueueResult &result) { onQueueSeen(nodeId, result); });
}

void PollerWorker::onQueueSeen(const QString &nodeId, const QueueResult &result)
{
    if (const auto found = m_watched.find(nodeId); found != m_watched.end()) {
        Watched &watched = found->second;
        Millis delay = withJitter(Millis{watched.runtime->node.config.statsIntervalMs}, randomFraction());
        if (result.error.isEmpty())
            watched.queueBackOff.reset();
        else
            delay = std::max(delay, watched.queueBackOff.next(randomFraction()));
        watched.queueTimer->start(delay);
    }
    Q_EMIT queueSeen(result);
}

} // namespace barograph
