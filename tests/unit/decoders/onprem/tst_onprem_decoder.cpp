// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fingerprinter.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"
#include "test_case.h"

#include <QStringList>

using namespace barograph;

namespace {

/// Decodes bodies as the listener gives them: with readable bytes behind, which must not matter.
class Bench
{
public:
    tl::expected<DecodeStats, DecodeError> decode(const QByteArray &body, const DecodeLimits &limits = {})
    {
        const auto decoder = makeDecoder(NodeKind::OnPremises, limits);
        QByteArray padded = body + QByteArray(static_cast<qsizetype>(kBodyPadding), '}');
        items.clear();
        return decoder->decode({padded.constData(), static_cast<std::size_t>(body.size())}, {prints, unknown}, items);
    }
    /// "delivery", "receive", "apart:Failed"…, one per item.
    QStringList kinds() const
    {
        static const QStringList kEvents{QStringLiteral("receive"), QStringLiteral("send"), QStringLiteral("delivery"),
                                         QStringLiteral("read")};
        static const QStringList kApart{QStringLiteral("failed"),  QStringLiteral("deleted"),
                                        QStringLiteral("played"),  QStringLiteral("reaction"),
                                        QStringLiteral("system"),  QStringLiteral("error"),
                                        QStringLiteral("service"), QStringLiteral("not-understood")};
        QStringList list;
        for (const auto &item : items)
            list << (item.kind ? kEvents[static_cast<int>(indexOf(*item.kind))]
                               : kApart[static_cast<int>(indexOf(item.apart))]);
        return list;
    }

    InstallationKey key{InstallationKey::Bytes{1, 2, 3}};
    Fingerprinter prints{key};
    NameTally unknown;
    std::vector<DecodedItem> items;
};

} // namespace

class TestOnPremDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDocumentedShapes_data();
    void readsDocumentedShapes();
    void refusesBrokenBodies_data();
    void refusesBrokenBodies();
    void takesNothingOfABrokenBody();
    void hashesIdentifiersByRole();
    void readsTimestamps_data();
    void readsTimestamps();
    void lastOfTwoKeysHolds();
    void bothOfTwoArraysCount();
    void countsUnknownNames();
    void errorsAreToldByNumber();
    void takesAThousandItems();
    void refusesTooManyItems();
    void limitsIdentifiers();
    void survivesEveryTruncation();
    void escapedKeysAreTheSameKeys();
    void kindsWithoutDecoder();
};

void TestOnPremDecoder::readsDocumentedShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("kinds");
    QTest::addColumn<int>("rejected");
    const auto row = [](const char *name, const char *body, const char *kinds, int rejected = 0) {
        const auto list = QString::fromLatin1(kinds);
        QTest::newRow(name) << QByteArray(body) << (list.isEmpty() ? QStringList() : list.split(QLatin1Char(' ')))
                            << rejected;
    };
    row("sent", R"({"statuses":[{"id":"m","recipient_id":"1","status":"sent","timestamp":"1518694708"}]})", "send");
    row("delivered with conversation and pricing",
        R"({"statuses":[{"id":"gBGG","recipient_id":"12064001000","status":"delivered","timestamp":"1533332775",
            "conversation":{"id":"c","expiration_timestamp":1533419175,"origin":{"type":"user_initiated"}},
            "pricing":{"billable":true,"pricing_model":"CBP","category":"user_initiated"}}]})",
        "delivery");
    row("read", R"({"statuses":[{"id":"m","recipient_id":"1","status":"read","timestamp":1518694722}]})", "read");
    row("failed with errors",
        R"({"statuses":[{"id":"m","recipient_id":"1","status":"failed","timestamp":"1",
            "errors":[{"code":470,"title":"Failed to send","href":"https://x/"}]}]})",
        "failed");
    row("deleted", R"({"statuses":[{"id":"m","recipient_id":"1","status":"deleted","timestamp":"1"}]})", "deleted");
    row("played", R"({"statuses":[{"id":"m","status":"played"}]})", "played");
    row("unknown status", R"({"statuses":[{"id":"m","status":"warning"}]})", "not-understood");
    row("status without id", R"({"statuses":[{"status":"read"}]})", "not-understood");
    row("status with empty id", R"({"statuses":[{"id":"","status":"read"}]})", "not-understood");
    row("status with number as id", R"({"statuses":[{"id":7,"status":"read"}]})", "not-understood");
    row("status without status", R"({"statuses":[{"id":"m"}]})", "not-understood");
    row("text",
        R"({"contacts":[{"profile":{"name":"Ana"},"wa_id":"16315551234"}],"messages":[{"from":"16315551234","id":"A",
            "timestamp":"1518694235","type":"text","text":{"body":"hi"}}]})",
        "receive");
    row("group image with context",
        R"({"messages":[{"from":"1","id":"A","timestamp":"1","type":"image","group_id":"1-2","image":{"id":"f"},
            "context":{"from":"2","id":"B","group_id":"1-2","mentions":["3"]}}]})",
        "receive");
    row("message with errors inside",
        R"({"messages":[{"from":"1","id":"A","type":"unknown","errors":[{"code":501}]}]})", "receive");
    row("type of a later client", R"({"messages":[{"from":"1","id":"A","type":"hologram"}]})", "receive");
    row("reaction", R"({"messages":[{"from":"1","id":"A","type":"reaction","reaction":{"emoji":"x"}}]})", "reaction");
    row("system",
        R"({"messages":[{"from":"1","id":"A","type":"system","system":{"type":"group_user_joined","users":["2"]}}]})",
        "system");
    row("message without id", R"({"messages":[{"from":"1","type":"text"}]})", "not-understood");
    row("message without type", R"({"messages":[{"from":"1","id":"A"}]})", "not-understood");
    row("errors", R"({"errors":[{"code":1014,"title":"t","details":"d","href":"h"},{"code":1015}]})", "error error");
    row("garbage collection", R"({"services":[{"media":{"gc":{"status":"complete","items_deleted":5,"errors":[]}}}]})",
        "service");
    row("several arrays in order",
        R"({"statuses":[{"id":"m","status":"sent"},{"id":"m","status":"read"}],"messages":[{"id":"A","type":"text"}]})",
        "send read receive");
    row("contacts alone are no event", R"({"contacts":[{"wa_id":"1"}]})", "");
    row("empty object", "{}", "");
    row("white space around", " \r\n\t{ } \n", "");
    row("empty arrays", R"({"statuses":[],"messages":[]})", "");
    row("null arrays", R"({"statuses":null,"messages":null})", "");
    row("unknown top-level key", R"({"meta":{"a":[1,2,{"b":null}]},"statuses":[]})", "");
    row("items that are no objects", R"({"statuses":[1,"x",null,[{}],true,{"id":"m","status":"read"}]})", "read", 5);
    row("array that is an object", R"({"statuses":{"id":"m","status":"read"}})", "", 1);
    row("array that is a string", R"({"messages":"text"})", "", 1);
    row("huge numbers", R"({"statuses":[{"id":"m","status":"read","timestamp":123456789012345678901234567890,
        "pricing":{"x":1e99999,"y":-0.000000000000000000000000000000000000001}}]})",
        "read");
    row("half a surrogate pair in a text", R"({"messages":[{"id":"A","type":"text","text":{"body":"\ud83d"}}]})",
        "receive");
    row("half a surrogate pair as id", R"({"messages":[{"id":"\ud83d","type":"text"}]})", "not-understood");
    row("escaped id", R"({"statuses":[{"id":"a\u0062c\n","status":"r\u0065ad"}]})", "read");
    row("not ASCII", "{\"messages\":[{\"id\":\"A\",\"type\":\"text\",\"text\":{\"body\":\"\xF0\x9F\x98\x80\"}}]}",
        "receive");
}

void TestOnPremDecoder::readsDocumentedShapes()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, kinds);
    QFETCH(int, rejected);
    Bench bench;
    const auto stats = bench.decode(body);
    QVERIFY2(stats.has_value(), stats ? "" : std::string(stats.error().reason).c_str());
    QCOMPARE(bench.kinds(), kinds);
    QCOMPARE(stats->items, static_cast<quint32>(kinds.size()));
    QCOMPARE(stats->rejected, static_cast<quint32>(rejected));
}

void TestOnPremDecoder::refusesBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("empty", "");
    row("white space", "  \n");
    row("array", "[]");
    row("string", R"("x")");
    row("number", "1");
    row("truncated", R"({"statuses":[{"id":"m","status":"read"})");
    row("two documents", R"({} {})");
    row("rubbish behind", R"({"statuses":[]}x)");
    row("brace behind", R"({"statuses":[]}})");
    row("trailing comma in object", R"({"statuses":[{"id":"m","status":"read",}]})");
    row("trailing comma in array", R"({"statuses":[{"id":"m","status":"read"},]})");
    row("comma first", R"({,"statuses":[]})");
    row("missing comma", R"({"statuses":[] "messages":[]})");
    row("missing colon", R"({"statuses" []})");
    row("colon in array", R"({"statuses":["a":1]})");
    row("key without quotes", R"({statuses:[]})");
    row("single quotes", R"({'statuses':[]})");
    row("comment", R"({/* */"statuses":[]})");
    row("bad literal in an ignored value", R"({"statuses":[{"id":"m","status":"read","pricing":{"x":tru}}]})");
    row("bad number in an ignored value", R"({"statuses":[{"id":"m","status":"read","pricing":{"x":01}}]})");
    row("bad escape in an ignored text", R"({"messages":[{"id":"A","type":"text","text":{"body":"\x41"}}]})");
    row("bad escape in an id", R"({"statuses":[{"id":"\u12","status":"read"}]})");
    row("bad escape in a key", R"({"statuses":[{"i\qd":"m","status":"read"}]})");
    row("control character in a text",
        "{\"messages\":[{\"id\":\"A\",\"type\":\"text\",\"text\":{\"body\":\"a\x01\"}}]}");
    row("invalid UTF-8", "{\"messages\":[{\"id\":\"A\",\"type\":\"text\",\"text\":{\"body\":\"\xC3\x28\"}}]}");
    row("overlong UTF-8", "{\"messages\":[{\"id\":\"\xC0\xAF\",\"type\":\"text\"}]}");
    row("mismatched brackets", R"({"statuses":[{"id":"m","status":"read"]}})");
    row("unclosed string", R"({"statuses":[{"id":"m","status":"read}]})");
    row("zero byte", QByteArray("{\"statuses\":[]\0}", 16));
    row("too deep in an ignored value", R"({"x":)" + QByteArray(100, '[') + QByteArray(100, ']') + "}");
    row("very deep", QByteArray(R"({"a":)").repeated(100000) + "1" + QByteArray(100000, '}'));
    row("only open brackets", QByteArray(100000, '['));
}

void TestOnPremDecoder::refusesBrokenBodies()
{
    QFETCH(QByteArray, body);
    Bench bench;
    const auto stats = bench.decode(body);
    QVERIFY(!stats);
    QVERIFY(!stats.error().reason.empty());
    QVERIFY(bench.items.empty());
}

void TestOnPremDecoder::takesNothingOfABrokenBody()
{
    Bench bench;
    const auto decoder = makeDecoder(NodeKind::OnPremises);
    std::vector<DecodedItem> items(1);
    QByteArray body = R"({"statuses":[{"id":"m","status":"read"}],"x":nul})";
    const auto size = static_cast<std::size_t>(body.size());
    body += QByteArray(static_cast<qsizetype>(kBodyPadding), '\0');
    QVERIFY(!decoder->decode({body.constData(), size}, {bench.prints, bench.unknown}, items));
    QCOMPARE(items, std::vector<DecodedItem>(1)); // what was there before is still there
}

void TestOnPremDecoder::hashesIdentifiersByRole()
{
    Bench bench;
    QVERIFY(bench.decode(R"({"statuses":[{"id":"X","recipient_id":"X","status":"read"}],
        "messages":[{"id":"X","from":"X","group_id":"X","type":"text"},{"id":"Y","type":"text"}]})"));
    const auto &status = bench.items[0];
    const auto &message = bench.items[1];
    QCOMPARE(status.message, bench.prints.message("X"));
    QCOMPARE(status.participant, bench.prints.participant("X"));
    QVERIFY(status.group.isNull());
    QCOMPARE(message.message, status.message);
    QCOMPARE(message.participant, status.participant);
    QCOMPARE(message.group, bench.prints.group("X"));
    QVERIFY(message.message != message.participant && message.participant != message.group);
    QVERIFY(bench.items[2].participant.isNull() && !bench.items[2].message.isNull());
}

void TestOnPremDecoder::readsTimestamps_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("seconds"); // 0: none
    QTest::newRow("string") << QByteArray("\"1533332775\"") << qint64{1533332775};
    QTest::newRow("number") << QByteArray("1533332775") << qint64{1533332775};
    QTest::newRow("zero") << QByteArray("0") << qint64{0};
    QTest::newRow("negative") << QByteArray("-5") << qint64{0};
    QTest::newRow("fraction") << QByteArray("1533332775.5") << qint64{0};
    QTest::newRow("exponent") << QByteArray("1e9") << qint64{0};
    QTest::newRow("words") << QByteArray("\"yesterday\"") << qint64{0};
    QTest::newRow("empty") << QByteArray("\"\"") << qint64{0};
    QTest::newRow("digits and more") << QByteArray("\"1533332775 \"") << qint64{0};
    QTest::newRow("beyond 9999") << QByteArray("253402300800") << qint64{0};
    QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << qint64{0};
    QTest::newRow("null") << QByteArray("null") << qint64{0};
    QTest::newRow("object") << QByteArray("{}") << qint64{0};
}

void TestOnPremDecoder::readsTimestamps()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, seconds);
    Bench bench;
    QVERIFY(bench.decode(R"({"statuses":[{"id":"m","status":"read","timestamp":)" + json + "}]}"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
    const auto expected = seconds == 0 ? std::nullopt : std::optional(fromUnixMillis(seconds * 1000));
    QVERIFY(bench.items[0].eventTime == expected);
}

void TestOnPremDecoder::lastOfTwoKeysHolds()
{
    Bench bench;
    QVERIFY(bench.decode(R"({"statuses":[{"id":"A","status":"read","id":"B","status":"sent"}]})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("send")});
    QCOMPARE(bench.items[0].message, bench.prints.message("B"));
    QVERIFY(bench.decode(R"({"statuses":[{"id":"A","status":"read","id":null}]})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("not-understood")});
}

void TestOnPremDecoder::bothOfTwoArraysCount()
{
    Bench bench;
    QVERIFY(bench.decode(R"({"statuses":[{"id":"A","status":"read"}],"statuses":[{"id":"B","status":"sent"}]})"));
    QCOMPARE(bench.kinds(), (QStringList{QStringLiteral("read"), QStringLiteral("send")}));
}

void TestOnPremDecoder::countsUnknownNames()
{
    Bench bench;
    QVERIFY(bench.decode(R"({"object":"x","statuses":[{"id":"A","status":"frozen","flavour":1},
        {"id":"B","status":"read","flavour":2}],"messages":[{"id":"A","type":"hologram"}]})"));
    const auto top = bench.unknown.top();
    QCOMPARE(top.size(), std::size_t{4});
    QCOMPARE(top[0], std::make_pair(std::string("statuses.flavour"), quint64{2}));
    std::vector<std::string> names;
    for (const auto &[name, count] : top)
        names.push_back(name);
    for (const char *name : {"object", "statuses.status.frozen", "messages.type.hologram"})
        QVERIFY2(std::find(names.begin(), names.end(), name) != names.end(), name);
}

void TestOnPremDecoder::errorsAreToldByNumber()
{
    Bench bench;
    QVERIFY(bench.decode(R"({"errors":[{"code":1014,"title":"t"},{"title":"t"},{"code":1e3}],
        "statuses":[{"id":"m","status":"failed","errors":[{"code":470},{"code":471}]},{"id":"m","status":"failed"},
                    {"id":"m","status":"read","errors":[{"code":470}]}],
        "messages":[{"id":"m","type":"unknown","errors":[{"code":501}]},{"errors":[{"code":501}]}],
        "services":[{"code":7}]})"));
    QCOMPARE(bench.kinds().join(QLatin1Char(' ')),
             QStringLiteral("error error error failed failed read receive error service"));
    std::vector<quint32> codes;
    for (const auto &item : bench.items)
        codes.push_back(item.code);
    QCOMPARE(codes, (std::vector<quint32>{1014, 0, 0, 470, 0, 0, 0, 501, 0}));
}

void TestOnPremDecoder::takesAThousandItems()
{
    QByteArray body = R"({"statuses":[)";
    for (int i = 0; i < 1000; ++i)
        body += QByteArray(i == 0 ? "" : ",") + R"({"id":"m)" + QByteArray::number(i) +
                R"(","recipient_id":"1","status":"delivered","timestamp":"1533332775"})";
    Bench bench;
    const auto stats = bench.decode(body + "]}");
    QVERIFY(stats.has_value());
    QCOMPARE(stats->items, 1000U);
    QCOMPARE(bench.items[999].message, bench.prints.message("m999"));
}

void TestOnPremDecoder::refusesTooManyItems()
{
    Bench bench;
    DecodeLimits limits;
    limits.maxItems = 3;
    QVERIFY(bench.decode(R"({"errors":[{},{},{}]})", limits));
    QVERIFY(!bench.decode(R"({"errors":[{},{},{},{}]})", limits));
    QVERIFY(!bench.decode(R"({"errors":[{},1,{},1]})", limits));
    QVERIFY(!bench.decode(R"({"errors":[{},{}],"services":[{},{}]})", limits));
}

void TestOnPremDecoder::limitsIdentifiers()
{
    Bench bench;
    const QByteArray longest(1024, 'a');
    QVERIFY(bench.decode(R"({"statuses":[{"id":")" + longest + R"(","status":"read"}]})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
    QVERIFY(bench.decode(R"({"statuses":[{"id":")" + longest + R"(a","status":"read"}]})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("not-understood")});
}

void TestOnPremDecoder::survivesEveryTruncation()
{
    const QByteArray body =
        R"({"contacts":[{"wa_id":"1"}],"messages":[{"id":"A\u0042","type":"text","text":{"body":"h\ni"}}],)"
        R"("statuses":[{"id":"m","status":"read","timestamp":1533332775,"pricing":{"billable":true,"n":-1.5e3}}]})";
    Bench bench;
    QVERIFY(bench.decode(body));
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(!bench.decode(body.first(size)), QByteArray::number(size).constData());
}

void TestOnPremDecoder::escapedKeysAreTheSameKeys()
{
    Bench bench;
    QVERIFY(bench.decode(R"({"st\u0061tuses":[{"\u0069d":"m","status":"read"}]})"));
    QCOMPARE(bench.kinds(), QStringList{QStringLiteral("read")});
}

void TestOnPremDecoder::kindsWithoutDecoder()
{
    QVERIFY(makeDecoder(NodeKind::OnPremises));
}

BAROGRAPH_TEST(TestOnPremDecoder)
#include "tst_onprem_decoder.moc"
