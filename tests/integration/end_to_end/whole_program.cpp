// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole_program.h"

#include "cli/demo_node.h"

#include <QDebug>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTest>

namespace barograph::test {

namespace {

/// Below the range of outgoing connections: while our listener is away, simnode keeps connecting to its port, and from
/// that range it would sooner or later connect to itself and keep the port taken.
quint16 freePort()
{
    constexpr quint32 kFirst = 20'000;
    constexpr quint32 kLast = 30'000;
    QTcpServer probe;
    quint16 port = 0;
    do
        port = static_cast<quint16>(QRandomGenerator::global()->bounded(kFirst, kLast));
    while (!probe.listen(QHostAddress::LocalHost, port));
    return port;
}

} // namespace

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
    m_config.listener.port = freePort();
}

WholeProgram::~WholeProgram() = default;

bool WholeProgram::startBackend()
{
    m_backend = std::make_unique<Backend>(m_paths, m_secrets);
    m_frame = nullptr;
    if (!m_backend->start(m_config))
        return false;
    if (!QTest::qWaitFor([this] { return frame() && frame()->listener.listening; }, 20'000)) {
        qWarning() << "does not listen:" << (m_frame ? m_frame->listener.error : QStringLiteral("no frame"))
                   << (m_frame ? m_frame->journalError : QString());
        return false;
    }
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
