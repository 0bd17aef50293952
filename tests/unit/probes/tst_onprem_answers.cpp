// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what an on-premises client tells beside its health: counters, WebApp, shards, groups, settings, database.
#include "nodes/onprem/probe_cluster.h"
#include "nodes/onprem/probe_database.h"
#include "nodes/onprem/probe_groups.h"
#include "nodes/onprem/probe_shards.h"
#include "nodes/onprem/probe_stats.h"
#include "nodes/onprem/probe_watched_settings.h"
#include "nodes/onprem/probe_webapp.h"
#include "test_case.h"

#include <QJsonDocument>

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const QByteArray kJson = "application/json";
const QByteArray kGroup = R"({"groups":[{"admins":["16505550100"],"creator":"16505550100","creation_time":1,
    "participants":["16505550100","12015550001","+12015550002","12015550001",{"wa_id":"12015550003"},7],
    "subject":"Fans\u0007"}],"meta":{}})";

// The address is put in later: moc takes its slashes inside a raw string for a comment.
const QByteArray kSettings = R"({"wa_id":"4915100000000","callback_persist":true,"pass_through":"false",
    "callback_backoff_delay_ms":"3000","heartbeat_interval":5,"media":{"auto_download":["video","audio"]},
    "garbagecollector_enable":{"messages":false},
    "webhooks":{"max_concurrent_requests":12,"url":"URL",
                "message":{"sent":true,"delivered":false,"read":true}}})";

const QByteArray kText = "text/plain; version=0.0.4";

QString valueOf(const std::vector<SettingSeen> &settings, const char *key)
{
    for (const SettingSeen &setting : settings) {
        if (setting.key == QLatin1String(key))
            return setting.value;
    }
    return QStringLiteral("(absent)");
}

std::vector<SettingSeen> watched(const QByteArray &json)
{
    return watchedSettings(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestOnPremAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCallbackCounters_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("known");
        QTest::addColumn<quint64>("succeeded");
        QTest::addColumn<quint64>("failed");
        QTest::addColumn<double>("durationMs");
        QTest::newRow("JSON") << kJson << QByteArray(R"({"stats":{"app":{
            "callback_requests_duration_ms_count":{"data":[
                {"labels":{"type":"inbound_message","result":"success"},"value":10},
                {"labels":{"type":"status_change","result":"success"},"value":20},
                {"labels":{"type":"status_change","result":"301"},"value":3},
                {"labels":{"type":"status_change","result":"1"},"value":4}]},
            "callback_requests_duration_ms_sum":{"data":[
                {"labels":{"type":"inbound_message","result":"success"},"value":100.5},
                {"labels":{"type":"status_change","result":"301"},"value":7}]}}}})")
                              << true << quint64{30} << quint64{7} << 107.5;
        QTest::newRow("cluster with a dead member") << kJson << QByteArray(R"({"stats":{"app":{
            "a:1":{"callback_requests_duration_ms_count":{"data":[{"labels":{"result":"success"},"value":1}]},
                   "callback_requests_duration_ms_sum":{"data":[{"labels":{"result":"success"},"value":11}]}},
            "b:2":{},
            "c:3":{"callback_requests_duration_ms_count":{"data":[{"labels":{"result":"success"},"value":2}]},
                   "callback_requests_duration_ms_sum":{"data":[{"labels":{"result":"success"},"value":22}]}}}}})")
                                                    << true << quint64{3} << quint64{0} << 33.0;
        QTest::newRow("text")
            << kText
            << QByteArray("callback_requests_duration_ms_count{type=\"status_change\",result=\"success\"} 5\n"
                          "callback_requests_duration_ms_count{type=\"status_change\",result=\"500\"} 1\n"
                          "callback_requests_duration_ms_sum{type=\"status_change\",result=\"success\"} 9e1\n")
            << true << quint64{5} << quint64{1} << 90.0;
        QTest::newRow("older name") << kJson << QByteArray(R"({"stats":{"app":{"callback_requests":{"data":[
            {"labels":{"result":"success"},"value":6},{"labels":{"result":"1"},"value":2}]}}}})")
                                    << true << quint64{6} << quint64{2} << 0.0;
        QTest::newRow("older name does not count twice")
            << kText
            << QByteArray("callback_requests{result=\"success\"} 6\n"
                          "callback_requests_duration_ms_count{result=\"success\"} 6\n")
            << true << quint64{6} << quint64{0} << 0.0;
        QTest::newRow("none") << kText << QByteArray("callback_queue_size 0\n") << false << quint64{0} << quint64{0}
                              << 0.0;
        QTest::newRow("no result") << kText << QByteArray("callback_requests_duration_ms_count 6\n") << false
                                   << quint64{0} << quint64{0} << 0.0;
        QTest::newRow("negative") << kText << QByteArray("callback_requests_duration_ms_count{result=\"success\"} -6\n")
                                  << false << quint64{0} << quint64{0} << 0.0;
    }
    void readsCallbackCounters()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(bool, known);
        QFETCH(quint64, succeeded);
        QFETCH(quint64, failed);
        QFETCH(double, durationMs);
        const auto stats = parseStatsAnswer(type, body);
        QVERIFY2(stats.has_value(), stats ? "" : qPrintable(stats.error()));
        QCOMPARE(stats->callbacks.has_value(), known);
        if (known)
            QCOMPARE(*stats->callbacks, (CallbackCounters{succeeded, failed, durationMs}));
    }

    void readsPendingMessages()
    {
        QCOMPARE(parseStatsAnswer(kText, "pending_messages 0\n")->pendingMessages, std::optional<qint64>(0));
        QCOMPARE(parseStatsAnswer(kJson, R"({"stats":{"app":{"a:1":{"pending_messages":{"data":[{"value":3}]}},
                                             "b:2":{"pending_messages":{"data":[{"value":4}]}}}}})")
                     ->pendingMessages,
                 std::optional<qint64>(7));
        QVERIFY(!parseStatsAnswer(kText, "callback_queue_size 0\n")->pendingMessages);
    }

    void readsTheWebApp_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<WebAppReport>("expected");
        QTest::newRow("JSON") << kJson << QByteArray(R"({"metrics":{
            "web_queue_len":{"type":"gauge","data":[{"labels":{"node":"5f1c"},"value":128}]},
            "api_requests_duration_ms_count":{"data":[
                {"labels":{"node":"5f1c","method":"POST_v1_messages","result":"201"},"value":40},
                {"labels":{"node":"5f1c","method":"POST_v1_messages","result":"503"},"value":2},
                {"labels":{"node":"5f1c","method":"POST_v1_messages","result":"400"},"value":1},
                {"labels":{"node":"5f1c","method":"GET_v1_groups","result":"500"},"value":99}]}}})")
                              << WebAppReport{128, quint64{43}, quint64{3}};
        QTest::newRow("text") << kText
                              << QByteArray(
                                     "web_queue_len{node=\"a\"} 1\nweb_queue_len{node=\"b\"} 2\n"
                                     "api_requests_duration_ms_count{method=\"POST_v1_messages\",result=\"200\"} 7\n"
                                     "api_requests_duration_ms_count{method=\"POST_v1_messages\",result=\"ok\"} 1\n")
                              << WebAppReport{3, quint64{8}, quint64{0}};
        QTest::newRow("nothing sent yet")
            << kText << QByteArray("api_requests_duration_ms_count{method=\"GET_v1_health\",result=\"200\"} 7\n")
            << WebAppReport{{}, quint64{0}, quint64{0}};
        QTest::newRow("text called JSON")
            << kJson << QByteArray("# TYPE web_queue_len gauge\nweb_queue_len 4\n") << WebAppReport{4, {}, {}};
        QTest::newRow("JSON called text")
            << kText << QByteArray(R"({"metrics":{"web_queue_len":{"data":[{"value":4}]}}})")
            << WebAppReport{4, {}, {}};
        QTest::newRow("no such metrics") << kJson << QByteArray(R"({"metrics":{}})") << WebAppReport{};
    }
    void readsTheWebApp()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(WebAppReport, expected);
        const auto report = parseWebAppAnswer(type, body);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error()));
        QCOMPARE(*report, expected);
    }

    void readsShards()
    {
        QCOMPARE(*parseShardsAnswer(R"({"account":{"shards":4}})"), 4);
        QCOMPARE(*parseShardsAnswer(R"({"account":{"shards":"32"}})"), 32);
        for (const char *body : {"", "{}", "null", R"({"account":{"shards":0}})", R"({"account":{"shards":33}})",
                                 R"({"account":{"shards":-1}})", R"({"account":{"shards":1.5}})",
                                 R"({"account":{"shards":true}})", R"({"errors":[{"code":1014}]})", "{\"account\":{"})
            QVERIFY2(!parseShardsAnswer(body), body);
    }

    void listsGroups()
    {
        const auto ids = parseGroupList(R"({"groups":[{"id":"16315558032-1530825318","creation_time":1},
            {"id":"16315558032-1530825318"},{"id":"../../users"},{"id":"a/b"},{"id":"a?b"},{"id":""},{"id":7},
            {"id":"120363040000000000@g.us"},"16315558032-2"]})");
        QVERIFY(ids.has_value());
        QCOMPARE(*ids, (std::vector<QByteArray>{"16315558032-1530825318", "120363040000000000@g.us", "16315558032-2"}));
        QCOMPARE(parseGroupList(R"({"groups":[]})")->size(), std::size_t{0});
        QVERIFY(!parseGroupList("{}"));
        QVERIFY(!parseGroupList("<html>"));
        QByteArray many = "{\"groups\":[\"0\"";
        for (int i = 1; i < 1500; ++i)
            many += ",\"" + QByteArray::number(i) + "\"";
        QCOMPARE(parseGroupList(many + "]}")->size(), kMostGroups);
    }

    void readsAGroup()
    {
        const auto group = parseGroup(kGroup, "g-1", {});
        QVERIFY2(group.has_value(), group ? "" : qPrintable(group.error()));
        QCOMPARE(group->id, QByteArray("g-1"));
        QCOMPARE(group->subject, QStringLiteral("Fans\uFFFD"));
        QCOMPARE(group->participants, (std::vector<QByteArray>{"12015550001", "12015550002", "12015550003"}));
        QCOMPARE(group->members, 3U);
        // Where the number itself is known, that one is left out and the creator is a member like others.
        QCOMPARE(parseGroup(kGroup, "g-1", "12015550001")->members, 3U);
        QCOMPARE(parseGroup(kGroup, "g-1", "12015550001")->participants.front(), QByteArray("16505550100"));
        for (const char *bad : {"", "{}", R"({"groups":[]})", R"({"groups":[{"subject":"x"}]})", "[1"})
            QVERIFY2(!parseGroup(bad, "g-1", {}), bad);
    }

    void keepsALimitOfParticipants()
    {
        QByteArray body = "{\"groups\":[{\"participants\":[\"1\"";
        for (int i = 2; i <= 5000; ++i)
            body += ",\"" + QByteArray::number(i) + "\"";
        const auto group = parseGroup(body + "]}]}", "g-1", {});
        QCOMPARE(group->members, 5000U);
        QCOMPARE(group->participants.size(), std::size_t{2048});
    }

    void watchesSettings()
    {
        const auto settings =
            watched(QByteArray(kSettings).replace("URL", "https://user:pw@ops.example:8443/hook/SECRET?key=SECRET"));
        QStringList keys;
        for (const SettingSeen &setting : settings)
            keys << setting.key;
        QCOMPARE(keys.join(QLatin1Char(' ')),
                 QStringLiteral("webhooks.url webhooks.max_concurrent_requests webhooks.message.sent "
                                "webhooks.message.delivered webhooks.message.read callback_persist "
                                "callback_backoff_delay_ms heartbeat_interval media.auto_download "
                                "pass_through garbagecollector_enable.messages"));
        QCOMPARE(valueOf(settings, "webhooks.message.delivered"), QStringLiteral("off"));
        QCOMPARE(valueOf(settings, "pass_through"), QStringLiteral("off"));
        QCOMPARE(valueOf(settings, "callback_backoff_delay_ms"), QStringLiteral("3000"));
        QCOMPARE(valueOf(settings, "media.auto_download"), QStringLiteral("audio, video"));
        const QString url = valueOf(settings, "webhooks.url");
        QVERIFY2(url.startsWith(QStringLiteral("https://ops.example:8443/hook/•••")), qPrintable(url));
        for (const SettingSeen &setting : settings) {
            for (const char *hidden : {"SECRET", "pw@", "4915100000000"})
                QVERIFY2(!setting.value.contains(QLatin1String(hidden)), qPrintable(setting.value));
        }
    }

    void seesChangesBehindTheHiddenPart()
    {
        const auto url = [](const QByteArray &text) {
            return valueOf(watched("{\"webhooks\":{\"url\":\"" + text + "\"}}"), "webhooks.url");
        };
        QVERIFY(url("https://ops.example/hook/one") != url("https://ops.example/hook/two"));
        QCOMPARE(url("https://ops.example/hook/one"), url("https://ops.example/hook/one"));
        QCOMPARE(url(""), QStringLiteral("none"));
        QVERIFY(!url("hook SECRET").contains(QStringLiteral("SECRET")));
        // How a version writes a number, or a list's order, is no change.
        QCOMPARE(watched(R"({"heartbeat_interval":"5","media":{"auto_download":["a","b"]}})"),
                 watched(R"({"heartbeat_interval":5,"media":{"auto_download":["b","a"]}})"));
        QCOMPARE(watched("{}").size(), std::size_t{0});
    }

    void readsTheDatabase()
    {
        const QByteArray single = R"({"stats":{"db":{
            "db_contacts":{"data":[{"labels":{"type":"whatsapp_user"},"value":12},
                                   {"labels":{"type":"non_whatsapp_user"},"value":3}]},
            "db_messages":{"data":[{"labels":{"type":"undefined"},"value":1000}]},
            "db_message_receipts":{"data":[{"value":0}]},
            "db_pending_callbacks":{"data":[{"value":-1}]},
            "other":{"data":[{"value":5}]}}}})";
        const auto figures = parseDatabaseAnswer(kJson, single);
        QVERIFY2(figures.has_value(), figures ? "" : qPrintable(figures.error()));
        const std::vector<DatabaseFigure> expected{
            {QStringLiteral("db_contacts"), QStringLiteral("non_whatsapp_user"), 3},
            {QStringLiteral("db_contacts"), QStringLiteral("whatsapp_user"), 12},
            {QStringLiteral("db_message_receipts"), {}, 0},
            {QStringLiteral("db_messages"), QStringLiteral("undefined"), 1000}};
        QCOMPARE(*figures, expected);
        // In a cluster only the primary master's entry is filled.
        const auto cluster =
            parseDatabaseAnswer(kJson, R"({"stats":{"db":{"a:1":{},"b:2":{"db_messages":{"data":[{"value":9}]}}}}})");
        QCOMPARE(*cluster, (std::vector<DatabaseFigure>{{QStringLiteral("db_messages"), {}, 9}}));
        QCOMPARE(parseDatabaseAnswer(kText, "db_messages{type=\"undefined\"} 4\n")->front().value, 4);
        QVERIFY(!parseDatabaseAnswer(kJson, R"({"stats":{"db":{"a:1":{}}}})"));
        QVERIFY(!parseDatabaseAnswer(kJson, "{}"));
        QVERIFY(!parseDatabaseAnswer(kText, "<html>"));
    }

    void figuresHaveWords()
    {
        QCOMPARE(databaseFigureText({QStringLiteral("db_contacts"), QStringLiteral("whatsapp_user"), 1}),
                 QStringLiteral("Contacts on WhatsApp"));
        QCOMPARE(databaseFigureText({QStringLiteral("db_messages"), QStringLiteral("undefined"), 1}),
                 QStringLiteral("Messages"));
        QCOMPARE(databaseFigureText({QStringLiteral("db_messages"), QStringLiteral("hsm"), 1}),
                 QStringLiteral("Messages (hsm)"));
        QCOMPARE(databaseFigureText({QStringLiteral("db_new"), {}, 1}), QStringLiteral("db_new"));
    }

    void boundsMetrics()
    {
        QByteArray body = "{\"stats\":{\"db\":{\"db_messages\":{\"data\":[{\"value\":1}";
        for (int i = 0; i < 30'000; ++i)
            body += ",{\"labels\":{\"type\":\"" + QByteArray::number(i) + "\"},\"value\":1}";
        QCOMPARE(parseDatabaseAnswer(kJson, body + "]}}}}")->size(), std::size_t{200});
        QVERIFY(!parseDatabaseAnswer(kJson, body)); // cut off
    }

    void knowsAFailover()
    {
        QVERIFY(saysClusterIsChanging(R"({"errors":[{"code":1017,"title":"Not primary master"}]})"));
        QVERIFY(saysClusterIsChanging(R"({"meta":{},"errors":[{"code":1018}]})"));
        QVERIFY(!saysClusterIsChanging(R"({"errors":[{"code":1014}]})"));
        QVERIFY(!saysClusterIsChanging(R"({"health":{"gateway_status":"connected"}})"));
        QVERIFY(!saysClusterIsChanging("1018 \"errors\""));

        ClusterChange change;
        const ClusterChange::Clock::time_point begin{1000h};
        QVERIFY(change.isBearable(begin));
        for (auto passed = 10s; passed <= 120s; passed += 10s)
            QVERIFY(change.isBearable(begin + passed));
        QVERIFY(!change.isBearable(begin + 121s)); // that is no failover any more
        QVERIFY(!change.isBearable(begin + 150s));
        QVERIFY(change.isBearable(begin + 300s)); // another one
    }
};

BAROGRAPH_TEST(TestOnPremAnswers)
#include "tst_onprem_answers.moc"
