// SPDX-License-Identifier: GPL-3.0-or-later
#include "../common/gateway_checks.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

QByteArray hookBody(const char *name, const QByteArray &payload)
{
    return QByteArray(R"({"event":")") + name +
           R"(","device_id":"900@s.whatsapp.net","session_id":"org_2","timestamp":"2026-06-01T10:00:00Z","payload":)" +
           payload + "}";
}

QByteArray ack(const char *type, const QByteArray &ids = R"(["S1"])", const QByteArray &from = "5@s.whatsapp.net",
               const char *chat = "12@g.us")
{
    return hookBody("message.ack", R"({"ids":)" + ids + R"(,"chat_id":")" + chat + R"(","from":")" + from +
                                       R"(","receipt_type":")" + type + R"(","receipt_type_description":"x"})");
}

QByteArray message(const QByteArray &fields)
{
    return hookBody("message", R"({"id":"A","chat_id":"5@s.whatsapp.net","from":"5@s.whatsapp.net",)" + fields + "}");
}

} // namespace

class TestGowaDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEvents_data();
    void readsEvents();
    void readsTestData_data();
    void readsTestData();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void talliesWhatItDoesNotKnow();
    void takesPeopleGroupsAndTimes();
    void oldBodiesNameTheGroupInFrom();
    void limitsIds();
    void sendsCountOnce();
    void groupStormIsOneMessage();
    void readWithoutDeliveryIsNeverNegative();
    void limitsIdentifiers();
    void survivesEveryTruncation();
};

void TestGowaDecoder::readsEvents_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("rejected");
    const auto row = [](const char *name, const QByteArray &body, const char *words, int rejected = 0) {
        QTest::newRow(name) << body << splitWords(words) << rejected;
    };
    row("message", message(R"("is_from_me":false)"), "receive");
    row("message without is_from_me", message(R"("body":"x")"), "receive");
    row("message from us", message(R"("is_from_me":true)"), "send");
    row("fromMe", message(R"("fromMe":"true")"), "send");
    row("id inside message", hookBody("message", R"({"message":{"id":"A","text":"x"},"from":"5@s.whatsapp.net"})"),
        "receive");
    row("placeholder of a view-once message", message(R"("view_once":true,"unavailable":true)"), "receive");
    row("message without id", hookBody("message", R"({"from":"5@s.whatsapp.net"})"), "not-understood");
    row("message without payload", R"({"event":"message"})", "not-understood");
    row("payload that is no object", hookBody("message", R"(["A"])"), "not-understood");
    row("story", hookBody("message", R"({"id":"A","chat_id":"status@broadcast","from":"5@s.whatsapp.net"})"), "other");
    row("channel", hookBody("message", R"({"id":"A","chat_id":"1@newsletter"})"), "other");

    row("delivered", ack("delivered"), "delivery");
    row("empty is delivered", ack(""), "delivery");
    row("read", ack("read"), "read");
    row("played", ack("played"), "played");
    for (const char *own : {"read-self", "played-self", "sender"})
        row(own, ack(own), "own-device");
    for (const char *other : {"retry", "server-error", "inactive", "peer_msg", "hist_sync"})
        row(other, ack(other), "other");
    row("read by our own phone", ack("read", R"(["A"])", "900@s.whatsapp.net", "5@s.whatsapp.net"), "own-device");
    row("read by our other device", ack("read", R"(["A"])", "900:7@s.whatsapp.net"), "own-device");
    row("unknown receipt", ack("hologram"), "not-understood");
    row("no receipt type", hookBody("message.ack", R"({"ids":["A"]})"), "not-understood");
    row("receipt type null", hookBody("message.ack", R"({"ids":["A"],"receipt_type":null})"), "not-understood");
    row("three ids", ack("read", R"(["A","B","C"])"), "read, read, read");
    row("ids that are none", ack("read", R"(["A",7,null,{"x":1},["B"],true])"), "read, read", 4);
    row("an empty id", ack("read", R"([""])"), "not-understood");
    row("ids as a text", ack("read", R"("A")"), "read");
    row("ids as an object", ack("read", R"({"a":1})"), "", 1);
    row("no ids, but an id", hookBody("message.ack", R"({"id":"A","receipt_type":"read"})"), "read");
    row("no ids at all", ack("read", "[]"), "not-understood");
    row("receipt of a story", ack("read", R"(["A"])", "5@s.whatsapp.net", "status@broadcast"), "other");

    row("reaction", hookBody("message.reaction", R"({"id":"R","reaction":"x","reacted_message_id":"A"})"), "reaction");
    row("revoked", hookBody("message.revoked", R"({"id":"D","revoked_message_id":"A"})"), "deleted");
    row("deleted", hookBody("message.deleted", R"({"deleted_message_id":"A"})"), "deleted");
    row("edited", hookBody("message.edited", R"({"id":"E","original_message_id":"A"})"), "edited");
    row("group.participants", hookBody("group.participants", R"({"chat_id":"1@g.us","type":"join"})"), "group");
    row("group.joined", hookBody("group.joined", R"({"chat_id":"1@g.us"})"), "group");
    for (const char *name : {"chat_presence", "label.edit", "label.association", "newsletter.joined", "newsletter.left",
                             "newsletter.message", "newsletter.mute", "call.offer"})
        row(name, hookBody(name, R"({"from":"5@s.whatsapp.net"})"), "other");
    row("unknown event", hookBody("message.hologram", R"({"id":"A"})"), "not-understood");
    row("empty object", "{}", "not-understood");
    row("payload first", R"({"payload":{"id":"A"},"event":"message"})", "receive");
    row("last of two keys holds", R"({"event":"call.offer","event":"message","payload":{"id":7},"payload":{"id":"A"}})",
        "receive");
    row("last of two ids holds",
        R"({"event":"message.ack","payload":{"ids":["A","B"],"ids":["C"],"receipt_type":"read"}})", "read");

    row("old message", R"({"from":"5@s.whatsapp.net","message":{"id":"A","text":"x"},"pushname":"n"})", "receive");
    row("old reaction", R"({"from":"5@s.whatsapp.net","message":{"id":"A"},"reaction":{"id":"B","message":"x"}})",
        "reaction");
    row("old revocation", R"({"action":"message_revoked","message":{"id":"D"},"revoked_message_id":"A"})", "deleted");
    row("old deletion", R"({"action":"event.delete_for_me","deleted_message_id":"A"})", "deleted");
    row("old edit", R"({"action":"message_edited","message":{"id":"E"},"original_message_id":"A","edited_text":"x"})",
        "edited");
    row("old action that is not known", R"({"action":"message_dreamt","message":{"id":"E"}})", "not-understood");
}

void TestGowaDecoder::readsEvents()
{
    checkEvents(NodeKind::Gowa);
}

void TestGowaDecoder::readsTestData_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *file, const char *words) { QTest::newRow(file) << splitWords(words); };
    row("gowa/message_received.json", "receive");
    row("gowa/message_own_group.json", "send");
    row("gowa/ack_two.json", "read, read");
    row("gowa/ack_odd.json", "delivery, delivery");
    row("gowa/revoked.json", "deleted");
    row("gowa/old_group_message.json", "receive");
    row("gowa/group_participants.json", "group");
    row("gowa/odd_shapes.json", "not-understood");
}

void TestGowaDecoder::readsTestData()
{
    checkTestData(NodeKind::Gowa);
}

void TestGowaDecoder::refusesBrokenBodies_data()
{
    addBrokenBodies(dataFile("gowa/broken_utf8.json"));
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("bad literal as is_from_me", R"({"event":"message","payload":{"id":"A","is_from_me":falsy}})");
    row("bad number as id", R"({"event":"message.ack","payload":{"ids":[01],"receipt_type":"read"}})");
    row("bad value in what is passed over", R"({"event":"message","payload":{"id":"A","image":{"url":nope}}})");
    row("too deep", R"({"event":"message","payload":{"image":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}}");
    row("too deep in ids",
        R"({"event":"message.ack","payload":{"ids":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}}");
}

void TestGowaDecoder::refusesBrokenBodies()
{
    checkRefused(NodeKind::Gowa);
}

void TestGowaDecoder::talliesWhatItDoesNotKnow()
{
    GatewayBench bench(NodeKind::Gowa);
    QVERIFY(bench.decode(message(R"("body":"secret words","video_note":"x")")));
    QVERIFY(bench.decode(dataFile("gowa/old_group_message.json")));
    QCOMPARE(bench.unknown.total(), quint64{0});
    QVERIFY(bench.decode(R"({"event":"message.hologram","fresh":1,"payload":{}})"));
    QVERIFY(bench.decode(ack("dreamt")));
    QStringList names;
    for (const auto &[name, count] : bench.unknown.top())
        names << QString::fromStdString(name);
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("event.message.hologram"), QStringLiteral("fresh"),
                                 QStringLiteral("receipt_type.dreamt")}));
}

void TestGowaDecoder::takesPeopleGroupsAndTimes()
{
    GatewayBench bench(NodeKind::Gowa);
    QVERIFY(bench.decode(hookBody("message", R"({"id":"A","chat_id":"1@g.us","from":"5@s.whatsapp.net",
                                              "timestamp":"2026-06-01T12:00:05+02:00"})")));
    QCOMPARE(bench.items.at(0).message, bench.prints.message("A"));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("1@g.us"));
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@s.whatsapp.net"));
    QCOMPARE(bench.items.at(0).eventTime, std::optional(fromUnixMillis(1'780'308'005'000)));

    QVERIFY(bench.decode(ack("read", R"(["A","B"])")));
    QCOMPARE(bench.items.at(1).message, bench.prints.message("B"));
    QCOMPARE(bench.items.at(1).group, bench.prints.group("12@g.us"));
    QCOMPARE(bench.items.at(1).participant, bench.prints.participant("5@s.whatsapp.net"));
    QCOMPARE(bench.items.at(1).eventTime, std::optional(fromUnixMillis(1'780'308'000'000)));

    // A message of ours to a person: the person is the chat, not the sender.
    QVERIFY(bench.decode(hookBody("message", R"({"id":"A","chat_id":"6@s.whatsapp.net","from":"900@s.whatsapp.net",
                                              "is_from_me":true})")));
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("6@s.whatsapp.net"));
}

void TestGowaDecoder::oldBodiesNameTheGroupInFrom()
{
    GatewayBench bench(NodeKind::Gowa);
    QVERIFY(bench.decode(dataFile("gowa/old_group_message.json")));
    QCOMPARE(bench.items.at(0).message, bench.prints.message("3EB0F1"));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("1203630001@g.us"));
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5511900000001@s.whatsapp.net"));
    QCOMPARE(bench.items.at(0).eventTime, std::optional(fromUnixMillis(1'779'978'405'000)));
    QVERIFY(bench.decode(R"({"sender_id":"5","chat_id":"5","from":"5@s.whatsapp.net","message":{"id":"A"}})"));
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@s.whatsapp.net"));
    QVERIFY(bench.items.at(0).group.isNull());
}

void TestGowaDecoder::limitsIds()
{
    DecodeLimits limits;
    limits.maxItems = 3;
    GatewayBench bench(NodeKind::Gowa, limits);
    QVERIFY(bench.decode(ack("read", R"(["A","B",null])")));
    QCOMPARE(bench.items.size(), std::size_t{2});
    const auto refused = bench.decode(ack("read", R"(["A","B",null,"C"])"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, std::string_view("too many items in one request"));
    QVERIFY(bench.items.empty());
}

void TestGowaDecoder::sendsCountOnce()
{
    GatewayBench bench(NodeKind::Gowa);
    const auto sent = message(R"("is_from_me":true)");
    QCOMPARE(bench.outcome(sent), QStringLiteral("send"));
    QCOMPARE(bench.outcome(sent), QStringLiteral("redelivered"));
    QCOMPARE(bench.outcome(ack("sender", R"(["A"])")), QStringLiteral("own-device")); // tells it to our devices only
    QCOMPARE(bench.outcome(ack("delivered", R"(["A"])")), QStringLiteral("delivery"));
    QCOMPARE(bench.meter.totals()[EventKind::Send], quint64{1});
    QVERIFY(conservesAll(bench.meter.ingest()));
}

void TestGowaDecoder::groupStormIsOneMessage()
{
    constexpr int kMembers = 200;
    GatewayBench bench(NodeKind::Gowa);
    for (int i = 0; i < kMembers; ++i) {
        const QByteArray member = QByteArray::number(1'000 + i) + "@s.whatsapp.net";
        QCOMPARE(bench.outcome(ack("delivered", R"(["S1"])", member)), QStringLiteral("delivery"));
        if (i < 50)
            QCOMPARE(bench.outcome(ack("read", R"(["S1"])", member)), QStringLiteral("read"));
    }
    QCOMPARE(bench.outcome(ack("delivered", R"(["S1"])", "1000@s.whatsapp.net")), QStringLiteral("redelivered"));
    const auto storms = bench.storms();
    QCOMPARE(storms.size(), std::size_t{1});
    QCOMPARE(storms[0].participants, quint32{kMembers});
    QCOMPARE(storms[0].deliveries, quint32{kMembers});
    QCOMPARE(storms[0].reads, quint32{50});
    QCOMPARE(storms[0].group, bench.prints.group("12@g.us"));
}

void TestGowaDecoder::readWithoutDeliveryIsNeverNegative()
{
    GatewayBench bench(NodeKind::Gowa);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(bench.outcome(ack("read", R"(["S1"])", QByteArray::number(i) + "@lid")), QStringLiteral("read"));
    bench.meter.setGroup({bench.prints.group("12@g.us"), {}, 10, {}}, bench.now); // smaller than what was seen
    QCOMPARE(bench.meter.totals()[EventKind::Delivery], quint64{0});
    const auto storms = bench.storms();
    QCOMPARE(storms.size(), std::size_t{1});
    QCOMPARE(storms[0].reads, quint32{30});
    QVERIFY(storms[0].remaining.valueOr(0) <= storms[0].fanOut.valueOr(0));
}

void TestGowaDecoder::limitsIdentifiers()
{
    GatewayBench bench(NodeKind::Gowa);
    const QByteArray longOne(1025, 'A');
    QVERIFY(bench.decode(ack("read", R"([")" + longOne + R"(","B"])")));
    QCOMPARE(bench.words(), (QStringList{QStringLiteral("not-understood"), QStringLiteral("read")}));
    QVERIFY(bench.decode(ack("read", R"([")" + longOne.first(1024) + R"("])")));
    QCOMPARE(bench.words(), QStringList{QStringLiteral("read")});
}

void TestGowaDecoder::survivesEveryTruncation()
{
    checkTruncations(NodeKind::Gowa, dataFile("gowa/ack_odd.json").trimmed());
}

BAROGRAPH_TEST(TestGowaDecoder)
#include "tst_gowa_decoder.moc"
