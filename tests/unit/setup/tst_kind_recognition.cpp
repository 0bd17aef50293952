// SPDX-License-Identifier: GPL-3.0-or-later
// What answers look like they came from, and what a handshake shows.
#include "setup/kind_recognition.h"
#include "setup/node_test_run.h"
#include "test_case.h"

using namespace barograph;

Q_DECLARE_METATYPE(std::optional<NodeKind>)

class TestKindRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognises_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<std::optional<NodeKind>>("kind");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("webPage");
        const auto row = [](const char *name, const QByteArray &body, std::optional<NodeKind> kind,
                            const char *version = "") {
            QTest::newRow(name) << QByteArray("application/json") << body << kind << QString::fromLatin1(version)
                                << false;
        };
        row("health", R"({"health":{"gateway_status":"connected"},"meta":{"api_status":"stable","version":"v2.45.1"}})",
            NodeKind::OnPremises, "v2.45.1");
        row("on-premises refusal", R"({"errors":[{"code":1005}],"meta":{"version":"v2.45.1","api_status":"stable"}})",
            NodeKind::OnPremises, "v2.45.1");
        row("Graph", R"({"error":{"type":"OAuthException","code":190,"fbtrace_id":"A"}})", NodeKind::CloudApi);
        row("Evolution", R"({"status":200,"message":"Welcome to the Evolution API, it is working!","version":"2.3.7"})",
            NodeKind::Evolution, "2.3.7");
        row("instances", R"([{"name":"a","connectionStatus":"open"}])", NodeKind::Evolution);
        row("old instances", R"([{"instance":{"instanceName":"a","status":"open"}}])", NodeKind::Evolution);
        row("WAHA version", R"({"version":"2026.7.1","engine":"NOWEB","tier":"CORE"})", NodeKind::Waha, "2026.7.1");
        row("WAHA ping", R"({"message":"pong"})", NodeKind::Waha);
        row("sessions", R"([{"name":"default","status":"WORKING"}])", NodeKind::Waha);
        row("GOWA", R"({"code":"SUCCESS","message":"x","results":{"is_connected":true}})", NodeKind::Gowa);
        row("devices", R"([{"id":"d","jid":"1@s.whatsapp.net","state":"logged_in"}])", NodeKind::Gowa);
        row("Picky", R"({"status":"CONNECTED","project_id":26001,"version":"7"})", NodeKind::PickyAssist, "7");
        row("nothing", "", std::nullopt);
        row("empty", "{}", std::nullopt);
        row("empty list", "[]", std::nullopt);
        row("garbage", "\x01\x02\x03", std::nullopt);
        row("framework's 404", R"({"statusCode":404,"message":"Cannot GET /x","error":"Not Found"})", std::nullopt);
        QTest::newRow("page") << QByteArray("text/html; charset=utf-8") << QByteArray("x") << std::optional<NodeKind>()
                              << QString() << true;
        QTest::newRow("page by its look") << QByteArray("text/plain") << QByteArray("\n <!doctype html>")
                                          << std::optional<NodeKind>() << QString() << true;
    }
    void recognises()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        QFETCH(std::optional<NodeKind>, kind);
        QFETCH(QString, version);
        QFETCH(bool, webPage);
        QCOMPARE(recogniseAnswer(contentType, body), (Recognised{webPage, kind, version}));
    }

    void judgesCertificates()
    {
        const QString seen = QStringLiteral("ab").repeated(32);
        const QUrl url(QStringLiteral("https://wa.example:9090"));
        const UtcTime now = fromUnixMillis(1'780'000'000'000);
        const UtcTime later = now + Seconds{400 * 24 * 3600};
        const QStringList untrusted{QStringLiteral("self signed")};
        TlsTrust pinned;
        pinned.pinnedSha256 = seen;
        TlsTrust other;
        other.pinnedSha256 = QStringLiteral("cd").repeated(32);

        auto step = tlsStep({}, seen, untrusted, later, now, url);
        QCOMPARE(step.outcome, TestOutcome::Failed);
        QVERIFY(step.text.contains(QStringLiteral("AB:AB:AB")) && step.text.contains(QStringLiteral("self signed")));
        QCOMPARE(tlsStep(pinned, seen, untrusted, later, now, url).outcome, TestOutcome::Passed);
        step = tlsStep(other, seen, {}, later, now, url);
        QCOMPARE(step.outcome, TestOutcome::Failed);
        QVERIFY(step.text.contains(QStringLiteral("another certificate")));
        QCOMPARE(tlsStep({}, seen, {}, later, now, url).outcome, TestOutcome::Passed);
        step = tlsStep({}, seen, {}, now + Seconds{3600}, now, url);
        QCOMPARE(step.outcome, TestOutcome::Warning);
        QVERIFY(step.text.contains(QStringLiteral("soon")));
        step = tlsStep(pinned, seen, {}, now - Seconds{3600}, now, url);
        QCOMPARE(step.outcome, TestOutcome::Warning);
        QVERIFY(step.text.contains(QStringLiteral("has run out")));
    }
};

BAROGRAPH_TEST(TestKindRecognition)
#include "tst_kind_recognition.moc"
