// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_server.h"

#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

TestServer::TestServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    listen(std::make_unique<QTcpServer>());
}

TestServer::TestServer(Handler handler, const TestCertificates::Identity &identity, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_encrypted(true)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    listen(std::move(server));
}

void TestServer::listen(std::unique_ptr<QTcpServer> server)
{
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] { onReadable(socket, buffer.get()); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            if (socket->bytesAvailable() > 0)
                onReadable(socket, buffer.get());
        }
    });
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("the test server cannot listen");
}

QUrl TestServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_encrypted ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->serverPort());
    url.setPath(path);
    return url;
}

int TestServer::countOf(const QByteArray &verb, const QString &path) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), [&](const TestRequest &request) {
        return request.verb == verb && request.path == path;
    }));
}

void TestServer::onReadable(QTcpSocket *socket, QByteArray *buffer)
{
    *buffer += socket->readAll();
    while (true) {
        const qsizetype headEnd = buffer->indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const QList<QByteArray> lines = buffer->left(headEnd).split('\n');
        const QList<QByteArray> start = lines.first().trimmed().split(' ');
        TestRequest request{start.value(0), QString::fromUtf8(start.value(1)), {}, {}, {}};
        qsizetype length = 0;
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            const QByteArray name = line.left(colon).trimmed().toLower();
            const QByteArray value = line.mid(colon + 1).trimmed();
            if (colon > 0)
                request.headers.insert_or_assign(name, value);
            if (name == "content-length")
                length = value.toLongLong();
            else if (name == "authorization")
                request.authorization = value;
            else if (name == "cookie")
                request.cookie = value;
        }
        if (buffer->size() < headEnd + 4 + length)
            return;
        request.body = buffer->mid(headEnd + 4, length);
        buffer->remove(0, headEnd + 4 + length);
        m_requests.push_back(request);
        reply(socket, m_handler(request));
    }
}

void TestServer::reply(QTcpSocket *socket, const TestReply &reply)
{
    const QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) +
                            " X\r\nContent-Type: " + reply.contentType + "\r\n" + reply.extraHeaders;
    switch (reply.way) {
    case TestReply::Way::Normal:
        socket->write(head + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
        return;
    case TestReply::Way::Hang:
        return;
    case TestReply::Way::Close:
        socket->disconnectFromHost();
        return;
    case TestReply::Way::Raw:
        socket->write(reply.body);
        socket->disconnectFromHost();
        return;
    case TestReply::Way::HalfClose:
        socket->write(head + "Content-Length: 100000\r\n\r\n" + reply.body);
        socket->disconnectFromHost();
        return;
    case TestReply::Way::Drip: {
        socket->write(head + "Content-Length: 100000\r\n\r\n");
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        timer->start(50);
        return;
    }
    case TestReply::Way::Endless: {
        socket->write(head + "Connection: close\r\n\r\n");
        const auto more = [socket] {
            constexpr qint64 kAhead = 1 << 20;
            while (socket->bytesToWrite() < kAhead && socket->state() == QAbstractSocket::ConnectedState)
                socket->write(QByteArray(64 * 1024, 'x'));
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
        return;
    }
    }
}
