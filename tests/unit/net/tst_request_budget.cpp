// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/back_off.h"
#include "net/token_bucket.h"
#include "test_case.h"

using namespace barograph;
using Clock = TokenBucket::Clock;

class TestRequestBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesABurstAndThenTheRate()
    {
        const Clock::time_point start{};
        TokenBucket bucket(2.0, 6.0, start);
        int taken = 0;
        // Asked every 10 ms for ten seconds: 6 at once and 2 a second.
        for (int ms = 0; ms <= 10'000; ms += 10)
            taken += bucket.tryTake(start + Millis{ms}) ? 1 : 0;
        QCOMPARE(taken, 26);
    }

    void tellsHowLongToWait()
    {
        const Clock::time_point start{};
        TokenBucket bucket(2.0, 1.0, start);
        QCOMPARE(bucket.waitTime(start), Millis{0});
        QVERIFY(bucket.tryTake(start));
        QCOMPARE(bucket.waitTime(start), Millis{500});
        QVERIFY(!bucket.tryTake(start + Millis{499}));
        QVERIFY(bucket.tryTake(start + Millis{500}));
    }

    void savesNoMoreThanABurst()
    {
        const Clock::time_point start{};
        TokenBucket bucket(2.0, 3.0, start);
        const auto later = start + std::chrono::hours{24};
        for (int i = 0; i < 3; ++i)
            QVERIFY(bucket.tryTake(later));
        QVERIFY(!bucket.tryTake(later));
    }

    void isNotFooledByAClockThatStandsStill()
    {
        const Clock::time_point start{};
        TokenBucket bucket(2.0, 1.0, start + Millis{1000});
        QVERIFY(bucket.tryTake(start + Millis{1000}));
        QVERIFY(!bucket.tryTake(start));
        QVERIFY(!bucket.tryTake(start + Millis{1000}));
    }

    void backsOffUpToTheCap()
    {
        BackOff backOff(Millis{1000}, Millis{60'000});
        const std::array expected{1000, 2000, 4000, 8000, 16'000, 32'000, 60'000, 60'000};
        for (const int most : expected)
            QCOMPARE(backOff.next(1.0), Millis{most});
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(backOff.next(1.0), Millis{60'000});
        backOff.reset();
        QCOMPARE(backOff.next(0.0), Millis{500});
        QCOMPARE(backOff.next(0.5), Millis{1500});
    }

    void jittersByATenth()
    {
        QCOMPARE(withJitter(Millis{1000}, 0.0), Millis{900});
        QCOMPARE(withJitter(Millis{1000}, 0.5), Millis{1000});
        for (int i = 0; i < 1000; ++i) {
            const Millis jittered = withJitter(Millis{1000}, randomFraction());
            QVERIFY(jittered >= Millis{900} && jittered < Millis{1100});
        }
    }
};

BAROGRAPH_TEST(TestRequestBudget)
#include "tst_request_budget.moc"
