// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "simnode_process.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace barograph::test {

/// Barograph's services without a window, on a folder of their own, watching one simnode. Can be stopped and started
/// again in the middle, at the same address.
class WholeProgram
{
public:
    WholeProgram();
    ~WholeProgram();

    /// False if it does not listen within some seconds.
    bool startBackend();
    void stopBackend() { m_backend.reset(); }
    /// Starts simnode, pointed at our address, and makes it our node.
    bool startNode(const QStringList &options);

    Backend &backend() { return *m_backend; }
    SimNodeProcess &node() { return m_node; }
    /// What startBackend() starts with.
    Config &config() { return m_config; }
    const Paths &paths() const { return m_paths; }
    /// The newest frame; the one before if there is no newer. Null before the first.
    FramePtr frame();
    /// Our node in it. Only once there is a frame.
    const NodeFrame &nodeFrame();
    /// Address with its secret.
    QString webhookUrl() const { return m_backend->webhookUrl(kNodeId); }

    static const QString kNodeId;

private:
    QTemporaryDir m_folder;
    Paths m_paths;
    SessionSecretStore m_secrets;
    Config m_config;
    std::unique_ptr<Backend> m_backend;
    SimNodeProcess m_node;
    FramePtr m_frame;
};

} // namespace barograph::test
