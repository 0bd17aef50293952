// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/database_stats.h"
#include "net/http_types.h"
#include "nodes/node_runtime.h"

#include <QObject>
#include <QThread>

#include <vector>

namespace barograph {

class PollerWorker;
class SecretStore;

/// Asks all configured nodes and queues, on a thread of its own with its own event loop.
///
/// Functions are called on the thread this object lives on and return at once, but stop() joins. Signals arrive there
/// too, queued. `secrets` must outlive this object.
class Poller : public QObject
{
    Q_OBJECT

public:
    explicit Poller(SecretStore &secrets, HttpLimits limits = {}, QObject *parent = nullptr);
    /// Stops.
    ~Poller() override;

    /// Starts the thread. No effect if it runs already, but for the nodes.
    void start(const std::vector<PolledNode> &nodes);
    void setNodes(const std::vector<PolledNode> &nodes);
    /// Aborts what is under way and joins the thread. Afterwards start() may be called again.
    void stop();

    /// A password or key of this node was stored or removed: log in anew and ask at once.
    void credentialsChanged(const QString &nodeId);
    /// Ask this node and its queue now, whatever the rhythm and the back-off say.
    void askNow(const QString &nodeId);

    /// Ask an on-premises client to count what is in its database: slow, and a load on it. databaseStatsSeen() follows.
    void askDatabaseStats(const QString &nodeId);

    /// For services that share this thread. Null while stopped.
    PollerWorker *worker() const { return m_worker; }

Q_SIGNALS:
    void probed(const barograph::ProbeResult &result);
    void queueSeen(const barograph::QueueResult &result);
    void databaseStatsSeen(const barograph::DatabaseStats &stats);
    /// The worker exists and its thread runs, but it has not been given any node yet.
    void started();
    /// The worker is about to go: whoever put something on its thread must take it off now.
    void stopping();

private:
    SecretStore &m_secrets;
    HttpLimits m_limits;
    QThread m_thread;
    PollerWorker *m_worker = nullptr;
};

} // namespace barograph
