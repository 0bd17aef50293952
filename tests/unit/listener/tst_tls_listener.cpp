// SPDX-License-Identifier: GPL-3.0-or-later
// The listener behind TLS: real sockets, and clients that behave well, slowly, or badly.
#include "listener/own_certificate.h"
#include "listener_stage.h"
#include "raw_client.h"
#include "self_signed.h"
#include "test_case.h"
#include "test_certificates.h"
#include "tls_client.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSslConfiguration>

#include <atomic>
#include <memory>

using namespace barograph;
using namespace barograph::test;

class TestTlsListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void versions_data();
    void versions();
    void oldVersionsAreRefused();
    void weakCiphersAreRefused();
    void answersWhenTheBatchIsDurable();
    void largeBodies_data();
    void largeBodies();
    void pipelined_data();
    void pipelined();
    void slowReadersGetEverything();
    void clientsThatDoNotReadAreClosed();
    void byteByByte();
    void halfHandshakesTimeOut();
    void drippingHandshakesTimeOut();
    void slowRequestsTimeOut();
    void idleConnectionsAreToldGoodbye();
    void plainHttpIsClosed();
    void noiseIsClosed();
    void closesInOrder();
    void clientsThatEndInOrderGetTheirAnswer();
    void goneClientsAreForgotten();
    void renegotiationIsRefused();
    void keyUpdates();
    void sessionsAreResumed();
    void choosesHttp11();
    void clientCertificates_data();
    void clientCertificates();
    void routesSeeTheCertificate_data();
    void routesSeeTheCertificate();
    void manyConnections();
    void refusesBeyondTheLimit();
    void takesUpAnotherCertificate();
    void clientsThatCheckTrustTheOwnCertificate();

private:
    std::shared_ptr<const TlsContext> tls(const QString &name = QStringLiteral("self"), bool clientCa = false)
    {
        const auto made = TlsContext::make({m_certificates.certificateFile(name), m_certificates.keyFile(name),
                                            clientCa ? m_certificates.caFile() : QString()},
                                           utcNow());
        if (!made)
            qWarning() << made.error();
        return made.value_or(nullptr);
    }
    static void bothVersions()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
    }

    TestCertificates m_certificates;
};

void TestTlsListener::initTestCase()
{
    QVERIFY(m_certificates.isValid());
    QVERIFY(tls());
    QVERIFY(tls(QStringLiteral("leaf"), true));
}

void TestTlsListener::versions_data()
{
    bothVersions();
}

void TestTlsListener::versions()
{
    QFETCH(int, version);
    ListenerStage stage({}, tls());
    TlsClient client(stage.port, {.version = version});
    QVERIFY(client.handshake());
    QCOMPARE(SSL_version(client.ssl()), version);
    for (int i = 0; i < 50; ++i) {
        QVERIFY(client.send(hookPost(i % 3 == 0 ? "{" : "x")));
        QCOMPARE(client.status(), i % 3 == 0 ? 400 : 200);
    }
    QCOMPARE(stage.connections(), std::size_t{1});
    QCOMPARE(stage.taken(), 50);
}

void TestTlsListener::oldVersionsAreRefused()
{
    ListenerStage stage({}, tls());
    TlsClient old(stage.port, {.version = TLS1_1_VERSION});
    QVERIFY(!old.handshake());
    QTRY_COMPARE(stage.connections(), std::size_t{0});
    // The alert says that it is the version, not that something is broken.
    QCOMPARE(ERR_GET_REASON(ERR_peek_error()), SSL_R_TLSV1_ALERT_PROTOCOL_VERSION);
    TlsClient fresh(stage.port);
    QVERIFY(fresh.handshake());
}

void TestTlsListener::weakCiphersAreRefused()
{
    ListenerStage stage({}, tls());
    for (const char *ciphers : {"AES128-SHA", "ECDHE-ECDSA-AES128-SHA", "ADH-AES128-SHA", "NULL-SHA"}) {
        TlsClient client(stage.port, {.version = TLS1_2_VERSION});
        QCOMPARE(SSL_set_cipher_list(client.ssl(), ciphers), 1);
        QVERIFY2(!client.handshake(), ciphers);
    }
    TlsClient client(stage.port, {.version = TLS1_2_VERSION});
    QCOMPARE(SSL_set_cipher_list(client.ssl(), "ECDHE-ECDSA-AES128-GCM-SHA256"), 1);
    QVERIFY(client.handshake());
}

void TestTlsListener::answersWhenTheBatchIsDurable()
{
    ListenerStage stage({}, tls());
    stage.settleAtOnce(false);
    TlsClient first(stage.port);
    RawClient noise(stage.port);
    TlsClient second(stage.port);
    QVERIFY(first.handshake() && second.handshake());
    QVERIFY(first.send(hookPost("a")) && second.send(hookPost("b")));
    QTRY_COMPARE(stage.taken(), 2);
    stage.settle(true);
    QCOMPARE(first.status(), 200);
    QCOMPARE(second.status(), 200);
    QVERIFY(first.send(hookPost("c")));
    QTRY_COMPARE(stage.taken(), 3);
    stage.settle(false);
    QCOMPARE(first.status(), 503);
}

void TestTlsListener::largeBodies_data()
{
    bothVersions();
}

void TestTlsListener::largeBodies()
{
    QFETCH(int, version);
    ListenerStage stage({}, tls());
    TlsClient client(stage.port, {.version = version});
    QVERIFY(client.handshake());
    QByteArray large(3 << 20, 'x');
    for (qsizetype i = 0; i < large.size(); i += 1000)
        large[i] = static_cast<char>('a' + i / 1000 % 26);
    QVERIFY(client.send(hookPost(large)));
    QCOMPARE(client.status(), 200);
    QVERIFY(client.send(hookPost("small")));
    QCOMPARE(client.status(), 200);
    QVERIFY(stage.bodies() == QByteArrayList({large, "small"}));
}

void TestTlsListener::pipelined_data()
{
    bothVersions();
}

void TestTlsListener::pipelined()
{
    // More than maxPipelined at once, so that the listener stops reading in the middle of what it has decrypted.
    QFETCH(int, version);
    ListenerStage stage({}, tls());
    TlsClient client(stage.port, {.version = version});
    QVERIFY(client.handshake());
    constexpr int kRequests = 1000;
    QVERIFY(client.send(hookPost("x").repeated(kRequests)));
    QCOMPARE(client.answers(kRequests).count("HTTP/1.1 200 OK"), kRequests);
}

void TestTlsListener::slowReadersGetEverything()
{
    // The answers fit neither into the socket nor into what may wait, so that writing and reading stop and go on.
    ListenerStage stage({}, tls());
    TlsClient client(stage.port, {.receiveBuffer = 4096});
    QVERIFY(client.handshake());
    constexpr int kRequests = 20000;
    const auto bytes = client.encrypted(hookPost("{").repeated(kRequests)); // each 400, with a reason
    std::atomic<bool> sent{false};
    std::thread sender([&] { sent = client.sendRaw(bytes); });
    const bool busy = QTest::qWaitFor([&] { return stage.taken() > 1000; }, 20000);
    const auto answers = client.answers(kRequests);
    sender.join();
    QVERIFY(busy && sent);
    QCOMPARE(answers.count("HTTP/1.1 400 "), kRequests);
}

void TestTlsListener::clientsThatDoNotReadAreClosed()
{
    ListenerStage stage(quickLimits(), tls());
    TlsClient client(stage.port, {.receiveBuffer = 4096});
    QVERIFY(client.handshake());
    const auto bytes = client.encrypted(hookPost("x").repeated(100000));
    qint64 sent = 0;
    const auto gone = [&] {
        const auto more = client.trySendRaw(bytes.mid(sent, 1 << 20));
        sent += std::max<qint64>(more, 0);
        return more < 0 && stage.connections() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(gone(), 20000);
}

void TestTlsListener::byteByByte()
{
    ListenerStage stage({}, tls());
    TlsClient client(stage.port, {.byteByByte = true});
    QVERIFY(client.handshake());
    QVERIFY(client.send(hookPost("x")));
    QCOMPARE(client.status(), 200);
}

void TestTlsListener::halfHandshakesTimeOut()
{
    ListenerStage stage(quickLimits(), tls());
    TlsClient shape(stage.port);
    const auto hello = shape.hello();
    QVERIFY(hello.size() > 100);
    RawClient silent(stage.port);
    RawClient begun(stage.port);
    QVERIFY(begun.send(hello.first(hello.size() / 2)));
    RawClient waiting(stage.port);
    QVERIFY(waiting.send(hello)); // and never finishes
    QCOMPARE(silent.untilClosed(), QByteArray());
    QCOMPARE(begun.untilClosed(), QByteArray());
    QVERIFY(waiting.untilClosed() != "still open");
    QTRY_COMPARE(stage.connections(), std::size_t{0});
}

void TestTlsListener::drippingHandshakesTimeOut()
{
    ListenerStage stage(quickLimits(), tls());
    TlsClient shape(stage.port);
    // Longer than anybody waits: a byte now and then must not count as progress.
    const auto hello = shape.hello();
    RawClient dripping(stage.port);
    int sent = 0;
    const auto closed = [&] {
        if (sent < hello.size() - 1)
            dripping.trySend(hello.mid(sent++, 1));
        return dripping.hasSomething(0);
    };
    QTRY_VERIFY_WITH_TIMEOUT(closed(), 20000);
    QVERIFY(dripping.untilClosed() != "still open");
}

void TestTlsListener::slowRequestsTimeOut()
{
    ListenerStage stage(quickLimits(), tls());
    TlsClient inHeader(stage.port);
    TlsClient inBody(stage.port);
    QVERIFY(inHeader.handshake() && inBody.handshake());
    const auto request = hookPost("abcdef");
    QVERIFY(inHeader.send("POST /hook/node-a/"));
    QVERIFY(inBody.send(request.first(request.size() - 3)));
    QVERIFY(inHeader.untilClosed().startsWith("HTTP/1.1 408"));
    QVERIFY(inBody.untilClosed().startsWith("HTTP/1.1 408"));
    QCOMPARE(stage.taken(), 0);
}

void TestTlsListener::idleConnectionsAreToldGoodbye()
{
    ListenerStage stage(quickLimits(), tls());
    TlsClient client(stage.port);
    QVERIFY(client.handshake());
    QCOMPARE(client.untilClosed(), QByteArray());
    QVERIFY(client.endedInOrder());
}

void TestTlsListener::plainHttpIsClosed()
{
    ListenerStage stage({}, tls());
    RawClient plain(stage.port);
    QVERIFY(plain.send(hookPost("x")));
    const auto answer = plain.untilClosed();
    QVERIFY(answer != "still open" && !answer.contains("HTTP/1.1 200"));
    QTRY_COMPARE(stage.connections(), std::size_t{0});
    QCOMPARE(stage.taken(), 0);
    TlsClient client(stage.port);
    QVERIFY(client.handshake());
}

void TestTlsListener::noiseIsClosed()
{
    ListenerStage stage({}, tls());
    TlsClient shape(stage.port);
    const auto hello = shape.hello();
    for (int seed = 0; seed < 100; ++seed) {
        // A hello with some bytes changed reaches deeper than mere noise.
        QByteArray bytes = hello;
        for (int i = 0; i < 3; ++i)
            bytes[(seed * 37 + i * 101 + 5) % bytes.size()] = static_cast<char>(seed * 31 + i);
        RawClient client(stage.port);
        QVERIFY(client.send(bytes));
        client.endSending();
        QVERIFY(client.untilClosed() != "still open");
    }
    TlsClient client(stage.port);
    QVERIFY(client.handshake());
    QVERIFY(client.send(hookPost("x")));
    QCOMPARE(client.status(), 200);
}

void TestTlsListener::closesInOrder()
{
    ListenerStage stage({}, tls());
    TlsClient client(stage.port);
    QVERIFY(client.handshake());
    QVERIFY(client.send(hookPost("x", "Connection: close\r\n")));
    QVERIFY(client.untilClosed().startsWith("HTTP/1.1 200 OK\r\nConnection: close\r\n"));
    QVERIFY(client.endedInOrder());
    // What is too large is refused while it is still being sent.
    TlsClient large(stage.port);
    QVERIFY(large.handshake());
    QVERIFY(large.send("POST /hook/node-a/" + kSecret + " HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n"));
    for (int i = 0; i < 20; ++i)
        large.trySendRaw(large.encrypted(QByteArray(50000, 'x')));
    QVERIFY(large.untilClosed().startsWith("HTTP/1.1 413"));
    QVERIFY(large.endedInOrder());
}

void TestTlsListener::clientsThatEndInOrderGetTheirAnswer()
{
    ListenerStage stage({}, tls());
    stage.settleAtOnce(false);
    TlsClient client(stage.port);
    QVERIFY(client.handshake());
    QVERIFY(client.send(hookPost("x")));
    QVERIFY(client.sayGoodbye());
    QTRY_COMPARE(stage.taken(), 1);
    stage.settle(true);
    QVERIFY(client.untilClosed().startsWith("HTTP/1.1 200"));
    QTRY_COMPARE(stage.connections(), std::size_t{0});
}

void TestTlsListener::goneClientsAreForgotten()
{
    ListenerStage stage({}, tls());
    stage.settleAtOnce(false);
    {
        TlsClient inHandshake(stage.port);
        TlsClient idle(stage.port);
        TlsClient inBody(stage.port);
        TlsClient waiting(stage.port);
        QVERIFY(inHandshake.sendRaw(inHandshake.hello()));
        QVERIFY(idle.handshake() && inBody.handshake() && waiting.handshake());
        const auto request = hookPost("abcdef");
        QVERIFY(inBody.send(request.first(request.size() - 3)));
        QVERIFY(waiting.send(request));
        QTRY_COMPARE(stage.taken(), 1);
        QTRY_COMPARE(stage.connections(), std::size_t{4});
    }
    stage.settle(true);
    QTRY_COMPARE(stage.connections(), std::size_t{0});
}

void TestTlsListener::renegotiationIsRefused()
{
    ListenerStage stage({}, tls());
    TlsClient client(stage.port, {.version = TLS1_2_VERSION});
    QVERIFY(client.handshake());
    QVERIFY(client.send(hookPost("x")));
    QCOMPARE(client.status(), 200);
    QCOMPARE(SSL_renegotiate(client.ssl()), 1);
    QVERIFY(!client.handshake());
    // To ask again and again costs the client its own time only.
    TlsClient other(stage.port);
    QVERIFY(other.handshake());
    QVERIFY(other.send(hookPost("x")));
    QCOMPARE(other.status(), 200);
}

void TestTlsListener::keyUpdates()
{
    ListenerStage stage({}, tls());
    TlsClient client(stage.port, {.version = TLS1_3_VERSION});
    QVERIFY(client.handshake());
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(SSL_key_update(client.ssl(), i % 2 == 0 ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED), 1);
        QVERIFY(client.send(hookPost("x")));
        QCOMPARE(client.status(), 200);
    }
}

void TestTlsListener::sessionsAreResumed()
{
    for (const bool clientCa : {false, true}) {
        ListenerStage stage({}, tls(QStringLiteral("leaf"), clientCa));
        TlsClient first(stage.port, {.version = TLS1_2_VERSION});
        QVERIFY(first.handshake());
        const std::unique_ptr<SSL_SESSION, OpenSslFreer<SSL_SESSION_free>> session(SSL_get1_session(first.ssl()));
        TlsClient second(stage.port, {.version = TLS1_2_VERSION});
        QCOMPARE(SSL_set_session(second.ssl(), session.get()), 1);
        QVERIFY(second.handshake());
        // Where certificates are asked for, each connection shows its own anew.
        QCOMPARE(SSL_session_reused(second.ssl()), clientCa ? 0 : 1);
        QVERIFY(second.send(hookPost("x")));
        QCOMPARE(second.status(), 200);
    }
}

void TestTlsListener::choosesHttp11()
{
    ListenerStage stage({}, tls());
    const auto chosen = [&stage](const QByteArray &offered) {
        TlsClient client(stage.port);
        SSL_set_alpn_protos(client.ssl(), reinterpret_cast<const unsigned char *>(offered.constData()),
                            static_cast<unsigned int>(offered.size()));
        if (!client.handshake())
            return QByteArray("no handshake");
        const unsigned char *name = nullptr;
        unsigned int size = 0;
        SSL_get0_alpn_selected(client.ssl(), &name, &size);
        return QByteArray(reinterpret_cast<const char *>(name), static_cast<qsizetype>(size));
    };
    QCOMPARE(chosen("\x02h2\x08http/1.1"), QByteArray("http/1.1"));
    QCOMPARE(chosen("\x02h2"), QByteArray());
    QCOMPARE(chosen(""), QByteArray());
}

void TestTlsListener::clientCertificates_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("accepted");
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        QTest::addRow("none %x", unsigned(version)) << version << QString() << true;
        QTest::addRow("of the CA %x", unsigned(version)) << version << QStringLiteral("leaf") << true;
        QTest::addRow("of nobody %x", unsigned(version)) << version << QStringLiteral("other") << false;
    }
}

void TestTlsListener::clientCertificates()
{
    QFETCH(int, version);
    QFETCH(QString, name);
    QFETCH(bool, accepted);
    ListenerStage stage({}, tls(QStringLiteral("leaf"), true));
    TlsClientOptions options{.version = version};
    if (!name.isEmpty()) {
        options.certificate = m_certificates.certificateFile(name);
        options.key = m_certificates.keyFile(name);
    }
    TlsClient client(stage.port, options);
    // In TLS 1.3 the client is done before the listener has seen its certificate.
    const bool answered = client.handshake() && client.send(hookPost("x")) && client.status() == 200;
    QCOMPARE(answered, accepted);
    QCOMPARE(stage.taken(), accepted ? 1 : 0);
    if (!accepted)
        QTRY_COMPARE(stage.connections(), std::size_t{0});
}

void TestTlsListener::routesSeeTheCertificate_data()
{
    QTest::addColumn<bool>("shown");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("status");
    QTest::newRow("none wanted, none shown") << false << QString() << 200;
    QTest::newRow("none wanted, one shown") << true << QString() << 200;
    QTest::newRow("right name") << true << QStringLiteral("127.0.0.1") << 200;
    QTest::newRow("another name") << true << QStringLiteral("127.0.0.11") << 403;
    QTest::newRow("none shown") << false << QStringLiteral("127.0.0.1") << 403;
}

void TestTlsListener::routesSeeTheCertificate()
{
    QFETCH(bool, shown);
    QFETCH(QString, wanted);
    QFETCH(int, status);
    ListenerStage stage({}, tls(QStringLiteral("leaf"), true));
    WebhookConfig webhook;
    webhook.clientName = wanted;
    stage.guard(std::make_shared<RoutePolicy>(NodeKind::OnPremises, webhook, Secret(), std::string()));
    TlsClientOptions options;
    if (shown) {
        options.certificate = m_certificates.certificateFile(QStringLiteral("leaf"));
        options.key = m_certificates.keyFile(QStringLiteral("leaf"));
    }
    TlsClient client(stage.port, options);
    QVERIFY(client.handshake());
    QVERIFY(client.send(hookPost("x")));
    QCOMPARE(client.status(), status);
    QCOMPARE(stage.taken(), status == 200 ? 1 : 0);
}

void TestTlsListener::manyConnections()
{
    ListenerStage stage({}, tls());
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<TlsClient>(stage.port));
        QVERIFY(clients.back()->sendRaw(clients.back()->hello())); // all handshakes at once
    }
    for (const auto &client : clients)
        QVERIFY(client->handshake() && client->send(hookPost("x")));
    for (const auto &client : clients)
        QCOMPARE(client->status(), 200);
    QCOMPARE(stage.connections(), clients.size());
    QCOMPARE(stage.taken(), static_cast<int>(clients.size()));
}

void TestTlsListener::refusesBeyondTheLimit()
{
    ListenerLimits limits;
    limits.maxConnections = 1;
    ListenerStage stage(limits, tls());
    TlsClient first(stage.port);
    QVERIFY(first.handshake());
    TlsClient second(stage.port);
    QVERIFY(second.handshake());
    QVERIFY(second.untilClosed().startsWith("HTTP/1.1 503 "));
    QVERIFY(second.endedInOrder());
    QVERIFY(first.send(hookPost("x")));
    QCOMPARE(first.status(), 200);
}

void TestTlsListener::takesUpAnotherCertificate()
{
    ListenerStage stage({}, tls(QStringLiteral("self")));
    const auto shown = [&stage](TlsClient &client) {
        return client.handshake() ? certificateSha256(SSL_get0_peer_certificate(client.ssl())) : std::string();
    };
    TlsClient before(stage.port);
    QCOMPARE(QString::fromStdString(shown(before)), tls(QStringLiteral("self"))->sha256());
    stage.setTls(tls(QStringLiteral("other")));
    TlsClient after(stage.port);
    QCOMPARE(QString::fromStdString(shown(after)), tls(QStringLiteral("other"))->sha256());
    // Who is connected stays.
    QVERIFY(before.send(hookPost("x")));
    QCOMPARE(before.status(), 200);
}

void TestTlsListener::clientsThatCheckTrustTheOwnCertificate()
{
    QTemporaryDir folder;
    const OwnCertificate own{folder.filePath(QStringLiteral("c.pem")), folder.filePath(QStringLiteral("k.pem")),
                             QStringLiteral("127.0.0.1")};
    QVERIFY(ensureOwnCertificate(own, Renewal::WhenNeeded, utcNow()));
    const auto made = TlsContext::make({own.certificateFile, own.keyFile, {}}, utcNow());
    QVERIFY(made);
    ListenerStage stage({}, *made);
    const QString target = QStringLiteral("%1:%2/hook/node-a/") + QString::fromLatin1(kSecret);

    // Qt, with the certificate as its only CA; and without.
    for (const bool trusting : {true, false}) {
        QNetworkAccessManager network;
        QNetworkRequest request(
            QUrl(QStringLiteral("https://") + target.arg(QStringLiteral("localhost")).arg(stage.port)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QSslConfiguration configuration = request.sslConfiguration();
        configuration.setCaCertificates(trusting ? QSslCertificate::fromData((*made)->certificatePem())
                                                 : QList<QSslCertificate>());
        request.setSslConfiguration(configuration);
        const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArray("x")));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10000);
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), trusting ? 200 : 0);
    }
    // curl, by address.
    QProcess curl;
    curl.start(QStringLiteral("curl"),
               {QStringLiteral("-sS"), QStringLiteral("--cacert"), own.certificateFile, QStringLiteral("-w"),
                QStringLiteral("%{http_code}"), QStringLiteral("-d"), QStringLiteral("x"),
                QStringLiteral("https://") + target.arg(QStringLiteral("127.0.0.1")).arg(stage.port)});
    QTRY_COMPARE_WITH_TIMEOUT(curl.state(), QProcess::NotRunning, 20000);
    QVERIFY2(curl.readAllStandardOutput().endsWith("200"), curl.readAllStandardError().constData());
    QCOMPARE(stage.taken(), 2);
}

BAROGRAPH_TEST(TestTlsListener)
#include "tst_tls_listener.moc"
