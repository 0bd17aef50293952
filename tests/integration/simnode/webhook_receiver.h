// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSslConfiguration>
#include <QString>
#include <QTcpServer>

namespace barograph::test {

/// A small real HTTP server that plays the bot's webhook.
class WebhookReceiver : public QTcpServer
{
    Q_OBJECT

public:
    struct Item
    {
        QString key;  ///< id + status + participant: what makes a callback item the same one
        QString kind; ///< receive, sent, delivered, read
        QJsonObject json;
    };

    explicit WebhookReceiver(quint16 port = 0);

    QString address() const { return QStringLiteral("http://127.0.0.1:%1/hook").arg(serverPort()); }
    /// Status of the answers; 0 = close the connection instead of answering, −1 = keep silent.
    void setAnswer(int status) { m_answer = status; }
    /// Close the connection after each answer without saying so.
    void setClosing(bool closing) { m_closing = closing; }

    const QList<Item> &items() const { return m_items; }
    int count(const QString &kind) const;
    int timesSeen(const QString &key) const { return m_seen.value(key); }
    int highestConcurrency() const { return m_highestConcurrency; }
    const QList<QByteArray> &headers() const { return m_headers; }
    void clear();

private:
    void onConnection();
    void onData(QTcpSocket *socket);
    void take(const QByteArray &head, const QByteArray &body);

    int m_answer = 200;
    bool m_closing = false;
    int m_highestConcurrency = 0;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Item> m_items;
    QHash<QString, int> m_seen;
    QList<QByteArray> m_headers;
};

} // namespace barograph::test
