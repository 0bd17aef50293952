// SPDX-License-Identifier: GPL-3.0-or-later
// Testing nodes that are being set up, against real servers that go wrong in every way.
#include "net/tls_trust.h"
#include "secrets/session_store.h"
#include "setup/node_tester.h"
#include "test_case.h"
#include "test_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

using namespace barograph;

namespace {

constexpr int kPatience = 60'000;
const QByteArray kSecretText = "hunter2-hunter2";

const QByteArray kLogin = R"({"users":[{"token":"t0k3n","expires_after":"2099-01-01 00:00:00+00:00"}]})";
const QByteArray kHealth =
    R"({"health":{"gateway_status":"connected"},"meta":{"api_status":"stable","version":"v2.45.1"}})";

TestReply json(const QByteArray &body, int status = 200)
{
    TestReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

/// A whole on-premises client, as far as a test asks.
TestReply onPrem(const TestRequest &request)
{
    const bool loggedIn = request.authorization == "Bearer t0k3n";
    if (request.path == QLatin1String("/v1/users/login"))
        return request.authorization == "Basic " + QByteArray("admin:" + kSecretText).toBase64() ? json(kLogin)
                                                                                                 : json("{}", 401);
    if (request.path == QLatin1String("/v1/health"))
        return loggedIn || request.authorization == "Apikey key" ? json(kHealth) : json("{}", 401);
    if (request.path == QLatin1String("/v1/account/shards") && loggedIn)
        return json(R"({"account":{"shards":4}})");
    return json(R"({"errors":[{"code":1006}]})", 404);
}

NodeDraft draftOf(NodeKind kind, const QUrl &url)
{
    NodeDraft draft;
    draft.config.id = QStringLiteral("a");
    draft.config.name = QStringLiteral("A");
    draft.config.kind = kind;
    draft.config.baseUrl = url;
    return draft;
}

NodeDraft onPremDraft(const QUrl &url)
{
    auto draft = draftOf(NodeKind::OnPremises, url);
    draft.secrets[SecretName::kPassword] = Secret(kSecretText);
    return draft;
}

NodeDraft keyedDraft(NodeKind kind, const QUrl &url, const QString &account)
{
    auto draft = draftOf(kind, url);
    draft.config.account = account;
    draft.secrets[SecretName::kApiKey] = Secret("the-key");
    return draft;
}

TestStep stepOf(const NodeTestReport &report, TestStage stage)
{
    for (const auto &step : report.steps) {
        if (step.stage == stage)
            return step;
    }
    return {stage, TestOutcome::Running, QStringLiteral("no such step")};
}

QString textOf(const NodeTestReport &report)
{
    QString text;
    for (const auto &step : report.steps)
        text += testStageText(step.stage) % QStringLiteral(": ") % QString::number(static_cast<int>(step.outcome)) %
                QLatin1Char(' ') % step.text % QLatin1Char('\n');
    return text;
}

} // namespace

class TestNodeTester : public QObject
{
    Q_OBJECT

private:
    SessionSecretStore m_secrets{{}, SessionSecretStore::Keychain::DoNotUse};
    TestCertificates m_certificates;
    quint64 m_ticket = 0;

    /// Runs to the end; no report may give the secrets away.
    NodeTestReport run(const NodeDraft &draft, const NodeTestLimits &limits = {})
    {
        NodeTester tester(m_secrets, limits);
        std::vector<NodeTestReport> reports;
        connect(&tester, &NodeTester::reported, this, [&](const NodeTestReport &report) { reports.push_back(report); });
        tester.start({++m_ticket, draft});
        if (!QTest::qWaitFor([&] { return !reports.empty() && reports.back().finished; }, kPatience))
            return {};
        for (const auto &report : reports) {
            for (const auto &step : report.steps) {
                if (step.text.contains(QString::fromLatin1(kSecretText)) ||
                    step.text.contains(QStringLiteral("the-key")) || step.text.contains(QStringLiteral("t0k3n")))
                    qFatal("a secret was told");
            }
        }
        return reports.back();
    }

    void verifyFailsAt(const NodeTestReport &report, TestStage stage, const char *says)
    {
        QVERIFY(report.finished && !report.usable);
        QVERIFY2(report.steps.size() == 7, "all stages are told");
        for (const auto &step : report.steps) {
            if (step.stage < stage)
                QVERIFY2(step.outcome != TestOutcome::Failed, qPrintable(textOf(report)));
            else if (step.stage == stage)
                QVERIFY2(step.outcome == TestOutcome::Failed && step.text.contains(QString::fromUtf8(says)),
                         qPrintable(textOf(report)));
            else
                QVERIFY2(step.outcome == TestOutcome::Skipped, qPrintable(textOf(report)));
        }
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_certificates.isValid()); }

    void passesAWorkingNode()
    {
        TestServer server(onPrem);
        const auto report = run(onPremDraft(server.url()));
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QCOMPARE(stepOf(report, TestStage::Login).outcome, TestOutcome::Passed);
        QVERIFY(stepOf(report, TestStage::Answer).text.contains(QStringLiteral("v2.45.1")));
        QCOMPARE(report.shards, std::optional<int>(4));
        QCOMPARE(stepOf(report, TestStage::State).outcome, TestOutcome::Warning); // 4 shards, 0 were entered
        QCOMPARE(stepOf(report, TestStage::Tls).outcome, TestOutcome::Skipped);
        for (const auto &request : server.requests())
            QVERIFY2(request.verb == "GET" || request.path == QLatin1String("/v1/users/login"), "it changes nothing");
    }

    void usesWhatIsStoredForAnEditedNode()
    {
        m_secrets.keepForSession(QStringLiteral("stored"), SecretName::kPassword, Secret(kSecretText));
        TestServer server(onPrem);
        auto draft = draftOf(NodeKind::OnPremises, server.url());
        verifyFailsAt(run(draft), TestStage::Login, "no password");
        draft.editedId = QStringLiteral("stored");
        QVERIFY(run(draft).usable);
        // An emptied field is not the stored one.
        draft.secrets[SecretName::kPassword] = Secret();
        verifyFailsAt(run(draft), TestStage::Login, "no password");
    }

    void namesWhatFailed()
    {
        // Nobody may register names below "invalid" (RFC 6761).
        verifyFailsAt(run(onPremDraft(QUrl(QStringLiteral("https://no-such-node.invalid:9090")))), TestStage::Name,
                      "cannot be resolved");
        verifyFailsAt(run(onPremDraft(QUrl(QStringLiteral("http://10.0.0.5:9090")))), TestStage::Address,
                      "Plain http://");
        verifyFailsAt(run(onPremDraft(QUrl())), TestStage::Address, "no address");
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const auto port = closed.serverPort();
        closed.close();
        verifyFailsAt(run(onPremDraft(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port)))), TestStage::Connect,
                      "refused the connection");
    }

    void tellsTlsApart()
    {
        TestServer server(onPrem, m_certificates.selfSigned());
        auto draft = onPremDraft(server.url());
        auto report = run(draft);
        verifyFailsAt(report, TestStage::Tls, "is not trusted");
        QCOMPARE(report.seenFingerprint, m_certificates.selfSigned().sha256());
        QVERIFY(stepOf(report, TestStage::Tls).text.contains(shownFingerprint(report.seenFingerprint)));
        QVERIFY(!report.certificateTrusted);
        QVERIFY2(server.requests().empty(), "nothing is sent to who is not trusted");

        draft.config.tls.pinnedSha256 = report.seenFingerprint;
        report = run(draft);
        QVERIFY2(report.usable && report.certificateTrusted, qPrintable(textOf(report)));
        QVERIFY(stepOf(report, TestStage::Tls).text.contains(QStringLiteral("the pinned one")));

        draft.config.tls.pinnedSha256 = m_certificates.otherSelfSigned().sha256();
        report = run(draft);
        verifyFailsAt(report, TestStage::Tls, "another certificate");
        QCOMPARE(report.seenFingerprint, m_certificates.selfSigned().sha256());

        TestServer signedServer(onPrem, m_certificates.signedByCa());
        draft = onPremDraft(signedServer.url());
        draft.config.tls.caFile = m_certificates.caFile();
        report = run(draft);
        QVERIFY2(report.usable && report.certificateTrusted, qPrintable(textOf(report)));
    }

    void noticesPlainHttpBehindHttps()
    {
        TestServer server([](const TestRequest &) { return json("{}"); });
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        NodeTestLimits limits;
        limits.handshake = Millis{1000}; // the plain server waits for more of the request
        const auto report = run(onPremDraft(url), limits);
        verifyFailsAt(report, TestStage::Tls, "TLS");
    }

    void tellsLoginsApart()
    {
        int status = 401;
        QByteArray body = "{}";
        TestServer server([&](const TestRequest &request) {
            return request.path == QLatin1String("/v1/users/login") ? json(body, status) : onPrem(request);
        });
        verifyFailsAt(run(onPremDraft(server.url())), TestStage::Login, "refused (401)");
        status = 403;
        verifyFailsAt(run(onPremDraft(server.url())), TestStage::Login, "(403)");
        status = 400;
        body = R"({"errors":[{"code":1008,"details":"new_password"}]})";
        verifyFailsAt(run(onPremDraft(server.url())), TestStage::Login, "first password");
        auto draft = onPremDraft(server.url());
        draft.secrets[SecretName::kNewPassword] = Secret(kSecretText + "2");
        server.forgetRequests();
        const auto report = run(draft);
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QCOMPARE(stepOf(report, TestStage::Login).outcome, TestOutcome::Warning);
        for (const auto &request : server.requests())
            QVERIFY2(!request.body.contains("new_password"), "a test changes no password");
        status = 503;
        verifyFailsAt(run(onPremDraft(server.url())), TestStage::Answer, "overloaded");
    }

    void takesAMonitoringKeyAlone()
    {
        TestServer server(onPrem);
        auto draft = draftOf(NodeKind::OnPremises, server.url());
        draft.secrets[SecretName::kApiKey] = Secret("key");
        auto report = run(draft);
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QCOMPARE(stepOf(report, TestStage::Login).outcome, TestOutcome::Warning);
        draft.secrets[SecretName::kApiKey] = Secret("wrong");
        verifyFailsAt(run(draft), TestStage::Login, "monitoring key (WA_API_KEY) was refused");
        draft.secrets[SecretName::kPassword] = Secret(kSecretText);
        verifyFailsAt(run(draft), TestStage::Login, "monitoring key (WA_API_KEY) was refused");
    }

    void warnsOfOldVersions()
    {
        TestServer server([](const TestRequest &request) {
            if (request.path == QLatin1String("/v1/health"))
                return json(R"({"health":{"gateway_status":"disconnected"},"meta":{"version":"v2.37.1"}})");
            return onPrem(request);
        });
        const auto report = run(onPremDraft(server.url()));
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QCOMPARE(stepOf(report, TestStage::Answer).outcome, TestOutcome::Warning);
        QVERIFY(stepOf(report, TestStage::Answer).text.contains(QStringLiteral("v2.37.1")));
        QCOMPARE(stepOf(report, TestStage::State).outcome, TestOutcome::Warning);
    }

    void recognisesAnotherKind()
    {
        // A WAHA server where an Evolution one was expected.
        TestServer waha([](const TestRequest &request) {
            if (request.path == QLatin1String("/ping"))
                return json(R"({"message":"pong"})");
            return json(R"({"statusCode":404,"message":"Cannot GET"})", 404);
        });
        verifyFailsAt(run(keyedDraft(NodeKind::Evolution, waha.url(), {})), TestStage::Answer,
                      "not an Evolution API server but a WAHA server");
        for (const auto &request : waha.requests()) {
            if (request.path != QLatin1String("/instance/fetchInstances"))
                QVERIFY2(request.headers.count("apikey") == 0, "the key is not for a stranger");
        }
        verifyFailsAt(run(onPremDraft(waha.url())), TestStage::Answer, "but a WAHA server");
        TestServer page([](const TestRequest &) {
            TestReply reply = json("<html>hello</html>");
            reply.contentType = "text/html";
            return reply;
        });
        verifyFailsAt(run(onPremDraft(page.url())), TestStage::Answer, "a web page came back");
        TestServer garbage([](const TestRequest &) { return json("\x01\x02", 200); });
        verifyFailsAt(run(keyedDraft(NodeKind::Waha, garbage.url(), {})), TestStage::Answer, "as far as can be told");
    }

    void testsWaha()
    {
        TestServer server([](const TestRequest &request) {
            if (request.headers.count("x-api-key") == 0 || request.headers.at("x-api-key") != "the-key")
                return json("{}", 401);
            if (request.path.startsWith(QLatin1String("/api/sessions?")))
                return json(R"([{"name":"default","status":"WORKING"},{"name":"b","status":"SCAN_QR_CODE"}])");
            return json(R"({"version":"2026.7.1","engine":"NOWEB","tier":"PLUS"})");
        });
        auto report = run(keyedDraft(NodeKind::Waha, server.url(), QStringLiteral("default")));
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QCOMPARE(report.accounts, (QStringList{QStringLiteral("b"), QStringLiteral("default")}));
        QVERIFY(stepOf(report, TestStage::Answer).text.contains(QStringLiteral("2026.7.1")));
        QCOMPARE(stepOf(report, TestStage::State).outcome, TestOutcome::Passed);
        report = run(keyedDraft(NodeKind::Waha, server.url(), QStringLiteral("b")));
        QCOMPARE(stepOf(report, TestStage::State).outcome, TestOutcome::Warning);
        report = run(keyedDraft(NodeKind::Waha, server.url(), {}));
        QVERIFY(report.usable && stepOf(report, TestStage::State).text.contains(QStringLiteral("b, default")));
        verifyFailsAt(run(keyedDraft(NodeKind::Waha, server.url(), QStringLiteral("gone"))), TestStage::State,
                      "no session “gone”");
        verifyFailsAt(run(draftOf(NodeKind::Waha, server.url())), TestStage::Login, "API key was refused (401)");
    }

    void testsEvolution()
    {
        int status = 200;
        TestServer server([&](const TestRequest &request) {
            if (request.path == QLatin1String("/"))
                return json(R"({"message":"Welcome to the Evolution API","version":"2.3.7"})");
            return request.headers.count("apikey") != 0 ? json(R"([{"name":"a","connectionStatus":"open"}])", status)
                                                        : json("{}", 401);
        });
        const auto report = run(keyedDraft(NodeKind::Evolution, server.url(), QStringLiteral("a")));
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QVERIFY(stepOf(report, TestStage::Answer).text.contains(QStringLiteral("2.3.7")));
        QCOMPARE(stepOf(report, TestStage::State).outcome, TestOutcome::Passed);
        status = 403;
        verifyFailsAt(run(keyedDraft(NodeKind::Evolution, server.url(), {})), TestStage::Login, "(403)");
    }

    void testsGowa()
    {
        TestServer server([](const TestRequest &request) {
            if (request.authorization != "Basic " + QByteArray("admin:" + kSecretText).toBase64())
                return json("Unauthorized", 401);
            return json(R"({"code":"SUCCESS","results":[{"id":"d1","state":"logged_in","jid":"1@s.whatsapp.net"}]})");
        });
        auto draft = draftOf(NodeKind::Gowa, server.url());
        draft.config.account = QStringLiteral("d1");
        verifyFailsAt(run(draft), TestStage::Login, "refused (401)");
        draft.secrets[SecretName::kPassword] = Secret(kSecretText);
        const auto report = run(draft);
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QCOMPARE(report.accounts, QStringList{QStringLiteral("d1")});
    }

    void testsTheCloudApi()
    {
        QByteArray body;
        int status = 200;
        TestServer server([&](const TestRequest &) { return json(body, status); });
        auto draft = keyedDraft(NodeKind::CloudApi, server.url(), QStringLiteral("1060"));
        body =
            R"({"id":"1060","verified_name":"Shop","quality_rating":"GREEN","throughput":{"level":"HIGH"},"health_status":{"can_send_message":"AVAILABLE"}})";
        auto report = run(draft);
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        QCOMPARE(server.requests().front().authorization, QByteArray("Bearer the-key"));
        QVERIFY(stepOf(report, TestStage::State).text.contains(QStringLiteral("HIGH")));
        body.replace("AVAILABLE", "BLOCKED");
        QCOMPARE(stepOf(run(draft), TestStage::State).outcome, TestOutcome::Warning);
        status = 400;
        const auto error = [&body](int code) {
            body = R"({"error":{"message":"x","type":"OAuthException","code":)" + QByteArray::number(code) + "}}";
        };
        error(190);
        verifyFailsAt(run(draft), TestStage::Login, "error 190");
        error(200);
        verifyFailsAt(run(draft), TestStage::Login, "lacks a permission");
        error(100);
        verifyFailsAt(run(draft), TestStage::Answer, "no phone number id 1060");
        error(2635);
        verifyFailsAt(run(draft), TestStage::Answer, "Version v23.0");
    }

    void testsPickyAssist()
    {
        QByteArray body = R"({"project_id":26001,"status":"CONNECTED","message_queue_count":0})";
        TestServer server([&](const TestRequest &) { return json(body); });
        auto draft = keyedDraft(NodeKind::PickyAssist, server.url(), QStringLiteral("10"));
        const auto report = run(draft);
        QVERIFY2(report.usable, qPrintable(textOf(report)));
        const auto sent = QJsonDocument::fromJson(server.requests().front().body).object();
        QCOMPARE(sent.value(QLatin1String("token")).toString(), QStringLiteral("the-key"));
        QCOMPARE(sent.value(QLatin1String("application")).toInt(), 10);
        body = R"({"status":404,"message":"x"})";
        verifyFailsAt(run(draft), TestStage::Login, "did not take the token");
    }

    void endsInTime()
    {
        TestServer server([](const TestRequest &) {
            TestReply reply;
            reply.way = TestReply::Way::Drip;
            return reply;
        });
        NodeTestLimits limits;
        limits.total = Millis{700};
        verifyFailsAt(run(onPremDraft(server.url()), limits), TestStage::Login, "given up");
    }

    void canBeCancelled()
    {
        TestServer server([](const TestRequest &) {
            TestReply reply;
            reply.way = TestReply::Way::Hang;
            return reply;
        });
        NodeTester tester(m_secrets);
        bool cancelled = false;
        bool toldAfterwards = false;
        connect(&tester, &NodeTester::reported, this,
                [&](const NodeTestReport &) { toldAfterwards = toldAfterwards || cancelled; });
        tester.start({77, onPremDraft(server.url())});
        QTRY_VERIFY_WITH_TIMEOUT(!server.requests().empty(), kPatience);
        tester.cancel(77);
        cancelled = true;
        // Another test goes through meanwhile: the thread is not stuck, and everything older was delivered.
        TestServer other(onPrem);
        QVERIFY(run(onPremDraft(other.url())).usable);
        QVERIFY(!toldAfterwards);
    }
};

BAROGRAPH_TEST(TestNodeTester)
#include "tst_node_tester.moc"
