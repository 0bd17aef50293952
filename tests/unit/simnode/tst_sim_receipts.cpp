// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueing/receipt_curve.h"
#include "random.h"
#include "test_case.h"

#include <cmath>

using namespace barograph::queueing;
using namespace barograph::sim;
using namespace std::chrono_literals;

class TestSimReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleReceiveAndReadAsDescribed();
    void shareFollowsTheDraws_data();
    void shareFollowsTheDraws();
    void sameDrawsSameReceipts();
    void randomIsReproducibleAndUniform();
};

namespace {

RecipientDraws drawsFrom(Random &random)
{
    RecipientDraws draws;
    draws.online = random.uniform();
    draws.deliveryDelay = random.uniform();
    draws.reads = random.uniform();
    draws.readMode = random.uniform();
    draws.readDelay = random.uniform();
    draws.coincides = random.uniform();
    return draws;
}

} // namespace

void TestSimReceipts::peopleReceiveAndReadAsDescribed()
{
    constexpr int kPeople = 40'000;
    Random random(42);
    int delivered = 0;
    int soon = 0;
    int read = 0;
    int readOnly = 0;
    for (int i = 0; i < kPeople; ++i) {
        const auto receipts = receiptsOf(drawsFrom(random));
        delivered += receipts.delivered ? 1 : 0;
        soon += receipts.delivered && *receipts.delivered < 5s ? 1 : 0;
        read += receipts.read ? 1 : 0;
        readOnly += receipts.read && !receipts.delivered ? 1 : 0;
        if (receipts.delivered) {
            QVERIFY(*receipts.delivered > ModelTime::zero());
            QVERIFY(!receipts.read || *receipts.read >= *receipts.delivered);
        }
    }
    const auto share = [](int count) { return static_cast<double>(count) / kPeople; };
    QCOMPARE_GT(share(delivered), 0.94);
    QCOMPARE_LT(share(delivered), 0.97);
    QCOMPARE_GT(share(soon), 0.88);
    QCOMPARE_GT(share(read), 0.82);
    QCOMPARE_LT(share(read), 0.88);
    QCOMPARE_GT(readOnly, 0);
    QCOMPARE_LT(share(readOnly), 0.03);
}

void TestSimReceipts::shareFollowsTheDraws_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("5 s") << qint64{5};
    QTest::newRow("first minute") << qint64{60};
    QTest::newRow("8 min") << qint64{480};
    QTest::newRow("1 h") << qint64{3600};
    QTest::newRow("beyond the tail") << qint64{8 * 3600};
}

// The curve for forecasts and the draws are two ways to say the same: they have to agree.
void TestSimReceipts::shareFollowsTheDraws()
{
    QFETCH(qint64, seconds);
    constexpr int kPeople = 40'000;
    Random random(7);
    int reached = 0;
    int read = 0;
    for (int i = 0; i < kPeople; ++i) {
        RecipientDraws draws = drawsFrom(random);
        draws.coincides = 0.5; // with a delivered to count from
        const auto receipts = receiptsOf(draws);
        if (!receipts.delivered)
            continue;
        ++reached;
        read += receipts.read && *receipts.read - *receipts.delivered <= std::chrono::seconds(seconds) ? 1 : 0;
    }
    const double expected = readShareAfter(std::chrono::seconds(seconds));
    QVERIFY(std::abs(static_cast<double>(read) / reached - expected) < 0.01);
    QCOMPARE(readShareAfter(ModelTime::zero()), 0.0);
    QVERIFY(readShareAfter(60s) > 0.39); // the fast first minute
    QVERIFY(readShareAfter(60s) < 0.60); // and the long tail
}

void TestSimReceipts::sameDrawsSameReceipts()
{
    Random a(3);
    Random b(3);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(receiptsOf(drawsFrom(a)), receiptsOf(drawsFrom(b)));
}

void TestSimReceipts::randomIsReproducibleAndUniform()
{
    // Known numbers: the traffic of a seed must not change with the compiler or its library.
    Random random(1);
    const std::uint64_t first = random.next();
    QCOMPARE(Random(1).next(), first);
    QVERIFY(Random(2).next() != first);
    double sum = 0;
    constexpr int kDraws = 100'000;
    for (int i = 0; i < kDraws; ++i) {
        const double draw = random.uniform();
        QVERIFY(draw >= 0 && draw < 1);
        QVERIFY(random.below(7) < 7);
        sum += draw;
    }
    QVERIFY(std::abs(sum / kDraws - 0.5) < 0.01);
}

BAROGRAPH_TEST(TestSimReceipts)
#include "tst_sim_receipts.moc"
