// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

/// A port of loopback on which nobody listens right now. For programs that cannot be told to choose one themselves.
inline quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

inline bool isListenedOn(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(1000);
}

/// Waits until `program`, just started, listens there; false if it ended instead, or never does.
inline bool comesToListen(QProcess &program, quint16 port, int patienceMs)
{
    // Until then its state would be neither.
    if (!program.waitForStarted(patienceMs))
        return false;
    const bool settled =
        QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning || isListenedOn(port); }, patienceMs);
    return settled && program.state() == QProcess::Running;
}
