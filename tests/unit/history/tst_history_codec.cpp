// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_codec.h"
#include "test_case.h"

using namespace barograph;

class TestHistoryCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprints()
    {
        const Fingerprint print{0x0102030405060708ULL, 0xfffefdfcfbfaf9f8ULL};
        QCOMPARE(fingerprintBytes(print).toHex(), QByteArray("0102030405060708fffefdfcfbfaf9f8"));
        QVERIFY(fingerprintFromBytes(fingerprintBytes(print)) == print);
        QVERIFY(fingerprintFromBytes({}).isNull());
        QVERIFY(fingerprintFromBytes(QByteArray(15, 'x')).isNull());
    }

    void changes()
    {
        const std::vector<ControlChange> list{{QStringLiteral("read"), QStringLiteral("on"), QStringLiteral("off")},
                                              {QStringLiteral("\"x\""), QString(), QStringLiteral("☎")}};
        const auto back = changesFromJson(changesToJson(list));
        QCOMPARE(back.size(), 2U);
        QCOMPARE(back[1].what, list[1].what);
        QCOMPARE(back[1].after, list[1].after);
        QCOMPARE(changesToJson({}), QStringLiteral("[]"));
        QVERIFY(changesFromJson(QStringLiteral("{broken")).empty());
        QVERIFY(changesFromJson(QStringLiteral("[1,\"two\",null]")).empty());
    }

    void readings_data()
    {
        QTest::addColumn<Reading<quint32>>("reading");
        const UtcTime now = fromUnixMillis(1000);
        QTest::newRow("unknown") << Reading<quint32>{};
        QTest::newRow("not supported") << Reading<quint32>::notSupported();
        QTest::newRow("not measured") << Reading<quint32>::notMeasured();
        QTest::newRow("estimated") << Reading<quint32>::estimated(5, now);
        QTest::newRow("stale") << Reading<quint32>::measured(5, now).asStale();
        QTest::newRow("zero") << Reading<quint32>::measured(0, now);
        QTest::newRow("largest") << Reading<quint32>::measured(0xffffffffU, now);
    }
    void readings()
    {
        QFETCH(Reading<quint32>, reading);
        const QVariant number = reading.hasValue() ? QVariant(reading.value()) : QVariant();
        const auto back = readingFromStored(number, static_cast<uint>(reading.truth()), reading.takenAt());
        QVERIFY(back == reading);
    }

    void readingsThatMakeNoSense()
    {
        QVERIFY(readingFromStored({}, static_cast<uint>(Truth::Measured), {}).truth() == Truth::Unknown);
        QVERIFY(readingFromStored(5, 99, {}).truth() == Truth::Estimated);
    }
};

BAROGRAPH_TEST(TestHistoryCodec)
#include "tst_history_codec.moc"
