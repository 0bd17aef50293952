// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "meters/second_clock.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

class TestSecondClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifies_data();
    void classifies();
    void neverRunsBack();
};

void TestSecondClock::classifies_data()
{
    QTest::addColumn<qint64>("toMs");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, qint64 toMs, ClockStep step) {
        QTest::newRow(name) << toMs << static_cast<int>(step);
    };
    row("same second", 900, ClockStep::Same);
    row("next second", 1000, ClockStep::Forward);
    row("slow call", 5500, ClockStep::Forward);
    row("sleep", 5501, ClockStep::Jump);
    row("a bit back", -1, ClockStep::Same);
    row("an hour back", -3'600'000, ClockStep::Same);
    row("more than an hour back", -3'600'001, ClockStep::Restart);
}

void TestSecondClock::classifies()
{
    QFETCH(qint64, toMs);
    QFETCH(int, expected);
    SecondClock clock;
    QCOMPARE(clock.classify(kNoon), ClockStep::Start);
    clock.moveTo(noonPlus(500));
    QCOMPARE(static_cast<int>(clock.classify(noonPlus(toMs))), expected);
}

void TestSecondClock::neverRunsBack()
{
    SecondClock clock;
    clock.moveTo(noonPlus(10'000));
    clock.moveTo(noonPlus(4'000));
    QCOMPARE(clock.open(), secondOf(noonPlus(10'000)));
    QVERIFY(clock.isBehind(noonPlus(4'000)));
    QVERIFY(!clock.isBehind(noonPlus(8'000)));
    QCOMPARE(clock.steady(noonPlus(4'000)), noonPlus(10'000));
    QCOMPARE(clock.steady(noonPlus(10'700)), noonPlus(10'700));
    // Catching up second by second is no jump.
    for (qint64 ms = 4'000; ms <= 11'000; ms += 100) {
        QVERIFY(clock.classify(noonPlus(ms)) != ClockStep::Jump);
        clock.moveTo(noonPlus(ms));
    }
    QCOMPARE(clock.open(), secondOf(noonPlus(11'000)));
}

BAROGRAPH_TEST(TestSecondClock)
#include "tst_second_clock.moc"
