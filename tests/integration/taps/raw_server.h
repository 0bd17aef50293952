// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

/// A TCP server that does with a WebSocket handshake what it is told, and then nothing at all: it answers no ping.
class RawServer : public QObject
{
    Q_OBJECT

public:
    enum class Answers {
        Handshake, ///< 101, as it should be
        Unauthorized,
        Forbidden, ///< as Evolution refuses a key
        Nonsense,  ///< something that is not HTTP
        Nothing
    };

    explicit RawServer(Answers answers);

    QUrl url() const;
    int connections() const { return m_connections; } ///< so far
    bool hasConnection() const;                       ///< past the handshake
    /// Bytes behind the handshake.
    void send(const QByteArray &bytes);

private:
    void onReadable(QTcpSocket *socket);

    Answers m_answers;
    QList<QTcpSocket *> m_open;
    int m_connections = 0;
    QTcpServer m_server; ///< goes first, and with it its sockets, of which we hear
};
