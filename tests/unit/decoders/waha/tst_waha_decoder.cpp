// SPDX-License-Identifier: GPL-3.0-or-later
#include "../common/gateway_checks.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

QByteArray hookBody(const char *name, const QByteArray &payload, const char *engine = "GOWS")
{
    return QByteArray(R"({"id":"evt_1","timestamp":1780000000123,"event":")") + name +
           R"(","session":"default","engine":")" + engine +
           R"(","me":{"id":"900@c.us","lid":"900@lid","pushName":"x"},"payload":)" + payload + "}";
}

QByteArray groupAck(const QByteArray &participant, int ack, const char *name = "message.ack.group")
{
    return hookBody(name, R"({"id":"true_12@g.us_M1_)" + participant + R"(","from":"12@g.us","participant":")" +
                              participant + R"(","fromMe":true,"ack":)" + QByteArray::number(ack) + "}");
}

const QByteArray kSentByMessage = hookBody(
    "message.any",
    R"({"id":"true_5@c.us_S1","timestamp":1780000000,"from":"900@c.us","to":"5@c.us","fromMe":true,"source":"api"})");
const QByteArray kSentByStatus =
    hookBody("message.ack", R"({"id":"true_5@c.us_S1","from":"5@c.us","fromMe":true,"ack":1,"ackName":"SERVER"})");

} // namespace

class TestWahaDecoder : public QObject
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
    void oneMessageHasOneFingerprint();
    void takesPeopleGroupsAndTimes();
    void messageAndMessageAnyCountOnce();
    void sendsCountOnceWhicheverWay();
    void ownReceiptsAreNoRedeliveries();
    void editsAreTheirOwnEvents();
    void groupStormIsOneMessage();
    void readWithoutDeliveryIsNeverNegative();
    void limitsIdentifiers();
    void survivesEveryTruncation();
};

void TestWahaDecoder::readsEvents_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("rejected");
    const auto row = [](const char *name, const QByteArray &body, const char *words) {
        QTest::newRow(name) << body << splitWords(words) << 0;
    };
    const auto ack = [](const QByteArray &fields) {
        return hookBody("message.ack", R"({"id":"true_5@c.us_A","from":"5@c.us","fromMe":true,)" + fields + "}");
    };
    row("message", hookBody("message", R"({"id":"false_5@c.us_A","from":"5@c.us","fromMe":false})"), "receive");
    row("message.any", hookBody("message.any", R"({"id":"false_5@c.us_A","from":"5@c.us","fromMe":false})"), "receive");
    row("message without fromMe", hookBody("message", R"({"id":"false_5@c.us_A","from":"5@c.us"})"), "receive");
    row("message from us", hookBody("message", R"({"id":"true_5@c.us_A","to":"5@c.us","fromMe":true})"),
        "send:message");
    row("from us by its id", hookBody("message.any", R"({"id":"true_5@c.us_A"})"), "send:message");
    row("fromMe as text", hookBody("message.any", R"({"id":"A","to":"5@c.us","fromMe":"true"})"), "send:message");
    row("the field holds, not the id", hookBody("message", R"({"id":"true_5@c.us_A","fromMe":false})"), "receive");
    row("id of another form", hookBody("message", R"({"id":"A","from":"5@c.us"})"), "receive");
    row("group message",
        hookBody("message", R"({"id":"false_1@g.us_A_5@c.us","from":"1@g.us","participant":"5@c.us"})"), "receive");
    row("message without id", hookBody("message", R"({"from":"5@c.us","fromMe":false})"), "not-understood");
    row("message with empty id", hookBody("message", R"({"id":"","from":"5@c.us"})"), "not-understood");
    row("message without payload", R"({"event":"message"})", "not-understood");
    row("story", hookBody("message", R"({"id":"false_status@broadcast_A_5@c.us","from":"status@broadcast"})"), "other");
    row("story of ours", hookBody("message.any", R"({"id":"A","to":"status@broadcast","fromMe":true})"), "other");
    row("channel", hookBody("message", R"({"id":"false_1@newsletter_A","from":"1@newsletter"})"), "other");
    row("view of our story",
        hookBody("message.ack",
                 R"({"id":"true_status@broadcast_A_5@c.us","from":"status@broadcast","fromMe":true,"ack":3})"),
        "other");

    row("ack -1", ack(R"("ack":-1)"), "failed");
    row("ack 0", ack(R"("ack":0)"), "other");
    row("ack 1", ack(R"("ack":1)"), "send:status");
    row("ack 2", ack(R"("ack":2)"), "delivery");
    row("ack 3", ack(R"("ack":3)"), "read");
    row("ack 4", ack(R"("ack":4)"), "played");
    row("ack as text", ack(R"("ack":"3")"), "read");
    row("ackName alone", ack(R"("ackName":"DEVICE")"), "delivery");
    row("ackName ERROR", ack(R"("ack":null,"ackName":"ERROR")"), "failed");
    row("ack before ackName", ack(R"("ack":3,"ackName":"DEVICE")"), "read");
    row("unknown ack", ack(R"("ack":9,"ackName":"UNKNOWN")"), "not-understood");
    row("no ack", ack(R"("x":1)"), "not-understood");
    row("ack without id", hookBody("message.ack", R"({"fromMe":true,"ack":3})"), "not-understood");
    row("we read", hookBody("message.ack", R"({"id":"false_5@c.us_A","from":"5@c.us","fromMe":false,"ack":3})"),
        "own-device");
    row("group ack", groupAck("5@lid", 3), "read");
    row("group ack under the other name", groupAck("5@lid", 2, "message.ack"), "delivery");
    row("our other device in a group", groupAck("900:3@lid", 3), "own-device");
    row("server ack that names us", groupAck("900@lid", 1), "send:status");
    row("NOWEB tells a group's delivery as SERVER",
        hookBody("message.ack.group",
                 R"({"id":"true_1@g.us_A_900@c.us","from":"1@g.us","participant":"5@lid","fromMe":true,"ack":1})",
                 "NOWEB"),
        "delivery");
    row("NOWEB server ack of a group",
        hookBody("message.ack.group",
                 R"({"id":"true_1@g.us_A","from":"1@g.us","participant":null,"fromMe":true,"ack":1})", "NOWEB"),
        "send:status");

    row("reaction",
        hookBody("message.reaction", R"({"id":"false_5@c.us_R","from":"5@c.us","timestamp":1710481111.853})"),
        "reaction");
    row("edited", hookBody("message.edited", R"({"id":"false_5@c.us_E","editedMessageId":"A","from":"5@c.us"})"),
        "edited");
    row("revoked", hookBody("message.revoked", R"({"after":{"id":"false_5@c.us_D"},"revokedMessageId":"A"})"),
        "deleted");
    row("revoked, nothing known", hookBody("message.revoked", R"({"after":null,"before":null})"), "deleted");
    row("waiting", hookBody("message.waiting", R"({"id":"true_5@c.us_A"})"), "other");

    const auto status = [](const char *word) {
        return hookBody("session.status", QByteArray(R"({"status":")") + word + R"("})");
    };
    row("STOPPED", status("STOPPED"), "session:stopped");
    row("STARTING", status("STARTING"), "session:starting");
    row("SCAN_QR_CODE", status("SCAN_QR_CODE"), "session:needs login");
    row("PASSKEY_REQUIRED", status("PASSKEY_REQUIRED"), "session:needs login");
    row("PASSKEY_CONFIRMATION_REQUIRED", status("PASSKEY_CONFIRMATION_REQUIRED"), "session:needs login");
    row("WORKING", status("WORKING"), "session:working");
    row("FAILED", status("FAILED"), "session:failed");
    row("a later word", status("DREAMING"), "session:unknown");
    row("engine connected", hookBody("state.change", R"("CONNECTED")"), "session:working");
    row("engine unpaired", hookBody("state.change", R"({"state":"UNPAIRED"})"), "session:needs login");
    row("engine times out", hookBody("state.change", R"({"state":"TIMEOUT"})"), "other");

    for (const char *name : {"group.v2.join", "group.v2.leave", "group.v2.participants", "group.v2.update",
                             "group.v2.participants.join-request", "group.join", "group.leave"})
        row(name, hookBody(name, R"({"group":{"id":"1@g.us"}})"), "group");
    for (const char *name : {"presence.update", "poll.vote", "poll.vote.failed", "call.received", "call.accepted",
                             "call.rejected", "label.upsert", "label.deleted", "label.chat.added", "label.chat.deleted",
                             "chat.archive", "event.response", "event.response.failed", "engine.event"})
        row(name, hookBody(name, R"({"id":"x"})"), "other");
    row("unknown event", hookBody("message.hologram", R"({"id":"false_5@c.us_A"})"), "not-understood");
    row("no event", R"({"payload":{"id":"false_5@c.us_A"}})", "not-understood");
    row("empty object", "{}", "not-understood");
    row("payload first", R"({"payload":{"id":"false_5@c.us_A"},"event":"message"})", "receive");
    row("last of two keys holds",
        R"({"event":"presence.update","event":"message","payload":{"id":"true_5@c.us_A","id":"false_5@c.us_A"}})",
        "receive");
    row("last of two payloads holds",
        R"({"event":"message","payload":{"id":"true_5@c.us_A","fromMe":true},"payload":{"id":"false_5@c.us_B"}})",
        "receive");
    row("escapes", R"({"\u0065vent":"mess\u0061ge","payload":{"id":"false_5@c.us_\u0041"}})", "receive");
}

void TestWahaDecoder::readsEvents()
{
    checkEvents(NodeKind::Waha);
}

void TestWahaDecoder::readsTestData_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *file, const char *words) { QTest::newRow(file) << splitWords(words); };
    row("waha/message_received.json", "receive");
    row("waha/message_any_own_group.json", "send:message");
    row("waha/ack_group_read.json", "read");
    row("waha/ack_person_server.json", "send:status");
    row("waha/session_status.json", "session:needs login");
    row("waha/revoked.json", "deleted");
    row("waha/group_participants.json", "group");
    row("waha/odd_shapes.json", "not-understood");
}

void TestWahaDecoder::readsTestData()
{
    checkTestData(NodeKind::Waha);
}

void TestWahaDecoder::refusesBrokenBodies_data()
{
    addBrokenBodies(dataFile("waha/broken_utf8.json"));
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("bad literal as fromMe", R"({"event":"message","payload":{"id":"A","fromMe":tru}})");
    row("bad literal in me", R"({"event":"message","me":{"id":nul}})");
    row("bad number as ack", R"({"event":"message.ack","payload":{"id":"A","ack":01}})");
    row("bad value in what is passed over", R"({"event":"message","payload":{"id":"A","_data":{"x":[1,]}}})");
    row("too deep",
        R"({"event":"message","payload":{"id":"A","_data":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}}");
    row("rubbish behind", R"({"event":"message","payload":{"id":"A"}}x)");
}

void TestWahaDecoder::refusesBrokenBodies()
{
    checkRefused(NodeKind::Waha);
}

void TestWahaDecoder::talliesWhatItDoesNotKnow()
{
    GatewayBench bench(NodeKind::Waha);
    QVERIFY(bench.decode(hookBody("message", R"({"id":"false_5@c.us_A","body":"secret words"})")));
    QCOMPARE(bench.unknown.total(), quint64{0});
    QVERIFY(bench.decode(R"({"event":"message.hologram","fresh":1})"));
    QVERIFY(bench.decode(hookBody("message.ack", R"({"id":"true_5@c.us_A","fromMe":true,"ackName":"SEEN"})")));
    QVERIFY(bench.decode(hookBody("session.status", R"({"status":"DREAMING"})")));
    QCOMPARE(bench.unknown.total(), quint64{4});
    QStringList names;
    for (const auto &[name, count] : bench.unknown.top())
        names << QString::fromStdString(name);
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("ack.SEEN"), QStringLiteral("event.message.hologram"),
                                 QStringLiteral("fresh"), QStringLiteral("session.status.DREAMING")}));
}

void TestWahaDecoder::oneMessageHasOneFingerprint()
{
    GatewayBench bench(NodeKind::Waha);
    const auto print = bench.prints.message("M1");
    for (const auto &body :
         {groupAck("5@lid", 3), groupAck("6@lid", 2), groupAck("900@lid", 1),
          hookBody("message.any", R"({"id":"true_12@g.us_M1_900@lid","to":"12@g.us","fromMe":true})"),
          hookBody("message.any", R"({"id":"true_12@g.us_M1","to":"12@g.us","fromMe":true})"),
          hookBody("message", R"({"id":"M1","from":"5@c.us"})"),
          hookBody("message.revoked", R"({"after":{"id":"true_12@g.us_D"},"revokedMessageId":"M1"})")}) {
        QVERIFY(bench.decode(body));
        QCOMPARE(bench.items.at(0).message, print);
    }
}

void TestWahaDecoder::takesPeopleGroupsAndTimes()
{
    GatewayBench bench(NodeKind::Waha);
    QVERIFY(bench.decode(hookBody("message", R"({"id":"false_1@g.us_A_5@c.us","from":"1@g.us","participant":"5:2@c.us",
                                              "timestamp":1780000000})")));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("1@g.us"));
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@c.us"));
    QCOMPARE(bench.items.at(0).eventTime, std::optional(fromUnixMillis(1'780'000'000'000)));

    QVERIFY(bench.decode(kSentByMessage));
    QVERIFY(bench.items.at(0).group.isNull());
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@c.us"));

    // Sent to everybody in the group; the participant named is we.
    QVERIFY(bench.decode(groupAck("900@lid", 1)));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("12@g.us"));
    QVERIFY(bench.items.at(0).participant.isNull());

    QVERIFY(bench.decode(groupAck("5@lid", 3)));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("12@g.us"));
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@lid"));
    QCOMPARE(bench.items.at(0).eventTime, std::optional(fromUnixMillis(1'780'000'000'123)));

    QVERIFY(bench.decode(hookBody("group.join", R"({"id":"7@g.us"})")));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("7@g.us"));
}

void TestWahaDecoder::messageAndMessageAnyCountOnce()
{
    const QByteArray payload = R"({"id":"false_5@c.us_A","from":"5@c.us","timestamp":1780000000})";
    for (const char *first : {"message", "message.any"}) {
        GatewayBench bench(NodeKind::Waha);
        const char *second = qstrcmp(first, "message") == 0 ? "message.any" : "message";
        QCOMPARE(bench.outcome(hookBody(first, payload)), QStringLiteral("receive"));
        QCOMPARE(bench.outcome(hookBody(second, payload)), QStringLiteral("redelivered"));
        QCOMPARE(bench.meter.totals()[EventKind::Receive], quint64{1});
        QVERIFY(conservesAll(bench.meter.ingest()));
    }
}

void TestWahaDecoder::sendsCountOnceWhicheverWay()
{
    GatewayBench either(NodeKind::Waha);
    QCOMPARE(either.outcome(kSentByMessage), QStringLiteral("send"));
    QCOMPARE(either.outcome(kSentByStatus), QStringLiteral("echo"));
    QCOMPARE(either.outcome(kSentByMessage), QStringLiteral("redelivered"));
    QCOMPARE(either.outcome(kSentByStatus), QStringLiteral("redelivered"));
    QCOMPARE(either.meter.totals()[EventKind::Send], quint64{1});
    QVERIFY(conservesAll(either.meter.ingest()));

    GatewayBench other(NodeKind::Waha);
    QCOMPARE(other.outcome(kSentByStatus), QStringLiteral("send"));
    QCOMPARE(other.outcome(kSentByMessage), QStringLiteral("echo"));
    QCOMPARE(other.meter.totals()[EventKind::Send], quint64{1});

    for (const auto &alone : {kSentByMessage, kSentByStatus}) {
        GatewayBench bench(NodeKind::Waha);
        QCOMPARE(bench.outcome(alone), QStringLiteral("send"));
        QCOMPARE(bench.outcome(alone), QStringLiteral("redelivered"));
        QCOMPARE(bench.meter.totals()[EventKind::Send], quint64{1});
    }

    GatewayBench group(NodeKind::Waha);
    QCOMPARE(group.outcome(hookBody("message.any", R"({"id":"true_12@g.us_M1_900@lid","to":"12@g.us","fromMe":true})")),
             QStringLiteral("send"));
    QCOMPARE(group.outcome(groupAck("900@lid", 1)), QStringLiteral("echo"));
    QCOMPARE(group.meter.totals()[EventKind::Send], quint64{1});
}

/// A delivery and a read by our own device are two things about one message, both counted apart as the same.
void TestWahaDecoder::ownReceiptsAreNoRedeliveries()
{
    GatewayBench bench(NodeKind::Waha);
    for (const char *ack : {"2", "3"}) {
        const auto body =
            hookBody("message.ack", QByteArray(R"({"id":"false_5@c.us_A","fromMe":false,"ack":)") + ack + "}");
        QCOMPARE(bench.outcome(body), QStringLiteral("own-device"));
        QVERIFY(bench.items.at(0).message.isNull());
        QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@c.us"));
    }
    QVERIFY(conservesAll(bench.meter.ingest()));
}

void TestWahaDecoder::editsAreTheirOwnEvents()
{
    GatewayBench bench(NodeKind::Waha);
    const QByteArray first = hookBody("message.edited", R"({"id":"false_5@c.us_A","editedMessageId":"A"})");
    const QByteArray second = QByteArray(first).replace("evt_1", "evt_2");
    QCOMPARE(bench.outcome(first), QStringLiteral("edited"));
    QCOMPARE(bench.outcome(second), QStringLiteral("edited"));
    QCOMPARE(bench.outcome(second), QStringLiteral("redelivered"));
}

void TestWahaDecoder::groupStormIsOneMessage()
{
    constexpr int kMembers = 200;
    GatewayBench bench(NodeKind::Waha);
    for (int i = 0; i < kMembers; ++i) {
        const QByteArray member = QByteArray::number(1'000 + i) + "@lid";
        QCOMPARE(bench.outcome(groupAck(member, 2)), QStringLiteral("delivery"));
        if (i < 50)
            QCOMPARE(bench.outcome(groupAck(member, 3)), QStringLiteral("read"));
    }
    QCOMPARE(bench.outcome(groupAck("1000@lid", 2)), QStringLiteral("redelivered"));
    const auto storms = bench.storms();
    QCOMPARE(storms.size(), std::size_t{1});
    QCOMPARE(storms[0].participants, quint32{kMembers});
    QCOMPARE(storms[0].deliveries, quint32{kMembers});
    QCOMPARE(storms[0].reads, quint32{50});
    QCOMPARE(storms[0].message, bench.prints.message("M1"));
    QCOMPARE(storms[0].group, bench.prints.group("12@g.us"));
}

void TestWahaDecoder::readWithoutDeliveryIsNeverNegative()
{
    GatewayBench bench(NodeKind::Waha);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(bench.outcome(groupAck(QByteArray::number(i) + "@lid", 3)), QStringLiteral("read"));
    bench.meter.setGroup({bench.prints.group("12@g.us"), {}, 10, {}}, bench.now); // smaller than what was seen
    QCOMPARE(bench.meter.totals()[EventKind::Delivery], quint64{0});
    QCOMPARE(bench.meter.totals()[EventKind::Read], quint64{30});
    const auto storms = bench.storms();
    QCOMPARE(storms.size(), std::size_t{1});
    QCOMPARE(storms[0].deliveries, quint32{0});
    QVERIFY(storms[0].fanOut.valueOr(0) >= storms[0].seen() || storms[0].remaining.valueOr(0) == 0);
    QVERIFY(storms[0].remaining.valueOr(0) <= storms[0].fanOut.valueOr(0));
}

void TestWahaDecoder::limitsIdentifiers()
{
    GatewayBench bench(NodeKind::Waha);
    const QByteArray longOne(1025, 'A');
    QVERIFY(bench.decode(hookBody("message", R"({"id":"false_5@c.us_)" + longOne + R"(","from":"5@c.us"})")));
    QCOMPARE(bench.words(), QStringList{QStringLiteral("not-understood")});
    QVERIFY(bench.items.at(0).message.isNull() && bench.items.at(0).participant.isNull());
    QVERIFY(bench.decode(hookBody("message", R"({"id":"false_5@c.us_)" + longOne.first(1024) + R"("})")));
    QCOMPARE(bench.words(), QStringList{QStringLiteral("receive")});
}

void TestWahaDecoder::survivesEveryTruncation()
{
    checkTruncations(NodeKind::Waha, dataFile("waha/message_received.json").trimmed());
}

BAROGRAPH_TEST(TestWahaDecoder)
#include "tst_waha_decoder.moc"
