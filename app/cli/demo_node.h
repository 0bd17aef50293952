// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <optional>

namespace barograph {

/// What barograph-simnode says on its first line of output.
struct SimnodeReady
{
    QUrl url;
    QString sha256; ///< of its certificate, lower-case hex
    QUrl queueUrl;
};

/// Reads {"ready":true,"url":"…","sha256":"…","queue_url":"…"}; nothing if it is something else. Pure.
std::optional<SimnodeReady> parseSimnodeReady(const QByteArray &line);

/// The node as it is added to the configuration. Pure.
NodeConfig demoNodeConfig(const SimnodeReady &ready);

/// Runs barograph-simnode as a child for the demo. The child ends with this object, with this process even if that is
/// killed, and when its standard input closes.
class DemoNode : public QObject
{
    Q_OBJECT

public:
    /// Where the program is: beside this one, else in $PATH; empty if it is nowhere.
    static QString findProgram();

    explicit DemoNode(QObject *parent = nullptr);
    /// Ends the child and waits for it, at most two seconds.
    ~DemoNode() override;

    /// Starts the child with the demo's traffic; then ready or failed comes, once. Call it on the main thread: the
    /// child ends when the thread that started it does.
    /// The node posts to `webhook`, which it is told by environment: the address holds a secret.
    void start(const QUrl &webhook, const QString &program = findProgram(),
               const QStringList &scenarios = demoScenarios());

    /// The random password of this run's node: store it under SecretName::kPassword before adding the node.
    const Secret &password() const { return m_password; }
    static QStringList demoScenarios();

Q_SIGNALS:
    void ready(const barograph::NodeConfig &node);
    /// It could not be started, said nothing usable, or ended by itself, also after ready. Not emitted on purpose.
    void failed(const QString &reason);

private:
    void onOutput();
    void fail(const QString &reason);

    Secret m_password;
    QProcess m_process;
    QTimer m_startLimit;
    QByteArray m_firstLine;
    QByteArray m_lastError;
    bool m_ready = false;
    bool m_done = false; ///< failed, or ending on purpose
};

} // namespace barograph
