// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/topology.h"
#include "test_case.h"

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNoon = fromUnixMillis(1'772'366'400'000);
using Status = GatewayStatus;
using Role = MemberRole;

Member member(const char *name, Role role, Status status)
{
    return {QString::fromLatin1(name), role, status};
}

/// High Availability as "M m c c": primary and secondary master, then the CoreApps' connections: + connected,
/// ~ connecting, - disconnected, . not named.
HealthReport cluster(const char *coreApps, Status primary = Status::Disconnected)
{
    HealthReport report;
    report.members = {member("ma:1", Role::PrimaryMaster, primary),
                      member("mb:1", Role::SecondaryMaster, Status::Disconnected)};
    char name = 'a';
    for (const char *core = coreApps; *core != 0; ++core, ++name) {
        if (*core == '.')
            continue;
        const auto status = *core == '+' ? Status::Connected : *core == '~' ? Status::Connecting : Status::Disconnected;
        report.members.push_back({QStringLiteral("host%1:9c0d").arg(QLatin1Char(name)), Role::CoreApp, status});
    }
    return report;
}

Judgement judged(const TopologyWatch &watch, const HealthReport &newest, UtcTime at, int shards = 0,
                 const ProbeState &probe = {})
{
    return judgeTopology(Reading<HealthReport>::measured(newest, at), probe, watch.view(at, shards), shards, at);
}

const MemberView *find(const TopologyView &view, const char *name)
{
    for (const auto &entry : view.members) {
        if (entry.member.name == QLatin1String(name))
            return &entry;
    }
    return nullptr;
}

} // namespace

class TestTopology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheShape_data();
    void knowsTheShape();
    void knowsWhoShouldBeConnected_data();
    void knowsWhoShouldBeConnected();
    void seesAFailover();
    void aConnectionThatComesBackIsNoFailover();
    void aSuccessorFromOneLookToTheNext();
    void aMemberThatIsNoLongerNamed();
    void nobodyTakesOver();
    void theMastersRoleMoves();
    void errorsTellBeforeTheMembersDo();
    void afterALongGapNothingIsSaid();
    void shardsAreTakenFromTheNode_data();
    void shardsAreTakenFromTheNode();
    void everyMemberNameCanBeShown();
};

void TestTopology::knowsTheShape_data()
{
    QTest::addColumn<QByteArray>("coreApps");
    QTest::addColumn<int>("configured");
    QTest::addColumn<int>("told"); // 0: nothing
    QTest::addColumn<int>("shape");
    const auto row = [](const char *name, const char *coreApps, int configured, int told, TopologyShape shape) {
        QTest::newRow(name) << QByteArray(coreApps) << configured << told << static_cast<int>(shape);
    };
    row("single", "", 0, 0, TopologyShape::Single);
    row("availability", "+-", 0, 0, TopologyShape::Availability);
    row("availability tells one shard", "+-", 0, 1, TopologyShape::Availability);
    row("configured shards", "++", 2, 0, TopologyShape::MultiConnect);
    row("told shards", "++", 0, 2, TopologyShape::MultiConnect);
    row("MultiConnect of one", "+", 1, 1, TopologyShape::MultiConnect);
}

void TestTopology::knowsTheShape()
{
    QFETCH(const QByteArray, coreApps);
    QFETCH(const int, configured);
    QFETCH(const int, told);
    QFETCH(const int, shape);
    TopologyWatch watch;
    QCOMPARE(watch.view(kNoon, configured).shape, TopologyShape::Unknown);
    if (coreApps.isEmpty())
        watch.apply({{member("", Role::Single, Status::Connected)}, {}}, kNoon);
    else
        watch.apply(cluster(coreApps.constData()), kNoon);
    if (told > 0)
        watch.applyShards(told, kNoon);
    QCOMPARE(static_cast<int>(watch.view(kNoon, configured).shape), shape);
}

void TestTopology::knowsWhoShouldBeConnected_data()
{
    QTest::addColumn<QByteArray>("coreApps");
    QTest::addColumn<int>("shards");
    QTest::addColumn<QByteArray>("expected"); // of each CoreApp: y, n, or ! where it is not as it should be
    QTest::addColumn<int>("empty");
    const auto row = [](const char *name, const char *coreApps, int shards, const char *expected, int empty) {
        QTest::newRow(name) << QByteArray(coreApps) << shards << QByteArray(expected) << empty;
    };
    row("a standby is no alarm", "+-", 0, "yn", 0);
    row("the second may be the one", "-+", 0, "ny", 0);
    row("none is connected", "--", 0, "!n", 0);
    row("one is connecting", "-~", 0, "n!", 0);
    row("two at once", "++", 0, "y!", 0);
    row("nobody is there", "", 0, "", 1);
    row("all shards", "++++", 4, "yyyy", 0);
    row("all shards and a standby", "++++-", 4, "yyyyn", 0);
    row("one shard lost", "+++-", 4, "yyy!", 0);
    row("one shard and nobody for it", "+++", 4, "yyy", 1);
    row("one of two may be it", "+++--", 4, "yyy!n", 0);
    row("32 shards", "++++++++++++++++++++++++++++++++", 32, "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", 0);
}

void TestTopology::knowsWhoShouldBeConnected()
{
    QFETCH(const QByteArray, coreApps);
    QFETCH(const int, shards);
    QFETCH(const QByteArray, expected);
    QFETCH(const int, empty);
    TopologyWatch watch;
    watch.apply(cluster(coreApps.constData(), shards > 0 ? Status::Connected : Status::Disconnected), kNoon);
    const auto view = watch.view(kNoon, shards);
    QByteArray found;
    for (std::size_t i = 2; i < view.members.size(); ++i) {
        const auto &entry = view.members[i];
        found += !entry.asExpected ? '!' : entry.expectedConnected ? 'y' : 'n';
    }
    QCOMPARE(found, expected);
    QCOMPARE(view.emptyPlaces, empty);
    QCOMPARE(view.members[0].expectedConnected, shards > 0);
    QVERIFY(view.members[0].asExpected);
    QVERIFY(view.members[1].standsBy());
}

void TestTopology::seesAFailover()
{
    TopologyWatch watch;
    watch.apply(cluster("+-"), kNoon);
    watch.apply(cluster("+-"), kNoon + 5s);
    QVERIFY(!watch.view(kNoon + 5s, 0).lastFailover);
    watch.apply(cluster("--"), kNoon + 10s);
    auto view = watch.view(kNoon + 17s, 0);
    QVERIFY(view.lastFailover && !view.lastFailover->endedAt);
    QCOMPARE(view.lastFailover->startedAt, kNoon + 5s);
    QCOMPARE(view.lastFailover->from, QStringLiteral("hosta:9c0d"));
    QVERIFY(view.lastFailover->to.isEmpty());
    auto judgement = judged(watch, cluster("--"), kNoon + 17s);
    QCOMPARE(judgement.state, NodeState::Down);
    QCOMPARE(judgement.why,
             QStringLiteral("Failover under way since 12 s: hosta lost its connection, nobody has taken over yet."));

    watch.apply(cluster("-~"), kNoon + 40s);
    judgement = judged(watch, cluster("-~"), kNoon + 40s);
    QCOMPARE(judgement.state, NodeState::Degraded);
    QCOMPARE(judgement.why,
             QStringLiteral("Failover under way since 35 s: hosta lost its connection, hostb is connecting."));

    watch.apply(cluster("-+"), kNoon + 41s);
    view = watch.view(kNoon + 41s, 0);
    QVERIFY(view.lastFailover && view.lastFailover->endedAt);
    QCOMPARE(*view.lastFailover->endedAt - view.lastFailover->startedAt, Millis{36s});
    QCOMPARE(view.lastFailover->to, QStringLiteral("hostb:9c0d"));
    QVERIFY(!view.lastFailover->ofMaster);
    watch.apply(cluster("-+"), kNoon + 161s);
    judgement = judged(watch, cluster("-+"), kNoon + 161s);
    QCOMPARE(judgement.state, NodeState::Ok);
    QVERIFY2(judgement.why.endsWith(QStringLiteral("hostb took over from hosta 2 min ago, after 36 s.")),
             qPrintable(judgement.why));
    // The former one waits now.
    QVERIFY(find(watch.view(kNoon + 161s, 0), "hosta:9c0d")->standsBy());
    QCOMPARE(find(watch.view(kNoon + 161s, 0), "hostb:9c0d")->since, kNoon + 41s);
    // After a while it is history.
    judgement = judged(watch, cluster("-+"), kNoon + 700s);
    QVERIFY2(!judgement.why.contains(QStringLiteral("took over")), qPrintable(judgement.why));
    QVERIFY(watch.view(kNoon + 700s, 0).lastFailover);
}

void TestTopology::aConnectionThatComesBackIsNoFailover()
{
    TopologyWatch watch;
    watch.apply(cluster("+-"), kNoon);
    watch.apply(cluster("--"), kNoon + 5s);
    QVERIFY(watch.view(kNoon + 5s, 0).lastFailover);
    watch.apply(cluster("+-"), kNoon + 10s);
    QVERIFY(!watch.view(kNoon + 10s, 0).lastFailover);
    QCOMPARE(judged(watch, cluster("+-"), kNoon + 10s).state, NodeState::Ok);
}

void TestTopology::aSuccessorFromOneLookToTheNext()
{
    TopologyWatch watch;
    watch.apply(cluster("++--", Status::Connected), kNoon);
    watch.apply(cluster("+-+-", Status::Connected), kNoon + 5s);
    const auto view = watch.view(kNoon + 5s, 2);
    QVERIFY(view.lastFailover && view.lastFailover->endedAt);
    QCOMPARE(view.lastFailover->from, QStringLiteral("hostb:9c0d"));
    QCOMPARE(view.lastFailover->to, QStringLiteral("hostc:9c0d"));
}

void TestTopology::aMemberThatIsNoLongerNamed()
{
    TopologyWatch watch;
    watch.apply(cluster("+-"), kNoon);
    watch.apply(cluster(".-"), kNoon + 5s);
    const auto view = watch.view(kNoon + 5s, 0);
    QVERIFY(view.lastFailover && !view.lastFailover->endedAt);
    QCOMPARE(view.lastFailover->from, QStringLiteral("hosta:9c0d"));
    QVERIFY(!find(view, "hosta:9c0d"));
    watch.apply(cluster(".+"), kNoon + 40s);
    QVERIFY(watch.view(kNoon + 40s, 0).lastFailover->endedAt);
    // One that stood by and goes is nobody's loss.
    watch.apply(cluster("-+"), kNoon + 50s);
    watch.apply(cluster(".+"), kNoon + 55s);
    QCOMPARE(judged(watch, cluster(".+"), kNoon + 55s).state, NodeState::Ok);
    QCOMPARE(watch.view(kNoon + 55s, 0).members.size(), std::size_t{3});
}

void TestTopology::nobodyTakesOver()
{
    TopologyWatch watch;
    watch.apply(cluster("+-"), kNoon);
    for (auto at = kNoon + 5s; at <= kNoon + 300s; at += 5s)
        watch.apply(cluster("--"), at);
    const auto judgement = judged(watch, cluster("--"), kNoon + 300s);
    QCOMPARE(judgement.state, NodeState::Down);
    QCOMPARE(judgement.why, QStringLiteral("hosta lost its connection 5 min ago and nobody has taken over. Check the "
                                           "CoreApps that stand by, and the masters."));
    // Without anybody who could, it is a loss and no failover.
    TopologyWatch alone;
    alone.apply(cluster("++++", Status::Connected), kNoon);
    alone.apply(cluster("+++-", Status::Connected), kNoon + 5s);
    QVERIFY(!alone.view(kNoon + 5s, 4).lastFailover);
    const auto loss = judged(alone, cluster("+++-", Status::Connected), kNoon + 5s, 4);
    QCOMPARE(loss.state, NodeState::Degraded);
    QVERIFY2(loss.why.contains(QStringLiteral("1 of 4 shards")), qPrintable(loss.why));
    QVERIFY2(loss.why.contains(QStringLiteral("No CoreApp stands by")), qPrintable(loss.why));
}

void TestTopology::theMastersRoleMoves()
{
    const auto masters = [](const char *primary, const char *secondary) {
        auto report = cluster("+-");
        report.members[0] = member("ma:1", QByteArray(primary) == "ma" ? Role::PrimaryMaster : Role::SecondaryMaster,
                                   Status::Disconnected);
        report.members[1] =
            member("mb:1",
                   QByteArray(primary) == "mb" || QByteArray(secondary) == "both" ? Role::PrimaryMaster
                                                                                  : Role::SecondaryMaster,
                   Status::Disconnected);
        return report;
    };
    TopologyWatch watch;
    watch.apply(masters("ma", ""), kNoon);
    watch.apply(masters("", ""), kNoon + 5s);
    auto view = watch.view(kNoon + 8s, 0);
    QVERIFY(view.lastFailover && view.lastFailover->ofMaster && !view.lastFailover->endedAt);
    auto judgement = judged(watch, masters("", ""), kNoon + 8s);
    QCOMPARE(judgement.state, NodeState::Degraded);
    QVERIFY2(judgement.why.startsWith(QStringLiteral("The primary master ma has been gone for 8 s")),
             qPrintable(judgement.why));
    watch.apply(masters("mb", ""), kNoon + 10s);
    view = watch.view(kNoon + 10s, 0);
    QVERIFY(view.lastFailover->ofMaster && view.lastFailover->endedAt);
    QCOMPARE(view.lastFailover->from, QStringLiteral("ma:1"));
    QCOMPARE(view.lastFailover->to, QStringLiteral("mb:1"));
    judgement = judged(watch, masters("mb", ""), kNoon + 12s);
    QCOMPARE(judgement.state, NodeState::Ok);
    QVERIFY2(judgement.why.contains(QStringLiteral("mb became primary master in place of ma")),
             qPrintable(judgement.why));
}

void TestTopology::errorsTellBeforeTheMembersDo()
{
    TopologyWatch watch;
    watch.apply(cluster("+-"), kNoon);
    QCOMPARE(judged(watch, cluster("+-"), kNoon + 1s).state, NodeState::Ok);
    watch.noteChanging(kNoon + 2s);
    auto judgement = judged(watch, cluster("+-"), kNoon + 2s);
    QCOMPARE(judgement.state, NodeState::Degraded);
    QVERIFY2(judgement.why.contains(QStringLiteral("failover")), qPrintable(judgement.why));
    // The same error is no fault of the node that would be told instead.
    ProbeState failing;
    failing.fault = ProbeFault::ServerError;
    judgement = judged(watch, cluster("+-"), kNoon + 2s, 0, failing);
    QCOMPARE(judgement.state, NodeState::Degraded);
    QVERIFY2(judgement.why.contains(QStringLiteral("1017")), qPrintable(judgement.why));
    // Once the members have told, theirs is the word.
    watch.apply(cluster("+-"), kNoon + 5s);
    QCOMPARE(judged(watch, cluster("+-"), kNoon + 5s).state, NodeState::Ok);
    // And without any it is old after a while.
    watch.noteChanging(kNoon + 6s);
    QCOMPARE(judged(watch, cluster("+-"), kNoon + 20s).state, NodeState::Ok);
}

void TestTopology::afterALongGapNothingIsSaid()
{
    TopologyWatch watch;
    watch.apply(cluster("+-"), kNoon);
    watch.apply(cluster("-+"), kNoon + 1h);
    QVERIFY(!watch.view(kNoon + 1h, 0).lastFailover);
    QCOMPARE(judged(watch, cluster("-+"), kNoon + 1h).state, NodeState::Ok);
}

void TestTopology::shardsAreTakenFromTheNode_data()
{
    QTest::addColumn<int>("configured");
    QTest::addColumn<int>("told");
    QTest::addColumn<int>("inForce");
    QTest::addColumn<bool>("differ");
    QTest::newRow("nothing told") << 4 << 0 << 4 << false;
    QTest::newRow("the same") << 4 << 4 << 4 << false;
    QTest::newRow("none configured") << 0 << 4 << 4 << true;
    QTest::newRow("another number") << 2 << 4 << 4 << true;
    QTest::newRow("availability") << 0 << 1 << 0 << false;
    QTest::newRow("one") << 1 << 1 << 1 << false;
    QTest::newRow("it went back to one") << 4 << 1 << 1 << true;
}

void TestTopology::shardsAreTakenFromTheNode()
{
    QFETCH(const int, configured);
    QFETCH(const int, told);
    QFETCH(const int, inForce);
    QFETCH(const bool, differ);
    QCOMPARE(shardsInForce(configured, told > 0 ? std::optional(told) : std::nullopt), inForce);
    TopologyWatch watch;
    const auto report = cluster("++++", Status::Connected);
    watch.apply(report, kNoon);
    if (told > 0)
        watch.applyShards(told, kNoon);
    const auto view = watch.view(kNoon, configured);
    QCOMPARE(view.shardsDiffer, differ);
    const auto judgement = judged(watch, report, kNoon, configured);
    QCOMPARE(judgement.why.contains(QStringLiteral("expected_shards")), differ);
    if (inForce == 4)
        QCOMPARE(judgement.state, NodeState::Ok);
}

void TestTopology::everyMemberNameCanBeShown()
{
    TopologyView view;
    view.members = {{member("a:1", Role::CoreApp, Status::Connected), true, true, kNoon},
                    {member("a:2", Role::CoreApp, Status::Disconnected), false, true, kNoon},
                    {member("b:1", Role::CoreApp, Status::Disconnected), false, true, kNoon}};
    QCOMPARE(shownMember(QStringLiteral("a:1"), view), QStringLiteral("a:1"));
    QCOMPARE(shownMember(QStringLiteral("b:1"), view), QStringLiteral("b"));
    QCOMPARE(shownMember(QStringLiteral("gone:1"), view), QStringLiteral("gone"));
    QCOMPARE(shownMember(QStringLiteral("odd"), view), QStringLiteral("odd"));
}

BAROGRAPH_TEST(TestTopology)
#include "tst_topology.moc"
