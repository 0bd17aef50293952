// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/demo.h"

#include "runtime/runtime_words.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace barograph {

namespace {

const QString kDemoId = QStringLiteral("demo");
constexpr int kLookEveryMs = 20;
constexpr int kMostDemos = 99;

} // namespace

Paths Demo::freshPaths()
{
    const QString base = standardPaths().stateDir;
    makePrivateFolder(base);
    // Several demos may run at once; the lock file beside a folder tells whether somebody lives there.
    static std::unique_ptr<QLockFile> lock;
    QString folder;
    for (int number = 1; number <= kMostDemos; ++number) {
        folder = base % QLatin1String("/demo-") % QString::number(number);
        lock = std::make_unique<QLockFile>(folder % QLatin1String(".lock"));
        lock->setStaleLockTime(0);
        if (lock->tryLock())
            break;
    }
    QDir(folder).removeRecursively();
    return pathsBelow(folder);
}

void Demo::forget(const Paths &paths)
{
    QDir(QFileInfo(paths.stateDir).path()).removeRecursively();
}

Demo::Demo(Backend &backend, SessionSecretStore &secrets, NodeAdmin &admin, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_secrets(secrets)
    , m_admin(admin)
{
    connect(&m_admin, &NodeAdmin::edited, this, &Demo::onEdited);
    connect(&m_node, &DemoNode::failed, this, &Demo::failed);
    connect(&m_node, &DemoNode::ready, this, &Demo::addNode);
    connect(&m_wait, &QTimer::timeout, this, &Demo::launchWhenListening);
}

void Demo::start()
{
    // The address is asked for by the node's id, so the route comes before the node that will post to it.
    NodeConfig route;
    route.id = kDemoId;
    route.name = RuntimeWords::tr("Demo number");
    route.simulated = true;
    m_backend.reserveRoute(route);
    m_wait.start(kLookEveryMs);
}

void Demo::launchWhenListening()
{
    const QString address = m_backend.webhookUrl(kDemoId);
    if (address.isEmpty())
        return;
    m_wait.stop();
    m_node.start(QUrl(address));
}

void Demo::addNode(const NodeConfig &node)
{
    m_secrets.keepForSession(node.id, SecretName::kPassword, m_node.password());
    ConfigEditRequest request;
    request.ticket = kTicket;
    request.edit = SaveNode{NodeDraft{node, {}, {}}};
    m_admin.edit(request);
}

void Demo::onEdited(const ConfigEditResult &result)
{
    if (result.ticket != kTicket)
        return;
    if (result.ok)
        Q_EMIT added(result.nodeId);
    else
        Q_EMIT failed(result.text);
}

} // namespace barograph
