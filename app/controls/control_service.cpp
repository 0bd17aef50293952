// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/control_service.h"

#include "controls/control_request.h"
#include "controls/control_worker.h"
#include "controls/controls_words.h"
#include "nodes/poller.h"
#include "nodes/poller_worker.h"

namespace barograph {

ControlService::ControlService(Poller &poller, QString auditFile, QString dataDir, QObject *parent)
    : QObject(parent)
    , m_poller(poller)
    , m_auditFile(std::move(auditFile))
    , m_dataDir(std::move(dataDir))
{
    connect(&m_poller, &Poller::started, this, &ControlService::attach);
    connect(&m_poller, &Poller::stopping, this, &ControlService::detach);
    if (m_poller.worker() != nullptr)
        attach();
}

ControlService::~ControlService()
{
    detach();
}

void ControlService::attach()
{
    PollerWorker *poller = m_poller.worker();
    // Made on the poller's thread, so that every object in it belongs there, and connected there, before it can tell
    // anything. Short: it only opens small files.
    QMetaObject::invokeMethod(
        poller,
        [this, poller] {
            m_worker = new ControlWorker(*poller, m_auditFile, m_dataDir);
            connect(m_worker, &ControlWorker::previewReady, this, &ControlService::previewReady);
            connect(m_worker, &ControlWorker::previewFailed, this, &ControlService::previewFailed);
            connect(m_worker, &ControlWorker::finished, this, &ControlService::finished);
            connect(m_worker, &ControlWorker::pauseNoted, this, &ControlService::pauseNoted);
        },
        Qt::BlockingQueuedConnection);
}

void ControlService::detach()
{
    if (m_worker == nullptr)
        return;
    QMetaObject::invokeMethod(
        m_poller.worker(), [this] { delete std::exchange(m_worker, nullptr); }, Qt::BlockingQueuedConnection);
}

void ControlService::prepare(const ControlRequest &request)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, request] { worker->prepare(request); }, Qt::QueuedConnection);
        return;
    }
    ControlResult result;
    result.nodeId = nodeIdOf(request);
    result.detail = ControlWords::tr("Nodes are not being asked at the moment, so nothing can be changed.");
    result.at = utcNow();
    Q_EMIT previewFailed(result);
}

void ControlService::confirm(quint64 ticket, const ControlRequest &request)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, ticket, request] { worker->confirm(ticket, request); }, Qt::QueuedConnection);
        return;
    }
    ControlResult result;
    result.ticket = ticket;
    result.nodeId = nodeIdOf(request);
    result.detail = ControlWords::tr("Nodes are not being asked at the moment, so nothing was changed.");
    result.at = utcNow();
    Q_EMIT finished(result);
}

void ControlService::cancel(quint64 ticket)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, ticket] { worker->cancel(ticket); }, Qt::QueuedConnection);
    }
}

} // namespace barograph
