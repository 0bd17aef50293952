// SPDX-License-Identifier: GPL-3.0-or-later
// Storms that differ by the seed, and nothing but the seed.
#include "sim_driver.h"
#include "test_case.h"

#include <algorithm>
#include <map>
#include <set>

using namespace barograph;
using namespace barograph::sim;
using namespace std::chrono_literals;

namespace {

SimulationConfig stormsOf(std::uint64_t seed, bool varied)
{
    SimulationConfig config;
    config.scenarios = {"group-storm"};
    config.seed = seed;
    config.variedStorms = varied;
    return config;
}

/// What came of the storms of ten minutes: participants heard of by group.
std::map<std::uint32_t, std::set<std::uint32_t>> heardOf(std::uint64_t seed, bool varied)
{
    test::Driver driver(stormsOf(seed, varied));
    driver.runUntil(400s);
    std::map<std::uint32_t, std::set<std::uint32_t>> heard;
    for (const Interaction &told : driver.told) {
        if (told.kind != EventKind::Receive && told.kind != EventKind::Send && told.group != 0)
            heard[told.group].insert(told.participant);
    }
    return heard;
}

} // namespace

class TestSimStorms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameStorms();
    void seedsDiffer();
    void staysWithinTheDocumentedModel();
    void onlyMembersAnswer();
    void withoutVarietyGroupsAreFull();
    void fasterReadersReadSooner();
};

void TestSimStorms::sameSeedSameStorms()
{
    QCOMPARE(heardOf(7, true), heardOf(7, true));
    const StormVariety a(7);
    const StormVariety b(7);
    QCOMPARE(a.groupMembers(), b.groupMembers());
    QCOMPARE(a.groupsOf(3), b.groupsOf(3));
    QCOMPARE(a.habitsFor(12), b.habitsFor(12));
}

void TestSimStorms::seedsDiffer()
{
    std::set<std::array<std::uint32_t, Directory::kGroups>> sizes;
    std::set<ModelTime> starts;
    std::set<std::size_t> groups;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const StormVariety variety(seed);
        sizes.insert(variety.groupMembers());
        starts.insert(variety.firstStorm());
        groups.insert(variety.groupsOf(0).size());
    }
    QCOMPARE(sizes.size(), 50U);
    QCOMPARE(starts.size(), 50U);
    QCOMPARE(groups.size(), 8U); // three to ten
    QVERIFY(StormVariety(1).groupsOf(0) != StormVariety(1).groupsOf(1) ||
            StormVariety(1).groupsOf(1) != StormVariety(1).groupsOf(2));
}

void TestSimStorms::staysWithinTheDocumentedModel()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const StormVariety variety(seed);
        for (const std::uint32_t members : variety.groupMembers())
            QVERIFY(members >= 21 && members <= Directory::kGroupMembers);
        QVERIFY(variety.firstStorm() >= 4s && variety.firstStorm() <= 60s);
        for (std::uint64_t storm = 0; storm < 5; ++storm) {
            QVERIFY(variety.pauseAfter(storm) >= 6min && variety.pauseAfter(storm) <= 15min);
            const auto groups = variety.groupsOf(storm);
            QVERIFY(groups.size() >= 3 && groups.size() <= Directory::kGroups);
            QVERIFY(std::is_sorted(groups.begin(), groups.end()));
            QVERIFY(groups.front() >= 1 && groups.back() <= Directory::kGroups);
            const auto habits = variety.habitsFor(storm);
            QVERIFY(habits.pace > 0.42 && habits.pace < 2.31);
            QVERIFY(habits.readShare > 0.59 && habits.readShare <= 1.1);
        }
    }
}

void TestSimStorms::onlyMembersAnswer()
{
    const auto heard = heardOf(5, true);
    const StormVariety variety(5);
    const auto groups = variety.groupsOf(0);
    QVERIFY(!heard.empty());
    for (const auto &[group, participants] : heard) {
        QVERIFY(std::find(groups.begin(), groups.end(), group) != groups.end());
        const std::uint32_t recipients = variety.groupMembers().at(group - 1) - 1;
        QVERIFY(participants.size() <= recipients);
        QVERIFY(*participants.begin() >= Directory::groupMember(group, 0));
        QVERIFY(*participants.rbegin() < Directory::groupMember(group, recipients));
    }
}

void TestSimStorms::withoutVarietyGroupsAreFull()
{
    const auto heard = heardOf(5, false);
    QCOMPARE(heard.size(), std::size_t{Directory::kGroups});
    for (const auto &[group, participants] : heard)
        QVERIFY2(participants.size() > 220, qPrintable(QString::number(participants.size())));
}

void TestSimStorms::fasterReadersReadSooner()
{
    Random random(3);
    for (int i = 0; i < 2'000; ++i) {
        queueing::RecipientDraws draws{random.uniform(), random.uniform(), random.uniform(),
                                       random.uniform(), random.uniform(), 0.5};
        const auto usual = queueing::receiptsOf(draws);
        const auto quick = queueing::receiptsOf(draws, {2, 1});
        QCOMPARE(quick.delivered, usual.delivered);
        if (usual.read)
            QVERIFY(quick.read && *quick.read <= *usual.read);
        const auto lazy = queueing::receiptsOf(draws, {1, 0.5});
        QVERIFY(!lazy.read || lazy == usual);
    }
}

BAROGRAPH_TEST(TestSimStorms)
#include "tst_sim_storms.moc"
