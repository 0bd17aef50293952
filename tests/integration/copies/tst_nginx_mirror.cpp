// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ingest/ingest_fixture.h"
#include "doc_snippet.h"
#include "free_port.h"
#include "test_case.h"
#include "tiny_bot.h"

#include <QProcess>

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr int kPatience = 20'000;

/// Debian's nginx with the page's snippet, as an ordinary user, below a folder of its own.
class Nginx
{
public:
    ~Nginx()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(kPatience))
            m_process.kill();
    }

    /// `copyUrl`: where Barograph's webhook is.
    bool start(quint16 botPort, const QUrl &copyUrl, const QString &readTimeout = QStringLiteral("1s"))
    {
        port = freePort();
        auto snippet = docSnippet(QStringLiteral("nginx-mirror"));
        snippet = withReplaced(snippet, QStringLiteral("127.0.0.1:8080"), QStringLiteral("127.0.0.1:%1").arg(port));
        snippet = withReplaced(snippet, QStringLiteral("127.0.0.1:3001"), QStringLiteral("127.0.0.1:%1").arg(botPort));
        snippet = withReplaced(snippet, QStringLiteral("127.0.0.1:28080"),
                               QStringLiteral("127.0.0.1:%1").arg(copyUrl.port()));
        snippet = withReplaced(snippet, QStringLiteral("/hook/NODE/SECRET"), copyUrl.path());
        snippet = withReplaced(snippet, QStringLiteral("proxy_read_timeout 1s"),
                               QLatin1String("proxy_read_timeout ") + readTimeout);
        if (snippet.isEmpty())
            return false;
        QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        // One process and no change of user, so that a test needs no rights.
        file.write("daemon off;\nmaster_process off;\nerror_log stderr error;\npid nginx.pid;\nevents {}\n"
                   "http {\naccess_log off;\nclient_body_temp_path body;\nproxy_temp_path proxy;\n"
                   "fastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n" +
                   snippet.toUtf8() + "}\n");
        file.close();
        m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("nginx.log")));
        m_process.start(QStringLiteral("nginx"),
                        {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"), file.fileName()});
        return comesToListen(m_process, port, kPatience);
    }
    QByteArray log()
    {
        QFile file(m_folder.filePath(QStringLiteral("nginx.log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no log)");
    }

    quint16 port = 0;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

/// A sender over one connection. Waits for answers in the event loop, because the bot lives in this thread too.
class Sender
{
public:
    explicit Sender(quint16 port)
        : m_port(port)
    {}

    /// The answer's body; empty if none came. `alone`: over a connection of its own.
    QByteArray send(const QByteArray &body, bool alone = true, const QByteArray &headers = {})
    {
        if (alone || m_socket.state() != QAbstractSocket::ConnectedState) {
            m_socket.abort();
            m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        }
        m_socket.write("POST /webhook HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n" + headers +
                       "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        const bool came = QTest::qWaitFor(
            [&] {
                answer += m_socket.readAll();
                return answer.contains("\r\n\r\nbot ");
            },
            kPatience);
        return came ? answer.mid(answer.indexOf("\r\n\r\n") + 4) : QByteArray();
    }

private:
    quint16 m_port;
    QTcpSocket m_socket;
};

QByteArray numbered(int number)
{
    return statusBody("m" + QByteArray::number(number), "delivered");
}

} // namespace

class TestNginxMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bothGetEverything();
    void signaturesPassUnchanged();
    void largeBodiesAreCopiedWhole();
    void botIsServedWhileBarographIsAway();
    void botIsServedWhileBarographRefuses();
    void botIsServedWhileBarographSaysNothing();
};

void TestNginxMirror::initTestCase()
{
    QProcess version;
    version.start(QStringLiteral("nginx"), {QStringLiteral("-v")});
    QVERIFY2(version.waitForFinished(kPatience) && version.exitCode() == 0,
             "nginx is missing: install nginx-light (packaging/dependencies.txt)");
    QVERIFY(!docSnippet(QStringLiteral("nginx-mirror")).isEmpty());
}

void TestNginxMirror::bothGetEverything()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    TinyBot bot;
    Nginx nginx;
    QVERIFY2(nginx.start(bot.serverPort(), awaitUrl(service)), nginx.log().constData());
    Sender sender(nginx.port);
    for (int i = 1; i <= 60; ++i)
        QCOMPARE(sender.send(numbered(i), i % 20 == 0), "bot " + QByteArray::number(i)); // mostly kept alive
    QCOMPARE(bot.requests().size(), 60);
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received >= 60; });
    QVERIFY2(frame, nginx.log().constData());
    QCOMPARE(frame->ingest, (IngestTotals{60, 60, 0, 0, 0, 0}));
    QCOMPARE(frame->nodes.at(0).totals[EventKind::Delivery], quint64{60});
}

void TestNginxMirror::signaturesPassUnchanged()
{
    TinyBot bot;
    TinyBot copies;
    Nginx nginx;
    QVERIFY2(nginx.start(bot.serverPort(),
                         QUrl(QStringLiteral("http://127.0.0.1:%1/hook/node-a/s").arg(copies.serverPort()))),
             nginx.log().constData());
    Sender sender(nginx.port);
    QCOMPARE(sender.send(numbered(1), true,
                         "X-Hub-Signature-256: sha256=ab12\r\nX-Webhook-Hmac: cd34\r\nAuthorization: Bearer t\r\n"),
             QByteArray("bot 1"));
    QTRY_COMPARE_WITH_TIMEOUT(copies.requests().size(), 1, kPatience);
    const auto &copy = copies.requests().at(0);
    QVERIFY2(copy.head.startsWith("POST /hook/node-a/s HTTP/1.1\r\n"), copy.head.constData());
    QCOMPARE(copy.body, bot.requests().at(0).body);
    QCOMPARE(copy.header("X-Hub-Signature-256"), QByteArray("sha256=ab12"));
    QCOMPARE(copy.header("X-Webhook-Hmac"), QByteArray("cd34"));
    QCOMPARE(copy.header("Authorization"), QByteArray("Bearer t"));
    QCOMPARE(copy.header("Content-Type"), QByteArray("application/json"));
}

void TestNginxMirror::largeBodiesAreCopiedWhole()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    TinyBot bot;
    Nginx nginx;
    QVERIFY2(nginx.start(bot.serverPort(), awaitUrl(service)), nginx.log().constData());
    QByteArray body = "{\"statuses\":[";
    for (int i = 0; i < 10'000; ++i)
        body += (i > 0 ? "," : "") + ("{\"id\":\"big" + QByteArray::number(i)) +
                "\",\"recipient_id\":\"16315551234\",\"status\":\"read\",\"timestamp\":\"1533332775\"}";
    body += "]}";
    QVERIFY(body.size() > 800'000);
    Sender sender(nginx.port);
    QCOMPARE(sender.send(body), QByteArray("bot 1"));
    QCOMPARE(bot.requests().at(0).body.size(), body.size());
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received > 0; });
    QVERIFY2(frame, nginx.log().constData());
    QCOMPARE(frame->ingest.counted, quint64{10'000});
}

void TestNginxMirror::botIsServedWhileBarographIsAway()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.listener.port = freePort();
    TinyBot bot;
    Nginx nginx;
    QUrl url;
    {
        IngestService service(options);
        service.start();
        url = awaitUrl(service);
        QVERIFY2(nginx.start(bot.serverPort(), url), nginx.log().constData());
        Sender sender(nginx.port);
        for (int i = 1; i <= 20; ++i)
            QCOMPARE(sender.send(numbered(i)), "bot " + QByteArray::number(i));
        QVERIFY(awaitFrame(service, [](const Frame &f) { return f.ingest.received == 20; }));
    }
    Sender sender(nginx.port);
    for (int i = 21; i <= 40; ++i) // nobody listens: these copies are lost
        QCOMPARE(sender.send(numbered(i)), "bot " + QByteArray::number(i));
    IngestService service(options);
    service.start();
    QCOMPARE(awaitUrl(service), url);
    for (int i = 41; i <= 60; ++i)
        QCOMPARE(sender.send(numbered(i)), "bot " + QByteArray::number(i));
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received >= 40; });
    QVERIFY2(frame, nginx.log().constData());
    QCOMPARE(frame->ingest.counted, quint64{40});
    QCOMPARE(bot.requests().size(), 60);
}

void TestNginxMirror::botIsServedWhileBarographRefuses()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    QUrl wrong = awaitUrl(service);
    wrong.setPath(QStringLiteral("/hook/node-a/wrong"));
    TinyBot bot;
    Nginx nginx;
    QVERIFY2(nginx.start(bot.serverPort(), wrong), nginx.log().constData());
    Sender sender(nginx.port);
    for (int i = 1; i <= 20; ++i)
        QCOMPARE(sender.send(numbered(i)), "bot " + QByteArray::number(i));
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.ingest.badRequests == 20; }));
    QCOMPARE(bot.requests().size(), 20);
}

void TestNginxMirror::botIsServedWhileBarographSaysNothing()
{
    TinyBot bot;
    TinyBot copies;
    copies.setSilent(true);
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/hook/node-a/s").arg(copies.serverPort()));
    {
        // With a time-out beyond all patience, answers that come do not wait for their copies.
        Nginx nginx;
        QVERIFY2(nginx.start(bot.serverPort(), url, QStringLiteral("600s")), nginx.log().constData());
        Sender sender(nginx.port);
        for (int i = 1; i <= 20; ++i)
            QCOMPARE(sender.send(numbered(i)), "bot " + QByteArray::number(i));
        QTRY_COMPARE_WITH_TIMEOUT(copies.requests().size(), 20, kPatience);
    }
    // With the page's, a next request on the same connection comes through when the copy before has been given up.
    Nginx nginx;
    QVERIFY2(nginx.start(bot.serverPort(), url), nginx.log().constData());
    Sender sender(nginx.port);
    QCOMPARE(sender.send(numbered(21)), QByteArray("bot 21"));
    QCOMPARE(sender.send(numbered(22), false), QByteArray("bot 22"));
    QTRY_VERIFY_WITH_TIMEOUT(nginx.log().contains("upstream timed out"), kPatience);
}

BAROGRAPH_TEST(TestNginxMirror)
#include "tst_nginx_mirror.moc"
