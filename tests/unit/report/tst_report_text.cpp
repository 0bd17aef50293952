// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_text.h"
#include "test_case.h"

#include <QLocale>

using namespace barograph;

class TestReportText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void numbers()
    {
        QCOMPARE(withThousands(1234567), QStringLiteral("1,234,567"));
        QCOMPARE(withThousands(-5), QStringLiteral("-5"));
        QCOMPARE(tpsText(20), QStringLiteral("20"));
        QCOMPARE(tpsText(12.5), QStringLiteral("12.5"));
        QCOMPARE(tpsText(1000), QStringLiteral("1,000"));
        QCOMPARE(tpsText(0.04), QStringLiteral("0"));
        QCOMPARE(tpsText(2.96), QStringLiteral("3"));
    }

    void percent_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0LL << 100LL << QStringLiteral("0.0 %");
        QTest::newRow("all") << 100LL << 100LL << QStringLiteral("100.0 %");
        QTest::newRow("eighth") << 125LL << 1000LL << QStringLiteral("12.5 %");
        QTest::newRow("nearly none") << 1LL << 100000LL << QStringLiteral("< 0.1 %");
        QTest::newRow("nearly all") << 99999LL << 100000LL << QStringLiteral("> 99.9 %");
        QTest::newRow("of nothing") << 0LL << 0LL << QStringLiteral("–");
    }
    void percent()
    {
        QFETCH(qint64, part);
        QFETCH(qint64, whole);
        QTEST(percentText(part, whole), "text");
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << 0LL << QStringLiteral("0 s");
        QTest::newRow("59") << 59LL << QStringLiteral("59 s");
        QTest::newRow("minute") << 60LL << QStringLiteral("1 min 00 s");
        QTest::newRow("hour") << 3900LL << QStringLiteral("1 h 05 min");
        QTest::newRow("days") << 90061LL << QStringLiteral("1 d 01 h");
    }
    void durations()
    {
        QFETCH(qint64, seconds);
        QTEST(durationText(seconds), "text");
    }

    void readingsNeverTurnIntoZero()
    {
        const UtcTime now{};
        QCOMPARE(readingText(Reading<quint32>{}), QStringLiteral("unknown"));
        QCOMPARE(readingText(Reading<quint32>::notSupported()), QStringLiteral("not supported"));
        QCOMPARE(readingText(Reading<quint32>::notMeasured()), QStringLiteral("not measured"));
        QCOMPARE(readingText(Reading<quint32>::estimated(2048, now)), QStringLiteral("≈ 2,048"));
        QCOMPARE(readingText(Reading<quint32>::measured(0, now)), QStringLiteral("0"));
        QCOMPARE(readingText(Reading<quint32>::measured(7, now).asStale()), QStringLiteral("7 (stale)"));
    }

    void timesCarryTheirOffset()
    {
        const auto moment = fromUnixSeconds(1769884199); // 2026-01-31 18:29:59 UTC
        const QTimeZone kolkata("Asia/Kolkata");
        QCOMPARE(utcText(moment), QStringLiteral("2026-01-31 18:29:59 UTC"));
        QCOMPARE(localText(moment, kolkata), QStringLiteral("2026-01-31 23:59:59 +05:30"));
        QCOMPARE(offsetText(moment, QTimeZone("America/St_Johns")), QStringLiteral("-03:30"));
        QCOMPARE(offsetText(moment, QTimeZone::utc()), QStringLiteral("+00:00"));
        // Summer time is that of the moment, not of today.
        QCOMPARE(offsetText(moment, QTimeZone("Europe/Berlin")), QStringLiteral("+01:00"));
        QCOMPARE(offsetText(moment + Seconds{150 * 86400}, QTimeZone("Europe/Berlin")), QStringLiteral("+02:00"));
    }
};

BAROGRAPH_TEST(TestReportText)
#include "tst_report_text.moc"
