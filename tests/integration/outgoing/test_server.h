// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_certificates.h"

#include <QObject>
#include <QSslServer>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <map>
#include <memory>
#include <vector>

struct TestRequest
{
    QByteArray verb;
    QString path;
    QByteArray authorization;
    QByteArray cookie;
    QByteArray body;
    std::map<QByteArray, QByteArray> headers = {}; ///< all of them, names in lower case
};

struct TestReply
{
    enum class Way : quint8 {
        Normal,
        Hang,     ///< never answer
        Close,    ///< close without a byte
        Raw,      ///< send `body` as it is and close
        Drip,     ///< a head that promises much, then a byte every 50 ms
        Endless,  ///< 200 without a length, then as much as the client takes
        HalfClose ///< promise more bytes than are sent, then close
    };

    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QByteArray extraHeaders = {}; ///< whole lines with \r\n
    Way way = Way::Normal;
};

/// A small real HTTP server on 127.0.0.1, with or without TLS, on the thread that made it.
class TestServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<TestReply(const TestRequest &)>;

    explicit TestServer(Handler handler, QObject *parent = nullptr);
    TestServer(Handler handler, const TestCertificates::Identity &identity, QObject *parent = nullptr);

    QUrl url(const QString &path = {}) const;
    const std::vector<TestRequest> &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); }
    int countOf(const QByteArray &verb, const QString &path) const;

private:
    void listen(std::unique_ptr<QTcpServer> server);
    void onReadable(QTcpSocket *socket, QByteArray *buffer);
    void reply(QTcpSocket *socket, const TestReply &reply);

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    bool m_encrypted = false;
    std::vector<TestRequest> m_requests;
};
