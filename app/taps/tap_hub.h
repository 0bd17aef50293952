// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/tap_view.h"
#include "nodes/node_runtime.h"
#include "taps/tap_timings.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <vector>

namespace barograph {

class SecretStore;
class TapHubWorker;

/// All nodes' taps, on a thread of their own, so that neither polls nor the screen wait for a storm of frames.
///
/// Functions are called on the thread this object lives on and return at once, but stop() joins.
class TapHub : public QObject
{
    Q_OBJECT

public:
    /// Called on the taps' thread; must not wait.
    using TakeBody = std::function<void(const QString &nodeId, const QByteArray &body)>;

    /// `secrets` must outlive this object.
    explicit TapHub(SecretStore &secrets, TakeBody take, const TapTimings &timings = {}, QObject *parent = nullptr);
    ~TapHub() override; ///< stop()

    /// Nodes without a tap are passed over. Taps whose node did not change stay connected. Starts the thread.
    void setNodes(const std::vector<PolledNode> &nodes);
    /// Closes all connections and joins the thread. What had arrived has been handed over.
    void stop();
    /// The key of this node was stored or removed: connect anew.
    void credentialsChanged(const QString &nodeId);

Q_SIGNALS:
    /// On the thread this object lives on.
    void noted(const barograph::TapNote &note);

private:
    SecretStore &m_secrets;
    TakeBody m_take;
    TapTimings m_timings;
    QThread m_thread;
    TapHubWorker *m_worker = nullptr;
};

} // namespace barograph
