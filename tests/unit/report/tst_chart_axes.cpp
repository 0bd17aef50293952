// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_axes.h"
#include "test_case.h"

using namespace barograph;

class TestChartAxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<qint64>("last");
        QTest::newRow("nothing") << 0.0 << 1LL << 1LL;
        QTest::newRow("five") << 5.0 << 1LL << 5LL;
        QTest::newRow("twenty") << 20.4 << 5LL << 25LL;
        QTest::newRow("hundred") << 100.0 << 20LL << 100LL;
        QTest::newRow("thousand") << 1020.0 << 200LL << 1200LL;
        QTest::newRow("huge") << 4.3e9 << 1000000000LL << 5000000000LL;
    }
    void values()
    {
        QFETCH(double, highest);
        QFETCH(qint64, step);
        const auto ticks = valueTicks(highest, 6);
        QCOMPARE(ticks.front(), 0);
        QTEST(ticks.back(), "last");
        QVERIFY(ticks.size() <= 7);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QCOMPARE(ticks[i] - ticks[i - 1], step);
    }

    void times_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QStringList>("labels");
        const QTimeZone kolkata("Asia/Kolkata");
        QTest::newRow("an hour") << QDateTime({2026, 1, 31}, {13, 55}, kolkata) << 3600LL
                                 << QStringList{QStringLiteral("14:00\n2026-01-31"),
                                                QStringLiteral("14:10"),
                                                QStringLiteral("14:20"),
                                                QStringLiteral("14:30"),
                                                QStringLiteral("14:40"),
                                                QStringLiteral("14:50")};
        QTest::newRow("over midnight") << QDateTime({2026, 1, 31}, {18, 30}, kolkata) << 11LL * 3600
                                       << QStringList{QStringLiteral("20:00\n2026-01-31"), QStringLiteral("22:00"),
                                                      QStringLiteral("00:00\n2026-02-01"), QStringLiteral("02:00"),
                                                      QStringLiteral("04:00")};
        QTest::newRow("seconds") << QDateTime({2026, 1, 31}, {14, 0, 1}, kolkata) << 20LL
                                 << QStringList{QStringLiteral("14:00:05\n2026-01-31"), QStringLiteral("14:00:10"),
                                                QStringLiteral("14:00:15"), QStringLiteral("14:00:20")};
        QTest::newRow("days") << QDateTime({2026, 1, 30}, {12, 0}, kolkata) << 4LL * 86400
                              << QStringList{QStringLiteral("2026-01-31"), QStringLiteral("2026-02-01"),
                                             QStringLiteral("2026-02-02"), QStringLiteral("2026-02-03")};
    }
    void times()
    {
        QFETCH(QDateTime, from);
        QFETCH(qint64, length);
        QStringList labels;
        const auto start = fromUnixSeconds(from.toSecsSinceEpoch());
        for (const auto &tick : timeTicks(start, start + Seconds{length}, from.timeZone(), 8))
            labels.append(tick.label);
        QTEST(labels, "labels");
    }

    void staysRoundWhenTheClocksChange_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<qint64>("days");
        const QTimeZone berlin("Europe/Berlin"); // changes on 2026-03-29 and 2026-10-25
        QTest::newRow("spring, hours") << QDateTime({2026, 3, 28}, {18, 0}, berlin) << 1LL;
        QTest::newRow("spring, half days") << QDateTime({2026, 3, 28}, {0, 0}, berlin) << 3LL;
        QTest::newRow("spring, days") << QDateTime({2026, 3, 26}, {0, 0}, berlin) << 6LL;
        QTest::newRow("autumn, hours") << QDateTime({2026, 10, 24}, {18, 0}, berlin) << 1LL;
        QTest::newRow("autumn, half days") << QDateTime({2026, 10, 24}, {0, 0}, berlin) << 3LL;
    }
    void staysRoundWhenTheClocksChange()
    {
        QFETCH(QDateTime, from);
        QFETCH(qint64, days);
        const auto start = fromUnixSeconds(from.toSecsSinceEpoch());
        const auto ticks = timeTicks(start, start + Seconds{days * 86400}, from.timeZone(), 8);
        QVERIFY(ticks.size() >= 3);
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            const auto local = QDateTime::fromSecsSinceEpoch(unixSeconds(ticks[i].at), from.timeZone()).time();
            QCOMPARE(local.minute() + local.second(), 0);
            if (days > 1)
                QCOMPARE(local.hour() % 12, 0);
            if (i > 0)
                QVERIFY(ticks[i].at > ticks[i - 1].at);
        }
    }

    void neverTooManyOrNone()
    {
        for (qint64 length = 1; length < 4000LL * 86400; length = length * 3 + 1) {
            const auto from = fromUnixSeconds(1'700'000'123);
            const auto ticks = timeTicks(from, from + Seconds{length}, QTimeZone("Asia/Kolkata"), 8);
            QVERIFY(ticks.size() <= 8);
            QVERIFY2(!ticks.empty(), qPrintable(QString::number(length)));
            for (const auto &tick : ticks)
                QVERIFY(tick.at >= from && tick.at <= from + Seconds{length});
        }
    }
};

BAROGRAPH_TEST(TestChartAxes)
#include "tst_chart_axes.moc"
