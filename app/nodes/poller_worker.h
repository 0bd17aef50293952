// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/database_stats.h"
#include "net/back_off.h"
#include "nodes/node_runtime.h"

#include <QTimer>

#include <map>
#include <vector>

namespace barograph {

/// The part of the poller that lives on its thread: one runtime per node, and the rhythm of looking at queues.
class PollerWorker : public QObject
{
    Q_OBJECT

public:
    PollerWorker(SecretStore &secrets, HttpLimits limits);

    /// Nodes whose configuration did not change go on undisturbed.
    void setNodes(const std::vector<PolledNode> &nodes);
    /// Null if there is no such node.
    NodeRuntimePtr find(const QString &nodeId) const;
    std::vector<NodeRuntimePtr> runtimes() const;
    void credentialsChanged(const QString &nodeId);
    void askNow(const QString &nodeId);
    /// databaseStatsSeen() follows, whatever happens; one answer for all who ask the same node meanwhile.
    void askDatabaseStats(const QString &nodeId);

Q_SIGNALS:
    void probed(const barograph::ProbeResult &result);
    void queueSeen(const barograph::QueueResult &result);
    void databaseStatsSeen(const barograph::DatabaseStats &stats);
    void nodesChanged();

private:
    struct Watched
    {
        NodeRuntimePtr runtime;
        std::unique_ptr<QTimer> queueTimer;
        BackOff queueBackOff;
    };

    void watch(const PolledNode &node);
    void lookAtQueue(const QString &nodeId);
    void tellOfLostDatabaseQuestions();
    void onQueueSeen(const QString &nodeId, const QueueResult &result);

    SecretStore &m_secrets;
    HttpLimits m_limits;
    std::map<QString, Watched> m_watched;
    std::map<QString, NodeRuntime *> m_databaseAsked; ///< under way; to be compared only
};

} // namespace barograph
