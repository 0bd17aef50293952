// SPDX-License-Identifier: GPL-3.0-or-later
#include "../common/gateway_checks.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

QByteArray hookBody(const char *name, const QByteArray &data)
{
    return QByteArray(R"({"event":")") + name + R"(","instance":"shop","data":)" + data +
           R"(,"destination":"http://h/","date_time":"2026-06-01T10:00:00.000Z","sender":"900@s.whatsapp.net",)"
           R"("server_url":"http://evo","apikey":"0123-EXAMPLE"})";
}

QByteArray update(const QByteArray &status, const char *fromMe = "true")
{
    return hookBody("messages.update", R"({"keyId":"S1","remoteJid":"5@s.whatsapp.net","participant":"","fromMe":)" +
                                           QByteArray(fromMe) + R"(,"status":)" + status +
                                           R"(,"instanceId":"0f","messageId":"db-1"})");
}

QByteArray message(const char *name, const char *id, const char *fromMe, const char *type = "conversation",
                   const char *chat = "5@s.whatsapp.net")
{
    return hookBody(name, QByteArray(R"({"key":{"id":")") + id + R"(","remoteJid":")" + chat + R"(","fromMe":)" +
                              fromMe + R"(},"messageType":")" + type +
                              R"(","messageTimestamp":1780000000,"message":{"x":"y"}})");
}

} // namespace

class TestEvolutionDecoder : public QObject
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
    void keepsNoApiKey();
    void takesPeopleGroupsAndTimes();
    void limitsElements();
    void sendsCountOnceWhicheverWay();
    void editsAreTheirOwnEvents();
    void groupStormIsOneMessage();
    void readWithoutDeliveryIsNeverNegative();
    void limitsIdentifiers();
    void survivesEveryTruncation();
};

void TestEvolutionDecoder::readsEvents_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("rejected");
    const auto row = [](const char *name, const QByteArray &body, const char *words, int rejected = 0) {
        QTest::newRow(name) << body << splitWords(words) << rejected;
    };
    row("upsert", message("messages.upsert", "A", "false"), "receive");
    row("upsert from us", message("messages.upsert", "A", "true"), "send:message");
    row("upsert without fromMe", hookBody("messages.upsert", R"({"key":{"id":"A","remoteJid":"5@lid"}})"), "receive");
    row("upsert, UPPER_SNAKE", message("MESSAGES_UPSERT", "A", "false"), "receive");
    row("upsert, dashes", message("messages-upsert", "A", "false"), "receive");
    row("upsert of a list",
        hookBody("messages.upsert", R"([{"key":{"id":"A","fromMe":false}},{"key":{"id":"B","fromMe":true}}])"),
        "receive, send:message");
    row("upsert in a group", message("messages.upsert", "A", "false", "conversation", "1@g.us"), "receive");
    row("reaction", message("messages.upsert", "A", "false", "reactionMessage"), "reaction");
    row("vote", message("messages.upsert", "A", "false", "pollUpdateMessage"), "other");
    row("protocol message", message("messages.upsert", "A", "false", "protocolMessage"), "other");
    row("type of a later client", message("messages.upsert", "A", "false", "hologramMessage"), "receive");
    row("story", message("messages.upsert", "A", "false", "conversation", "status@broadcast"), "other");
    row("channel", message("messages.upsert", "A", "false", "conversation", "1@newsletter"), "other");
    row("upsert without id", hookBody("messages.upsert", R"({"key":{"fromMe":false}})"), "not-understood");
    row("upsert without key", hookBody("messages.upsert", R"({"pushName":"x"})"), "not-understood");
    row("upsert without data", R"({"event":"messages.upsert"})", "");
    row("empty list", hookBody("messages.upsert", "[]"), "");
    row("null", hookBody("messages.upsert", "null"), "");
    row("data that is no object", hookBody("messages.upsert", R"("text")"), "", 1);
    row("elements that are no objects", hookBody("messages.upsert", R"([1,"x",null,[{}],{"key":{"id":"A"}}])"),
        "receive", 4);
    row("send.message", message("send.message", "A", "true"), "send:message");
    row("send.message without fromMe", hookBody("send.message", R"({"key":{"id":"A","remoteJid":"5@lid"}})"),
        "send:message");
    row("own reaction", message("send.message", "A", "true", "reactionMessage"), "reaction");
    row("own story", message("send.message", "A", "true", "conversation", "status@broadcast"), "other");

    row("ERROR", update(R"("ERROR")"), "failed");
    row("PENDING", update(R"("PENDING")"), "other");
    row("SERVER_ACK", update(R"("SERVER_ACK")"), "send:status");
    row("DELIVERY_ACK", update(R"("DELIVERY_ACK")"), "delivery");
    row("READ", update(R"("READ")"), "read");
    row("PLAYED", update(R"("PLAYED")"), "played");
    row("DELETED", update(R"("DELETED")"), "deleted");
    row("DELETED, not ours", update(R"("DELETED")", "false"), "deleted");
    row("0", update("0"), "failed");
    row("1", update("1"), "other");
    row("2", update("2"), "send:status");
    row("3", update("3"), "delivery");
    row("4", update("4"), "read");
    row("5", update("5"), "played");
    row("number as text", update(R"("3")"), "delivery");
    row("fromMe as text", update(R"("READ")", R"("true")"), "read");
    row("we read", update(R"("READ")", "false"), "own-device");
    row("unknown status", update(R"("HOLOGRAM")"), "not-understood");
    row("no status", update("null"), "not-understood");
    row("new content is no send",
        hookBody("messages.update",
                 R"({"keyId":"A","fromMe":true,"status":"SERVER_ACK","message":{"conversation":"x"}})"),
        "other");
    row("a vote is no send",
        hookBody("messages.update", R"({"keyId":"A","fromMe":true,"status":"SERVER_ACK","pollUpdates":[{}]})"),
        "other");
    row("no content",
        hookBody("messages.update", R"({"keyId":"A","fromMe":true,"status":"SERVER_ACK","pollUpdates":null})"),
        "send:status");
    row("update of v1", hookBody("messages.update", R"({"id":"A","remoteJid":"5@lid","fromMe":true,"status":"READ"})"),
        "read");
    row("update of the engine's form",
        hookBody("messages.update", R"([{"key":{"id":"A","remoteJid":"5@lid","fromMe":true},"update":{"status":3}}])"),
        "delivery");
    row("update without id", hookBody("messages.update", R"({"fromMe":true,"status":"READ"})"), "not-understood");

    row("messages.delete", hookBody("messages.delete", R"({"id":"A","remoteJid":"5@lid","fromMe":false})"), "deleted");
    row("messages.edited", hookBody("messages.edited", R"({"key":{"id":"A"},"timestampMs":"1780000000123"})"),
        "edited");
    row("send.message.update", hookBody("send.message.update", R"({"key":{"id":"A"}})"), "edited");

    const auto connection = [](const char *data) { return hookBody("connection.update", data); };
    row("open", connection(R"({"instance":"a","state":"open","statusReason":200})"), "session:working");
    row("connecting", connection(R"({"state":"connecting"})"), "session:starting");
    row("close", connection(R"({"state":"close","statusReason":428})"), "session:stopped");
    row("logged out", connection(R"({"state":"close","statusReason":401})"), "session:needs login");
    row("logged out, as text", connection(R"({"state":"close","statusReason":"401"})"), "session:needs login");
    row("a later word", connection(R"({"state":"dreaming"})"), "session:unknown");
    row("status.instance", hookBody("status.instance", R"({"status":"closed","disconnectionReasonCode":515})"),
        "session:stopped");
    row("status.instance, logged out",
        hookBody("status.instance", R"({"status":"closed","disconnectionReasonCode":401})"), "session:needs login");
    row("qrcode.updated", hookBody("qrcode.updated", R"({"qrcode":{"code":"x"}})"), "session:needs login");
    row("logout.instance", hookBody("logout.instance", "null"), "session:needs login");
    row("remove.instance", hookBody("remove.instance", "{}"), "session:stopped");

    row("groups.upsert", hookBody("groups.upsert", R"([{"id":"1@g.us"},{"id":"2@g.us"}])"), "group, group");
    row("groups.update", hookBody("groups.update", R"([{"id":"1@g.us"}])"), "group");
    row("GROUP_UPDATE", hookBody("GROUP_UPDATE", R"({"id":"1@g.us"})"), "group");
    row("group-participants.update", hookBody("group-participants.update", R"({"id":"1@g.us","action":"add"})"),
        "group");
    for (const char *name :
         {"application.startup", "instance.create", "instance.delete", "contacts.set", "contacts.upsert",
          "contacts.update", "presence.update", "chats.set", "chats.update", "chats.upsert", "chats.delete",
          "labels.edit", "labels.association", "call", "typebot.start", "typebot.change-status",
          "TYPEBOT_CHANGE_STATUS", "creds.update", "messaging-history.set"})
        row(name, hookBody(name, R"([{"id":"5@lid"},{"id":"6@lid"},3])"), "other");
    row("history is no traffic",
        hookBody("messages.set", R"([{"key":{"id":"A","fromMe":false}},{"key":{"id":"B","fromMe":true}}])"), "other");
    row("unknown event", hookBody("messages.hologram", R"({"key":{"id":"A"}})"), "not-understood");
    row("very long event", hookBody(QByteArray(200, 'a').constData(), "{}"), "not-understood");
    row("no event", R"({"data":{"key":{"id":"A"}}})", "not-understood");
    row("data first", R"({"data":{"key":{"id":"A"}},"event":"messages.upsert"})", "receive");
    row("last of two keys holds",
        R"({"event":"call","event":"messages.upsert","data":[{},{}],"data":{"key":{"fromMe":true},"key":{"id":"A"}}})",
        "receive");
}

void TestEvolutionDecoder::readsEvents()
{
    checkEvents(NodeKind::Evolution);
}

void TestEvolutionDecoder::readsTestData_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *file, const char *words) { QTest::newRow(file) << splitWords(words); };
    row("evolution/upsert_received.json", "receive");
    row("evolution/send_message.json", "send:message");
    row("evolution/update_read.json", "read");
    row("evolution/update_list.json", "send:status, delivery, own-device");
    row("evolution/connection_close.json", "session:needs login");
    row("evolution/edited.json", "edited");
    row("evolution/group_participants.json", "group");
    row("evolution/odd_shapes.json", "not-understood, receive");
}

void TestEvolutionDecoder::readsTestData()
{
    checkTestData(NodeKind::Evolution);
}

void TestEvolutionDecoder::refusesBrokenBodies_data()
{
    addBrokenBodies(dataFile("evolution/broken_utf8.json"));
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("bad literal as fromMe", R"({"event":"messages.upsert","data":{"key":{"id":"A","fromMe":fals}}})");
    row("bad number as status", R"({"event":"messages.update","data":{"status":-}})");
    row("bad value in what is passed over", R"({"event":"messages.upsert","data":[{"key":{"id":"A"},"x":{"y":}}]})");
    row("trailing comma in the list", R"({"event":"messages.upsert","data":[{"key":{"id":"A"}},]})");
    row("too deep", R"({"event":"call","data":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}");
    row("too deep in an object",
        R"({"event":"call","data":{"message":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}}");
}

void TestEvolutionDecoder::refusesBrokenBodies()
{
    checkRefused(NodeKind::Evolution);
}

void TestEvolutionDecoder::talliesWhatItDoesNotKnow()
{
    GatewayBench bench(NodeKind::Evolution);
    QVERIFY(bench.decode(message("messages.upsert", "A", "false")));
    QCOMPARE(bench.unknown.total(), quint64{0});
    QVERIFY(bench.decode(R"({"event":"messages.hologram","fresh":1})"));
    QVERIFY(bench.decode(update(R"("DREAMT")")));
    QStringList names;
    for (const auto &[name, count] : bench.unknown.top())
        names << QString::fromStdString(name);
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("event.messages.hologram"), QStringLiteral("fresh"),
                                 QStringLiteral("messages.update.status.DREAMT")}));
}

/// What is kept of a body are its items and the tally of names: with another key both have to be the same.
void TestEvolutionDecoder::keepsNoApiKey()
{
    GatewayBench one(NodeKind::Evolution);
    GatewayBench other(NodeKind::Evolution);
    for (const auto &body : {message("messages.upsert", "A", "false"), update(R"("READ")"), hookBody("hologram", "{}"),
                             hookBody("connection.update", R"({"state":"x"})")}) {
        QVERIFY(one.decode(body));
        QVERIFY(other.decode(QByteArray(body).replace("0123-EXAMPLE", "another")));
        QCOMPARE(one.items, other.items);
    }
    QCOMPARE(one.unknown.top(), other.unknown.top());
    for (const auto &[name, count] : one.unknown.top())
        QVERIFY(name.find("apikey") == std::string::npos && name.find("EXAMPLE") == std::string::npos);
}

void TestEvolutionDecoder::takesPeopleGroupsAndTimes()
{
    GatewayBench bench(NodeKind::Evolution);
    QVERIFY(bench.decode(hookBody("messages.upsert", R"({"key":{"id":"A","remoteJid":"1@g.us","participant":"5:2@lid"},
                                                      "messageTimestamp":"1780000000"})")));
    QCOMPARE(bench.items.at(0).message, bench.prints.message("A"));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("1@g.us"));
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@lid"));
    QCOMPARE(bench.items.at(0).eventTime, std::optional(fromUnixMillis(1'780'000'000'000)));

    QVERIFY(bench.decode(update(R"("READ")")));
    QCOMPARE(bench.items.at(0).message, bench.prints.message("S1"));
    QVERIFY(bench.items.at(0).group.isNull());
    QCOMPARE(bench.items.at(0).participant, bench.prints.participant("5@s.whatsapp.net"));
    QVERIFY(!bench.items.at(0).eventTime); // date_time is local time that says it is UTC

    QVERIFY(bench.decode(hookBody("groups.update", R"([{"id":"7@g.us"}])")));
    QCOMPARE(bench.items.at(0).group, bench.prints.group("7@g.us"));
}

void TestEvolutionDecoder::limitsElements()
{
    DecodeLimits limits;
    limits.maxItems = 3;
    GatewayBench bench(NodeKind::Evolution, limits);
    const QByteArray three = R"([{"key":{"id":"A"}},{"key":{"id":"B"}},7])";
    const QByteArray four = R"([{"key":{"id":"A"}},{"key":{"id":"B"}},7,{"key":{"id":"C"}}])";
    QVERIFY(bench.decode(hookBody("messages.upsert", three)));
    QCOMPARE(bench.items.size(), std::size_t{2});
    const auto refused = bench.decode(hookBody("messages.upsert", four));
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, std::string_view("too many items in one request"));
    QVERIFY(bench.items.empty());
    // An array that counts once may be of any length.
    QVERIFY(bench.decode(hookBody("contacts.upsert", four)));
    QCOMPARE(bench.words(), QStringList{QStringLiteral("other")});
}

void TestEvolutionDecoder::sendsCountOnceWhicheverWay()
{
    const auto byMessage = message("send.message", "S1", "true");
    const auto byUpsert = message("messages.upsert", "S1", "true");
    const auto byStatus = update(R"("SERVER_ACK")");
    GatewayBench bench(NodeKind::Evolution);
    QCOMPARE(bench.outcome(byMessage), QStringLiteral("send"));
    QCOMPARE(bench.outcome(byUpsert), QStringLiteral("redelivered"));
    QCOMPARE(bench.outcome(byStatus), QStringLiteral("echo"));
    QCOMPARE(bench.outcome(byStatus), QStringLiteral("redelivered"));
    QCOMPARE(bench.outcome(byMessage), QStringLiteral("redelivered"));
    QCOMPARE(bench.meter.totals()[EventKind::Send], quint64{1});
    QVERIFY(conservesAll(bench.meter.ingest()));

    GatewayBench reverse(NodeKind::Evolution);
    QCOMPARE(reverse.outcome(byStatus), QStringLiteral("send"));
    QCOMPARE(reverse.outcome(byUpsert), QStringLiteral("echo"));
    QCOMPARE(reverse.outcome(byMessage), QStringLiteral("redelivered"));
    QCOMPARE(reverse.meter.totals()[EventKind::Send], quint64{1});

    for (const auto &alone : {byMessage, byUpsert, byStatus}) {
        GatewayBench one(NodeKind::Evolution);
        QCOMPARE(one.outcome(alone), QStringLiteral("send"));
        QCOMPARE(one.outcome(alone), QStringLiteral("redelivered"));
        QCOMPARE(one.meter.totals()[EventKind::Send], quint64{1});
    }
}

void TestEvolutionDecoder::editsAreTheirOwnEvents()
{
    GatewayBench bench(NodeKind::Evolution);
    const QByteArray first = hookBody("messages.edited", R"({"key":{"id":"A"},"timestampMs":1780000000123})");
    const QByteArray second = QByteArray(first).replace("0123}", "0456}");
    QVERIFY(first != second);
    QCOMPARE(bench.outcome(first), QStringLiteral("edited"));
    QCOMPARE(bench.items.at(0).eventTime, std::optional(fromUnixMillis(1'780'000'000'123)));
    QCOMPARE(bench.outcome(second), QStringLiteral("edited"));
    QCOMPARE(bench.outcome(second), QStringLiteral("redelivered"));
}

/// Evolution itself forwards no receipts of groups; a build that does has them in `messages.update`.
void TestEvolutionDecoder::groupStormIsOneMessage()
{
    constexpr int kMembers = 200;
    GatewayBench bench(NodeKind::Evolution);
    QByteArray list;
    for (int i = 0; i < kMembers; ++i) {
        list += (i > 0 ? "," : "") +
                QByteArray(R"({"keyId":"M1","remoteJid":"12@g.us","fromMe":true,"status":"READ","participant":")") +
                QByteArray::number(1'000 + i) + R"(@lid"})";
    }
    QVERIFY(bench.ingest(hookBody("messages.update", "[" + list + "]")));
    QCOMPARE(bench.booked.count(QStringLiteral("read")), kMembers);
    QVERIFY(bench.ingest(hookBody("messages.update", "[" + list + "]")));
    QCOMPARE(bench.booked.count(QStringLiteral("redelivered")), kMembers);
    const auto storms = bench.storms();
    QCOMPARE(storms.size(), std::size_t{1});
    QCOMPARE(storms[0].participants, quint32{kMembers});
    QCOMPARE(storms[0].reads, quint32{kMembers});
    QCOMPARE(storms[0].group, bench.prints.group("12@g.us"));
}

void TestEvolutionDecoder::readWithoutDeliveryIsNeverNegative()
{
    GatewayBench bench(NodeKind::Evolution);
    QCOMPARE(bench.outcome(update(R"("READ")")), QStringLiteral("read"));
    QCOMPARE(bench.meter.totals()[EventKind::Delivery], quint64{0});
    QCOMPARE(bench.meter.totals()[EventKind::Read], quint64{1});
    QCOMPARE(bench.meter.totals().total(), quint64{1});
    QCOMPARE(bench.outcome(update(R"("DELIVERY_ACK")")), QStringLiteral("delivery")); // late, and still one event
    QCOMPARE(bench.meter.totals().total(), quint64{2});
}

void TestEvolutionDecoder::limitsIdentifiers()
{
    GatewayBench bench(NodeKind::Evolution);
    const QByteArray longOne(1025, 'A');
    QVERIFY(bench.decode(message("messages.upsert", longOne.constData(), "false")));
    QCOMPARE(bench.words(), QStringList{QStringLiteral("not-understood")});
    QVERIFY(bench.items.at(0).message.isNull());
    QVERIFY(bench.decode(message("messages.upsert", longOne.first(1024).constData(), "false")));
    QCOMPARE(bench.words(), QStringList{QStringLiteral("receive")});
}

void TestEvolutionDecoder::survivesEveryTruncation()
{
    checkTruncations(NodeKind::Evolution, dataFile("evolution/update_list.json").trimmed());
}

BAROGRAPH_TEST(TestEvolutionDecoder)
#include "tst_evolution_decoder.moc"
