// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhook_receiver.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

namespace barograph::test {

WebhookReceiver::WebhookReceiver(quint16 port)
{
    connect(this, &QTcpServer::newConnection, this, &WebhookReceiver::onConnection);
    listen(QHostAddress::LocalHost, port);
}

void WebhookReceiver::onConnection()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        m_buffers.insert(socket, {});
        m_highestConcurrency = qMax(m_highestConcurrency, static_cast<int>(m_buffers.size()));
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onData(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void WebhookReceiver::onData(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = buffer.left(headEnd);
    const QByteArray lower = head.toLower();
    const qsizetype field = lower.indexOf("\r\ncontent-length:");
    const qsizetype lineEnd = lower.indexOf("\r\n", field + 2);
    const qsizetype valueAt = field + 17;
    const qsizetype length = head.mid(valueAt, lineEnd < 0 ? -1 : lineEnd - valueAt).trimmed().toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return;
    const QByteArray body = buffer.mid(headEnd + 4, length);
    buffer.clear(); // the client sends one request at a time on a connection
    take(head, body);
    if (m_answer < 0)
        return;
    if (m_answer == 0) {
        socket->abort();
        return;
    }
    socket->write("HTTP/1.1 " + QByteArray::number(m_answer) + " X\r\nContent-Length: 0\r\n\r\n");
    if (m_closing)
        socket->disconnectFromHost();
}

void WebhookReceiver::take(const QByteArray &head, const QByteArray &body)
{
    m_headers.append(head);
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const auto add = [this](const QString &kind, const QString &who, const QJsonObject &json) {
        const QString key = json[u"id"].toString() + QLatin1Char('|') + kind + QLatin1Char('|') + who;
        m_items.append({key, kind, json});
        ++m_seen[key];
    };
    for (const auto &value : object[u"messages"].toArray())
        add(QStringLiteral("receive"), value[u"from"].toString(), value.toObject());
    for (const auto &value : object[u"statuses"].toArray())
        add(value[u"status"].toString(), value[u"recipient_id"].toString(), value.toObject());
}

int WebhookReceiver::count(const QString &kind) const
{
    return static_cast<int>(
        std::count_if(m_items.begin(), m_items.end(), [&kind](const Item &item) { return item.kind == kind; }));
}

void WebhookReceiver::clear()
{
    m_items.clear();
    m_seen.clear();
    m_headers.clear();
}

} // namespace barograph::test
