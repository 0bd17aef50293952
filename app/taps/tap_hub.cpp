// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_hub.h"

#include "taps/tap_hub_worker.h"

#include <algorithm>

namespace barograph {

TapHub::TapHub(SecretStore &secrets, TakeBody take, const TapTimings &timings, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_take(std::move(take))
    , m_timings(timings)
{
    qRegisterMetaType<TapNote>();
    m_thread.setObjectName(QStringLiteral("taps"));
}

TapHub::~TapHub()
{
    stop();
}

void TapHub::setNodes(const std::vector<PolledNode> &nodes)
{
    const bool wanted =
        std::any_of(nodes.begin(), nodes.end(), [](const PolledNode &node) { return node.config.tap.has_value(); });
    if (m_worker == nullptr) {
        if (!wanted)
            return;
        m_worker = new TapHubWorker(m_secrets, m_take, m_timings);
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        connect(m_worker, &TapHubWorker::noted, this, &TapHub::noted);
        m_thread.start();
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, nodes] { worker->setNodes(nodes); }, Qt::QueuedConnection);
}

void TapHub::stop()
{
    if (m_worker == nullptr)
        return;
    m_thread.quit();
    m_thread.wait();
    m_worker = nullptr;
}

void TapHub::credentialsChanged(const QString &nodeId)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, nodeId] { worker->credentialsChanged(nodeId); }, Qt::QueuedConnection);
    }
}

} // namespace barograph
