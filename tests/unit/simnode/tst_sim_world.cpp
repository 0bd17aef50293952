// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_driver.h"
#include "test_case.h"

#include <set>
#include <tuple>

using namespace barograph;
using namespace barograph::sim;
using namespace std::chrono_literals;

namespace {

SimulationConfig config(const char *scenario, std::uint64_t seed = 1)
{
    SimulationConfig made;
    made.scenarios = {scenario};
    made.seed = seed;
    return made;
}

bool isConserved(const Simulation &world)
{
    const SimulationTotals &totals = world.totals();
    std::uint64_t incomingSpent = 0;
    for (const EventKind kind : kEventKinds) {
        if (totals.generated[kind] != totals.acknowledged[kind] + world.waitingCallbacks()[kind] +
                                          totals.switchedOff[kind] + totals.diverted[kind])
            return false;
        incomingSpent += kind == EventKind::Send ? 0 : totals.generated[kind];
    }
    return totals.arrived.total() == incomingSpent + totals.lost.total() + world.incomingWaiting();
}

} // namespace

class TestSimWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conserves_data();
    void conserves();
    void neverSpendsMoreThanTheBudgetInASecond_data();
    void neverSpendsMoreThanTheBudgetInASecond();
    void sameSeedSameTraffic_data();
    void sameSeedSameTraffic();
    void otherSeedOtherTraffic();
    void switchedOffKindsStillSpend();
    void fullCallbackQueueHoldsBackTheRest();
    void redeliversAsOftenAsTold();
    void droppedAnswersComeAgain();
    void groupMessageHasOneReceiptPerParticipant();
    void durationEndsTrafficAndDrains();
    void bulkGoesBehindReplies();
    void waitingShowsInTheTimestamp();
};

void TestSimWorld::conserves_data()
{
    QTest::addColumn<QString>("scenario");
    for (const auto &name : scenarioNames())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void TestSimWorld::conserves()
{
    QFETCH(QString, scenario);
    SimulationConfig made = config(scenario.toLatin1().constData());
    made.redeliver = 0.1;
    test::Driver driver(made);
    driver.afterStep = [&] {
        // Now and then the receiver is away, so that callbacks wait.
        driver.receiving = (driver.world.now() / 1s) % 20 < 15;
        QVERIFY(isConserved(driver.world));
    };
    driver.runUntil(200s);
    QVERIFY(driver.world.totals().generated.total() > 1'000);
}

void TestSimWorld::neverSpendsMoreThanTheBudgetInASecond_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<double>("tps");
    QTest::newRow("storm at 20") << QStringLiteral("group-storm") << 20.0;
    QTest::newRow("campaign at 15") << QStringLiteral("campaign") << 15.0;
    QTest::newRow("overload at 350") << QStringLiteral("overload") << 350.0;
    QTest::newRow("shard loss at 80") << QStringLiteral("shard-loss") << 80.0;
}

void TestSimWorld::neverSpendsMoreThanTheBudgetInASecond()
{
    QFETCH(QString, scenario);
    QFETCH(double, tps);
    SimulationConfig made = config(scenario.toLatin1().constData());
    made.tps = tps;
    test::Driver driver(made, 10ms);
    // Totals after every step: the difference over a hundred steps is a half-open second at any hundredth.
    std::vector<std::uint64_t> totals;
    driver.afterStep = [&] { totals.push_back(driver.world.totals().generated.total()); };
    driver.runUntil(120s);
    std::uint64_t highest = 0;
    for (std::size_t i = 100; i < totals.size(); ++i)
        highest = std::max(highest, totals[i] - totals[i - 100]);
    QCOMPARE_LE(highest, static_cast<std::uint64_t>(tps));
    QCOMPARE_GE(highest, static_cast<std::uint64_t>(tps) - 1); // and the budget was used up
}

void TestSimWorld::sameSeedSameTraffic_data()
{
    conserves_data();
}

void TestSimWorld::sameSeedSameTraffic()
{
    QFETCH(QString, scenario);
    const SimulationConfig made = config(scenario.toLatin1().constData(), 99);
    test::Driver coarse(made, 250ms);
    test::Driver fine(made, 7ms);
    // Callbacks are taken at other moments, so not their order but their set is the same, and what spent budget is.
    coarse.runUntil(60s);
    fine.runUntil(60s);
    QCOMPARE(coarse.world.totals().generated, fine.world.totals().generated);
    QCOMPARE(coarse.world.totals().lost, fine.world.totals().lost);
    const auto content = [](const test::Driver &driver) {
        std::multiset<std::tuple<EventKind, std::uint64_t, std::uint32_t, std::int64_t>> events;
        for (const Interaction &told : driver.told)
            events.emplace(told.kind, told.message, told.participant, told.happenedAt.count());
        return events;
    };
    if (coarse.told.size() == fine.told.size())
        QVERIFY(content(coarse) == content(fine));
    else // slow-bot: how far a late receiver has come depends on when it was asked
        QCOMPARE(scenario, QStringLiteral("slow-bot"));
}

void TestSimWorld::otherSeedOtherTraffic()
{
    test::Driver one(config("steady", 1));
    test::Driver two(config("steady", 2));
    one.runUntil(30s);
    two.runUntil(30s);
    QVERIFY(one.told != two.told);
}

void TestSimWorld::switchedOffKindsStillSpend()
{
    test::Driver on(config("steady"));
    test::Driver off(config("steady"));
    off.world.setSwitches({false, false, true});
    on.runUntil(60s);
    off.runUntil(60s);
    QCOMPARE(off.world.totals().generated, on.world.totals().generated);
    QCOMPARE(off.world.totals().acknowledged[EventKind::Send], 0U);
    QCOMPARE(off.world.totals().acknowledged[EventKind::Delivery], 0U);
    QCOMPARE(off.world.totals().switchedOff[EventKind::Send], on.world.totals().generated[EventKind::Send]);
    QVERIFY(off.world.totals().acknowledged[EventKind::Read] > 0);
    // The statistics go on counting what was sent.
    QCOMPARE(off.world.counters(0).outSentMs.count, on.world.totals().generated[EventKind::Send]);
}

void TestSimWorld::fullCallbackQueueHoldsBackTheRest()
{
    test::Driver driver(config("overload"));
    driver.world.setCallbackLimits([] {
        queueing::CallbackLimits limits;
        limits.capacity = 100;
        return limits;
    }());
    driver.receiving = false;
    driver.runUntil(120s);
    QVERIFY(driver.world.isCallbackQueueFull());
    QCOMPARE(driver.world.totals().generated.total(), 100U);
    QVERIFY(driver.world.totals().lost[EventKind::Receive] > 0);
    QCOMPARE(driver.world.send(1, 0).result, Simulation::SendResult::QueueFull);
    driver.receiving = true;
    driver.runUntil(125s);
    QCOMPARE(driver.world.send(1, 0).result, Simulation::SendResult::Accepted);
}

void TestSimWorld::redeliversAsOftenAsTold()
{
    SimulationConfig made = config("steady");
    made.redeliver = 0.25;
    test::Driver driver(made);
    driver.runUntil(600s);
    const auto first = static_cast<double>(driver.world.totals().acknowledged.total());
    const auto again = static_cast<double>(driver.world.totals().redeliveredAcks);
    // Each repetition can be repeated in turn: 0.25 + 0.25² + … = 1/3.
    QVERIFY2(again / first > 0.28 && again / first < 0.38, qPrintable(QString::number(again / first)));
}

void TestSimWorld::droppedAnswersComeAgain()
{
    test::Driver driver(config("steady"));
    driver.world.setDropAnswers(1);
    driver.runUntil(20s);
    QCOMPARE(driver.world.totals().acknowledged.total(), 0U);
    QCOMPARE(driver.world.totals().failedAttempts, driver.world.totals().attempts);
    QVERIFY(driver.world.totals().attempts > driver.world.totals().generated.total());
    QVERIFY(driver.world.counters(0).statusCallbacksMs.count("2") == 1);
    driver.world.setDropAnswers(0);
    driver.runUntil(120s);
    QVERIFY(isConserved(driver.world));
    QCOMPARE_GE(driver.world.totals().acknowledged.total(), driver.world.totals().generated.total() - 5);
}

void TestSimWorld::groupMessageHasOneReceiptPerParticipant()
{
    SimulationConfig made = config("steady");
    made.duration = 0s;
    made.tps = 1'000;
    test::Driver driver(made);
    driver.runUntil(1s);
    const auto sent = driver.world.send(0, 3);
    QCOMPARE(sent.result, Simulation::SendResult::Accepted);
    driver.runUntil(120s);
    QVERIFY(driver.world.isDrained());
    std::set<std::uint32_t> delivered;
    std::set<std::uint32_t> read;
    int sends = 0;
    for (const Interaction &told : driver.told) {
        QCOMPARE(told.message, sent.message);
        if (told.kind == EventKind::Delivery)
            QVERIFY(delivered.insert(told.participant).second);
        else if (told.kind == EventKind::Read)
            QVERIFY(read.insert(told.participant).second);
        else
            ++sends;
    }
    QCOMPARE(sends, 1);
    QVERIFY(delivered.size() > 220 && delivered.size() <= 255);
    QVERIFY(read.size() > 80 && read.size() < 230); // a minute after the end nobody's receipt counts any more
}

void TestSimWorld::durationEndsTrafficAndDrains()
{
    SimulationConfig made = config("steady");
    made.duration = 60s;
    test::Driver driver(made);
    driver.runUntil(59s);
    QVERIFY(!driver.world.isDrained());
    driver.runUntil(200s);
    QVERIFY(driver.world.isDrained());
    const auto total = driver.world.totals().generated.total();
    driver.runUntil(900s);
    QCOMPARE(driver.world.totals().generated.total(), total);
    QCOMPARE(driver.world.totals().acknowledged.total(), total);
}

void TestSimWorld::bulkGoesBehindReplies()
{
    test::Driver driver(config("campaign"));
    driver.runUntil(10s);
    QVERIFY(driver.world.outbound().depthOf(1) > 3'500);
    const auto reply = driver.world.enqueue(5, 0, 0, false);
    QVERIFY(reply);
    driver.runUntil(12s);
    QCOMPARE(driver.world.outbound().depthOf(0), 0U);
    QVERIFY(std::any_of(driver.told.begin(), driver.told.end(), [&](const Interaction &told) {
        return told.kind == EventKind::Send && told.message == *reply;
    }));
    // Paused: nothing is taken any more, also not after a long time.
    driver.world.outbound().setPaused(true);
    driver.runUntil(13s);
    const auto sent = driver.world.totals().generated[EventKind::Send];
    driver.runUntil(60s);
    QCOMPARE(driver.world.totals().generated[EventKind::Send], sent);
    driver.world.outbound().setPaused(false);
    driver.runUntil(62s);
    QVERIFY(driver.world.totals().generated[EventKind::Send] > sent);
}

void TestSimWorld::waitingShowsInTheTimestamp()
{
    test::Driver driver(config("group-storm"));
    ModelTime longest{};
    std::size_t seen = 0;
    driver.afterStep = [&] {
        for (; seen < driver.told.size(); ++seen)
            longest = std::max(longest, driver.world.now() - driver.told[seen].happenedAt);
    };
    driver.runUntil(90s);
    // Some 2,500 deliveries at 20 a second, shared with the rest.
    QVERIFY(longest > 60s);
}

BAROGRAPH_TEST(TestSimWorld)
#include "tst_sim_world.moc"
