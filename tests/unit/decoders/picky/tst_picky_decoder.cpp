// SPDX-License-Identifier: GPL-3.0-or-later
#include "../decoder_bench.h"
#include "core/node_traits.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

QByteArray reports(const QByteArray &data)
{
    return R"({"project_id":26001,"event_id":1,"data":[)" + data + "]}";
}

} // namespace

class TestPickyDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsBodies_data();
    void mapsBodies();
    void mapsReports_data();
    void mapsReports();
    void readsDataFiles_data();
    void readsDataFiles();
    void spellingsAndNumbersAreTheSame();
    void keepsIdentifiersOnlyAsPrints();
    void lastOfTwoKeysHolds();
    void countsUnknownNames();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void survivesEveryTruncation();
    void takesAThousandReports();
    void takesAsManyItemsAsTheLimitAndNoMore();
    void limitsIdentifiers();
    void isAnsweredWithAnObject();
};

void TestPickyDecoder::mapsBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kinds");
    const auto row = [](const char *name, const char *body, const char *kinds) {
        QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(kinds);
    };
    row("message", R"({"number":"1","message-in":"x","application":"8","type":"1","unique-id":"a"})", "receive");
    row("message with an id only", R"({"unique_id":"a"})", "receive");
    row("type that is not known", R"({"unique-id":"a","number":"1","type":"99"})", "receive");
    row("half a surrogate pair in the text", R"({"unique-id":"a","message-in":"\ud83d"})", "receive");
    row("huge numbers", R"({"unique-id":"a","project-id":123456789012345678901234567890,"x":-1e9999})", "receive");
    row("message without id", R"({"number":"1","message-in":"x","type":"1"})", "not-understood");
    row("message with empty id", R"({"number":"1","unique-id":""})", "not-understood");
    row("half a surrogate pair as id", R"({"unique-id":"\ud83d","number":"1"})", "not-understood");
    row("message through Messenger", R"({"unique-id":"a","number":"1","application":"5"})", "other");
    row("message through Instagram", R"({"unique-id":"a","number":"1","application":11})", "other");
    row("own variable called data", R"({"unique-id":"a","number":"1","data":[{"msg_id":"m","status":1},7]})",
        "receive");
    row("something else", R"({"hello":"world"})", "not-understood");
    row("empty object", "{}", "");
    row("reports without event_id", R"({"data":[{"msg_id":"m","status":1}]})", "delivery");
    row("event_id as text and behind", R"({"data":[{"msg_id":"m","status":1}],"event_id":"1"})", "delivery");
    row("no reports", R"({"event_id":1,"data":[]})", "");
    row("event without data", R"({"event_id":1})", "not-understood");
    row("filter", R"({"event_id":2,"data":[{"number":"1"},{"number":"2"}]})", "other other");
    row("member joined", R"({"event_id":3,"data":{"group":"g"}})", "group");
    row("member joined, without data", R"({"event_id":"3","group":"g"})", "group");
    row("new subscriber", R"({"event_id":4,"data":[]})", "other");
    row("event that is not known", R"({"event_id":5,"data":[{"msg_id":"m","status":1}]})", "not-understood");
    row("event of another shape", R"({"event_id":{},"number":"1","unique-id":"a"})", "receive");
}

void TestPickyDecoder::mapsBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, kinds);
    DecoderBench bench(NodeKind::PickyAssist);
    const auto stats = bench.decode(body);
    QVERIFY2(stats.has_value(), stats ? "" : std::string(stats.error().reason).c_str());
    QCOMPARE(bench.kinds().join(QLatin1Char(' ')), kinds);
    QCOMPARE(stats->items, static_cast<quint32>(bench.items.size()));
    QCOMPARE(stats->rejected, 0U);
}

void TestPickyDecoder::mapsReports_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const char *report, const char *kind) {
        QTest::newRow(name) << QByteArray(report) << QString::fromLatin1(kind);
    };
    row("unknown", R"({"msg_id":"m","status":0})", "other");
    row("delivered", R"({"msg_id":"m","status":1})", "delivery");
    row("failed", R"({"msg_id":"m","status":2,"error_code":131026})", "failed:131026");
    row("failed with a code as text", R"({"msg_id":"m","status":2,"error_code":"131026"})", "failed:131026");
    row("failed with a code that is no number", R"({"msg_id":"m","status":2,"error_code":"E1"})", "failed");
    row("failed without code", R"({"msg_id":"m","status":2,"error_code":""})", "failed");
    row("read", R"({"msg_id":"m","status":3})", "read");
    row("submitted", R"({"msg_id":"m","status":4})", "send");
    row("refunded", R"({"msg_id":"m","status":5,"error_code":"7"})", "failed:7");
    row("code of what did not fail", R"({"msg_id":"m","status":3,"error_code":"7"})", "read");
    row("status as text", R"({"msg_id":"m","status":"3"})", "read");
    row("id as number", R"({"msg_id":77,"status":3})", "read");
    row("status that is not known", R"({"msg_id":"m","status":6})", "not-understood");
    row("status with a fraction", R"({"msg_id":"m","status":1.0})", "not-understood");
    row("no status", R"({"msg_id":"m"})", "not-understood");
    row("no id", R"({"status":1})", "not-understood");
    row("WhatsApp Cloud API", R"({"msg_id":"m","status":1,"channel_id":101})", "delivery");
    row("Messenger", R"({"msg_id":"m","status":1,"channel_id":5})", "other");
    row("Instagram", R"({"channel_id":"11","msg_id":"m","status":1})", "other");
}

void TestPickyDecoder::mapsReports()
{
    QFETCH(QByteArray, report);
    QFETCH(QString, kind);
    DecoderBench bench(NodeKind::PickyAssist);
    QVERIFY(bench.decode(reports(report)));
    QCOMPARE(bench.kinds(), QStringList{kind});
    QVERIFY(!bench.items[0].eventTime);
}

void TestPickyDecoder::readsDataFiles_data()
{
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<int>("rejected");
    QTest::newRow("incoming.json") << QStringLiteral("receive") << 0;
    QTest::newRow("incoming_other_spelling.json") << QStringLiteral("receive") << 0;
    QTest::newRow("incoming_group.json") << QStringLiteral("receive") << 0;
    QTest::newRow("reports.json")
        << QStringLiteral("send delivery read failed:131026 failed other not-understood not-understood other") << 0;
    QTest::newRow("events.json") << QStringLiteral("group group") << 0;
    QTest::newRow("odd_shapes.json") << QStringLiteral("delivery not-understood not-understood") << 4;
}

void TestPickyDecoder::readsDataFiles()
{
    QFETCH(QString, kinds);
    QFETCH(int, rejected);
    DecoderBench bench(NodeKind::PickyAssist);
    const auto stats = bench.decode(dataFile(QByteArray("picky/") + QTest::currentDataTag()));
    QVERIFY(stats.has_value());
    QCOMPARE(bench.kinds().join(QLatin1Char(' ')), kinds);
    QCOMPARE(stats->rejected, static_cast<quint32>(rejected));
}

void TestPickyDecoder::spellingsAndNumbersAreTheSame()
{
    DecoderBench bench(NodeKind::PickyAssist);
    QVERIFY(bench.decode(R"({"unique-id":"77","number":"919800000001"})"));
    const DecodedItem one = bench.items.at(0);
    QVERIFY(bench.decode(R"({"number":919800000001,"unique_id":77})"));
    QVERIFY(bench.items.at(0) == one);
    QVERIFY(bench.decode(R"({"event-id":1,"data":[{"msg-id":7,"status":"2","error-code":5,"channel-id":5}]})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("other")});
}

void TestPickyDecoder::keepsIdentifiersOnlyAsPrints()
{
    DecoderBench bench(NodeKind::PickyAssist);
    QVERIFY(bench.decode(R"({"unique-id":"X","number":"Friends @Ana"})"));
    QCOMPARE(bench.items[0].message, bench.prints.message("X"));
    QCOMPARE(bench.items[0].participant, bench.prints.participant("Friends @Ana"));
    QVERIFY(bench.items[0].group.isNull()); // a name is no identifier
    QVERIFY(bench.decode(reports(R"({"msg_id":"X","number":"X","status":1})")));
    QCOMPARE(bench.items[0].message, bench.prints.message("X"));
    QCOMPARE(bench.items[0].participant, bench.prints.participant("X"));
    QVERIFY(bench.decode(R"({"event_id":3,"data":[{"msg_id":"X","number":"X","status":1}]})"));
    QVERIFY(bench.items[0].message.isNull() && bench.items[0].participant.isNull());
}

void TestPickyDecoder::lastOfTwoKeysHolds()
{
    DecoderBench bench(NodeKind::PickyAssist);
    QVERIFY(bench.decode(R"({"unique-id":"A","unique_id":"B"})"));
    QCOMPARE(bench.items[0].message, bench.prints.message("B"));
    QVERIFY(bench.decode(R"({"event_id":1,"data":[{"msg_id":"A","status":1,"status":3}],"event_id":1})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
    QVERIFY(bench.decode(R"({"event_id":1,"data":[{"msg_id":"A","status":1}],"event_id":3})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("group")});
    QVERIFY(bench.decode(R"({"event_id":1,"data":[{"msg_id":"A","status":1}],"data":[{"msg_id":"B","status":3}]})"));
    QCOMPARE(bench.kinds().join(QLatin1Char(' ')), QStringLiteral("delivery read"));
}

void TestPickyDecoder::countsUnknownNames()
{
    DecoderBench bench(NodeKind::PickyAssist);
    QVERIFY(bench.decode(R"({"number":"1","message_identifier":"a","type":"42"})"));
    QCOMPARE(bench.unknownCount("message_identifier"), quint64{1});
    QCOMPARE(bench.unknownCount("no-unique-id"), quint64{1});
    QVERIFY(bench.decode(R"({"unique-id":"a","type":"42"})"));
    QCOMPARE(bench.unknownCount("type.42"), quint64{1});
    QVERIFY(bench.decode(reports(R"({"msg_id":"m","status":42,"flavour":1},{"status":1})")));
    for (const char *name : {"data.status.42", "data.flavour", "data.no-msg_id"})
        QVERIFY2(bench.unknownCount(name) == 1, name);
    QVERIFY(bench.decode(R"({"event_id":77,"data":[{"shape":1}]})"));
    QCOMPARE(bench.unknownCount("event_id.77"), quint64{1});
    QCOMPARE(bench.unknown.total(), quint64{7});
    for (const char *name : {"picky/reports.json", "picky/events.json", "picky/incoming.json"})
        QVERIFY(bench.decode(dataFile(name)));
    QCOMPARE(bench.unknown.total(), quint64{9}); // and status 9 and a missing msg_id of reports.json
}

void TestPickyDecoder::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("form instead of JSON") << QByteArray("number=1&message-in=x");
    QTest::newRow("broken_comma.json") << dataFile("picky/broken_comma.json");
    QTest::newRow("broken_utf8.json") << dataFile("picky/broken_utf8.json");
    QTest::newRow("bad number") << QByteArray(R"({"unique-id":01})");
    QTest::newRow("bad escape in a text that is not kept") << QByteArray(R"({"unique-id":"a","message-in":"\x"})");
    QTest::newRow("too deep") << R"({"unique-id":"a","x":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}";
    QTest::newRow("too deep in a report") << reports(R"({"x":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}");
}

void TestPickyDecoder::refusesBrokenBodies()
{
    QFETCH(QByteArray, body);
    DecoderBench bench(NodeKind::PickyAssist);
    const auto stats = bench.decode(body);
    QVERIFY(!stats);
    QVERIFY(!stats.error().reason.empty());
    QVERIFY(bench.items.empty());
}

void TestPickyDecoder::survivesEveryTruncation()
{
    DecoderBench bench(NodeKind::PickyAssist);
    const QByteArray body = dataFile("picky/reports.json").trimmed();
    QVERIFY(bench.decode(body));
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(!bench.decode(body.first(size)), QByteArray::number(size).constData());
}

void TestPickyDecoder::takesAThousandReports()
{
    QByteArray list;
    for (int i = 0; i < 1000; ++i)
        list += QByteArray(i == 0 ? "" : ",") + R"({"msg_id":"m)" + QByteArray::number(i) + R"(","status":1})";
    DecoderBench bench(NodeKind::PickyAssist);
    const auto stats = bench.decode(reports(list));
    QVERIFY(stats.has_value());
    QCOMPARE(stats->items, 1000U);
    QCOMPARE(bench.items[999].message, bench.prints.message("m999"));
}

void TestPickyDecoder::takesAsManyItemsAsTheLimitAndNoMore()
{
    DecodeLimits limits;
    limits.maxItems = 3;
    DecoderBench bench(NodeKind::PickyAssist, limits);
    QVERIFY(bench.decode(reports("{},{},{}")));
    QVERIFY(!bench.decode(reports("{},{},{},{}")));
    QVERIFY(!bench.decode(reports("{},1,{},1")));
    QVERIFY(bench.items.empty());
}

void TestPickyDecoder::limitsIdentifiers()
{
    DecoderBench bench(NodeKind::PickyAssist);
    const QByteArray longest(1024, 'a');
    QVERIFY(bench.decode(R"({"unique-id":")" + longest + R"("})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("receive")});
    QVERIFY(bench.decode(R"({"unique-id":")" + longest + R"(a"})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("not-understood")});
    QVERIFY(bench.decode(reports(R"({"status":1,"msg_id":")" + longest + R"(a"})")));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("not-understood")});
    QVERIFY(bench.decode(reports(R"({"status":1,"msg_id":"m","number":")" + longest + R"(a"})")));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("not-understood")});
}

void TestPickyDecoder::isAnsweredWithAnObject()
{
    QVERIFY(answersWithEmptyObject(NodeKind::PickyAssist));
    for (const NodeKind kind :
         {NodeKind::OnPremises, NodeKind::CloudApi, NodeKind::Waha, NodeKind::Evolution, NodeKind::Gowa})
        QVERIFY(!answersWithEmptyObject(kind));
}

BAROGRAPH_TEST(TestPickyDecoder)
#include "tst_picky_decoder.moc"
