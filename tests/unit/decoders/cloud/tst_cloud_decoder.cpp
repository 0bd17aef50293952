// SPDX-License-Identifier: GPL-3.0-or-later
#include "../decoder_bench.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

QByteArray change(const QByteArray &field, const QByteArray &value)
{
    return R"({"value":)" + value + R"(,"field":")" + field + R"("})";
}

QByteArray bodyOf(const QByteArray &changes)
{
    return R"({"object":"whatsapp_business_account","entry":[{"id":"102","changes":[)" + changes + "]}]}";
}

QByteArray statusBody(const QByteArray &status)
{
    return bodyOf(change("messages", R"({"statuses":[)" + status + "]}"));
}

QByteArray messageBody(const QByteArray &message)
{
    return bodyOf(change("messages", R"({"messages":[)" + message + "]}"));
}

QByteArray deliveries(int count)
{
    QByteArray list;
    for (int i = 0; i < count; ++i)
        list += QByteArray(i == 0 ? "" : ",") + R"({"id":"wamid.)" + QByteArray::number(i) +
                R"(","status":"delivered","timestamp":"1780000000","recipient_id":"5511900000001"})";
    return statusBody(list);
}

} // namespace

class TestCloudDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsFields_data();
    void mapsFields();
    void mapsStatuses_data();
    void mapsStatuses();
    void mapsMessages_data();
    void mapsMessages();
    void readsDataFiles_data();
    void readsDataFiles();
    void groupStatusesNameGroupAndPerson_data();
    void groupStatusesNameGroupAndPerson();
    void userIdsStandInForPhoneNumbers_data();
    void userIdsStandInForPhoneNumbers();
    void theOnlyContactIsThePerson();
    void groupNoticesNameTheirGroup();
    void readsTimestamps();
    void fieldBeforeOrBehindTheValue();
    void lastOfTwoKeysHolds();
    void bothOfTwoArraysCount();
    void countsUnknownNames();
    void namesOfOtherFieldsAreNotUnknown();
    void oddShapesAreRejectedOneByOne_data();
    void oddShapesAreRejectedOneByOne();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void survivesEveryTruncation();
    void takesAThousandStatuses();
    void takesAsManyItemsAsTheLimitAndNoMore();
    void limitsIdentifiers();
};

void TestCloudDecoder::mapsFields_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kinds");
    const auto row = [](const char *name, const QByteArray &body, const char *kinds) {
        QTest::newRow(name) << body << QString::fromLatin1(kinds);
    };
    for (const char *field :
         {"account_alerts", "account_update", "business_capability_update", "calls", "history", "message_echoes",
          "message_template_status_update", "phone_number_quality_update", "smb_app_state_sync", "smb_message_echoes",
          "template_category_update", "user_preferences"})
        row(field, bodyOf(change(field, R"({"message_echoes":[{"id":"wamid.E","type":"text"}],"event":"x"})")),
            "other");
    row("one notice for each change", bodyOf(change("account_update", "{}") + "," + change("account_update", "{}")),
        "other other");
    row("known field without value", bodyOf(R"({"field":"account_update"})"), "other");
    row("field that is not known", bodyOf(change("brand_new", R"({"statuses":[{"id":"m","status":"read"}]})")),
        "not-understood");
    row("each group of a change", bodyOf(change("group_participants_update", R"({"groups":[{"group_id":"G"},{}]})")),
        "group group");
    row("group created", bodyOf(change("group_lifecycle_update", R"({"groups":[{"type":"group_create"}]})")), "group");
    row("group settings", bodyOf(change("group_settings_update", R"({"groups":[{}]})")), "group");
    row("group suspended", bodyOf(change("group_status_update", R"({"groups":[{"type":"group_suspend"}]})")), "group");
    row("group with errors", bodyOf(change("group_settings_update", R"({"groups":[{}],"errors":[{"code":131201}]})")),
        "group error:131201");
    row("group field without groups", bodyOf(change("group_status_update", "{}")), "not-understood");
    row("statuses are not of a group field",
        bodyOf(change("group_status_update", R"({"groups":[{}],"statuses":[{"id":"m","status":"read"}]})")), "group");
    row("errors by number",
        bodyOf(change("messages", R"({"errors":[{"code":130429,"title":"t"},{"code":"131048"},{"title":"none"}]})")),
        "error:130429 error:131048 error");
    row("no field, but messages", bodyOf(R"({"value":{"messages":[{"id":"m","type":"text"}]}})"), "receive");
    row("no field", bodyOf(R"({"value":{"event":"x"}})"), "not-understood");
    row("field is null", bodyOf(R"({"value":{"statuses":[{"id":"m","status":"sent"}]},"field":null})"), "send");
    row("messages without anything known", bodyOf(change("messages", R"({"metadata":{},"news":[]})")),
        "not-understood");
    row("messages without value", bodyOf(R"({"field":"messages"})"), "not-understood");
    row("value of another shape", bodyOf(change("messages", "5")), "not-understood");
    row("contacts alone are no event", bodyOf(change("messages", R"({"contacts":[{"wa_id":"1"}]})")), "");
    row("empty arrays", bodyOf(change("messages", R"({"statuses":[],"messages":null})")), "");
    row("no changes", bodyOf(""), "");
    row("several entries",
        R"({"entry":[{"changes":[)" + change("messages", R"({"statuses":[{"id":"m","status":"sent"}]})") +
            R"(]},{"changes":[)" + change("account_update", "{}") + "]}]}",
        "send other");
    row("entry of another product", R"({"object":"page","entry":[{"id":"1","messaging":[{}]}]})", "not-understood");
    row("body of another kind of node", R"({"statuses":[{"id":"m","status":"read"}]})", "not-understood");
    row("empty object", "{}", "");
    row("entry is null", R"({"entry":null})", "");
}

void TestCloudDecoder::mapsFields()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, kinds);
    DecoderBench bench(NodeKind::CloudApi);
    const auto stats = bench.decode(body);
    QVERIFY2(stats.has_value(), stats ? "" : std::string(stats.error().reason).c_str());
    QCOMPARE(bench.kinds().join(QLatin1Char(' ')), kinds);
    QCOMPARE(stats->items, static_cast<quint32>(bench.items.size()));
    QCOMPARE(stats->rejected, 0U);
}

void TestCloudDecoder::mapsStatuses_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const char *status, const char *kind) {
        QTest::newRow(name) << QByteArray(status) << QString::fromLatin1(kind);
    };
    row("sent", R"({"id":"m","status":"sent","recipient_id":"1"})", "send");
    row("delivered", R"({"id":"m","status":"delivered","pricing":{"billable":true,"pricing_model":"PMP"}})",
        "delivery");
    row("read", R"({"id":"m","status":"read","recipient_user_id":"BR.1"})", "read");
    row("played", R"({"id":"m","status":"played"})", "played");
    row("deleted", R"({"id":"m","status":"deleted"})", "deleted");
    row("failed", R"({"id":"m","status":"failed"})", "failed");
    row("failed with errors", R"({"id":"m","status":"failed","errors":[{"title":"t","code":131056},{"code":1}]})",
        "failed:131056");
    row("errors before the status", R"({"errors":[{"code":131049}],"id":"m","status":"failed"})", "failed:131049");
    row("code as text", R"({"id":"m","status":"failed","errors":[{"code":"131026"}]})", "failed:131026");
    row("code of another shape", R"({"id":"m","status":"failed","errors":[{"code":{"a":1}}]})", "failed");
    row("code beyond 32 bits", R"({"id":"m","status":"failed","errors":[{"code":4294967296}]})", "failed");
    row("greatest code", R"({"id":"m","status":"failed","errors":[{"code":4294967295}]})", "failed:4294967295");
    row("negative code", R"({"id":"m","status":"failed","errors":[{"code":-1}]})", "failed");
    row("fraction as code", R"({"id":"m","status":"failed","errors":[{"code":4.5}]})", "failed");
    row("first error is none", R"({"id":"m","status":"failed","errors":[7,{"code":1}]})", "failed");
    row("errors of another shape", R"({"id":"m","status":"failed","errors":{"code":5}})", "failed");
    row("no errors", R"({"id":"m","status":"failed","errors":[]})", "failed");
    row("last of two errors holds", R"({"id":"m","status":"failed","errors":[{"code":5}],"errors":[]})", "failed");
    row("errors of what did not fail", R"({"id":"m","status":"sent","errors":[{"code":5}]})", "send");
    row("status that is not known", R"({"id":"m","status":"warning"})", "not-understood");
    row("no id", R"({"status":"read"})", "not-understood");
    row("empty id", R"({"id":"","status":"read"})", "not-understood");
    row("no status", R"({"id":"m"})", "not-understood");
    row("half a surrogate pair as id", R"({"id":"\ud83d","status":"read"})", "not-understood");
    row("half a surrogate pair as status", R"({"id":"m","status":"\udc00"})", "not-understood");
    row("escaped", R"({"\u0069d":"m","stat\u0075s":"re\u0061d"})", "read");
    row("huge numbers",
        R"({"id":"m","status":"read","timestamp":123456789012345678901234567890,"pricing":{"x":1e9999}})", "read");
}

void TestCloudDecoder::mapsStatuses()
{
    QFETCH(QByteArray, status);
    QFETCH(QString, kind);
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(statusBody(status)));
    QCOMPARE(bench.kinds(), QStringList{kind});
}

void TestCloudDecoder::mapsMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const char *message, const char *kind) {
        QTest::newRow(name) << QByteArray(message) << QString::fromLatin1(kind);
    };
    row("text", R"({"from":"1","id":"m","type":"text","text":{"body":"hi"}})", "receive");
    row("unsupported", R"({"from":"1","id":"m","type":"unsupported","errors":[{"code":131051}]})", "receive");
    row("type that is not known", R"({"from":"1","id":"m","type":"hologram"})", "receive");
    row("reaction", R"({"from":"1","id":"m","type":"reaction","reaction":{"emoji":"x"}})", "reaction");
    row("system", R"({"from":"1","id":"m","type":"system","system":{"type":"user_changed_number"}})", "system");
    row("edit", R"({"from":"1","id":"m","type":"edit","edit":{"original_message_id":"o"}})", "edited");
    row("revoke", R"({"from":"1","id":"m","type":"revoke","revoke":{"original_message_id":"o"}})", "deleted");
    row("no id", R"({"from":"1","type":"text"})", "not-understood");
    row("no type", R"({"from":"1","id":"m"})", "not-understood");
    row("only errors", R"({"from":"1","errors":[{"code":131000}]})", "error:131000");
    row("half a surrogate pair in the text", R"({"id":"m","type":"text","text":{"body":"\ud83d"}})", "receive");
}

void TestCloudDecoder::mapsMessages()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, kind);
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(messageBody(message)));
    QCOMPARE(bench.kinds(), QStringList{kind});
}

void TestCloudDecoder::readsDataFiles_data()
{
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<int>("rejected");
    QTest::newRow("message_text.json") << QStringLiteral("receive") << 0;
    QTest::newRow("message_without_number.json") << QStringLiteral("receive") << 0;
    QTest::newRow("messages_apart.json") << QStringLiteral("reaction system edited deleted") << 0;
    QTest::newRow("statuses_batch.json") << QStringLiteral("send delivery read played failed:131056 error:130429") << 0;
    QTest::newRow("statuses_group.json") << QStringLiteral("read read read") << 0;
    QTest::newRow("groups.json") << QStringLiteral("group group group group group error:131201") << 0;
    QTest::newRow("other_fields.json") << QStringLiteral("other other other other other not-understood") << 0;
    QTest::newRow("odd_shapes.json") << QStringLiteral("not-understood read not-understood failed") << 6;
}

void TestCloudDecoder::readsDataFiles()
{
    QFETCH(QString, kinds);
    QFETCH(int, rejected);
    DecoderBench bench(NodeKind::CloudApi);
    const auto stats = bench.decode(dataFile(QByteArray("cloud/") + QTest::currentDataTag()));
    QVERIFY(stats.has_value());
    QCOMPARE(bench.kinds().join(QLatin1Char(' ')), kinds);
    QCOMPARE(stats->rejected, static_cast<quint32>(rejected));
}

void TestCloudDecoder::groupStatusesNameGroupAndPerson_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<QByteArray>("person");
    const auto row = [](const char *name, const char *fields, const char *group, const char *person) {
        QTest::newRow(name) << QByteArray(fields) << QByteArray(group) << QByteArray(person);
    };
    row("documented", R"("recipient_type":"group","recipient_id":"G","recipient_participant_id":"P")", "G", "P");
    row("other spelling", R"("recipient_type":"group","recipient_id":"G","participant_recipient_id":"P")", "G", "P");
    row("both spellings, one empty",
        R"("participant_recipient_id":"P","recipient_participant_id":null,"recipient_type":"group","recipient_id":"G")",
        "G", "P");
    row("number instead of text", R"("recipient_type":"group","recipient_id":"G","recipient_participant_id":55)", "G",
        "55");
    row("business-scoped participant",
        R"("recipient_type":"group","recipient_id":"G","recipient_participant_user_id":"BR.1")", "G", "BR.1");
    row("participant's portfolio id",
        R"("recipient_type":"group","recipient_id":"G","recipient_participant_parent_user_id":"BR.E.1")", "G",
        "BR.E.1");
    row("participant without recipient_type", R"("recipient_id":"G","recipient_participant_id":"P")", "G", "P");
    row("no participant", R"("recipient_type":"group","recipient_id":"G")", "G", "");
    row("no recipient", R"("recipient_type":"group","recipient_participant_id":"P")", "", "P");
    row("individual", R"("recipient_type":"individual","recipient_id":"P")", "", "P");
    row("neither", "\"recipient_id\":\"P\"", "", "P");
}

void TestCloudDecoder::groupStatusesNameGroupAndPerson()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, group);
    QFETCH(QByteArray, person);
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(statusBody(R"({"id":"m","status":"read",)" + fields + "}")));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
    QCOMPARE(bench.items[0].group, bench.prints.group(group.toStdString()));
    QCOMPARE(bench.items[0].participant, bench.prints.participant(person.toStdString()));
}

void TestCloudDecoder::userIdsStandInForPhoneNumbers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("person");
    const auto status = [](const char *name, const char *fields, const char *person) {
        QTest::newRow(name) << statusBody(R"({"id":"m","status":"read")" + QByteArray(fields) + "}")
                            << QByteArray(person);
    };
    const auto message = [](const char *name, const char *fields, const char *person) {
        QTest::newRow(name) << messageBody(R"({"id":"m","type":"text")" + QByteArray(fields) + "}")
                            << QByteArray(person);
    };
    status("status: number first", R"(,"recipient_user_id":"U","recipient_id":"1")", "1");
    status("status: user id", R"(,"recipient_parent_user_id":"PU","recipient_user_id":"U")", "U");
    status("status: parent", R"(,"recipient_parent_user_id":"PU","recipient_id":"")", "PU");
    status("status: nobody", "", "");
    message("message: number first", R"(,"from_user_id":"U","from":"1")", "1");
    message("message: number as number", R"(,"from":5511900000001)", "5511900000001");
    message("message: user id", R"(,"from_parent_user_id":"PU","from_user_id":"U")", "U");
    message("message: bare user id", R"(,"user_id":"U")", "U");
    message("message: parent", R"(,"parent_user_id":"PU","from":null)", "PU");
    message("message: nobody", "", "");
}

void TestCloudDecoder::userIdsStandInForPhoneNumbers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, person);
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(body));
    QCOMPARE(bench.items.size(), std::size_t{1});
    QVERIFY(bench.items[0].kind.has_value()); // counted, whoever it was
    QCOMPARE(bench.items[0].participant, bench.prints.participant(person.toStdString()));
}

void TestCloudDecoder::theOnlyContactIsThePerson()
{
    DecoderBench bench(NodeKind::CloudApi);
    const auto personOf = [&bench](const QByteArray &value) {
        return bench.decode(bodyOf(change("messages", value))) ? bench.items.at(0).participant : Fingerprint{1, 1};
    };
    const QByteArray message = R"("messages":[{"id":"m","type":"text"}])";
    QCOMPARE(personOf(R"({"contacts":[{"user_id":"U"}],)" + message + "}"), bench.prints.participant("U"));
    QCOMPARE(personOf("{" + message + R"(,"contacts":[{"user_id":"U","wa_id":"1"}]})"), bench.prints.participant("1"));
    QCOMPARE(personOf(R"({"contacts":[{"parent_user_id":"PU"}],)" + message + "}"), bench.prints.participant("PU"));
    QCOMPARE(personOf(R"({"contacts":[{"user_id":"U"},{"user_id":"V"}],)" + message + "}"), Fingerprint());
    QCOMPARE(personOf(R"({"contacts":{"user_id":"U"},)" + message + "}"), Fingerprint());
    QCOMPARE(personOf(R"({"contacts":[{"user_id":"U"}],"messages":[{"id":"m","type":"text","from":"1"}]})"),
             bench.prints.participant("1"));
    QCOMPARE(personOf(R"({"contacts":[{"user_id":"U"}],"messages":[{"id":"m","type":"text","group_id":"G"}]})"),
             bench.prints.participant("U"));
    // Of a group, the contact is one of several.
    QCOMPARE(personOf(R"({"contacts":[{"user_id":"U"}],)"
                      R"("statuses":[{"id":"m","status":"sent","recipient_type":"group","recipient_id":"G"}]})"),
             Fingerprint());
}

void TestCloudDecoder::groupNoticesNameTheirGroup()
{
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(dataFile("cloud/groups.json")));
    QCOMPARE(bench.items.size(), std::size_t{6});
    QCOMPARE(bench.items[0].group, bench.prints.group("G-1"));
    QVERIFY(bench.items[0].eventTime == std::optional(fromUnixMillis(1'780'000'010'000)));
    QCOMPARE(bench.items[1].group, bench.prints.group("G-2"));
    QVERIFY(bench.items[0].message.isNull()); // so it can never be taken for a redelivery
}

void TestCloudDecoder::readsTimestamps()
{
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(dataFile("cloud/statuses_batch.json")));
    QVERIFY(bench.items[0].eventTime == std::optional(fromUnixMillis(1'780'000'004'000)));
    QVERIFY(bench.items[1].eventTime == std::optional(fromUnixMillis(1'780'000'005'000)));
    QVERIFY(bench.decode(statusBody(R"({"id":"m","status":"read","timestamp":"soon"})")));
    QVERIFY(!bench.items[0].eventTime);
}

void TestCloudDecoder::fieldBeforeOrBehindTheValue()
{
    DecoderBench bench(NodeKind::CloudApi);
    const QByteArray value = R"({"statuses":[{"id":"m","status":"read"}]})";
    for (const QByteArray &field : {QByteArray("messages"), QByteArray("account_update"), QByteArray("brand_new"),
                                    QByteArray("group_status_update")}) {
        QVERIFY(bench.decode(bodyOf(R"({"field":")" + field + R"(","value":)" + value + "}")));
        const QStringList before = bench.kinds();
        QVERIFY(bench.decode(bodyOf(R"({"value":)" + value + R"(,"field":")" + field + R"("})")));
        QCOMPARE(bench.kinds(), before);
    }
}

void TestCloudDecoder::lastOfTwoKeysHolds()
{
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(statusBody(R"({"id":"A","status":"read","id":"B","status":"sent"})")));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("send")});
    QCOMPARE(bench.items[0].message, bench.prints.message("B"));
    QVERIFY(bench.decode(statusBody(R"({"id":"A","status":"read","id":null})")));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("not-understood")});
    const QByteArray value = R"("value":{"statuses":[{"id":"A","status":"read"}]})";
    QVERIFY(bench.decode(bodyOf(R"({"field":"account_update",)" + value + R"(,"field":"messages"})")));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
    QVERIFY(bench.decode(bodyOf(R"({"field":"messages",)" + value + R"(,"field":"account_update"})")));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("other")});
}

void TestCloudDecoder::bothOfTwoArraysCount()
{
    DecoderBench bench(NodeKind::CloudApi);
    const QByteArray read = R"("statuses":[{"id":"A","status":"read"}])";
    QVERIFY(bench.decode(bodyOf(change("messages", "{" + read + "," + read + "}"))));
    QCOMPARE(bench.items.size(), std::size_t{2});
    QVERIFY(bench.decode(bodyOf(R"({"field":"messages","value":{)" + read + R"(},"value":{)" + read + "}}")));
    QCOMPARE(bench.items.size(), std::size_t{2});
    const QByteArray changes = R"("changes":[)" + change("messages", "{" + read + "}") + "]";
    QVERIFY(bench.decode(R"({"entry":[{)" + changes + "," + changes + R"(}],"entry":[{)" + changes + "}]}"));
    QCOMPARE(bench.items.size(), std::size_t{3});
}

void TestCloudDecoder::countsUnknownNames()
{
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(bench.decode(R"({"novelty":1,"entry":[{"shape":1,"changes":[{"colour":1,"field":"brand_new"},)" +
                         change("brand_new", "{}") + "," +
                         change("messages", R"({"extra":1,"statuses":[{"id":"m","status":"frozen","flavour":1},
                                {"id":"m","status":"read","flavour":2}],"messages":[{"id":"m","type":"hologram"}]})") +
                         R"(,{"value":{"errors":[{}]}}]}]})"));
    for (const char *name : {"novelty", "entry.shape", "changes.colour", "value.extra", "statuses.status.frozen",
                             "messages.type.hologram", "changes.no-field"})
        QVERIFY2(bench.unknownCount(name) == 1, name);
    QCOMPARE(bench.unknownCount("changes.field.brand_new"), quint64{2});
    QCOMPARE(bench.unknownCount("statuses.flavour"), quint64{2});
    QCOMPARE(bench.unknown.total(), quint64{11});
}

void TestCloudDecoder::namesOfOtherFieldsAreNotUnknown()
{
    DecoderBench bench(NodeKind::CloudApi);
    QVERIFY(
        bench.decode(bodyOf(change("calls", R"({"calls":[],"statuses":[{"id":"c","status":"RINGING","shape":1}]})") +
                            "," + change("messages", R"({"statuses":[{"id":"m","status":"read"}]})"))));
    QCOMPARE(bench.kinds().join(QLatin1Char(' ')), QStringLiteral("other read"));
    QCOMPARE(bench.unknown.total(), quint64{0});
    QVERIFY(bench.decode(dataFile("cloud/statuses_batch.json")));
    QVERIFY(bench.decode(dataFile("cloud/statuses_group.json")));
    QVERIFY(bench.decode(dataFile("cloud/message_text.json")));
    QVERIFY(bench.decode(dataFile("cloud/message_without_number.json")));
    QVERIFY(bench.decode(dataFile("cloud/messages_apart.json")));
    QVERIFY(bench.decode(dataFile("cloud/groups.json")));
    QCOMPARE(bench.unknown.total(), quint64{0});
}

void TestCloudDecoder::oddShapesAreRejectedOneByOne_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("rejected");
    QTest::newRow("entry is an object") << QByteArray(R"({"entry":{"changes":[]}})") << 0 << 1;
    QTest::newRow("entries") << QByteArray(R"({"entry":[1,"x",null,[],true]})") << 0 << 5;
    QTest::newRow("changes is a text") << QByteArray(R"({"entry":[{"changes":"x"}]})") << 0 << 1;
    QTest::newRow("changes") << bodyOf("1,null,[]") << 0 << 3;
    QTest::newRow("statuses") << statusBody(R"(1,"x",null,[{}],{"id":"m","status":"read"})") << 1 << 4;
    QTest::newRow("statuses is an object") << bodyOf(change("messages", R"({"statuses":{"id":"m"}})")) << 0 << 1;
    QTest::newRow("groups") << bodyOf(change("group_status_update", R"({"groups":[5,{}]})")) << 1 << 1;
    QTest::newRow("of a field that is not counted")
        << bodyOf(change("account_update", R"({"statuses":[1,2,3],"errors":"x"})")) << 1 << 0;
}

void TestCloudDecoder::oddShapesAreRejectedOneByOne()
{
    QFETCH(QByteArray, body);
    QFETCH(int, items);
    QFETCH(int, rejected);
    DecoderBench bench(NodeKind::CloudApi);
    const auto stats = bench.decode(body);
    QVERIFY(stats.has_value());
    QCOMPARE(stats->items, static_cast<quint32>(items));
    QCOMPARE(stats->rejected, static_cast<quint32>(rejected));
}

void TestCloudDecoder::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("broken_comma.json") << dataFile("cloud/broken_comma.json");
    QTest::newRow("broken_utf8.json") << dataFile("cloud/broken_utf8.json");
    QTest::newRow("bad literal in a field that is not counted") << bodyOf(change("account_update", R"({"x":tru})"));
    QTest::newRow("bad number in a code") << statusBody(R"({"id":"m","status":"failed","errors":[{"code":01}]})");
    QTest::newRow("bad escape in a field") << bodyOf(R"({"field":"\x41","value":{}})");
    QTest::newRow("broken behind good items") << statusBody(R"({"id":"m","status":"read"},{"id":"m","status":"read)");
    QTest::newRow("too deep") << bodyOf(
        change("messages", R"({"x":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}"));
    QTest::newRow("too deep in contacts")
        << bodyOf(change("messages", R"({"contacts":[{"x":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}]}"));
    QTest::newRow("too deep in errors") << bodyOf(
        change("messages", R"({"errors":[{"x":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}]}"));
    QTest::newRow("too deep in groups") << bodyOf(
        change("group_status_update", R"({"groups":[{"x":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}]}"));
    QTest::newRow("very deep") << QByteArray(R"({"entry":[{"changes":[)").repeated(50000);
}

void TestCloudDecoder::refusesBrokenBodies()
{
    QFETCH(QByteArray, body);
    DecoderBench bench(NodeKind::CloudApi);
    const auto stats = bench.decode(body);
    QVERIFY(!stats);
    QVERIFY(!stats.error().reason.empty());
    QVERIFY(bench.items.empty());
    QVERIFY(bench.decode(statusBody(R"({"id":"m","status":"read"})"))); // the next body does not suffer
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
}

void TestCloudDecoder::survivesEveryTruncation()
{
    DecoderBench bench(NodeKind::CloudApi);
    const QByteArray body = dataFile("cloud/statuses_batch.json").trimmed();
    QVERIFY(bench.decode(body));
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(!bench.decode(body.first(size)), QByteArray::number(size).constData());
}

void TestCloudDecoder::takesAThousandStatuses()
{
    DecoderBench bench(NodeKind::CloudApi);
    const auto stats = bench.decode(deliveries(1000));
    QVERIFY(stats.has_value());
    QCOMPARE(stats->items, 1000U);
    for (std::size_t i = 0; i < bench.items.size(); ++i) {
        QVERIFY(bench.items[i].kind == EventKind::Delivery);
        QCOMPARE(bench.items[i].message, bench.prints.message("wamid." + std::to_string(i)));
    }
}

void TestCloudDecoder::takesAsManyItemsAsTheLimitAndNoMore()
{
    DecoderBench bench(NodeKind::CloudApi);
    const int most = static_cast<int>(DecodeLimits().maxItems);
    QVERIFY(bench.decode(deliveries(most)));
    QCOMPARE(bench.items.size(), DecodeLimits().maxItems);
    QVERIFY(!bench.decode(deliveries(most + 1)));
    QVERIFY(bench.items.empty());

    DecodeLimits limits;
    limits.maxItems = 2;
    DecoderBench small(NodeKind::CloudApi, limits);
    const QByteArray two =
        change("messages", R"({"statuses":[{"id":"m","status":"read"},{"id":"n","status":"read"}]})");
    QVERIFY(small.decode(bodyOf(two)));
    QVERIFY(small.decode(bodyOf(two + "," + change("messages", R"({"statuses":[]})")))); // nothing more in it
    QVERIFY(!small.decode(bodyOf(two + "," + change("account_update", "{}"))));
    QVERIFY(!small.decode(bodyOf(two + ",1")));
    QVERIFY(!small.decode(bodyOf(two + "," + change("group_status_update", R"({"groups":[{}]})"))));
}

void TestCloudDecoder::limitsIdentifiers()
{
    DecoderBench bench(NodeKind::CloudApi);
    const QByteArray longest(1024, 'a');
    for (const char *key : {"id", "recipient_id", "recipient_participant_id"}) {
        const auto with = [key](const QByteArray &id) {
            return statusBody(R"({"id":"m","status":"read","recipient_type":"group",")" + QByteArray(key) + R"(":")" +
                              id + R"("})");
        };
        QVERIFY(bench.decode(with(longest)));
        QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
        QVERIFY(bench.decode(with(longest + "a")));
        QCOMPARE(bench.kinds(), QStringList{QStringLiteral("not-understood")});
    }
    const QByteArray message = R"("messages":[{"id":"m","type":"text"}])";
    QVERIFY(bench.decode(
        bodyOf(change("messages", R"({"contacts":[{"user_id":")" + longest + R"(a"}],)" + message + "}"))));
    QVERIFY(bench.items[0].participant.isNull());
}

BAROGRAPH_TEST(TestCloudDecoder)
#include "tst_cloud_decoder.moc"
