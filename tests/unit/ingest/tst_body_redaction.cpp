// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/capture/body_redaction.h"
#include "test_case.h"

#include <QRegularExpression>

using namespace barograph;

namespace {

constexpr RedactionKey kKey{{1, 2, 3}};

QString redacted(const QByteArray &body, const RedactionKey &key = kKey)
{
    const std::string_view view(body.constData(), static_cast<std::size_t>(body.size()));
    return QString::fromStdString(redactedBody(view, view.size(), key));
}

/// The twelve letters of each identifier, in order.
QStringList identifiers(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("‹id \\d+ ([a-p]{12})›"));
    QStringList list;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        list << match.next().captured(1);
    return list;
}

} // namespace

class TestBodyRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redacts_data();
    void redacts();
    void equalIdentifiersStayRecognisable();
    void nothingOfPeopleIsLeft_data();
    void nothingOfPeopleIsLeft();
    void nothingOfPeopleIsLeftOfAnyTruncation();
    void saysHowMuchIsMissing();
    void takesAnyDepth();
    void keysDiffer();
};

void TestBodyRedaction::redacts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &body, const char *expected) {
        QTest::newRow(name) << body << QString::fromUtf8(expected);
    };
    row("empty object", "{}", "{}");
    row("white space goes", " { \"type\" :\r\n\t\"text\" } ", R"({"type":"text"})");
    row("status", R"({"statuses":[{"status":"read","timestamp":"1533332775"}]})",
        R"({"statuses":[{"status":"read","timestamp":"1533332775"}]})");
    row("timestamps", R"({"timestamp":1533332775,"t":1533332775123,"created_at":"2026-05-04T10:11:12.5+02:00"})",
        R"({"timestamp":1533332775,"t":1533332775123,"created_at":"2026-05-04T10:11:12.5+02:00"})");
    row("no timestamp", R"({"timestamp":"4915112345678","time":"tomorrow at 8"})",
        R"({"timestamp":"‹digits 13›","time":"‹text 13›"})");
    row("words", R"({"event":"message.ack","ackName":"READ","mimetype":"image/jpeg","ack":3})",
        R"({"event":"message.ack","ackName":"READ","mimetype":"image/jpeg","ack":3})");
    row("keys in any case", R"({"EventType":"Message","STATUS":"x"})", R"({"EventType":"Message","STATUS":"x"})");
    row("no word", R"({"status":"At the beach","type":"+4915112345678","event":")" + QByteArray(33, 'x') + R"("})",
        R"({"status":"‹text 12›","type":"‹digits 14›","event":"‹token 33›"})");
    row("error codes",
        R"({"errors":[{"code":131047,"error_subcode":"2494010","title":"Re-engage","href":"https://x"}]})",
        R"({"errors":[{"code":131047,"error_subcode":"2494010","title":"‹text 9›","href":"‹url 9›"}]})");
    row("text", R"({"body":"Hello \"you\", how are you?"})", R"({"body":"‹text 27›"})");
    row("numbers", R"({"a":12345,"b":123456,"c":-1.5,"d":48.13743,"e":1e5,"f":4915112345678})",
        R"({"a":12345,"b":‹number 6›,"c":-1.5,"d":‹number 8›,"e":1e5,"f":‹number 13›})");
    row("literals", "[true,false,null,nul,True]", "[true,false,null,‹bytes 3›,‹bytes 4›]");
    row("phones", R"({"x":"4915112345678","y":"+49 (151) 123-456"})", R"({"x":"‹digits 13›","y":"‹digits 17›"})");
    row("address", R"({"x":"4915112345678@s.whatsapp.net"})", R"({"x":"‹address 28›"})");
    row("token", R"({"x":"EAAGm0PX4ZCpsBAOZC"})", R"({"x":"‹token 18›"})");
    row("empty text", R"({"x":""})", R"({"x":""})");
    row("people as keys", R"({"4915112345678@s.whatsapp.net":{"a":1},"Maria L.":1,"Zo\u00eb":1})",
        R"({"‹address 28›":{"a":1},"‹text 8›":1,"‹text 8›":1})");
    row("a key vouches for its value only", R"({"type":{"x":"Maria"},"y":["Maria"],"type":["Maria","Maria"]})",
        R"({"type":{"x":"‹text 5›"},"y":["‹text 5›"],"type":["‹text 5›","‹text 5›"]})");
    row("a key vouches for one value only", R"({"type":"text","Maria","x":1})", R"({"type":"text","‹text 5›","x":1})");
    row("unclosed", R"({"type":"text","body":"Maria is)", R"({"type":"text","body":‹text 8, no end›)");
    row("cut in an escape", R"({"body":"a\)", R"({"body":‹text 2, no end›)");
    row("cut in a key", R"({"type":"text","Mari)", R"({"type":"text",‹text 4, no end›)");
    row("cut in a word", R"({"type":"Mar)", R"({"type":‹text 3, no end›)");
    row("missing quotation mark", R"({"body":Call Maria at 030 12345,"type":"x"})",
        R"({"body":‹bytes 4›‹bytes 5›‹bytes 2›‹number 3›‹number 5›,"type":"x"})");
    row("quotation marks not escaped", R"({"body":"say "Maria", please","type":"text"})",
        R"({"body":"‹text 4›"‹bytes 5›"‹text 8›","type":"text"})");
    row("single quotes", "{'body':'Maria'}", "{‹bytes 6›:‹bytes 7›}");
    row("not UTF-8", "{\"body\":\"\xC3\x28\xFF\",\xFE\xFE}", R"({"body":"‹text 3›",‹bytes 2›})");
    row("control characters", QByteArray("{\"a\":\"\x01\x02\0\",\x1b[0m}", 16),
        R"({"a":"‹text 3›",‹bytes 1›[‹number 1›‹bytes 1›})");
    row("nothing", "", "‹no object or array; begins with nothing›");
    row("white space", " \n", "‹no object or array; begins with white space only›");
    row("form", "Body=Hello&From=%2B4915112345678", "‹no object or array; begins with a letter›");
    row("markup", "<x>Maria</x>", "‹no object or array; begins with markup›");
    row("string", R"("Maria")", "‹no object or array; begins with a quotation mark›");
    row("number", "4915112345678", "‹no object or array; begins with a digit›");
    row("byte order mark", "\xEF\xBB\xBF{}", "‹no object or array; begins with a byte order mark›");
    row("gzip", "\x1f\x8b\x08", "‹no object or array; begins with a control character›");
    row("binary", "\xff\xfe", "‹no object or array; begins with a byte beyond ASCII›");
}

void TestBodyRedaction::redacts()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(redacted(body), expected);
}

void TestBodyRedaction::equalIdentifiersStayRecognisable()
{
    const auto text =
        redacted(R"({"id":"wamid.A","from":"491","to":"492","recipient_id":"491","ids":["wamid.A","x"]})");
    const auto ids = identifiers(text);
    QCOMPARE(ids.size(), 6);
    QCOMPARE(ids[0], ids[4]);
    QCOMPARE(ids[1], ids[3]);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 4);
    QVERIFY(text.startsWith(QStringLiteral("{\"id\":\"‹id 7 ")));
    // A number is the same identifier as its digits in quotation marks.
    const auto both = identifiers(redacted(R"({"from":4915112345678,"to":"4915112345678"})"));
    QCOMPARE(both.size(), 2);
    QCOMPARE(both[0], both[1]);
    // Another capture has another key.
    QVERIFY(identifiers(redacted(R"({"id":"wamid.A"})", RedactionKey{{9}})).value(0) != ids[0]);
    QVERIFY(RedactionKey::random().bytes != RedactionKey::random().bytes);
}

void TestBodyRedaction::nothingOfPeopleIsLeft_data()
{
    QTest::addColumn<QByteArray>("body");
    // Everything that is somebody's contains "Maria" or a digit 7.
    QTest::newRow("on-premises") << QByteArray(
        R"({"contacts":[{"profile":{"name":"Maria Lopez"},"wa_id":"77777777777"}],"messages":[{"from":"77777777777",
        "id":"ABGGFlA5FpafAgo6tHcNmNjXmuSf7","timestamp":"1518694235","text":{"body":"Hi, Maria here. Call 777-7777!"},
        "type":"text"},{"location":{"latitude":37.483707,"longitude":-77.148981,"name":"Maria's"},"type":"location"}]})");
    QTest::newRow("cloud") << QByteArray(
        R"({"object":"whatsapp_business_account","entry":[{"id":"7777777777","changes":[{"value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"77777777777","phone_number_id":"777"},
        "statuses":[{"id":"wamid.Maria7==","status":"delivered","timestamp":"1603059201","recipient_id":"7777777"}]},
        "field":"messages"}]}]})");
    QTest::newRow("waha") << QByteArray(
        R"({"event":"message","session":"maria-7-Maria","me":{"id":"77777777777@c.us","pushName":"Maria"},"payload":{
        "id":"false_7777777@c.us_Maria","body":"Maria?","_data":{"Info":{"PushName":"Maria"},"77777777@lid":"Maria 7"},
        "mediaUrl":"https://h/Maria7.jpg","vCards":["BEGIN:VCARD\nN:Maria\nTEL:+77 77777777\nEND"]}})");
    QTest::newRow("broken quoting") << QByteArray(
        R"({"type":"text","body":Maria 7777 "Maria", 7777777, 'Maria' : 77777 77 "x":"Maria 7"})");
}

void TestBodyRedaction::nothingOfPeopleIsLeft()
{
    QFETCH(QByteArray, body);
    auto text = redacted(body);
    QVERIFY2(!text.contains(QLatin1String("aria")), qPrintable(text));
    // Lengths may hold a 7.
    text.remove(QRegularExpression(QStringLiteral("‹[^›]*›")));
    QVERIFY2(!text.contains(QLatin1Char('7')), qPrintable(text));
    QVERIFY2(text.size() > body.size() / 5, qPrintable(text)); // the structure is there
}

void TestBodyRedaction::nothingOfPeopleIsLeftOfAnyTruncation()
{
    const QByteArray body =
        R"({"type":"text","from":"77777777777","text":{"body":"Maria \"7\" Maria 7 at 777"},"n":7777777})";
    for (qsizetype begin = 0; begin < body.size(); ++begin) {
        for (qsizetype size = 0; begin + size <= body.size(); size += 3) {
            auto text = redacted('[' + body.mid(begin, size));
            QVERIFY2(!text.contains(QLatin1String("Maria")), qPrintable(text));
            text.remove(QRegularExpression(QStringLiteral("‹[^›]*›")));
            QVERIFY2(text.count(QLatin1Char('7')) <= 5, qPrintable(text)); // a short number by itself may stay
        }
    }
}

void TestBodyRedaction::saysHowMuchIsMissing()
{
    QCOMPARE(QString::fromStdString(redactedBody("{\"type\":\"te", 1000, kKey)),
             QStringLiteral("{\"type\":‹text 2, no end›‹989 more bytes›"));
}

void TestBodyRedaction::takesAnyDepth()
{
    constexpr int kDepth = 200'000;
    QCOMPARE(redacted(QByteArray(kDepth, '[')).size(), qsizetype{kDepth});
    QCOMPARE(redacted(QByteArray("{\"a\":").repeated(kDepth)).size(), qsizetype{kDepth} * 5);
}

void TestBodyRedaction::keysDiffer()
{
    // Both of two equal keys, in their order.
    QCOMPARE(redacted(R"({"status":"sent","status":"read"})"), QStringLiteral(R"({"status":"sent","status":"read"})"));
}

BAROGRAPH_TEST(TestBodyRedaction)
#include "tst_body_redaction.moc"
