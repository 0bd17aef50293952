// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_server.h"

#include <QCryptographicHash>

namespace {

/// RFC 6455, 4.2.2.
QByteArray acceptFor(const QByteArray &request)
{
    const QByteArray name = "sec-websocket-key:";
    const auto at = request.toLower().indexOf(name) + name.size();
    const QByteArray key = request.mid(at, request.indexOf("\r\n", at) - at).trimmed();
    const QByteArray salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
}

} // namespace

RawServer::RawServer(Answers answers)
    : m_answers(answers)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        auto *socket = m_server.nextPendingConnection();
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadable(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_open.removeAll(socket);
            socket->deleteLater();
        });
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl RawServer::url() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(m_server.serverPort()));
}

bool RawServer::hasConnection() const
{
    return !m_open.isEmpty();
}

void RawServer::send(const QByteArray &bytes)
{
    for (auto *socket : m_open)
        socket->write(bytes);
}

void RawServer::onReadable(QTcpSocket *socket)
{
    if (m_open.contains(socket)) {
        socket->readAll(); // pings, unanswered
        return;
    }
    if (!socket->peek(16384).contains("\r\n\r\n"))
        return;
    const QByteArray request = socket->readAll();
    switch (m_answers) {
    case Answers::Handshake:
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: " +
                      acceptFor(request) + "\r\n\r\n");
        m_open << socket;
        return;
    case Answers::Unauthorized:
    case Answers::Forbidden:
        socket->write(m_answers == Answers::Forbidden ? "HTTP/1.1 403 Forbidden\r\n" : "HTTP/1.1 401 Unauthorized\r\n");
        socket->write("Content-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
        return;
    case Answers::Nonsense:
        socket->write("220 mail.example ESMTP\r\n\r\n");
        return;
    case Answers::Nothing:
        return;
    }
}
