// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP client against real servers that behave well, badly and maliciously.
#include "net/http_client.h"

#include "test_case.h"
#include "test_server.h"

using namespace barograph;

namespace {

const QByteArray kSecret = "Bearer 2f8a-token-that-must-not-show";

HttpLimits quickLimits()
{
    return {Millis{400}, Millis{900}, 1 << 20};
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private:
    HttpReply get(const QUrl &url, const TlsTrust &trust = {}, HttpLimits limits = quickLimits())
    {
        HttpClient client(trust, limits);
        return send(client, {HttpVerb::Get, url, kSecret, {}});
    }
    static HttpReply send(HttpClient &client, const HttpRequest &request)
    {
        QObject context;
        std::optional<HttpReply> got;
        int calls = 0;
        client.send(request, &context, [&](const HttpReply &reply) {
            got = reply;
            ++calls;
        });
        const bool told = QTest::qWaitFor([&] { return got.has_value(); }, 10'000);
        if (!told || calls != 1)
            qFatal("the callback did not come exactly once");
        return *got;
    }

    TestCertificates m_certificates;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_certificates.isValid()); }

    void sendsWhatWasAskedFor()
    {
        TestServer server([](const TestRequest &) { return TestReply{200, "{\"a\":1}"}; });
        HttpClient client({}, quickLimits());
        const HttpReply reply =
            send(client, {HttpVerb::Patch, server.url(QStringLiteral("/v1/settings/application")), kSecret, "{}"});
        QVERIFY2(reply.ok(), qPrintable(reply.detail));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("{\"a\":1}"));
        QCOMPARE(reply.contentType, QByteArray("application/json"));
        QCOMPARE(server.requests().size(), std::size_t{1});
        QCOMPARE(server.requests().front().verb, QByteArray("PATCH"));
        QCOMPARE(server.requests().front().path, QStringLiteral("/v1/settings/application"));
        QCOMPARE(server.requests().front().authorization, kSecret);
        QCOMPARE(server.requests().front().body, QByteArray("{}"));
    }

    void keepsNoCookies()
    {
        TestServer server([](const TestRequest &) {
            return TestReply{200, "{}", "application/json", "Set-Cookie: a=b\r\n"};
        });
        HttpClient client({}, quickLimits());
        send(client, {HttpVerb::Get, server.url(), {}, {}});
        send(client, {HttpVerb::Get, server.url(), {}, {}});
        QCOMPARE(server.requests().size(), std::size_t{2});
        QVERIFY(server.requests().back().cookie.isEmpty());
    }

    void mapsStatusToFault_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ProbeFault>("fault");
        QTest::addColumn<QString>("says");
        QTest::newRow("201") << 201 << ProbeFault::None << QString();
        QTest::newRow("400") << 400 << ProbeFault::BadAnswer << QStringLiteral("HTTP 400");
        QTest::newRow("401") << 401 << ProbeFault::Unauthorized << QStringLiteral("stored for this node");
        QTest::newRow("403") << 403 << ProbeFault::Forbidden << QStringLiteral("admin role");
        QTest::newRow("404") << 404 << ProbeFault::BadAnswer << QStringLiteral("knows no /v1/health");
        QTest::newRow("429") << 429 << ProbeFault::TooManyRequests << QStringLiteral("too often");
        QTest::newRow("500") << 500 << ProbeFault::ServerError << QStringLiteral("HTTP 500");
        QTest::newRow("503") << 503 << ProbeFault::Overloaded << QStringLiteral("overloaded");
    }
    void mapsStatusToFault()
    {
        QFETCH(int, status);
        QFETCH(ProbeFault, fault);
        QFETCH(QString, says);
        TestServer server([&](const TestRequest &) { return TestReply{status, "{}"}; });
        const HttpReply reply = get(server.url(QStringLiteral("/v1/health")));
        QCOMPARE(reply.fault, fault);
        QCOMPARE(reply.status, status);
        QVERIFY2(reply.detail.contains(says), qPrintable(reply.detail));
        QVERIFY(!reply.detail.contains(QString::fromLatin1(kSecret)));
    }

    void explainsErrorCodesWithoutRepeatingTheBody()
    {
        TestServer server([](const TestRequest &) {
            return TestReply{500, R"({"errors":[{"code":1014,"title":"token 2f8a-token","details":"+4915112345"}]})"};
        });
        const HttpReply reply = get(server.url());
        QVERIFY2(reply.detail.contains(QStringLiteral("1014")), qPrintable(reply.detail));
        QVERIFY(!reply.detail.contains(QStringLiteral("2f8a")));
        QVERIFY(!reply.detail.contains(QStringLiteral("4915")));
    }

    void honoursRetryAfter()
    {
        TestServer server([](const TestRequest &) {
            return TestReply{429, "{}", "application/json", "Retry-After: 7\r\n"};
        });
        const HttpReply reply = get(server.url());
        QVERIFY(reply.retryAfter.has_value());
        QCOMPARE(*reply.retryAfter, Millis{7000});
    }

    void endsBadTransfers_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<int>>("faults");
        const QList<int> timeout{int(ProbeFault::Timeout)};
        const QList<int> unreachable{int(ProbeFault::Unreachable)};
        const QList<int> garbage{int(ProbeFault::BadAnswer), int(ProbeFault::Unreachable)};
        using Way = TestReply::Way;
        QTest::newRow("hangs") << int(Way::Hang) << QByteArray() << timeout;
        QTest::newRow("drips") << int(Way::Drip) << QByteArray() << timeout;
        QTest::newRow("closes at once") << int(Way::Close) << QByteArray() << unreachable;
        QTest::newRow("closes half way") << int(Way::HalfClose) << QByteArray("{") << unreachable;
        QTest::newRow("no HTTP") << int(Way::Raw) << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << garbage;
        QTest::newRow("endless") << int(Way::Endless) << QByteArray() << QList<int>{int(ProbeFault::BadAnswer)};
    }
    void endsBadTransfers()
    {
        QFETCH(int, way);
        QFETCH(QByteArray, body);
        QFETCH(QList<int>, faults);
        TestReply answer{200, body};
        answer.way = static_cast<TestReply::Way>(way);
        TestServer server([&](const TestRequest &) { return answer; });
        const HttpReply reply = get(server.url());
        QVERIFY2(faults.contains(int(reply.fault)), qPrintable(reply.detail));
        QVERIFY(!reply.detail.isEmpty());
        QVERIFY(reply.body.size() <= 2 * quickLimits().maxReplyBytes);
    }

    void refusesAnnouncedGiants()
    {
        TestReply giant;
        giant.way = TestReply::Way::Raw;
        giant.body = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + QByteArray(2 << 20, 'x');
        TestServer server([&](const TestRequest &) { return giant; });
        const HttpReply reply = get(server.url());
        QCOMPARE(reply.fault, ProbeFault::BadAnswer);
        QVERIFY2(reply.detail.contains(QStringLiteral("more than 1 MiB")), qPrintable(reply.detail));
    }

    void followsNoRedirectToAnotherOrigin()
    {
        TestServer other([](const TestRequest &) { return TestReply{200, "{}"}; });
        const QByteArray location = other.url(QStringLiteral("/stolen")).toEncoded();
        TestServer server([&](const TestRequest &) {
            return TestReply{302, "", "text/plain", "Location: " + location + "\r\n"};
        });
        const HttpReply reply = get(server.url());
        QCOMPARE(reply.fault, ProbeFault::BadAnswer);
        QVERIFY(other.requests().empty());
    }

    void tellsRefusedConnectionsAndUnknownNames()
    {
        QUrl closed;
        {
            TestServer server([](const TestRequest &) { return TestReply{}; });
            closed = server.url();
        }
        QCOMPARE(get(closed).fault, ProbeFault::Unreachable);
        const HttpReply unknown =
            get(QUrl(QStringLiteral("https://no-such-host.invalid:9090")), {}, {Millis{5000}, Millis{9000}});
        QVERIFY2(unknown.fault == ProbeFault::NameNotFound || unknown.fault == ProbeFault::Timeout,
                 qPrintable(unknown.detail));
    }

    void acceptsExactlyThePinnedCertificate()
    {
        TestServer server([](const TestRequest &) { return TestReply{200, "{}"}; }, m_certificates.selfSigned());
        TlsTrust pinned;
        pinned.pinnedSha256 = m_certificates.selfSigned().sha256();
        const HttpReply good = get(server.url(), pinned);
        QVERIFY2(good.ok(), qPrintable(good.detail));

        server.forgetRequests();
        pinned.pinnedSha256 = m_certificates.otherSelfSigned().sha256();
        const HttpReply bad = get(server.url(), pinned);
        QCOMPARE(bad.fault, ProbeFault::CertificateRejected);
        QCOMPARE(bad.seenFingerprint, m_certificates.selfSigned().sha256());
        QVERIFY2(server.requests().empty(), "the request was sent to a server that is not the pinned one");
    }

    void aPinBeatsAValidChain()
    {
        TestServer server([](const TestRequest &) { return TestReply{200, "{}"}; }, m_certificates.signedByCa());
        TlsTrust trust;
        trust.caFile = m_certificates.caFile();
        QVERIFY(get(server.url(), trust).ok());

        server.forgetRequests();
        trust.pinnedSha256 = m_certificates.otherSelfSigned().sha256();
        const HttpReply bad = get(server.url(), trust);
        QCOMPARE(bad.fault, ProbeFault::CertificateRejected);
        QCOMPARE(bad.seenFingerprint, m_certificates.signedByCa().sha256());
        QVERIFY2(server.requests().empty(), "the request was sent although the certificate was not the pinned one");
    }

    void rejectsUnknownCertificatesAndShowsThem()
    {
        TestServer server([](const TestRequest &) { return TestReply{200, "{}"}; }, m_certificates.selfSigned());
        const HttpReply reply = get(server.url());
        QCOMPARE(reply.fault, ProbeFault::CertificateRejected);
        QCOMPARE(reply.seenFingerprint, m_certificates.selfSigned().sha256());
        QVERIFY2(reply.detail.contains(m_certificates.selfSigned().sha256().left(2).toUpper()),
                 qPrintable(reply.detail));
        QVERIFY(server.requests().empty());

        TlsTrust otherCa;
        otherCa.caFile = m_certificates.caFile();
        QCOMPARE(get(server.url(), otherCa).fault, ProbeFault::CertificateRejected);
    }

    void tellsWhenTheOtherSideSpeaksNoTls()
    {
        TestServer plain([](const TestRequest &) { return TestReply{200, "{}"}; });
        QUrl url = plain.url();
        url.setScheme(QStringLiteral("https"));
        const HttpReply reply = get(url);
        QVERIFY2(reply.fault == ProbeFault::BadAnswer || reply.fault == ProbeFault::Timeout ||
                     reply.fault == ProbeFault::Unreachable,
                 qPrintable(reply.detail));
        QVERIFY(plain.requests().empty());
    }

    void saysWhenTheCaFileIsUnusable()
    {
        TlsTrust trust;
        trust.caFile = QStringLiteral("/nonexistent/ca.pem");
        const HttpReply reply = get(QUrl(QStringLiteral("https://127.0.0.1:1")), trust);
        QCOMPARE(reply.fault, ProbeFault::CertificateRejected);
        QVERIFY2(reply.detail.contains(QStringLiteral("/nonexistent/ca.pem")), qPrintable(reply.detail));
    }

    void isSilentWhenItsContextOrTheClientGoes()
    {
        TestReply hang;
        hang.way = TestReply::Way::Hang;
        TestServer server([&](const TestRequest &) { return hang; });
        int calls = 0;
        auto client = std::make_unique<HttpClient>(TlsTrust{}, quickLimits());
        auto context = std::make_unique<QObject>();
        QObject lasting;
        client->send({HttpVerb::Get, server.url(), {}, {}}, context.get(), [&](const HttpReply &) { ++calls; });
        client->send({HttpVerb::Get, server.url(), {}, {}}, &lasting, [&](const HttpReply &) { ++calls; });
        QTRY_COMPARE(server.requests().size(), std::size_t{2});
        context.reset();
        client.reset();
        // A request that is sure to be answered shows that the event loop has had its turn.
        TestServer quick([](const TestRequest &) { return TestReply{200, "{}"}; });
        QVERIFY(get(quick.url()).ok());
        QCOMPARE(calls, 0);
    }
};

BAROGRAPH_TEST(TestHttpClient)
#include "tst_http_client.moc"
