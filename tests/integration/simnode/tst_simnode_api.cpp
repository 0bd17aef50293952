// SPDX-License-Identifier: GPL-3.0-or-later
#include "simnode_process.h"
#include "test_case.h"

#include <QFile>
#include <QJsonArray>
#include <QSslCertificate>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace barograph::test;

namespace {

const QByteArray kMonitoringKey("Apikey monitoring-key-1");

QString path(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestSimnodeApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesTlsWithItsOwnCertificate();
    void firstLoginChangesThePassword();
    void loginAndLogout();
    void healthHasTheSingleShape();
    void healthHasTheClusterShapes_data();
    void healthHasTheClusterShapes();
    void failoverShowsAndRefuses();
    void statsComeInBothFormats();
    void settingsAreReadAndChanged();
    void onlyAdminReadsSettings();
    void groupsNameTheirParticipants();
    void messagesAreSentOrRefused();
    void tooManyRequestsAreRefused();
    void queuePausesAndResumes();
    void faultsAreInjected();
    void malformedRequestsAreRefused_data();
    void malformedRequestsAreRefused();
    void oversizedBodyIsRefused();
};

void TestSimnodeApi::servesTlsWithItsOwnCertificate()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("node.pem"));
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0"), path("--tls-cert-out"), file}));
    QVERIFY(node.ready()[u"url"].toString().startsWith(QStringLiteral("https://127.0.0.1:")));
    QCOMPARE(node.ready()[u"queue_url"].toString(),
             QString(node.ready()[u"url"].toString() + QStringLiteral("/queue")));
    QCOMPARE(node.call("GET", path("/")).status, 200);

    const auto certificates = QSslCertificate::fromPath(file);
    QCOMPARE(certificates.size(), 1);
    QCOMPARE(QString::fromLatin1(certificates[0].digest(QCryptographicHash::Sha256).toHex()),
             node.ready()[u"sha256"].toString());
    const auto names = certificates[0].subjectAlternativeNames();
    QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("127.0.0.1")));
    QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("localhost")));
}

void TestSimnodeApi::firstLoginChangesThePassword()
{
    SimNodeProcess node;
    auto environment = node.process().processEnvironment();
    environment.remove(QStringLiteral("BAROGRAPH_SIMNODE_PASSWORD"));
    node.process().setProcessEnvironment(environment);
    QVERIFY(node.start({path("--duration"), path("0")}));
    const auto login = [&node](const char *password, const char *body) {
        return node.call("POST", path("/v1/users/login"), basicAuthorization("admin", password), body);
    };
    QCOMPARE(login("secret", "").errorCode(), 1008);
    QCOMPARE(login("secret", R"({"new_password":"short"})").errorCode(), 1009);
    QCOMPARE(login("secret", R"({"new_password":"Abcdef1!"})").status, 200);
    QCOMPARE(login("secret", "").status, 401);
    const Answer answer = login("Abcdef1!", "");
    const QJsonObject user = answer.json()[u"users"].toArray().at(0).toObject();
    QVERIFY(!user[u"token"].toString().isEmpty());
    const QString format = QStringLiteral("yyyy-MM-dd HH:mm:ss+00:00");
    QDateTime expires = QDateTime::fromString(user[u"expires_after"].toString(), format);
    expires.setTimeSpec(Qt::UTC);
    const qint64 days = QDateTime::currentDateTimeUtc().secsTo(expires);
    QVERIFY(qAbs(days - 7 * 24 * 3600) < 60);
    QCOMPARE(answer.json()[u"meta"].toObject()[u"api_status"].toString(), QStringLiteral("stable"));
}

void TestSimnodeApi::loginAndLogout()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0")}));
    const QByteArray token = node.login();
    QVERIFY(!token.isEmpty());
    QCOMPARE(node.call("GET", path("/v1/health"), token).status, 200);
    QCOMPARE(node.call("POST", path("/v1/users/logout"), token).status, 200);
    const Answer refused = node.call("GET", path("/v1/health"), token);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.errorCode(), 1005);
}

void TestSimnodeApi::healthHasTheSingleShape()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--http"), path("--duration"), path("0")}));
    QCOMPARE(node.ready()[u"sha256"].toString(), QString());
    const QJsonObject answer = node.call("GET", path("/v1/health"), kMonitoringKey).json();
    QCOMPARE(answer[u"health"].toObject()[u"gateway_status"].toString(), QStringLiteral("connected"));
    QVERIFY(answer[u"meta"].toObject()[u"version"].toString().startsWith(QLatin1Char('v')));
    QCOMPARE(node.call("POST", path("/sim/fault"), {}, R"({"disconnect_member":""})").status, 200);
    const QJsonObject after = node.call("GET", path("/v1/health"), kMonitoringKey).json();
    QCOMPARE(after[u"health"].toObject()[u"gateway_status"].toString(), QStringLiteral("disconnected"));
}

void TestSimnodeApi::healthHasTheClusterShapes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("connected");
    QTest::newRow("HA") << QStringList{path("--scenario"), path("failover")} << 4 << 1;
    QTest::newRow("MultiConnect 8") << QStringList{path("--shards"), path("8")} << 10 << 9;
}

void TestSimnodeApi::healthHasTheClusterShapes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, members);
    QFETCH(int, connected);
    SimNodeProcess node;
    QVERIFY(node.start(QStringList{path("--http"), path("--duration"), path("0")} + arguments));
    const QJsonObject health = node.call("GET", path("/v1/health"), kMonitoringKey).json()[u"health"].toObject();
    QCOMPARE(static_cast<int>(health.size()), members);
    int found = 0;
    int masters = 0;
    for (auto member = health.begin(); member != health.end(); ++member) {
        QVERIFY(member.key().contains(QLatin1Char(':')));
        const QJsonObject state = member.value().toObject();
        found += state[u"gateway_status"].toString() == QStringLiteral("connected") ? 1 : 0;
        masters += state[u"role"].toString() == QStringLiteral("primary_master") ? 1 : 0;
    }
    QCOMPARE(found, connected);
    QCOMPARE(masters, 1);
    const QJsonObject stats = node.call("GET", path("/v1/stats/app"), kMonitoringKey).json();
    QCOMPARE(stats[u"stats"].toObject()[u"app"].toObject().keys(), health.keys());
}

void TestSimnodeApi::failoverShowsAndRefuses()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--http"), path("--scenario"), path("failover"), path("--compress"), path("10")}));
    const QByteArray token = node.login();
    const QByteArray message = R"({"to":"12025550111","text":{"body":"x"}})";
    QTRY_COMPARE_WITH_TIMEOUT(node.call("POST", path("/v1/messages"), token, message).errorCode(), 1018, 20'000);
    QCOMPARE(node.call("PATCH", path("/v1/settings/application"), token, "{}").errorCode(), 1017);
    QTRY_COMPARE_WITH_TIMEOUT(node.call("POST", path("/v1/messages"), token, message).status, 201, 20'000);
    QCOMPARE(node.call("PATCH", path("/v1/settings/application"), token, "{}").status, 200);
}

void TestSimnodeApi::statsComeInBothFormats()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--compress"), path("20")}));
    QTRY_VERIFY_WITH_TIMEOUT(node.counted("generated", "send") > 5, 20'000);
    const QJsonObject answer = node.call("GET", path("/v1/stats/app"), kMonitoringKey).json();
    const QJsonObject app = answer[u"stats"].toObject()[u"app"].toObject();
    const QJsonObject sent = app[u"out_message_sent_duration_ms_count"].toObject();
    QCOMPARE(sent[u"type"].toString(), QStringLiteral("counter"));
    QVERIFY(sent[u"data"].toArray().at(0).toObject()[u"value"].toInteger() > 5);
    QCOMPARE(sent[u"data"].toArray().at(0).toObject()[u"labels"].toObject()[u"retry"].toString(), QStringLiteral("0"));
    const QJsonObject waiting = app[u"callback_queue_size"].toObject()[u"data"].toArray().at(0).toObject();
    QVERIFY(!waiting.contains(u"labels"));
    QVERIFY(waiting[u"value"].toInteger() > 0); // no webhook is set: they wait

    const Answer text = node.call("GET", path("/v1/stats/app?format=prometheus"), kMonitoringKey);
    QVERIFY(text.contentType.startsWith("text/plain"));
    QVERIFY(text.body.contains("# TYPE callback_queue_size gauge\ncallback_queue_size "));
    QVERIFY(text.body.contains("out_message_sent_duration_ms_count{retry=\"0\",type=\"\"} "));

    const QJsonObject metrics = node.call("GET", path("/metrics"), kMonitoringKey).json()[u"metrics"].toObject();
    QVERIFY(metrics.contains(u"web_uptime"));
    const Answer metricsText = node.call("GET", path("/metrics?format=prometheus"), kMonitoringKey);
    QVERIFY(metricsText.body.contains("method=\"GET_v1_stats_app\",result=\"200\"} 2\n"));
    const QJsonObject database = node.call("GET", path("/v1/stats/db"), kMonitoringKey).json();
    QVERIFY(database[u"stats"].toObject()[u"db"].toObject().contains(u"db_pending_callbacks"));
}

void TestSimnodeApi::settingsAreReadAndChanged()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0"), path("--webhook"), path("https://a.example/x")}));
    const QByteArray token = node.login();
    const auto application = [&] {
        return node.call("GET", path("/v1/settings/application"), token)
            .json()[u"settings"]
            .toObject()[u"application"]
            .toObject();
    };
    const auto patch = [&](const char *body) {
        return node.call("PATCH", path("/v1/settings/application"), token, body);
    };
    const QJsonObject before = application();
    QCOMPARE(before[u"webhooks"].toObject()[u"url"].toString(), QStringLiteral("https://a.example/x"));
    QCOMPARE(before[u"webhooks"].toObject()[u"max_concurrent_requests"].toInt(), 6);
    QCOMPARE(patch(R"({"webhooks":{"message":{"read":false}}})").status, 200);
    const QJsonObject webhooks = application()[u"webhooks"].toObject();
    QCOMPARE(webhooks[u"message"].toObject()[u"read"].toBool(true), false);
    QCOMPARE(webhooks[u"message"].toObject()[u"delivered"].toBool(false), true);
    QCOMPARE(webhooks[u"url"].toString(), QStringLiteral("https://a.example/x"));

    QCOMPARE(patch(R"({"webhooks":{"max_concurrent_requests":7}})").errorCode(), 1009);
    QCOMPARE(patch(R"({"webhooks":{"url":"http:\/\/a.example\/"}})").errorCode(), 1009);
    QCOMPARE(patch(R"({"nonsense":1})").errorCode(), 1010);
    QCOMPARE(patch("{").errorCode(), 1009);
    QCOMPARE(patch("[]").status, 400);
    QCOMPARE(node.call("DELETE", path("/v1/settings/application"), token).status, 200);
    QCOMPARE(application(), before);
    QCOMPARE(node.call("GET", path("/v1/account/shards"), token).json()[u"account"].toObject()[u"shards"].toInt(), 1);
}

void TestSimnodeApi::onlyAdminReadsSettings()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0")}));
    const QByteArray admin = node.login();
    const QByteArray operatorJson = R"({"username":"op","password":"Abcdef1!"})";
    QCOMPARE(node.call("POST", path("/v1/users"), admin, operatorJson).status, 201);
    QCOMPARE(node.call("POST", path("/v1/users"), admin, operatorJson).errorCode(), 1014);
    const QJsonObject user = node.call("POST", path("/v1/users/login"), basicAuthorization("op", "Abcdef1!"))
                                 .json()[u"users"]
                                 .toArray()
                                 .at(0)
                                 .toObject();
    const QByteArray token = "Bearer " + user[u"token"].toString().toLatin1();
    QCOMPARE(node.call("GET", path("/v1/health"), token).status, 200);
    QCOMPARE(node.call("GET", path("/v1/settings/application"), token).status, 403);
    QCOMPARE(node.call("GET", path("/v1/settings/application"), kMonitoringKey).status, 403);
    QCOMPARE(node.call("GET", path("/v1/settings/application")).status, 401);
    QCOMPARE(node.call("GET", path("/v1/stats/app"), "Apikey wrong").status, 401);
    QCOMPARE(node.call("GET", path("/v1/nothing"), admin).status, 404);
}

void TestSimnodeApi::groupsNameTheirParticipants()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0")}));
    const QByteArray token = node.login();
    const QJsonArray groups = node.call("GET", path("/v1/groups"), token).json()[u"groups"].toArray();
    QCOMPARE(groups.size(), 10);
    const QString id = groups.at(3).toObject()[u"id"].toString();
    const QJsonObject group =
        node.call("GET", QString(path("/v1/groups/") + id), token).json()[u"groups"].toArray().at(0).toObject();
    QCOMPARE(group[u"participants"].toArray().size(), 256);
    QVERIFY(!group[u"subject"].toString().isEmpty());
    QVERIFY(group[u"participants"].toArray().contains(group[u"creator"]));
    QCOMPARE(node.call("GET", path("/v1/groups/123-456"), token).errorCode(), 1012);
}

void TestSimnodeApi::messagesAreSentOrRefused()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0")}));
    const QByteArray token = node.login();
    const auto send = [&](const QByteArray &body) { return node.call("POST", path("/v1/messages"), token, body); };
    const Answer sent = send(R"({"to":"12025550111","type":"text","text":{"body":"hello"}})");
    QCOMPARE(sent.status, 201);
    QVERIFY(sent.json()[u"messages"].toArray().at(0).toObject()[u"id"].toString().startsWith(QStringLiteral("gBEG")));
    QTRY_COMPARE(node.counted("generated", "send"), 1U);
    QCOMPARE(send(R"({"to":"16505550100-1530825319","recipient_type":"group","text":{"body":"x"}})").status, 201);
    QCOMPARE(send(R"({"to":"1-2","recipient_type":"group","text":{"body":"x"}})").errorCode(), 1012);
    QCOMPARE(send(R"({"to":"12025550111","recipient_type":"crowd","text":{"body":"x"}})").errorCode(), 1002);
    QCOMPARE(send(R"({"text":{"body":"x"}})").errorCode(), 1008);
    QCOMPARE(send(R"({"to":"12025550111"})").errorCode(), 1008);
    QCOMPARE(send(R"({"to":"Ana","text":{"body":"x"}})").errorCode(), 1013);
    QByteArray longText = R"({"to":"12025550111","text":{"body":"TEXT"}})";
    longText.replace("TEXT", QByteArray(4097, 'x'));
    QCOMPARE(send(longText).errorCode(), 1001);
}

void TestSimnodeApi::tooManyRequestsAreRefused()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--http"), path("--duration"), path("0")}));
    Answer refused;
    for (int i = 0; i < 2'000 && refused.status != 429; ++i)
        refused = node.call("GET", path("/v1/health"), kMonitoringKey);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.errorCode(), 1015);
    QCOMPARE(node.call("GET", path("/queue")).status, 200);
    bool served = false; // remembered, because what is tried here is evaluated once more in the end
    QTRY_VERIFY(served = served || node.call("GET", path("/v1/health"), kMonitoringKey).status == 200);
}

void TestSimnodeApi::queuePausesAndResumes()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0")}));
    const auto queue = [&] { return node.call("GET", path("/queue")).json(); };
    QCOMPARE(queue()[u"depth"].toInt(-1), 0);
    QCOMPARE(queue()[u"oldest_age_ms"].toInt(-1), 0);
    QCOMPARE(node.call("POST", path("/queue/pause"), {}, "{}").errorCode(), 1008);
    QCOMPARE(node.call("POST", path("/queue/pause"), {}, R"({"reason":"storm"})").status, 200);
    QCOMPARE(queue()[u"paused"].toBool(), true);
    const Answer queued =
        node.call("POST", path("/queue/messages"), {}, R"({"to":"12025550111","priority":1,"count":30})");
    QCOMPARE(queued.status, 201);
    QCOMPARE(queued.json()[u"ids"].toArray().size(), 30);
    QCOMPARE(node.call("POST", path("/queue/messages"), {}, R"({"to":"12025550111","priority":2})").status, 400);
    QCOMPARE(node.call("POST", path("/queue/messages"), {}, R"({"to":"12025550111","count":0})").status, 400);
    QTRY_VERIFY(queue()[u"oldest_age_ms"].toInt() > 100);
    const QJsonObject paused = queue();
    QCOMPARE(paused[u"name"].toString(), QStringLiteral("outbound"));
    QCOMPARE(paused[u"depth"].toInt(), 30);
    QCOMPARE(paused[u"priorities"].toObject()[u"0"].toInt(), 0);
    QCOMPARE(paused[u"priorities"].toObject()[u"1"].toInt(), 30);
    QCOMPARE(node.counted("generated", "send"), 0U);
    QCOMPARE(node.call("POST", path("/queue/resume")).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(queue()[u"depth"].toInt(), 0, 20'000);
    QTRY_COMPARE(node.counted("generated", "send"), 30U);
}

void TestSimnodeApi::faultsAreInjected()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--duration"), path("0")}));
    const auto fault = [&](const char *body) { return node.call("POST", path("/sim/fault"), {}, body).status; };
    const auto health = [&] { return node.call("GET", path("/v1/health"), kMonitoringKey); };
    QCOMPARE(fault(R"({"for_ms":300,"api_status":503})"), 200);
    QCOMPARE(health().status, 503);
    QCOMPARE(health().errorCode(), 1016);
    QTRY_COMPARE(health().status, 200);
    QCOMPARE(fault(R"({"garbage":true})"), 200);
    QVERIFY(health().json().isEmpty());
    QCOMPARE(fault(R"({"garbage":false,"slow_api_ms":250})"), 200);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(health().status, 200);
    QVERIFY(timer.elapsed() >= 250);
    QCOMPARE(fault(R"({"slow_api_ms":0})"), 200);
    QCOMPARE(fault(R"({"meteor":true})"), 400);
    QCOMPARE(fault(R"({"drop_answers":2})"), 400);
    QCOMPARE(fault(R"({"disconnect_member":"nobody"})"), 400);
}

void TestSimnodeApi::malformedRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("HTTP/1.1 400");
    QTest::newRow("bad version") << QByteArray("GET / HTTP/9.9\r\n\r\n") << QByteArray("HTTP/1.1 400");
    QTest::newRow("bad length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n")
                                << QByteArray("HTTP/1.1 400");
    QTest::newRow("huge header") << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n")
                                 << QByteArray("HTTP/1.1 431");
    QTest::newRow("announced body too large")
        << QByteArray("POST /v1/messages HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n") << QByteArray("HTTP/1.1 413");
}

void TestSimnodeApi::malformedRequestsAreRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, expected);
    SimNodeProcess node;
    QVERIFY(node.start({path("--http"), path("--duration"), path("0")}));
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(node.url(path("/")).port()));
    QVERIFY(socket.waitForConnected());
    socket.write(request);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.startsWith(expected), answer.left(60).constData());
    QCOMPARE(node.call("GET", path("/")).status, 200);
}

void TestSimnodeApi::oversizedBodyIsRefused()
{
    SimNodeProcess node;
    QVERIFY(node.start({path("--http"), path("--duration"), path("0")}));
    const Answer answer = node.call("POST", path("/v1/messages"), {}, QByteArray(2 * 1024 * 1024, ' '));
    QVERIFY(answer.status == 413 || answer.error != QNetworkReply::NoError);
    QCOMPARE(node.call("GET", path("/")).status, 200);
}

BAROGRAPH_TEST(TestSimnodeApi)
#include "tst_simnode_api.moc"
