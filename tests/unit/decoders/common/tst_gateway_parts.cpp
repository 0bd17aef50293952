// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fingerprinter.h"
#include "nodes/gateway/jid.h"
#include "nodes/gateway/timestamps.h"
#include "test_case.h"

using namespace barograph;

class TestGatewayParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUnixTimes_data();
    void readsUnixTimes();
    void readsIsoTimes_data();
    void readsIsoTimes();
    void splitsSerializedIds_data();
    void splitsSerializedIds();
    void tellsChats();
    void devicesOfAPersonAreThatPerson();
};

void TestGatewayParts::readsUnixTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("millis"); // 0: none
    const auto row = [](const char *text, qint64 millis) { QTest::newRow(text) << QByteArray(text) << millis; };
    row("1780000000", 1'780'000'000'000);
    row("1780000000.853", 1'780'000'000'853);
    row("1780000000.8", 1'780'000'000'800);
    row("1780000000.85399", 1'780'000'000'853);
    row("1780000000123", 1'780'000'000'123);
    row("99999999999", 99'999'999'999'000);
    row("253402300799999", 253'402'300'799'999);
    row("253402300800000", 0);
    row("123456789012345678901234567890", 0);
    row("0", 0);
    row("-5", 0);
    row("", 0);
    row("1780000000.", 0);
    row("1780000000x", 0);
    row("1.78e9", 0);
}

void TestGatewayParts::readsUnixTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, millis);
    const auto time = gateway::unixTime(text.toStdString());
    QCOMPARE(time ? unixMillis(*time) : 0, millis);
}

void TestGatewayParts::readsIsoTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("millis"); // 0: none
    const auto row = [](const char *text, qint64 millis) { QTest::newRow(text) << QByteArray(text) << millis; };
    row("2026-06-01T10:00:00Z", 1'780'308'000'000);
    row("2026-06-01T10:00:00.5Z", 1'780'308'000'500);
    row("2026-06-01T10:00:00.123456789Z", 1'780'308'000'123);
    row("2026-06-01T12:00:00+02:00", 1'780'308'000'000);
    row("2026-06-01T06:30:00-0330", 1'780'308'000'000);
    row("2024-02-29T00:00:00Z", 1'709'164'800'000);
    row("2026-02-29T00:00:00Z", 0);
    row("2026-13-01T00:00:00Z", 0);
    row("2026-06-01T24:00:00Z", 0);
    row("2026-06-01T10:00:00", 0);
    row("2026-06-01T10:00:00.Z", 0);
    row("2026-06-01T10:00:00Zx", 0);
    row("2026-06-01", 0);
    row("1960-06-01T10:00:00Z", 0);
    row("", 0);
}

void TestGatewayParts::readsIsoTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, millis);
    const auto time = gateway::isoTime(text.toStdString());
    QCOMPARE(time ? unixMillis(*time) : 0, millis);
}

void TestGatewayParts::splitsSerializedIds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("parts"); // empty: not of that form
    const auto row = [](const char *text, const char *parts) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(parts);
    };
    row("true_1@c.us_ABC", "true|1@c.us|ABC");
    row("false_1-2@g.us_ABC_99@lid", "false|1-2@g.us|ABC");
    row("true_status@broadcast_ABC_1@c.us", "true|status@broadcast|ABC");
    row("ABC", "");
    row("true_ABC", "");
    row("true_1@c.us_", "");
    row("TRUE_1@c.us_ABC", "");
    row("", "");
}

void TestGatewayParts::splitsSerializedIds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, parts);
    const auto whole = text.toStdString();
    gateway::SerializedId id;
    QCOMPARE(gateway::splitSerializedId(whole, id), !parts.isEmpty());
    if (!parts.isEmpty()) {
        const auto read = std::string(id.fromMe ? "true" : "false").append("|").append(id.chat).append("|");
        QCOMPARE(QByteArray::fromStdString(read + std::string(id.stanza)), parts);
    }
}

void TestGatewayParts::tellsChats()
{
    QVERIFY(gateway::isGroup("1203@g.us"));
    QVERIFY(!gateway::isGroup("1203@c.us") && !gateway::isGroup("g.us") && !gateway::isGroup(""));
    QVERIFY(gateway::isNoChat("status@broadcast") && gateway::isNoChat("120@newsletter"));
    QVERIFY(!gateway::isNoChat("123@broadcast")); // a broadcast list: each of its messages goes to a person
    QVERIFY(!gateway::isNoChat("1@s.whatsapp.net") && !gateway::isNoChat(""));
}

void TestGatewayParts::devicesOfAPersonAreThatPerson()
{
    QVERIFY(gateway::isSamePerson("55:12@s.whatsapp.net", "55@s.whatsapp.net"));
    QVERIFY(!gateway::isSamePerson("55@lid", "55@s.whatsapp.net"));
    QVERIFY(!gateway::isSamePerson("", ""));
    const InstallationKey key(InstallationKey::Bytes{9});
    const Fingerprinter prints(key);
    QCOMPARE(gateway::personPrint(prints, "55:12@s.whatsapp.net"), prints.participant("55@s.whatsapp.net"));
    QCOMPARE(gateway::personPrint(prints, "55@lid"), prints.participant("55@lid"));
    QVERIFY(gateway::personPrint(prints, "").isNull());
}

BAROGRAPH_TEST(TestGatewayParts)
#include "tst_gateway_parts.moc"
