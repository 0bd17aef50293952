// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/poller.h"

#include "nodes/poller_worker.h"

namespace barograph {

Poller::Poller(SecretStore &secrets, HttpLimits limits, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_limits(limits)
{
    m_thread.setObjectName(QStringLiteral("poller"));
}

Poller::~Poller()
{
    stop();
}

void Poller::start(const std::vector<PolledNode> &nodes)
{
    if (m_worker == nullptr) {
        m_worker = new PollerWorker(m_secrets, m_limits);
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        connect(m_worker, &PollerWorker::probed, this, &Poller::probed);
        connect(m_worker, &PollerWorker::queueSeen, this, &Poller::queueSeen);
        connect(m_worker, &PollerWorker::databaseStatsSeen, this, &Poller::databaseStatsSeen);
        m_thread.start();
        Q_EMIT started();
    }
    setNodes(nodes);
}

void Poller::setNodes(const std::vector<PolledNode> &nodes)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, nodes] { worker->setNodes(nodes); }, Qt::QueuedConnection);
    }
}

void Poller::stop()
{
    if (m_worker == nullptr)
        return;
    Q_EMIT stopping();
    m_thread.quit();
    m_thread.wait();
    m_worker = nullptr;
}

void Poller::credentialsChanged(const QString &nodeId)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, nodeId] { worker->credentialsChanged(nodeId); }, Qt::QueuedConnection);
    }
}

void Poller::askNow(const QString &nodeId)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, nodeId] { worker->askNow(nodeId); }, Qt::QueuedConnection);
    }
}

void Poller::askDatabaseStats(const QString &nodeId)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, nodeId] { worker->askDatabaseStats(nodeId); }, Qt::QueuedConnection);
    }
}

} // namespace barograph
