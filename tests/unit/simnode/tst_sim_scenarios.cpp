// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim_driver.h"
#include "test_case.h"

#include <algorithm>
#include <set>

using namespace barograph;
using namespace barograph::sim;
using namespace std::chrono_literals;

namespace {

SimulationConfig config(std::vector<std::string> scenarios)
{
    SimulationConfig made;
    made.scenarios = std::move(scenarios);
    return made;
}

int connected(const Cluster &cluster)
{
    return static_cast<int>(std::count_if(cluster.members().begin(), cluster.members().end(),
                                          [](const auto &member) { return member.gateway == Gateway::Connected; }));
}

} // namespace

class TestSimScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steadyStaysWithinBudget();
    void stormStartsEarlyAndComesAgain();
    void campaignBringsReplies();
    void overloadLosesMessages();
    void slowBotFillsTheCallbackQueue();
    void silentWebhooksCountOn();
    void failoverTakesHeartbeatAndUnhealthyInterval();
    void shardIsLostAndBack();
    void memberNamesAreUnique();
    void scenariosAddUp();
    void highAvailabilityWithoutAFault();
    void slowBotShowsInTheDurations();
    void masterMoves();
};

void TestSimScenarios::steadyStaysWithinBudget()
{
    test::Driver driver(config({"steady"}));
    driver.runUntil(1800s);
    const double tps = static_cast<double>(driver.world.totals().generated.total()) / 1800;
    QVERIFY2(tps > 8 && tps < 14, qPrintable(QString::number(tps)));
    QCOMPARE(driver.world.totals().lost.total(), 0U);
    QVERIFY(driver.world.incomingWaiting() < 100);
}

void TestSimScenarios::stormStartsEarlyAndComesAgain()
{
    test::Driver driver(config({"group-storm"}));
    driver.runUntil(8s);
    QVERIFY(driver.world.incomingWaiting() > 500);
    driver.runUntil(479s);
    const auto groupSends = [&] {
        std::set<std::uint64_t> messages;
        for (const auto &told : driver.told) {
            if (told.kind == EventKind::Send && told.group != 0)
                messages.insert(told.message);
        }
        return messages.size();
    };
    QCOMPARE(groupSends(), 10U);
    driver.runUntil(500s);
    QCOMPARE(groupSends(), 20U);
    QCOMPARE(driver.world.totals().lost.total(), 0U);
}

void TestSimScenarios::campaignBringsReplies()
{
    test::Driver driver(config({"campaign"}));
    driver.runUntil(4s);
    QVERIFY(driver.world.outbound().depth() > 3'900);
    driver.runUntil(600s);
    const auto replies = std::count_if(driver.told.begin(), driver.told.end(), [](const Interaction &told) {
        return told.kind == EventKind::Receive && told.participant >= Directory::kFirstCustomer;
    });
    QVERIFY(replies > 20);
}

void TestSimScenarios::overloadLosesMessages()
{
    test::Driver driver(config({"overload"}));
    driver.runUntil(60s);
    QVERIFY(driver.world.totals().lost[EventKind::Receive] > 0);
    SimulationConfig roomy = config({"overload"});
    roomy.incomingCapacity = 100'000;
    test::Driver room(roomy);
    room.runUntil(60s);
    QCOMPARE(room.world.totals().lost.total(), 0U);
    QVERIFY(room.world.incomingWaiting() > 1'000);
}

void TestSimScenarios::slowBotFillsTheCallbackQueue()
{
    test::Driver driver(config({"slow-bot"}));
    driver.runUntil(5s);
    QVERIFY(driver.world.callbackQueueSize() < 20);
    driver.runUntil(120s);
    const auto slow = driver.world.callbackQueueSize();
    QVERIFY2(slow > 200, qPrintable(QString::number(slow)));
    // More workers carry it: what max_concurrent_requests is for.
    queueing::CallbackLimits limits;
    limits.maxConcurrent = 24;
    driver.world.setCallbackLimits(limits);
    driver.runUntil(180s);
    QVERIFY(driver.world.callbackQueueSize() < slow / 2);
}

void TestSimScenarios::silentWebhooksCountOn()
{
    test::Driver driver(config({"silent-webhooks"}));
    driver.runUntil(16s);
    const auto told = driver.told.size();
    const auto sent = driver.world.counters(0).outSentMs.count;
    QVERIFY(told > 0);
    driver.runUntil(120s);
    QVERIFY(driver.told.size() <= told + 2);
    QVERIFY(driver.world.counters(0).outSentMs.count > sent + 50);
    QCOMPARE(connected(driver.world.cluster()), 1);
    QVERIFY(driver.world.totals().diverted.total() > 0);
}

void TestSimScenarios::failoverTakesHeartbeatAndUnhealthyInterval()
{
    test::Driver driver(config({"failover"}));
    const Cluster &cluster = driver.world.cluster();
    QCOMPARE(cluster.topology(), Topology::HighAvailability);
    QCOMPARE(cluster.members().size(), 4U);
    QCOMPARE(connected(cluster), 1);
    const auto first = *cluster.servedBy(0);
    driver.runUntil(19s);
    QVERIFY(driver.world.counters(first).outSentMs.count > 0);
    driver.runUntil(21s);
    QCOMPARE(connected(cluster), 0);
    QCOMPARE(driver.world.send(1, 0).result, Simulation::SendResult::NotServed);
    const auto spent = driver.world.totals().generated.total();
    driver.runUntil(54s);
    QCOMPARE(driver.world.totals().generated.total(), spent);
    QVERIFY(std::any_of(cluster.members().begin(), cluster.members().end(),
                        [](const auto &member) { return member.gateway == Gateway::Connecting; }));
    driver.runUntil(56s);
    QCOMPARE(connected(cluster), 1);
    QVERIFY(*cluster.servedBy(0) != first);
    QVERIFY(driver.world.totals().generated.total() > spent);
    QVERIFY(!cluster.members()[first].alive);
    driver.runUntil(116s);
    QVERIFY(cluster.members()[first].alive);
    QCOMPARE(driver.world.counters(first).outSentMs.count, 0U); // a restarted container counts from zero
}

void TestSimScenarios::shardIsLostAndBack()
{
    SimulationConfig made = config({"shard-loss"});
    made.shards = 8;
    test::Driver driver(made);
    const Cluster &cluster = driver.world.cluster();
    QCOMPARE(cluster.shards(), 8);
    QCOMPARE(connected(cluster), 9); // all shards and the primary master
    driver.runUntil(21s);
    QCOMPARE(connected(cluster), 8);
    QCOMPARE(cluster.connectedShards(), 7);
    driver.runUntil(25s);
    const auto before = driver.told.size();
    driver.runUntil(79s);
    for (std::size_t i = before; i < driver.told.size(); ++i)
        QVERIFY(cluster.shardOf(driver.told[i].participant) != 7);
    QVERIFY(driver.world.incomingWaiting() > 0);
    driver.runUntil(100s);
    QCOMPARE(connected(cluster), 9);
    QVERIFY(std::any_of(driver.told.begin() + static_cast<std::ptrdiff_t>(before), driver.told.end(),
                        [&](const Interaction &told) { return cluster.shardOf(told.participant) == 7; }));
}

void TestSimScenarios::memberNamesAreUnique()
{
    const Cluster cluster(Topology::MultiConnect, 32, true);
    std::set<std::string> names;
    for (const auto &member : cluster.members()) {
        QVERIFY(names.insert(member.name).second);
        QCOMPARE(member.name.find(':'), member.name.rfind(':'));
        QVERIFY(names.insert(member.name.substr(member.name.find(':'))).second);
    }
    QCOMPARE(cluster.members().size(), 35U);
}

void TestSimScenarios::scenariosAddUp()
{
    test::Driver driver(config({"group-storm", "campaign", "failover"}));
    QCOMPARE(driver.world.cluster().topology(), Topology::HighAvailability);
    driver.runUntil(10s);
    QVERIFY(driver.world.outbound().depth() > 3'500);
    QVERIFY(driver.world.incomingWaiting() > 500);
}

void TestSimScenarios::highAvailabilityWithoutAFault()
{
    SimulationConfig made = config({"steady"});
    made.highAvailability = true;
    test::Driver driver(made);
    QCOMPARE(driver.world.cluster().topology(), Topology::HighAvailability);
    QCOMPARE(driver.world.cluster().members().size(), 4U);
    driver.runUntil(600s);
    QCOMPARE(connected(driver.world.cluster()), 1);
    QCOMPARE(driver.world.totals().lost.total(), 0U);
    made.shards = 4;
    const Simulation multi(made);
    QCOMPARE(multi.cluster().topology(), Topology::MultiConnect);
    QVERIFY(multi.cluster().standby().has_value());
}

void TestSimScenarios::slowBotShowsInTheDurations()
{
    test::Driver driver(config({"slow-bot"}));
    const auto meanMs = [&](CountAndSum before) {
        const CountAndSum now = driver.world.counters(0).statusCallbacksMs.at("success");
        return (now.sum - before.sum) / static_cast<double>(now.count - before.count);
    };
    driver.runUntil(5s);
    QVERIFY(meanMs({}) < 50);
    driver.runUntil(6s);
    const CountAndSum before = driver.world.counters(0).statusCallbacksMs.at("success");
    driver.runUntil(100s);
    // Six workers that together carry a third of 20 a second.
    QVERIFY2(meanMs(before) > 850 && meanMs(before) < 950, qPrintable(QString::number(meanMs(before))));
    driver.runUntil(186s);
    const CountAndSum slow = driver.world.counters(0).statusCallbacksMs.at("success");
    driver.runUntil(230s);
    QVERIFY(meanMs(slow) < 50);
}

void TestSimScenarios::masterMoves()
{
    SimulationConfig made = config({"steady"});
    made.shards = 2;
    test::Driver driver(made);
    driver.runUntil(1s);
    const auto primary = [&] {
        const auto &members = driver.world.cluster().members();
        return std::find_if(members.begin(), members.end(),
                            [](const auto &member) { return member.role == Role::PrimaryMaster; });
    };
    const std::string former = primary()->name;
    QVERIFY(driver.world.moveMaster());
    QVERIFY(primary()->name != former);
    QCOMPARE(primary()->gateway, Gateway::Connected);
    QCOMPARE(connected(driver.world.cluster()), 3);
    QVERIFY(driver.world.isMasterChanging());
    driver.runUntil(10s);
    QVERIFY(!driver.world.isMasterChanging());
    Simulation single{SimulationConfig{}};
    QVERIFY(!single.moveMaster());
}

BAROGRAPH_TEST(TestSimScenarios)
#include "tst_sim_scenarios.moc"
