// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the answers of health, stats and settings.
#include "nodes/onprem/control_callbacks.h"
#include "nodes/onprem/probe_health.h"
#include "nodes/onprem/probe_settings.h"
#include "nodes/onprem/probe_stats.h"
#include "test_case.h"

#include <QJsonDocument>

using namespace barograph;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestProbeAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSingleHealth_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<GatewayStatus>("gateway");
        QTest::newRow("connected") << QByteArray("connected") << GatewayStatus::Connected;
        QTest::newRow("connecting") << QByteArray("connecting") << GatewayStatus::Connecting;
        QTest::newRow("disconnected") << QByteArray("disconnected") << GatewayStatus::Disconnected;
        QTest::newRow("uninitialized") << QByteArray("uninitialized") << GatewayStatus::Uninitialized;
        QTest::newRow("unregistered") << QByteArray("unregistered") << GatewayStatus::Unregistered;
        QTest::newRow("future") << QByteArray("hibernating") << GatewayStatus::Unrecognised;
    }
    void readsSingleHealth()
    {
        QFETCH(QByteArray, status);
        QFETCH(GatewayStatus, gateway);
        const auto report = parseHealthAnswer("{\"health\":{\"gateway_status\":\"" + status +
                                              "\"},\"meta\":{\"version\":\"v2.45.1\",\"api_status\":\"stable\"}}");
        QVERIFY(report.has_value());
        QCOMPARE(report->version, QStringLiteral("v2.45.1"));
        QCOMPARE(report->members, (std::vector<Member>{{QString(), MemberRole::Single, gateway}}));
    }

    void readsAClusterOfMembers()
    {
        const auto report = parseHealthAnswer(R"({"health":{
            "hostA:1f2e":{"gateway_status":"connected","role":"coreapp"},
            "hostB:9c0d":{"gateway_status":"disconnected","role":"primary_master"},
            "hostC:0001":{"gateway_status":"disconnected","role":"secondary_master"},
            "hostD:0002":{"role":"butler"},
            "note":"not a member"}})");
        QVERIFY(report.has_value());
        const std::vector<Member> expected{
            {QStringLiteral("hostA:1f2e"), MemberRole::CoreApp, GatewayStatus::Connected},
            {QStringLiteral("hostB:9c0d"), MemberRole::PrimaryMaster, GatewayStatus::Disconnected},
            {QStringLiteral("hostC:0001"), MemberRole::SecondaryMaster, GatewayStatus::Disconnected},
            {QStringLiteral("hostD:0002"), MemberRole::Unrecognised, GatewayStatus::Unrecognised}};
        QCOMPARE(report->members, expected);
    }

    void aMemberNamedLikeTheFieldIsStillAMember()
    {
        const auto report =
            parseHealthAnswer(R"({"health":{"gateway_status":{"gateway_status":"connected","role":"coreapp"}}})");
        QVERIFY(report.has_value());
        QCOMPARE(report->members.front().name, QStringLiteral("gateway_status"));
    }

    void boundsHealth()
    {
        QByteArray body = "{\"health\":{";
        for (int i = 0; i < 1000; ++i)
            body +=
                "\"h" + QByteArray::number(i) + ":" + QByteArray(500, 'x') + "\":{\"gateway_status\":\"connected\"},";
        body += "\"z\":{}}}";
        const auto report = parseHealthAnswer(body);
        QVERIFY(report.has_value());
        QCOMPARE(report->members.size(), std::size_t{256});
        QCOMPARE(report->members.front().name.size(), qsizetype{128});
    }

    void refusesHealth_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("OK");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no health") << QByteArray("{\"meta\":{}}");
        QTest::newRow("empty health") << QByteArray("{\"health\":{}}");
        QTest::newRow("text health") << QByteArray("{\"health\":\"fine\"}");
        QTest::newRow("no members") << QByteArray("{\"health\":{\"a\":1}}");
        QTest::newRow("error") << QByteArray(R"({"health":{"gateway_status":"connected"},"errors":[{"code":1014}]})");
        QTest::newRow("cut") << QByteArray("{\"health\":{\"gateway_st");
    }
    void refusesHealth()
    {
        QFETCH(QByteArray, body);
        const auto report = parseHealthAnswer(body);
        QVERIFY(!report);
        QVERIFY(!report.error().isEmpty());
    }

    void readsStats_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("sent"); // -1 = absent
        QTest::addColumn<qint64>("queue");
        const QByteArray json = "application/json";
        const QByteArray text = "text/plain; version=0.0.4";
        QTest::newRow("single") << json << QByteArray(R"({"stats":{"app":{
            "callback_queue_size":{"type":"gauge","help":"Current","data":[{"value":42}]},
            "out_message_sent_duration_ms_count":{"type":"counter","data":[
                {"labels":{"retry":"0","type":""},"value":10},{"labels":{"retry":"1","type":"undefined"},"value":5}]}}}})")
                                << qint64{15} << qint64{42};
        QTest::newRow("cluster") << json << QByteArray(R"({"stats":{"app":{
            "a:1":{"callback_queue_size":{"data":[{"value":1}]},"out_message_sent_duration_ms_count":{"data":[{"value":7}]}},
            "b:2":{"callback_queue_size":{"data":[{"value":2}]},"out_message_sent_duration_ms_count":{"data":[{"value":8}]}},
            "c:3":{}}}})") << qint64{15}
                                 << qint64{3};
        QTest::newRow("JSON called text")
            << text << QByteArray(R"( {"stats":{"app":{"callback_queue_size":{"data":[{"value":"3"}]}}}})")
            << qint64{-1} << qint64{3};
        QTest::newRow("text") << text
                              << QByteArray("# HELP x\ncallback_queue_size 3\n"
                                            "out_message_sent_duration_ms_count{retry=\"0\",type=\"\"} 1e2\n"
                                            "out_message_sent_duration_ms_count{retry=\"1\",type=\"\"} 1\n")
                              << qint64{101} << qint64{3};
        QTest::newRow("text called JSON")
            << json << QByteArray("# TYPE callback_queue_size gauge\ncallback_queue_size 3\n") << qint64{-1}
            << qint64{3};
        QTest::newRow("NaN") << text << QByteArray("callback_queue_size NaN\nout_message_sent_duration_ms_count 5\n")
                             << qint64{5} << qint64{-1};
        QTest::newRow("negative") << text << QByteArray("callback_queue_size -1\n") << qint64{-1} << qint64{-1};
        QTest::newRow("beyond 2^53") << text << QByteArray("callback_queue_size 1e300\n") << qint64{-1} << qint64{-1};
        QTest::newRow("no such metric") << json << QByteArray(R"({"stats":{"app":{}}})") << qint64{-1} << qint64{-1};
        QTest::newRow("no number") << json
                                   << QByteArray(R"({"stats":{"app":{"callback_queue_size":{"data":[{"value":[]}]}}}})")
                                   << qint64{-1} << qint64{-1};
        QTest::newRow("zero is a value") << text << QByteArray("callback_queue_size 0\n") << qint64{-1} << qint64{0};
    }
    void readsStats()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(qint64, sent);
        QFETCH(qint64, queue);
        const auto stats = parseStatsAnswer(type, body);
        QVERIFY2(stats.has_value(), stats ? "" : qPrintable(stats.error()));
        QCOMPARE(stats->messagesSent.value_or(-1), sent);
        QCOMPARE(stats->callbackQueueSize.value_or(-1), queue);
        QVERIFY(!stats->inMessagesPending);
    }

    void refusesStats_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>\n<body>\n");
        QTest::newRow("other JSON") << QByteArray("{}");
        QTest::newRow("app is a text") << QByteArray(R"({"stats":{"app":"x"}})");
        QTest::newRow("cut JSON") << QByteArray("{\"stats\":{\"app\":{");
    }
    void refusesStats()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!parseStatsAnswer("application/json", body));
    }

    void readsSettings_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("callbacks"); // sent delivered read as + and -, empty = unknown
        QTest::newRow("message wins") << QByteArray(R"({"settings":{"application":{"sent_status":true,
            "webhooks":{"message":{"sent":false,"delivered":true,"read":false}}}}})")
                                      << "-+-";
        QTest::newRow("sent_status") << QByteArray(R"({"settings":{"application":{"sent_status":false}}})") << "-++";
        QTest::newRow("not wrapped") << QByteArray(R"({"sent_status":true})") << "+++";
        QTest::newRow("texts") << QByteArray(
                                      R"({"webhooks":{"message":{"sent":"true","delivered":"false","read":"true"}}})")
                               << "+-+";
        QTest::newRow("one missing") << QByteArray(R"({"webhooks":{"message":{"sent":true,"read":true}}})") << "";
        QTest::newRow("nonsense") << QByteArray(R"({"webhooks":{"message":{"sent":1,"delivered":true,"read":true}}})")
                                  << "";
        QTest::newRow("neither") << QByteArray(R"({"settings":{"application":{"log_level":"info"}}})") << "";
    }
    void readsSettings()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, callbacks);
        const auto settings = parseSettingsAnswer(body);
        QVERIFY(settings.has_value());
        const auto found = callbacksOf(*settings);
        QString shown;
        if (found) {
            for (const bool on : {found->sent, found->delivered, found->read})
                shown += QLatin1Char(on ? '+' : '-');
        }
        QCOMPARE(shown, callbacks);
    }

    void refusesSettings()
    {
        QVERIFY(!parseSettingsAnswer("null"));
        QVERIFY(!parseSettingsAnswer(R"({"settings":{}})"));
        QVERIFY(!parseSettingsAnswer(R"({"errors":[{"code":1014}]})"));
    }

    void patchesTheWholeWebhooks()
    {
        const QJsonObject before =
            object(R"({"sent_status":true,"webhooks":{"url":"somewhere","max_concurrent_requests":6,
            "message":{"sent":true,"delivered":true,"read":true,"played":true}}})");
        const QJsonObject expected = object(R"({"webhooks":{"url":"somewhere","max_concurrent_requests":6,
            "message":{"sent":true,"delivered":false,"read":false,"played":true}}})");
        QCOMPARE(callbacksPatch(before, {true, false, false}), expected);
        QCOMPARE(callbacksPatch(object(R"({"sent_status":true,"webhooks":{"url":"x"}})"), {false, true, true}),
                 object(R"({"sent_status":false})"));
    }
};

BAROGRAPH_TEST(TestProbeAnswers)
#include "tst_probe_answers.moc"
