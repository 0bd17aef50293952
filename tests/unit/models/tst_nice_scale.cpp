// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "series/nice_scale.h"
#include "test_case.h"

#include <cmath>
#include <limits>
#include <random>

using namespace barograph;
using namespace barograph::test;

class TestNiceScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void growsAtOnce();
    void shrinksOnlyWhenItStaysLow();
    void noiseDoesNotMoveTheAxis();
};

void TestNiceScale::fits_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("maximum");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << 0.0 << 5.0 << 1.0;
    QTest::newRow("negative") << -7.0 << 5.0 << 1.0;
    QTest::newRow("not a number") << std::nan("") << 5.0 << 1.0;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 5.0 << 1.0;
    QTest::newRow("a few") << 4.0 << 5.0 << 1.0;
    QTest::newRow("budget of 20") << 20.0 << 25.0 << 5.0;
    QTest::newRow("budget of 80") << 80.0 << 100.0 << 20.0;
    QTest::newRow("just under") << 9.5 << 10.0 << 2.0;
    QTest::newRow("thousand") << 1000.0 << 1500.0 << 500.0;
    QTest::newRow("huge") << 3.9e9 << 5e9 << 1e9;
}

void TestNiceScale::fits()
{
    QFETCH(double, highest);
    QFETCH(double, maximum);
    QFETCH(double, step);
    NiceScale scale;
    QVERIFY(scale.update(highest, kNoon));
    QCOMPARE(scale.maximum(), maximum);
    QCOMPARE(scale.tickStep(), step);
    QCOMPARE(scale.tickCount() * scale.tickStep(), scale.maximum());
    QVERIFY(scale.tickCount() >= 3 && scale.tickCount() <= 6);
    QVERIFY(!scale.update(highest, noonPlus(100)));
}

void TestNiceScale::growsAtOnce()
{
    NiceScale scale;
    scale.update(20, kNoon);
    QVERIFY(!scale.update(25, noonPlus(100)));
    QVERIFY(scale.update(25.1, noonPlus(200)));
    QCOMPARE(scale.maximum(), 30.0);
}

void TestNiceScale::shrinksOnlyWhenItStaysLow()
{
    NiceScale scale;
    scale.update(80, kNoon);
    for (qint64 ms = 100; ms < 10'100; ms += 100)
        QVERIFY(!scale.update(ms == 5000 ? 30 : 10, noonPlus(ms)));
    QVERIFY(scale.update(10, noonPlus(10'100)));
    // As high as it was within those ten seconds.
    QCOMPARE(scale.maximum(), 40.0);
    // A higher value in between starts the wait anew.
    QVERIFY(!scale.update(5, noonPlus(11'000)));
    QVERIFY(!scale.update(30, noonPlus(15'000)));
    QVERIFY(!scale.update(5, noonPlus(16'000)));
    QVERIFY(!scale.update(5, noonPlus(25'900)));
    QVERIFY(scale.update(5, noonPlus(26'000)));
    // A clock that was set back does not shrink it early.
    scale.update(80, noonPlus(30'000));
    QVERIFY(!scale.update(5, noonPlus(31'000)));
    QVERIFY(!scale.update(5, noonPlus(0)));
    QVERIFY(!scale.update(5, noonPlus(9'000)));
}

void TestNiceScale::noiseDoesNotMoveTheAxis()
{
    std::mt19937 random(3);
    NiceScale scale;
    int changes = 0;
    for (qint64 ms = 0; ms < 600'000; ms += 100)
        changes += scale.update(60 + static_cast<double>(random() % 35), noonPlus(ms)) ? 1 : 0;
    QVERIFY2(changes <= 2, qPrintable(QString::number(changes)));
}

BAROGRAPH_TEST(TestNiceScale)
#include "tst_nice_scale.moc"
