// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole_program.h"

#include "cli/demo_node.h"

#include <QJsonDocument>
#include <QTest>

namespace barograph::test {

const QString WholeProgram::kNodeId = QStringLiteral("sim");

WholeProgram::WholeProgram()
    : m_paths(pathsBelow(m_folder.path()))
    , m_secrets({}, SessionSecretStore::Keychain::DoNotUse)
{
    NodeConfig node;
    node.id = kNodeId;
    node.name = QStringLiteral("Simulated number");
    node.simulated = true;
    node.allocatedTps = 20;
    m_config.nodes = {node};
    m_config.listener.port = 0;
}

WholeProgram::~WholeProgram() = default;

bool WholeProgram::startBackend()
{
    m_backend = std::make_unique<Backend>(m_paths, m_secrets);
    m_frame = nullptr;
    if (!m_backend->start(m_config))
        return false;
    if (!QTest::qWaitFor([this] { return frame() && frame()->listener.listening; }, 20'000))
        return false;
    // After a restart simnode must find us where we were.
    m_config.listener.port = frame()->listener.port;
    return true;
}

bool WholeProgram::startNode(const QStringList &options)
{
    if (!m_node.start(options + QStringList{QStringLiteral("--webhook"), webhookUrl()}))
        return false;
    const auto ready = parseSimnodeReady(QJsonDocument(m_node.ready()).toJson(QJsonDocument::Compact));
    if (!ready)
        return false;
    NodeConfig node = demoNodeConfig(*ready);
    node.id = kNodeId;
    node.name = m_config.nodes.front().name;
    node.statsIntervalMs = 500;
    m_config.nodes = {node};
    m_secrets.keepForSession(kNodeId, SecretName::kPassword, Secret(QByteArray(kSimnodePassword)));
    m_backend->setNodes(m_config.nodes);
    return true;
}

FramePtr WholeProgram::frame()
{
    if (m_backend) {
        if (auto newer = m_backend->latestFrame())
            m_frame = std::move(newer);
    }
    return m_frame;
}

const NodeFrame &WholeProgram::nodeFrame()
{
    return *frame()->node(kNodeId);
}

} // namespace barograph::test
