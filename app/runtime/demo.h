// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/demo_node.h"
#include "config/paths.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "setup/node_admin.h"

namespace barograph {

/// Puts a simulated node under the dashboard by the way a user's node takes: its route is made, the node is told the
/// address, and it is saved into a configuration file of its own.
class Demo : public QObject
{
    Q_OBJECT

public:
    /// A folder of its own, empty, so that simulated figures never mix with real ones nor with those of an earlier
    /// demo. This process owns it until it ends; what ended demos left behind is cleared.
    static Paths freshPaths();
    /// Takes a demo's folder away, once it has ended.
    static void forget(const Paths &paths);

    Demo(Backend &backend, SessionSecretStore &secrets, NodeAdmin &admin, QObject *parent = nullptr);
    /// Of the edit with which the node is saved: nobody else waits for its result.
    static constexpr quint64 kTicket = std::numeric_limits<quint64>::max();

    /// Call after backend.start().
    void start();

Q_SIGNALS:
    /// The simulated node is part of the configuration now.
    void added(const QString &nodeId);
    void failed(const QString &reason);

private:
    void launchWhenListening();
    void addNode(const NodeConfig &node);
    void onEdited(const ConfigEditResult &result);

    Backend &m_backend;
    SessionSecretStore &m_secrets;
    NodeAdmin &m_admin;
    DemoNode m_node;
    QTimer m_wait;
    FramePtr m_frame;
};

} // namespace barograph
