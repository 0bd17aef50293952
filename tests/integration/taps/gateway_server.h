// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../outgoing/test_certificates.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocketServer>

#include <memory>
#include <optional>

class QWebSocket;

/// A gateway's WebSocket, as WAHA's and Evolution's sources have it. Remembers the bodies it sent.
class GatewayServer : public QObject
{
    Q_OBJECT

public:
    enum class Speaks { Waha, Evolution };

    GatewayServer(Speaks speaks, QByteArray key);
    ~GatewayServer() override;

    /// The same port as before after a stop().
    bool start(const std::optional<TestCertificates::Identity> &identity = std::nullopt);
    /// Orderly: says goodbye to everybody.
    void stop();
    /// Cuts all connections without a word.
    void cut();

    QUrl url() const; ///< ws://127.0.0.1:PORT or wss://…
    /// Connections that were authorised and, with Evolution, joined.
    qsizetype listeners() const { return m_listeners.size(); }
    int connections() const { return m_connections; } ///< so far, authorised or not
    QUrl lastRequest() const { return m_lastRequest; }
    QByteArray lastKeyHeader() const { return m_lastKeyHeader; }
    int pongs() const { return m_pongs; }

    /// An event to all listeners, wrapped as this gateway does.
    void sendEvent(const QByteArray &name, int number);
    /// A text frame as it is.
    void sendRaw(const QString &text);
    void sendBinary(const QByteArray &bytes);
    const QByteArrayList &sentBodies() const { return m_sentBodies; }

    QByteArray nameSpace = "/shop"; ///< the only one that is known
    int pingIntervalMs = 25000;     ///< as announced
    int pingTimeoutMs = 20000;      ///< as announced
    int pingsEveryMs = 0;           ///< 0 = none are sent
    quint64 frameBytes = 0;         ///< longer messages are sent in fragments of this size; 0 = whole
    bool answersJoin = true;

private:
    void onConnection();
    void onText(QWebSocket *socket, const QString &text);
    bool isRightKey() const;

    Speaks m_speaks;
    QByteArray m_key;
    std::unique_ptr<QWebSocketServer> m_server;
    QTimer m_pingTimer;
    quint16 m_port = 0;
    QList<QWebSocket *> m_sockets;
    QList<QWebSocket *> m_listeners;
    QByteArrayList m_sentBodies;
    QUrl m_lastRequest;
    QByteArray m_lastKeyHeader;
    int m_connections = 0;
    int m_pongs = 0;
};
