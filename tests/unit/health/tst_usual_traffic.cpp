// SPDX-License-Identifier: GPL-3.0-or-later
#include "silence/usual_traffic.h"
#include "test_case.h"

#include <functional>

using namespace barograph;
using namespace std::chrono_literals;

namespace {

/// 2026-03-02 00:00 UTC, a Monday.
const UtcTime kMonday = fromUnixMillis(1'772'409'600'000);
constexpr quint8 kReceiveBit = 1;

/// Four weeks before kMonday, with a receive in those minutes for which `busy` says so (day 0 = the first, a Monday).
TrafficTally tallyOf(const std::function<bool(int day, int minuteOfDay)> &busy, quint8 known = 0x0F)
{
    TrafficTally tally;
    for (int day = 0; day < 28; ++day) {
        for (int minute = 0; minute < 1440; ++minute) {
            const auto at = kMonday - std::chrono::hours{24 * (28 - day)} + std::chrono::minutes{minute};
            tally.add(at, known, busy(day, minute) ? kReceiveBit : quint8{0});
        }
    }
    return tally;
}

bool isWeekendDay(int day)
{
    return day % 7 >= 5;
}

} // namespace

class TestUsualTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownWithoutHistory()
    {
        const auto usual = TrafficTally().usual(kMonday);
        QVERIFY(!usual.isKnown(EventKind::Receive, kMonday));
        QCOMPARE(usual.pace(EventKind::Receive, kMonday), 0.0);
        QCOMPARE(usual.expectedIn(EventKind::Receive, kMonday, kMonday + 24h), 0.0);
        QVERIFY(usual == UsualTraffic());
    }

    void aBusyNodeIsNeverQuietForLong()
    {
        const auto usual = tallyOf([](int, int) { return true; }).usual(kMonday);
        QVERIFY(usual.isKnown(EventKind::Receive, kMonday));
        // Other kinds never came: that is known too, and usual.
        QVERIFY(usual.isKnown(EventKind::Read, kMonday));
        QCOMPARE(usual.pace(EventKind::Read, kMonday), 0.0);
        QVERIFY(usual.expectedIn(EventKind::Receive, kMonday + 10h, kMonday + 10h + 2min) < 12);
        QVERIFY(usual.expectedIn(EventKind::Receive, kMonday + 10h, kMonday + 10h + 4min) >= 12);
    }

    void nightsAndDaysApart()
    {
        // From 8 to 20 h every minute, at night none.
        const auto usual = tallyOf([](int, int minute) { return minute >= 8 * 60 && minute < 20 * 60; }).usual(kMonday);
        QCOMPARE(usual.expectedIn(EventKind::Receive, kMonday, kMonday + 7h), 0.0);
        QVERIFY(usual.expectedIn(EventKind::Receive, kMonday + 12h, kMonday + 12h + 10min) > 12);
        // The first hour of the day may begin late.
        QCOMPARE(usual.pace(EventKind::Receive, kMonday + 8h), 0.0);
        QVERIFY(usual.pace(EventKind::Receive, kMonday + 9h) > 1);
    }

    void weekendsApart()
    {
        const auto usual = tallyOf([](int day, int) { return !isWeekendDay(day); }).usual(kMonday);
        QVERIFY(usual.pace(EventKind::Receive, kMonday + 12h) > 1);
        const auto saturday = kMonday + std::chrono::hours{5 * 24 + 12};
        QVERIFY(usual.isKnown(EventKind::Receive, saturday));
        QCOMPARE(usual.pace(EventKind::Receive, saturday), 0.0);
    }

    void burstsCountAsMinutesAndQuietDaysCount()
    {
        // A minute in ten, and none at all on every third day.
        const auto usual = tallyOf([](int day, int minute) { return day % 3 != 0 && minute % 10 == 0; }).usual(kMonday);
        QCOMPARE(usual.pace(EventKind::Receive, kMonday + 12h), 0.0);
        const auto each = tallyOf([](int, int minute) { return minute % 10 == 0; }).usual(kMonday);
        // 12 busy minutes at about one in ten: two hours of silence.
        QVERIFY(each.expectedIn(EventKind::Receive, kMonday + 12h, kMonday + 13h + 30min) < 12);
        QVERIFY(each.expectedIn(EventKind::Receive, kMonday + 12h, kMonday + 14h + 30min) > 12);
    }

    void oneBadDayDoesNotSpoilIt()
    {
        const auto usual = tallyOf([](int day, int) { return day != 9; }).usual(kMonday);
        QVERIFY(usual.pace(EventKind::Receive, kMonday + 12h) > 1);
    }

    void fewDaysAreNoHabit_data()
    {
        QTest::addColumn<int>("firstDay");
        QTest::addColumn<bool>("monday");
        QTest::addColumn<bool>("saturday");
        QTest::newRow("the last two days, a weekend") << 26 << false << true;
        QTest::newRow("the last three: too few working days") << 25 << false << true;
        QTest::newRow("the last five") << 23 << true << true;
        QTest::newRow("one day") << 27 << false << false;
    }
    void fewDaysAreNoHabit()
    {
        QFETCH(const int, firstDay);
        QFETCH(const bool, monday);
        QFETCH(const bool, saturday);
        TrafficTally tally;
        for (int minute = firstDay * 1440; minute < 28 * 1440; ++minute)
            tally.add(kMonday - std::chrono::hours{24 * 28} + std::chrono::minutes{minute}, 0x0F, kReceiveBit);
        const auto usual = tally.usual(kMonday);
        QCOMPARE(usual.isKnown(EventKind::Receive, kMonday + 12h), monday);
        QCOMPARE(usual.isKnown(EventKind::Receive, kMonday + 132h), saturday);
    }

    void onlyWhatWasWatchedCounts()
    {
        const auto unwatched = tallyOf([](int, int) { return true; }, 0).usual(kMonday);
        QVERIFY(!unwatched.isKnown(EventKind::Receive, kMonday + 12h));
        // Reads were not told (switched off): nothing is known of them.
        const auto partly = tallyOf([](int, int) { return true; }, kReceiveBit).usual(kMonday);
        QVERIFY(partly.isKnown(EventKind::Receive, kMonday + 12h));
        QVERIFY(!partly.isKnown(EventKind::Read, kMonday + 12h));
    }

    void whatIsTooOldIsForgotten()
    {
        const auto tally = tallyOf([](int, int) { return true; });
        QVERIFY(!tally.usual(kMonday + std::chrono::hours{24 * 28}).isKnown(EventKind::Receive, kMonday + 12h));
    }
};

BAROGRAPH_TEST(TestUsualTraffic)
#include "tst_usual_traffic.moc"
