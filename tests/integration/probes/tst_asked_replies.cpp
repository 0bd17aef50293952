// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind's documented replies, asked for with its own kind of credentials.
#include "asked_rig.h"
#include "test_case.h"

using namespace barograph;

namespace {

constexpr int kSoon = 20'000;

bool hasSetting(const std::optional<std::vector<SettingSeen>> &settings, const char *key, const QString &value)
{
    return settings && std::any_of(settings->begin(), settings->end(), [&](const SettingSeen &setting) {
               return setting.key == QLatin1String(key) && setting.value.startsWith(value);
           });
}

} // namespace

class TestAskedReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cloudApi()
    {
        AskedRig rig(NodeKind::CloudApi);
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.account && rig.settings && !rig.expiries.empty(), kSoon);
        QCOMPARE(rig.account->permission, SendPermission::Available);
        QCOMPARE(rig.account->throughputLevel, QStringLiteral("STANDARD"));
        QCOMPARE(rig.account->quality, QStringLiteral("GREEN"));
        QVERIFY(hasSetting(rig.settings, "webhook.application", QStringLiteral("https://bot.example/in/•••")));
        QCOMPARE(rig.expiries.front(),
                 (Expiry{ExpiringThing::AccessToken, UtcTime{fromUnixSeconds(1'900'000'000)}, false}));
        QCOMPARE(rig.results.front().node, NodeIndex{4});
        QCOMPARE(rig.fault(), ProbeFault::None);
        QVERIFY(rig.state().lastSuccess && rig.state().lastAttempt);
        const QString asked = rig.requestsFor(rig.essentialPath()).front().path;
        QVERIFY2(asked.contains(QStringLiteral("fields=health_status,throughput,quality_rating,webhook_configuration")),
                 qPrintable(asked));
        QVERIFY(!asked.contains(QString::fromLatin1(AskedRig::kSecret)));
        const QString token = rig.requestsFor(QStringLiteral("/v23.0/debug_token")).front().path;
        QVERIFY(token.endsWith(QStringLiteral("input_token=") + QString::fromLatin1(AskedRig::kSecret)));
    }
    void cloudApiOfAnotherVersion()
    {
        AskedRig rig(NodeKind::CloudApi);
        rig.config.apiVersion = QStringLiteral("v31.0");
        rig.setReply(QStringLiteral("/v31.0/1060"), {200, R"({"health_status":{"can_send_message":"BLOCKED"}})"});
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.account, kSoon);
        QCOMPARE(rig.account->permission, SendPermission::Blocked);
    }
    void tokenThatMayNotAskAboutItself()
    {
        AskedRig rig(NodeKind::CloudApi);
        rig.setReply(QStringLiteral("/v23.0/debug_token"), {400, R"({"error":{"code":100}})"});
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.countOf(QStringLiteral("/v23.0/debug_token")) > 1 && rig.results.size() > 5,
                                 kSoon);
        QCOMPARE(rig.fault(), ProbeFault::None);
        QVERIFY(rig.expiries.empty());
    }

    void pickyAssist()
    {
        AskedRig rig(NodeKind::PickyAssist);
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session && rig.pendingOut, kSoon);
        QCOMPARE(rig.session->state, SessionState::Working);
        QCOMPARE(rig.session->version, QStringLiteral("3.4"));
        QCOMPARE(*rig.pendingOut, 17);
        const TestRequest &request = rig.lastRequest();
        QCOMPARE(request.verb, QByteArray("POST"));
        QVERIFY(request.authorization.isEmpty());
        QVERIFY(!request.path.contains(QString::fromLatin1(AskedRig::kSecret)));
        QVERIFY(!rig.everyText().contains(QStringLiteral("5511900000001")));
    }

    void waha()
    {
        AskedRig rig(NodeKind::Waha);
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session && !rig.session->version.isEmpty() && !rig.session->serverNote.isEmpty(),
                                 kSoon);
        QCOMPARE(rig.session->state, SessionState::Working);
        QCOMPARE(rig.session->engine, QStringLiteral("NOWEB"));
        QCOMPARE(rig.session->version, QStringLiteral("2026.7.1 PLUS"));
        QCOMPARE(rig.session->trouble, QString());
        QVERIFY(hasSetting(rig.settings, "webhooks.1.url", QStringLiteral("https://bot.example/in/••• #")));
        rig.setReply(QStringLiteral("/health"), {503, R"({"status":"error","error":{"mongodb":{"status":"down"}}})"});
        QTRY_VERIFY_WITH_TIMEOUT(rig.session->trouble.contains(QStringLiteral("mongodb")), kSoon);
        QCOMPARE(rig.fault(), ProbeFault::None);
        rig.setAnswer({200, R"({"name":"my shop","status":"STOPPED","config":{}})"});
        QTRY_COMPARE_WITH_TIMEOUT(rig.session->state, SessionState::Stopped, kSoon);
        QVERIFY(hasSetting(rig.settings, "webhooks", QStringLiteral("none")));
    }
    void wahaWithoutASessionsName()
    {
        AskedRig rig(NodeKind::Waha);
        rig.config.account.clear();
        const QString all = QStringLiteral("/api/sessions");
        rig.setReply(all, {200, R"([{"name":"a","status":"SCAN_QR_CODE"}])"});
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session, kSoon);
        QCOMPARE(rig.session->state, SessionState::NeedsLogin);
        QCOMPARE(rig.requestsFor(all).front().path, QStringLiteral("/api/sessions?all=true"));
        rig.setReply(all, {200, R"([{"name":"a","status":"WORKING"},{"name":"b","status":"WORKING"}])"});
        QTRY_COMPARE_WITH_TIMEOUT(rig.fault(), ProbeFault::BadAnswer, kSoon);
        QVERIFY(rig.state().detail.contains(QStringLiteral("2 sessions")));
    }
    void wahaWithoutItsExtras()
    {
        AskedRig rig(NodeKind::Waha);
        // The core edition has no health check, and a key of one session may not ask about the server.
        rig.setReply(QStringLiteral("/health"), {422, R"({"message":"Plus only"})"});
        rig.setReply(QStringLiteral("/api/server/status"), {403, "{}"});
        rig.setReply(QStringLiteral("/api/server/version"), {TestReply{200, {}, {}, {}, TestReply::Way::Close}});
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.countOf(QStringLiteral("/api/server/version")) > 0 &&
                                     rig.countOf(QStringLiteral("/health")) > 0 && rig.countOf(rig.essentialPath()) > 4,
                                 kSoon);
        QCOMPARE(rig.session->state, SessionState::Working);
        QCOMPARE(rig.session->trouble, QString());
        QVERIFY(std::all_of(rig.results.begin(), rig.results.end(),
                            [](const ProbeResult &result) { return result.state.fault == ProbeFault::None; }));
    }

    void evolution()
    {
        AskedRig rig(NodeKind::Evolution);
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session && !rig.session->version.isEmpty() && !rig.session->engine.isEmpty() &&
                                     !rig.session->serverNote.isEmpty() && rig.settings,
                                 kSoon);
        QCOMPARE(rig.session->state, SessionState::Working);
        QCOMPARE(rig.session->version, QStringLiteral("2.3.7"));
        QCOMPARE(rig.session->engine, QStringLiteral("WHATSAPP-BAILEYS"));
        QCOMPARE(rig.session->serverNote, QStringLiteral("1 of 1 instance is up"));
        QVERIFY(hasSetting(rig.settings, "webhook.headers", QStringLiteral("authorization")));
        rig.setAnswer({200, R"({"instance":{"instanceName":"a","state":"close"}})"});
        rig.setReply(QStringLiteral("/instance/fetchInstances"),
                     {200, R"([{"name":"a","connectionStatus":"close","disconnectionReasonCode":440}])"});
        QTRY_VERIFY_WITH_TIMEOUT(rig.session->why.contains(QStringLiteral("took over this login")), kSoon);
        QCOMPARE(rig.session->state, SessionState::Stopped);
        QCOMPARE(rig.requestsFor(QStringLiteral("/instance/fetchInstances")).front().path,
                 QStringLiteral("/instance/fetchInstances?instanceName=a"));
    }
    void evolutionWithoutMetrics()
    {
        AskedRig rig(NodeKind::Evolution);
        const QString metrics = QStringLiteral("/metrics");
        rig.setReply(metrics, {404, "Cannot GET /metrics", "text/html"});
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.countOf(rig.essentialPath()) > 8, kSoon);
        // Not there is not there: asked once, and then not for minutes.
        QCOMPARE(rig.countOf(metrics), 1);
        QCOMPARE(rig.fault(), ProbeFault::None);
        QCOMPARE(rig.session->serverNote, QString());
    }

    void gowa()
    {
        AskedRig rig(NodeKind::Gowa);
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session && rig.settings, kSoon);
        QCOMPARE(rig.session->state, SessionState::Working);
        QVERIFY(hasSetting(rig.settings, "webhook.events", QStringLiteral("message")));
        rig.setReply(QStringLiteral("/health"), {503, "Service Unavailable", "text/plain"});
        QTRY_VERIFY_WITH_TIMEOUT(!rig.session->trouble.isEmpty(), kSoon);
        rig.setAnswer({200, R"({"code":"SUCCESS","results":{"state":"disconnected"}})"});
        QTRY_COMPARE_WITH_TIMEOUT(rig.session->state, SessionState::Failed, kSoon);
        QCOMPARE(rig.fault(), ProbeFault::None);
    }
    void gowaBeforeDevices()
    {
        AskedRig rig(NodeKind::Gowa);
        rig.setAnswer({404, "Cannot GET /devices/org_2/status", "text/plain"});
        rig.setReply(QStringLiteral("/app/status"), {200, R"({"results":{"is_connected":true,"is_logged_in":false}})"});
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session && rig.countOf(QStringLiteral("/app/status")) > 2, kSoon);
        QCOMPARE(rig.session->state, SessionState::NeedsLogin);
        QCOMPARE(rig.countOf(rig.essentialPath()), 1);
    }

    void keepsNoSecretAndNoNumber_data()
    {
        QTest::addColumn<NodeKind>("kind");
        for (const NodeKind kind :
             {NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha, NodeKind::Evolution, NodeKind::Gowa})
            QTest::newRow(qPrintable(nodeKindName(kind))) << kind;
    }
    void keepsNoSecretAndNoNumber()
    {
        QFETCH(NodeKind, kind);
        AskedRig rig(kind);
        rig.give();
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.results.size() > 10, kSoon);
        const QString told = rig.everyText();
        QVERIFY2(!told.contains(QString::fromLatin1(AskedRig::kSecret)), qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral("secret")), qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral("5511900000001")), qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral("628100000001")), qPrintable(told));
    }
};

BAROGRAPH_TEST(TestAskedReplies)
#include "tst_asked_replies.moc"
