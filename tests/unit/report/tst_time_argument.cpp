// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/time_argument.h"
#include "test_case.h"

#include <QDateTime>

using namespace barograph;

class TestTimeArgument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("now") << QStringLiteral("now") << QStringLiteral("2026-01-31T12:00:00Z");
        QTest::newRow("seconds ago") << QStringLiteral("-90s") << QStringLiteral("2026-01-31T11:58:30Z");
        QTest::newRow("minutes ago") << QStringLiteral("-30m") << QStringLiteral("2026-01-31T11:30:00Z");
        QTest::newRow("hours ago") << QStringLiteral("-1h") << QStringLiteral("2026-01-31T11:00:00Z");
        QTest::newRow("days ago") << QStringLiteral("-7d") << QStringLiteral("2026-01-24T12:00:00Z");
        QTest::newRow("utc") << QStringLiteral("2026-01-30T10:11:12Z") << QStringLiteral("2026-01-30T10:11:12Z");
        QTest::newRow("offset") << QStringLiteral("2026-01-30T10:11:12+05:30")
                                << QStringLiteral("2026-01-30T04:41:12Z");
        QTest::newRow("offset west, no colon")
            << QStringLiteral("2026-01-30T10:11:12-0330") << QStringLiteral("2026-01-30T13:41:12Z");
        QTest::newRow("fraction is cut") << QStringLiteral("2026-01-30T10:11:12.999Z")
                                         << QStringLiteral("2026-01-30T10:11:12Z");
        QTest::newRow("local") << QStringLiteral("2026-01-30T10:11:12") << QStringLiteral("2026-01-30T09:11:12Z");
        QTest::newRow("local, summer") << QStringLiteral("2025-07-30T10:11:12")
                                       << QStringLiteral("2025-07-30T08:11:12Z");
        QTest::newRow("no seconds") << QStringLiteral("2026-01-30 10:11") << QStringLiteral("2026-01-30T09:11:00Z");
        QTest::newRow("day") << QStringLiteral("2026-01-30") << QStringLiteral("2026-01-29T23:00:00Z");
    }
    void understands()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto moment = parseTimeArgument(text, now(), QTimeZone("Europe/Berlin"));
        QVERIFY2(moment, moment ? "" : qPrintable(moment.error()));
        QCOMPARE(QDateTime::fromSecsSinceEpoch(unixSeconds(*moment), Qt::UTC).toString(Qt::ISODate), utc);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text : {"",
                                 "yesterday",
                                 "-",
                                 "-1",
                                 "-1w",
                                 "1h",
                                 "+1h",
                                 "- 1h",
                                 "-1.5h",
                                 "--1h",
                                 "-9999999999s",
                                 "2026-13-01",
                                 "2026-02-30T00:00Z",
                                 "2026-01-30T25:00Z",
                                 "2026-01-30T10:60Z",
                                 "2026-01-30T10:00+15:00",
                                 "2026-01-30T10:00+05:99",
                                 "2026-01-30Z",
                                 "30.01.2026",
                                 "1769774400",
                                 "2026-03-29T02:30" /* skipped in Berlin */})
            QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto moment = parseTimeArgument(text, now(), QTimeZone("Europe/Berlin"));
        QVERIFY(!moment);
        QVERIFY(moment.error().contains(QLatin1Char('"') + text + QLatin1Char('"')));
    }

private:
    static UtcTime now() { return fromUnixMillis(1769860800500); } // 2026-01-31 12:00:00.500 UTC
};

BAROGRAPH_TEST(TestTimeArgument)
#include "tst_time_argument.moc"
