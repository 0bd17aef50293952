// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the answers of all kinds but on-premises: documented ones, odd ones, and what must not be kept of them.
#include "nodes/asked/answer_text.h"
#include "nodes/cloud/probe_answer.h"
#include "nodes/evolution/probe_answer.h"
#include "nodes/gowa/probe_answer.h"
#include "nodes/picky/probe_answer.h"
#include "nodes/waha/probe_answer.h"
#include "test_case.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace barograph;

namespace {

QString settingOf(const std::vector<SettingSeen> &settings, const char *key)
{
    for (const SettingSeen &setting : settings) {
        if (setting.key == QLatin1String(key))
            return setting.value;
    }
    return QStringLiteral("(absent)");
}

QString textOf(const std::vector<SettingSeen> &settings)
{
    QString text;
    for (const SettingSeen &setting : settings)
        text += setting.key % u'=' % setting.value % u'\n';
    return text;
}

// Slashes are escaped in raw strings, as JSON allows: moc takes two of them for a comment.

QByteArray with(QByteArray json, const QByteArray &word)
{
    return json.replace("WORD", word);
}

QByteArray wahaSession(const QByteArray &status)
{
    return with(R"({"name":"shop","status":"WORD","me":{"id":"5511900000001@c.us","pushName":"Ana"},
            "engine":{"engine":"NOWEB"},"assignedWorker":"w1",
            "config":{"metadata":{"user.id":"meta-secret"},"webhooks":[
              {"url":"https:\/\/bot.example/hook/url-secret?k=1","events":["session.status","message"],
               "hmac":{"key":"hmac-secret"},"customHeaders":[{"name":"X-Auth","value":"header-secret"}],
               "retries":{"policy":"exponential","delaySeconds":2,"attempts":15}}],
             "ignore":{"groups":true,"status":null,"channels":false}}})",
                status);
}

} // namespace

class TestAskedAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatMetaAllows()
    {
        const auto told = parseCloudAnswer(R"({"health_status":{"can_send_message":"LIMITED","entities":[
            {"entity_type":"PHONE_NUMBER","id":"1060","can_send_message":"AVAILABLE"},
            {"entity_type":"WABA","id":"W","can_send_message":"LIMITED","additional_info":["Verify the business"]},
            {"entity_type":"BUSINESS","id":"B","can_send_message":"BLOCKED","errors":[{"error_code":141006,
              "error_description":"Payment of +5511900000001 is missing","possible_solution":"Add one."}]},
            {"entity_type":"APP","id":"A","can_send_message":"PONDERING"}]},
            "throughput":{"level":"HIGH"},"quality_rating":"GREEN","display_phone_number":"+55 11 90000-0001",
            "webhook_configuration":{"phone_number":"https:\/\/a.example/hook/s3cret","application":"https:\/\/b.example/in/x"},
            "id":"1060"})");
        QVERIFY(told.has_value());
        QCOMPARE(told->account.permission, SendPermission::Limited);
        QCOMPARE(told->account.entities.size(), std::size_t{4});
        QCOMPARE(told->account.entities[0],
                 (AccountEntity{QStringLiteral("PHONE_NUMBER"), SendPermission::Available, {}}));
        QCOMPARE(told->account.entities[1].why, QStringLiteral("Verify the business."));
        QCOMPARE(told->account.entities[2].permission, SendPermission::Blocked);
        QCOMPARE(told->account.entities[2].why, QStringLiteral("Error 141006. Payment of +••• is missing. Add one."));
        QCOMPARE(told->account.entities[3].permission, SendPermission::Unknown);
        QCOMPARE(told->account.throughputLevel, QStringLiteral("HIGH"));
        QCOMPARE(told->account.quality, QStringLiteral("GREEN"));
        QCOMPARE(settingOf(told->settings, "throughput.level"), QStringLiteral("HIGH"));
        QVERIFY(settingOf(told->settings, "webhook.phone_number")
                    .startsWith(QStringLiteral("https://a.example/hook/••• #")));
        QCOMPARE(settingOf(told->settings, "webhook.whatsapp_business_account"), QStringLiteral("none"));
        QVERIFY(!textOf(told->settings).contains(QStringLiteral("s3cret")));
    }

    void seesAChangeInTheHiddenPartOfAnAddress()
    {
        const QString before = answer::shownAddress(QStringLiteral("https://a.example/hook/one"));
        const QString after = answer::shownAddress(QStringLiteral("https://a.example/hook/two"));
        QVERIFY(before != after);
        QCOMPARE(before.left(before.indexOf(u'#')), after.left(after.indexOf(u'#')));
        QCOMPARE(answer::shownAddress(QStringLiteral("https://a.example/hook/one")), before);
        QVERIFY(answer::shownAddress(QStringLiteral("::nonsense::")).contains(u'#'));
    }

    void readsErrorsOfTheGraphApi_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<ProbeFault>("fault");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, int status, const char *error, ProbeFault fault, const char *word) {
            QTest::newRow(name) << status << QByteArray(error) << fault << QString::fromLatin1(word);
        };
        row("expired", 401, R"("code":190,"error_subcode":463)", ProbeFault::Unauthorized, "has expired");
        row("wrong", 400, R"("code":190)", ProbeFault::Unauthorized, "revoked");
        row("app limit", 400, R"("code":4)", ProbeFault::TooManyRequests, "too often");
        row("account limit", 400, R"("code":80007)", ProbeFault::TooManyRequests, "too often");
        row("no permission", 403, R"("code":200)", ProbeFault::Forbidden, "whatsapp_business_management");
        row("permission gone", 400, R"("code":10)", ProbeFault::Forbidden, "whatsapp_business_management");
        row("no such id", 400, R"("code":100,"error_subcode":33)", ProbeFault::BadAnswer, "phone number id");
        row("no such field", 400, R"("code":100)", ProbeFault::BadAnswer, "API version");
        row("upgrade", 400, R"("code":131057)", ProbeFault::Overloaded, "minute");
        row("theirs", 500, R"("code":2,"is_transient":true)", ProbeFault::ServerError, "problem of its own");
        row("with 200", 200, R"("code":190)", ProbeFault::Unauthorized, "access token");
    }
    void readsErrorsOfTheGraphApi()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, error);
        QFETCH(ProbeFault, fault);
        QFETCH(QString, word);
        HttpReply reply;
        reply.status = status;
        reply.body =
            R"({"error":{"message":"Token EAAsecret of 5511900000001","type":"OAuthException",)" + error + "}}";
        QVERIFY(rereadGraphError(reply));
        QCOMPARE(reply.fault, fault);
        QVERIFY2(reply.detail.contains(word), qPrintable(reply.detail));
        QVERIFY(!reply.detail.contains(QStringLiteral("EAAsecret")));
    }
    void leavesOtherRepliesAsTheyAre()
    {
        HttpReply reply;
        reply.status = 200;
        reply.body = R"({"health_status":{}})";
        QVERIFY(!rereadGraphError(reply));
        reply.body = "<html>";
        QVERIFY(!rereadGraphError(reply));
        QCOMPARE(reply.fault, ProbeFault::None);
    }

    void readsWhenATokenEnds()
    {
        QCOMPARE(parseTokenEnd(R"({"data":{"is_valid":true,"expires_at":1780000000}})"),
                 std::optional(UtcTime{fromUnixSeconds(1'780'000'000)}));
        QVERIFY(!parseTokenEnd(R"({"data":{"is_valid":true,"expires_at":0}})"));
        QVERIFY(!parseTokenEnd(R"({"data":{"expires_at":99999999999999}})"));
        QVERIFY(!parseTokenEnd("nonsense"));
    }

    void readsPickyStates_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<SessionState>("state");
        QTest::newRow("connected") << QByteArray("CONNECTED") << SessionState::Working;
        QTest::newRow("timeout") << QByteArray("TIMEOUT") << SessionState::Failed;
        QTest::newRow("unpaired") << QByteArray("UNPAIRED") << SessionState::NeedsLogin;
        QTest::newRow("future") << QByteArray("DREAMING") << SessionState::Unknown;
    }
    void readsPickyStates()
    {
        QFETCH(QByteArray, word);
        QFETCH(SessionState, state);
        const auto told = parsePickyAnswer(
            with(R"({"project_id":26001,"status":"WORD","connected_number":"5511900000001","version":"3.4",
                     "message_queue_count":"17","time":"2026-06-01"})",
                 word));
        QVERIFY(told.has_value());
        QCOMPARE(told->session.state, state);
        QCOMPARE(told->session.word, QString::fromLatin1(word));
        QCOMPARE(told->session.version, QStringLiteral("3.4"));
        QCOMPARE(told->pendingOut, std::optional<qint64>(17));
    }
    void refusesPickyErrors()
    {
        for (const char *body : {R"({"status":400,"message":"Invalid token tok-secret"})", R"({"status":"403"})",
                                 R"({"message":"?"})", "[]", "Bad gateway"}) {
            const auto told = parsePickyAnswer(body);
            QVERIFY2(!told, body);
            QVERIFY(!told.error().contains(QStringLiteral("tok-secret")));
        }
    }

    void readsWahaStates_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<SessionState>("state");
        QTest::newRow("working") << QByteArray("WORKING") << SessionState::Working;
        QTest::newRow("starting") << QByteArray("STARTING") << SessionState::Starting;
        QTest::newRow("stopped") << QByteArray("STOPPED") << SessionState::Stopped;
        QTest::newRow("failed") << QByteArray("FAILED") << SessionState::Failed;
        QTest::newRow("qr") << QByteArray("SCAN_QR_CODE") << SessionState::NeedsLogin;
        QTest::newRow("passkey") << QByteArray("PASSKEY_CONFIRMATION_REQUIRED") << SessionState::NeedsLogin;
        QTest::newRow("future") << QByteArray("SLEEPING") << SessionState::Unknown;
    }
    void readsWahaStates()
    {
        QFETCH(QByteArray, word);
        QFETCH(SessionState, state);
        const auto told = parseWahaSession(wahaSession(word), QStringLiteral("shop"));
        QVERIFY(told.has_value());
        QCOMPARE(told->report.state, state);
        QCOMPARE(told->report.word, QString::fromLatin1(word));
        QCOMPARE(told->report.engine, QStringLiteral("NOWEB"));
    }
    void showsWahaSettingsWithoutSecrets()
    {
        const auto told = parseWahaSession(wahaSession("WORKING"), QStringLiteral("shop"));
        QVERIFY(told.has_value());
        QVERIFY(
            settingOf(told->settings, "webhooks.1.url").startsWith(QStringLiteral("https://bot.example/hook/••• #")));
        QCOMPARE(settingOf(told->settings, "webhooks.1.events"), QStringLiteral("message, session.status"));
        QCOMPARE(settingOf(told->settings, "webhooks.1.retries"), QStringLiteral("exponential, 2 s, 15 attempts"));
        QCOMPARE(settingOf(told->settings, "webhooks.1.hmac"), QStringLiteral("on"));
        QCOMPARE(settingOf(told->settings, "webhooks.1.headers"), QStringLiteral("X-Auth"));
        QCOMPARE(settingOf(told->settings, "ignore.groups"), QStringLiteral("on"));
        QCOMPARE(settingOf(told->settings, "ignore.channels"), QStringLiteral("off"));
        QCOMPARE(settingOf(told->settings, "ignore.status"), QStringLiteral("(absent)"));
        QVERIFY2(!textOf(told->settings).contains(QStringLiteral("secret")), qPrintable(textOf(told->settings)));
        QVERIFY(!textOf(told->settings).contains(QStringLiteral("5511900000001")));
    }
    void choosesAWahaSession()
    {
        const QByteArray one = "[" + wahaSession("STOPPED") + "]";
        const QByteArray two = R"([{"name":"other","status":"WORKING"},)" + wahaSession("STOPPED") + "]";
        QCOMPARE(parseWahaSession(one, {})->report.state, SessionState::Stopped);
        QCOMPARE(parseWahaSession(two, QStringLiteral("shop"))->report.state, SessionState::Stopped);
        QVERIFY(parseWahaSession(two, {}).error().contains(QStringLiteral("2 sessions")));
        QVERIFY(parseWahaSession(one, QStringLiteral("gone")).error().contains(QStringLiteral("no such session")));
        QVERIFY(!parseWahaSession("[]", {}));
        QVERIFY(!parseWahaSession("{}", QStringLiteral("shop")));
    }
    void readsWahaServer()
    {
        QCOMPARE(*parseWahaVersion(R"({"version":"2026.7.1","engine":"NOWEB","tier":"PLUS","browser":null})"),
                 (WahaVersion{QStringLiteral("2026.7.1 PLUS"), QStringLiteral("NOWEB")}));
        QCOMPARE(parseWahaStart(R"({"startTimestamp":1723788847247,"uptime":3600000})"),
                 std::optional(fromUnixMillis(1'723'788'847'247)));
        QVERIFY(!parseWahaStart(R"({"startTimestamp":-5})"));
        QCOMPARE(*parseWahaHealth(R"({"status":"ok","error":{}})"), QString());
        const auto sick =
            parseWahaHealth(R"({"status":"error","error":{"mongodb":{"status":"down","error":"Timeout"}}})");
        QVERIFY(sick->contains(QStringLiteral("mongodb")));
        QVERIFY(!parseWahaHealth(R"({"statusCode":422,"message":"Plus only"})"));
    }

    void readsEvolutionStates()
    {
        QCOMPARE(parseEvolutionState(R"({"instance":{"instanceName":"a","state":"open"}})")->state,
                 SessionState::Working);
        QCOMPARE(parseEvolutionState(R"({"instance":{"state":"connecting"}})")->state, SessionState::Starting);
        QCOMPARE(parseEvolutionState(R"({"instance":{"state":"close"}})")->state, SessionState::Stopped);
        QCOMPARE(parseEvolutionState(R"({"instance":{"state":"melting"}})")->state, SessionState::Unknown);
        QVERIFY(!parseEvolutionState(R"({"status":404})"));
        QVERIFY(!parseEvolutionState("<html>"));
    }
    void saysWhyEvolutionDisconnected()
    {
        const auto told = parseEvolutionInstances(R"([{"name":"other","connectionStatus":"open"},{"id":"x","name":"a",
            "connectionStatus":"close","ownerJid":"5511900000001@s.whatsapp.net","integration":"WHATSAPP-BAILEYS",
            "token":"tok-secret","disconnectionReasonCode":401,"disconnectionObject":"{}",
            "disconnectionAt":"2026-06-01T10:00:00.000Z"}])",
                                                  QStringLiteral("a"));
        QVERIFY(told.has_value());
        QCOMPARE(told->integration, QStringLiteral("WHATSAPP-BAILEYS"));
        SessionReport report = evolutionReport(told->state);
        explainDisconnection(report, *told);
        QCOMPARE(report.state, SessionState::NeedsLogin);
        QVERIFY2(report.why.contains(QStringLiteral("logged this instance out")), qPrintable(report.why));
        QVERIFY2(report.why.contains(QStringLiteral("2026-06-01 10:00:00 UTC")), qPrintable(report.why));
        SessionReport open = evolutionReport(QStringLiteral("open"));
        explainDisconnection(open, *told); // an old reason of one that is back
        QCOMPARE(open.state, SessionState::Working);
        QCOMPARE(open.why, QString());
    }
    void choosesAnEvolutionInstance()
    {
        const QByteArray old = R"([{"instance":{"instanceName":"a","status":"open","apikey":"tok-secret"}}])";
        QCOMPARE(parseEvolutionInstances(old, QStringLiteral("a"))->state, QStringLiteral("open"));
        QCOMPARE(parseEvolutionInstances(old, {})->state, QStringLiteral("open"));
        QVERIFY(parseEvolutionInstances(old, QStringLiteral("b")).error().contains(QStringLiteral("no such instance")));
        QVERIFY(
            parseEvolutionInstances(R"([{"name":"a"},{"name":"b"}])", {}).error().contains(QStringLiteral("2 inst")));
        QVERIFY(!parseEvolutionInstances("[]", {}));
        QVERIFY(!parseEvolutionInstances("nonsense", {}));
    }
    void readsTheEvolutionWebhook()
    {
        const auto settings =
            parseEvolutionWebhook(R"({"id":"x","enabled":true,"url":"https:\/\/bot.example/in/url-secret",
            "headers":{"jwt_key":"jwt-secret"},"events":["MESSAGES_UPSERT","CONNECTION_UPDATE"],
            "webhookByEvents":false,"webhookBase64":true,"instanceId":"i"})");
        QVERIFY(settings.has_value());
        QCOMPARE(settingOf(*settings, "webhook"), QStringLiteral("on"));
        QCOMPARE(settingOf(*settings, "webhook.events"), QStringLiteral("CONNECTION_UPDATE, MESSAGES_UPSERT"));
        QCOMPARE(settingOf(*settings, "webhook.by_events"), QStringLiteral("off"));
        QCOMPARE(settingOf(*settings, "webhook.base64"), QStringLiteral("on"));
        QCOMPARE(settingOf(*settings, "webhook.headers"), QStringLiteral("jwt_key"));
        QVERIFY(!textOf(*settings).contains(QStringLiteral("secret")));
        QCOMPARE(settingOf(*parseEvolutionWebhook("null\n"), "webhook"), QStringLiteral("none"));
        QVERIFY(!parseEvolutionWebhook(R"({"status":404})"));
    }
    void readsEvolutionMetrics()
    {
        const QByteArray text = "# TYPE evolution_instance_up gauge\n"
                                "evolution_instance_up{instance=\"a\",integration=\"WHATSAPP-BAILEYS\"} 0\n"
                                "evolution_instance_up{instance=\"b\",integration=\"\"} 1\n"
                                "evolution_instance_state{instance=\"a\",integration=\"\",state=\"close\"} 1\n";
        QCOMPARE(*parseEvolutionMetrics("text/plain", text, QStringLiteral("a")), (EvolutionMetrics{2, 1, false}));
        // Some proxy's type, but the first byte is right.
        QCOMPARE(parseEvolutionMetrics({}, text, {})->thisUp, std::nullopt);
        QVERIFY(!parseEvolutionMetrics("application/json", "{}", {}));
        QVERIFY(!parseEvolutionMetrics("text/plain", " <html>", {}));
        QCOMPARE(parseEvolutionVersion(R"({"status":200,"message":"Welcome","version":"2.3.7"})"),
                 QStringLiteral("2.3.7"));
    }

    void readsGowaStates_data()
    {
        QTest::addColumn<QByteArray>("results");
        QTest::addColumn<SessionState>("state");
        const auto row = [](const char *name, const char *results, SessionState state) {
            QTest::newRow(name) << QByteArray(results) << state;
        };
        row("logged in", R"({"device_id":"org","state":"logged_in"})", SessionState::Working);
        row("connected", R"({"state":"connected"})", SessionState::NeedsLogin);
        row("connecting", R"({"state":"connecting"})", SessionState::Starting);
        row("disconnected", R"({"state":"disconnected"})", SessionState::Failed);
        row("future", R"({"state":"levitating"})", SessionState::Unknown);
        row("both", R"({"is_connected":true,"is_logged_in":true,"device_id":"6281@s"})", SessionState::Working);
        row("no network", R"({"is_connected":false,"is_logged_in":true})", SessionState::Failed);
        row("no login", R"({"is_connected":true,"is_logged_in":false})", SessionState::NeedsLogin);
        row("only device", R"([{"id":"org","phone_number":"628100000001","state":"logged_in"}])",
            SessionState::Working);
    }
    void readsGowaStates()
    {
        QFETCH(QByteArray, results);
        QFETCH(SessionState, state);
        const auto report =
            parseGowaStatus(R"({"status":200,"code":"SUCCESS","message":"ok","results":)" + results + "}");
        QVERIFY(report.has_value());
        QCOMPARE(report->state, state);
        QVERIFY(!report->word.contains(QStringLiteral("6281")));
    }
    void refusesOtherGowaAnswers()
    {
        QVERIFY(parseGowaStatus(R"({"results":[{"state":"logged_in"},{"state":"logged_in"}]})")
                    .error()
                    .contains(QStringLiteral("2 devices")));
        QVERIFY(!parseGowaStatus(R"({"results":[]})"));
        QVERIFY(!parseGowaStatus(R"({"code":"SUCCESS"})"));
        QVERIFY(!parseGowaStatus("OK"));
        QVERIFY(isMissingPath(404, "Cannot GET /devices/a/status"));
        QVERIFY(!isMissingPath(404, R"({"code":"NOT_FOUND"})"));
        QVERIFY(!isMissingPath(500, "x"));
    }
    void keepsNothingOfGowasSecret()
    {
        const QByteArray body = R"({"results":{"webhook_url":"https:\/\/bot.example/in/url-secret",
            "webhook_secret":"%1","webhook_events":"message.ack, message","webhook_insecure_skip_verify":false}})";
        const auto one = parseGowaWebhook(QByteArray(body).replace("%1", "hook-secret"));
        const auto two = parseGowaWebhook(QByteArray(body).replace("%1", "another"));
        QVERIFY(one.has_value());
        QCOMPARE(textOf(*one), textOf(*two));
        QVERIFY(!textOf(*one).contains(QStringLiteral("secret")));
        QCOMPARE(settingOf(*one, "webhook.events"), QStringLiteral("message, message.ack"));
        QCOMPARE(settingOf(*one, "webhook.insecure_skip_verify"), QStringLiteral("off"));
        const auto own = parseGowaWebhook(R"({"webhook_url":"","webhook_secret":"","webhook_events":""})");
        QCOMPARE(settingOf(*own, "webhook.url"), QStringLiteral("the server's own"));
        QVERIFY(!parseGowaWebhook("[]"));
    }

    void showsForeignTextAsOneLine()
    {
        QCOMPARE(answer::line(QJsonValue(QStringLiteral("a\nb\tc"))), QStringLiteral("a b c"));
        QCOMPARE(answer::line(QJsonValue(QString(500, u'x'))).size(), 64);
        QCOMPARE(answer::line(QJsonValue(12.0)), QStringLiteral("12"));
        QCOMPARE(answer::sentence(QJsonValue(QStringLiteral("code 141006 of 5511900000001."))),
                 QStringLiteral("code 141006 of •••."));
        QCOMPARE(answer::count(QJsonValue(1.5)), std::nullopt);
        QCOMPARE(answer::count(QJsonValue(QStringLiteral("-1"))), std::nullopt);
        QCOMPARE(answer::count(QJsonValue(QStringLiteral("12"))), std::optional<qint64>(12));
    }
};

BAROGRAPH_TEST(TestAskedAnswers)
#include "tst_asked_answers.moc"
