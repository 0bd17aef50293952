// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_after.h"
#include "test_case.h"

using namespace barograph;

class TestRetryAfter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("millis"); // -1 = cannot be read
        QTest::newRow("seconds") << QByteArray("120") << qint64{120'000};
        QTest::newRow("blanks") << QByteArray(" 5 ") << qint64{5000};
        QTest::newRow("zero") << QByteArray("0") << qint64{0};
        QTest::newRow("a day") << QByteArray("86400") << qint64{300'000};
        QTest::newRow("huge") << QByteArray("99999999999999999") << qint64{300'000};
        QTest::newRow("too huge for a number") << QByteArray("99999999999999999999999") << qint64{-1};
        QTest::newRow("negative") << QByteArray("-5") << qint64{-1};
        QTest::newRow("empty") << QByteArray() << qint64{-1};
        QTest::newRow("word") << QByteArray("soon") << qint64{-1};
        QTest::newRow("IMF date") << QByteArray("Tue, 24 Nov 2026 02:00:30 GMT") << qint64{30'000};
        QTest::newRow("date with offset") << QByteArray("Tue, 24 Nov 2026 03:00:30 +0100") << qint64{30'000};
        QTest::newRow("past") << QByteArray("Tue, 24 Nov 2020 02:00:30 GMT") << qint64{0};
        QTest::newRow("long garbage") << QByteArray(100'000, 'x') << qint64{-1};
    }
    void reads()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, millis);
        const UtcTime now = fromUnixMillis(1'795'485'600'000); // 2026-11-24 02:00:00 UTC
        const auto parsed = parseRetryAfter(value, now);
        QCOMPARE(parsed ? parsed->count() : qint64{-1}, millis);
    }
};

BAROGRAPH_TEST(TestRetryAfter)
#include "tst_retry_after.moc"
