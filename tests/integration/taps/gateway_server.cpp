// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_server.h"

#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QUrlQuery>
#include <QWebSocket>

namespace {

constexpr int kPolicyViolation = 1008;

} // namespace

GatewayServer::GatewayServer(Speaks speaks, QByteArray key)
    : m_speaks(speaks)
    , m_key(std::move(key))
{
    connect(&m_pingTimer, &QTimer::timeout, this, [this] { sendRaw(QStringLiteral("2")); });
}

GatewayServer::~GatewayServer()
{
    cut();
}

bool GatewayServer::start(const std::optional<TestCertificates::Identity> &identity)
{
    m_server = std::make_unique<QWebSocketServer>(
        QStringLiteral("gateway"), identity ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode);
    if (identity) {
        QSslConfiguration tls;
        tls.setLocalCertificate(identity->certificate);
        tls.setPrivateKey(identity->key);
        m_server->setSslConfiguration(tls);
    }
    connect(m_server.get(), &QWebSocketServer::newConnection, this, &GatewayServer::onConnection);
    if (!m_server->listen(QHostAddress::LocalHost, m_port))
        return false;
    m_port = m_server->serverPort();
    if (pingsEveryMs > 0)
        m_pingTimer.start(pingsEveryMs);
    return true;
}

void GatewayServer::stop()
{
    m_pingTimer.stop();
    m_listeners.clear();
    for (auto *socket : std::exchange(m_sockets, {})) {
        socket->disconnect(this);
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        socket->close();
    }
    m_server.reset();
}

void GatewayServer::cut()
{
    m_pingTimer.stop();
    m_listeners.clear();
    for (auto *socket : std::exchange(m_sockets, {})) {
        socket->disconnect(this);
        socket->abort();
        delete socket;
    }
}

QUrl GatewayServer::url() const
{
    QUrl url;
    url.setScheme(m_server && m_server->secureMode() == QWebSocketServer::SecureMode ? QStringLiteral("wss")
                                                                                     : QStringLiteral("ws"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

bool GatewayServer::isRightKey() const
{
    // WAHA reads the query alone, Evolution the query or its header.
    const QUrlQuery query(m_lastRequest);
    if (m_speaks == Speaks::Waha)
        return query.queryItemValue(QStringLiteral("x-api-key"), QUrl::FullyDecoded).toUtf8() == m_key;
    return m_lastKeyHeader == m_key;
}

void GatewayServer::onConnection()
{
    while (auto *socket = m_server->nextPendingConnection()) {
        socket->setParent(this);
        ++m_connections;
        m_lastRequest = socket->requestUrl();
        m_lastKeyHeader = socket->request().rawHeader("apikey");
        m_sockets << socket;
        if (frameBytes > 0)
            socket->setOutgoingFrameSize(frameBytes);
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_sockets.removeAll(socket);
            m_listeners.removeAll(socket);
            socket->deleteLater();
        });
        if (!isRightKey()) {
            socket->close(static_cast<QWebSocketProtocol::CloseCode>(kPolicyViolation), QStringLiteral("Unauthorized"));
            continue;
        }
        if (m_speaks == Speaks::Waha) {
            m_listeners << socket;
            continue;
        }
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString &text) { onText(socket, text); });
        socket->sendTextMessage(QStringLiteral(R"(0{"sid":"lv_VI97HAXpY6yYWAAAC","upgrades":[],"pingInterval":%1,)"
                                               R"("pingTimeout":%2,"maxPayload":1000000})")
                                    .arg(pingIntervalMs)
                                    .arg(pingTimeoutMs));
    }
}

void GatewayServer::onText(QWebSocket *socket, const QString &text)
{
    if (text == QLatin1String("3")) {
        ++m_pongs;
        return;
    }
    if (!answersJoin || !text.startsWith(QLatin1String("40")))
        return;
    const QString wanted = text.size() == 2 ? QStringLiteral("/") : text.mid(2).chopped(1);
    const QString prefix = wanted == QLatin1String("/") ? QString() : QString(wanted + QLatin1Char(','));
    if (wanted.toUtf8() == nameSpace) {
        socket->sendTextMessage(QStringLiteral("40") + prefix + QStringLiteral(R"({"sid":"oSO0OpakMV_3jnilAAAA"})"));
        m_listeners << socket;
    } else {
        socket->sendTextMessage(QStringLiteral("44") + prefix + QStringLiteral(R"({"message":"Invalid namespace"})"));
    }
}

void GatewayServer::sendEvent(const QByteArray &name, int number)
{
    const QByteArray id = QByteArray::number(number);
    QByteArray body;
    QByteArray frame;
    if (m_speaks == Speaks::Waha) {
        body = R"({"id":"evt_)" + id + R"(","timestamp":1780000000123,"event":")" + name +
               R"(","session":"default","engine":"NOWEB","payload":{"id":"true_15550000001@c.us_)" + id +
               R"(","from":"15550000001@c.us","fromMe":true,"ack":3,"ackName":"READ"}})";
        frame = body;
    } else {
        body = R"({"event":")" + name + R"(","instance":"shop","date_time":"2026-06-01T10:00:00.000Z",)" +
               R"("sender":"15550000001@s.whatsapp.net","server_url":"http://evo","apikey":"x","data":{"keyId":")" +
               id + R"(","remoteJid":"15550000001@s.whatsapp.net","fromMe":true,"participant":"","status":"READ"}})";
        const QByteArray prefix = nameSpace == "/" ? QByteArray() : nameSpace + ',';
        frame = "42" + prefix + "[\"" + name + "\"," + body + ']';
    }
    for (auto *socket : m_listeners)
        socket->sendTextMessage(QString::fromUtf8(frame));
    m_sentBodies << body;
}

void GatewayServer::sendRaw(const QString &text)
{
    for (auto *socket : m_listeners)
        socket->sendTextMessage(text);
}

void GatewayServer::sendBinary(const QByteArray &bytes)
{
    for (auto *socket : m_listeners)
        socket->sendBinaryMessage(bytes);
}
