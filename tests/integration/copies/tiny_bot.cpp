// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiny_bot.h"

QByteArray TinyBot::Request::header(const QByteArray &name) const
{
    const QByteArray wanted = name.toLower() + ':';
    for (const auto &line : head.split('\n')) {
        if (line.toLower().startsWith(wanted))
            return line.mid(wanted.size()).trimmed();
    }
    return {};
}

TinyBot::TinyBot()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onData(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    listen(QHostAddress::LocalHost);
}

void TinyBot::onData(QTcpSocket *socket)
{
    auto &buffer = m_buffers[socket];
    buffer += socket->readAll();
    for (;;) {
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        request.head = buffer.left(end);
        const auto length = request.header("content-length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        m_requests << request;
        if (m_silent)
            continue;
        const QByteArray answer = "bot " + QByteArray::number(m_requests.size());
        socket->write("HTTP/1.1 200 OK\r\nX-Bot: yes\r\nContent-Length: " + QByteArray::number(answer.size()) +
                      "\r\n\r\n" + answer);
    }
}
