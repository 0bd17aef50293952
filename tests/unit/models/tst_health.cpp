// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/health.h"
#include "meter_fixture.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

using Status = GatewayStatus;
using Role = MemberRole;

Member member(Role role, Status status)
{
    return {QStringLiteral("host:1f2e"), role, status};
}

std::vector<Member> shards(int connected, int disconnected, Status primary)
{
    std::vector<Member> members{member(Role::PrimaryMaster, primary),
                                member(Role::SecondaryMaster, Status::Disconnected)};
    members.insert(members.end(), static_cast<std::size_t>(connected), member(Role::CoreApp, Status::Connected));
    members.insert(members.end(), static_cast<std::size_t>(disconnected), member(Role::CoreApp, Status::Disconnected));
    return members;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<barograph::Member>)

class TestHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesMembers_data();
    void judgesMembers();
    void judgesFaults_data();
    void judgesFaults();
    void oldWordsAreNotBelieved();
    void busyNodeThatIsDownIsDown();
    void everyValueHasAWord();
};

void TestHealth::judgesMembers_data()
{
    QTest::addColumn<std::vector<Member>>("members");
    QTest::addColumn<int>("expectedShards");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("connected");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, std::vector<Member> members, int expectedShards, NodeState state,
                        int connected, int expected) {
        QTest::newRow(name) << std::move(members) << expectedShards << static_cast<int>(state) << connected << expected;
    };
    const auto single = [](Status status) { return std::vector<Member>{{QString(), Role::Single, status}}; };
    row("single connected", single(Status::Connected), 0, NodeState::Ok, 1, 1);
    row("single connecting", single(Status::Connecting), 0, NodeState::Ok, 0, 1);
    row("single disconnected", single(Status::Disconnected), 0, NodeState::Down, 0, 1);
    row("single being set up", single(Status::Uninitialized), 0, NodeState::Down, 0, 1);
    row("single unregistered", single(Status::Unregistered), 0, NodeState::Down, 0, 1);
    row("single unheard of", single(Status::Unrecognised), 0, NodeState::Unknown, 0, 1);
    row("single where shards were expected", single(Status::Connected), 4, NodeState::Degraded, 1, 5);
    row("nobody", {}, 0, NodeState::Unknown, 0, 1);

    row("HA as it should be",
        {member(Role::CoreApp, Status::Connected), member(Role::CoreApp, Status::Disconnected),
         member(Role::PrimaryMaster, Status::Disconnected), member(Role::SecondaryMaster, Status::Disconnected)},
        0, NodeState::Ok, 1, 1);
    row("HA as in the reference",
        {member(Role::CoreApp, Status::Connected), member(Role::PrimaryMaster, Status::Disconnected)}, 0, NodeState::Ok,
        1, 1);
    row("HA without a connection",
        {member(Role::CoreApp, Status::Disconnected), member(Role::PrimaryMaster, Status::Disconnected)}, 0,
        NodeState::Down, 0, 1);
    row("HA failing over",
        {member(Role::CoreApp, Status::Connecting), member(Role::CoreApp, Status::Disconnected),
         member(Role::PrimaryMaster, Status::Disconnected)},
        0, NodeState::Degraded, 0, 1);
    row("HA twice connected",
        {member(Role::CoreApp, Status::Connected), member(Role::CoreApp, Status::Connected),
         member(Role::PrimaryMaster, Status::Disconnected)},
        0, NodeState::Degraded, 2, 1);
    row("HA without a primary master",
        {member(Role::CoreApp, Status::Connected), member(Role::SecondaryMaster, Status::Disconnected)}, 0,
        NodeState::Degraded, 1, 1);
    row("HA only masters", {member(Role::PrimaryMaster, Status::Connected)}, 0, NodeState::Down, 0, 1);

    row("4 shards", shards(4, 0, Status::Connected), 4, NodeState::Ok, 5, 5);
    row("4 shards and a standby", shards(4, 1, Status::Connected), 4, NodeState::Ok, 5, 5);
    row("one shard missing", shards(3, 1, Status::Connected), 4, NodeState::Degraded, 4, 5);
    row("one shard not even listed", shards(3, 0, Status::Connected), 4, NodeState::Degraded, 4, 5);
    row("all shards missing", shards(0, 4, Status::Connected), 4, NodeState::Down, 1, 5);
    row("primary missing", shards(4, 0, Status::Disconnected), 4, NodeState::Degraded, 4, 5);
}

void TestHealth::judgesMembers()
{
    QFETCH(std::vector<Member>, members);
    QFETCH(int, expectedShards);
    QFETCH(int, state);
    QFETCH(int, connected);
    QFETCH(int, expected);
    const auto health = Reading<HealthReport>::measured({members, {}}, kNoon);
    const auto judgement = judgeHealth(health, {}, expectedShards);
    QCOMPARE(static_cast<int>(judgement.state), state);
    QCOMPARE(judgement.connected, connected);
    QCOMPARE(judgement.expected, expected);
    QVERIFY2(judgement.why.endsWith(u'.'), qPrintable(judgement.why));
}

void TestHealth::judgesFaults_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, ProbeFault fault, NodeState state) {
        QTest::newRow(name) << static_cast<int>(fault) << static_cast<int>(state);
    };
    row("name", ProbeFault::NameNotFound, NodeState::Down);
    row("unreachable", ProbeFault::Unreachable, NodeState::Down);
    row("timeout", ProbeFault::Timeout, NodeState::Down);
    row("certificate", ProbeFault::CertificateRejected, NodeState::Unknown);
    row("unauthorized", ProbeFault::Unauthorized, NodeState::Unknown);
    row("forbidden", ProbeFault::Forbidden, NodeState::Unknown);
    row("429", ProbeFault::TooManyRequests, NodeState::Degraded);
    row("503", ProbeFault::Overloaded, NodeState::Degraded);
    row("500", ProbeFault::ServerError, NodeState::Down);
    row("bad answer", ProbeFault::BadAnswer, NodeState::Unknown);
    row("no credentials", ProbeFault::NoCredentials, NodeState::Unknown);
}

void TestHealth::judgesFaults()
{
    QFETCH(int, fault);
    QFETCH(int, state);
    ProbeState probe;
    probe.fault = static_cast<ProbeFault>(fault);
    auto judgement = judgeHealth({}, probe, 4);
    QCOMPARE(static_cast<int>(judgement.state), state);
    QCOMPARE(judgement.expected, 5);
    QVERIFY2(judgement.why.count(u'.') >= 2, qPrintable(judgement.why)); // what happened, and what to do
    probe.detail = QStringLiteral("Do this.");
    judgement = judgeHealth({}, probe, 0);
    QVERIFY(judgement.why.endsWith(QStringLiteral(" Do this.")));
    // Members that were connected before the fault are not known to be so now.
    const auto before = Reading<HealthReport>::measured({shards(4, 0, Status::Connected), {}}, kNoon).asStale();
    QCOMPARE(judgeHealth(before, probe, 4).connected, 0);
}

void TestHealth::oldWordsAreNotBelieved()
{
    const auto health =
        Reading<HealthReport>::measured({{{QString(), Role::Single, Status::Connected}}, {}}, kNoon).asStale();
    const auto judgement = judgeHealth(health, {}, 0);
    QCOMPARE(judgement.state, NodeState::Unknown);
    QCOMPARE(judgement.connected, 0);
    QVERIFY(judgement.why.contains(QStringLiteral("too old")));
    QCOMPARE(judgeHealth({}, {}, 0).state, NodeState::Unknown);
    QCOMPARE(judgeHealth(Reading<HealthReport>::notSupported(), {}, 0).state, NodeState::Unknown);
}

void TestHealth::busyNodeThatIsDownIsDown()
{
    ProbeState probe;
    probe.fault = ProbeFault::Overloaded;
    const auto report = [](Status status) {
        return Reading<HealthReport>::measured({{{QString(), Role::Single, status}}, {}}, kNoon);
    };
    QCOMPARE(judgeHealth(report(Status::Disconnected), probe, 0).state, NodeState::Down);
    QCOMPARE(judgeHealth(report(Status::Connected), probe, 0).state, NodeState::Degraded);
}

void TestHealth::everyValueHasAWord()
{
    for (int i = 0; i <= static_cast<int>(Status::Unrecognised); ++i)
        QVERIFY(!gatewayStatusText(static_cast<Status>(i)).isEmpty());
    for (int i = 0; i <= static_cast<int>(Role::Unrecognised); ++i)
        QVERIFY(!memberRoleText(static_cast<Role>(i)).isEmpty());
}

BAROGRAPH_TEST(TestHealth)
#include "tst_health.moc"
