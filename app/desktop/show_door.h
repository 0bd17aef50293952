// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instance_claim.h"

#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

QT_BEGIN_NAMESPACE
class QLocalSocket;
QT_END_NAMESPACE

namespace barograph {

/// Where another start on the same data folder asks for the window of this one: a local socket in that folder, for this
/// user alone. Nothing else can be asked for. Who says anything else, or nothing within seconds, is hung up on; few are
/// heard at a time, and nobody is waited for. One thread, with an event loop.
class ShowDoor : public QObject
{
    Q_OBJECT

public:
    /// The claim outlives this. What a crashed run left in the place is cleared: whoever has the claim has the place.
    /// A file system that knows no sockets is no error: the others then only find the claim taken.
    explicit ShowDoor(const InstanceClaim &claim, QObject *parent = nullptr);
    ~ShowDoor() override;

    bool isOpen() const { return m_watch != nullptr; }

Q_SIGNALS:
    /// The window is to come to the front, now: the other one is told that it has when this returns. `token`: by which
    /// the desktop allows it, may be empty.
    void asked(const QByteArray &token);

private:
    QList<QLocalSocket *> visitors() const;
    void letIn();
    void greet(int descriptor);
    void hear(QLocalSocket &visitor);

    int m_folder;
    OwnedDescriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_watch;
    QTimer m_rest;
};

} // namespace barograph
