// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about simulated nodes: the right words within five seconds of being evident, and none of the wrong ones.

#include "test_case.h"
#include "text/headline.h"
#include "virtual_node.h"

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr Seconds kStart{10};

/// What the screen said in one simulated second.
struct Said
{
    qint64 second = 0;
    Judgement judgement;
    Headline headline;
    TopologyView topology;
    SilenceView silence;

    QByteArray text() const
    {
        return QStringLiteral("%1 s: state %2, \"%3\", headline \"%4\"")
            .arg(second)
            .arg(static_cast<int>(judgement.state))
            .arg(judgement.why, headline.text)
            .toUtf8();
    }
};

std::vector<Said> listenTo(VirtualNode &node, Seconds length)
{
    std::vector<Said> all;
    node.run(length, [&](const NodeFrame &frame) {
        all.push_back(
            {node.elapsed().count(), frame.judgement, headlineOf(frame, node.now()), frame.topology, frame.silence});
    });
    return all;
}

/// All that was said in [from, to).
template<typename Check> void forSeconds(const std::vector<Said> &all, qint64 from, qint64 to, Check check)
{
    int looked = 0;
    for (const auto &said : all) {
        if (said.second < from || said.second >= to)
            continue;
        ++looked;
        check(said);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(looked > 0);
}

std::shared_ptr<const UsualTraffic> alwaysBusy()
{
    auto usual = std::make_shared<UsualTraffic>();
    for (auto *day : {&usual->workingDay(), &usual->weekend()}) {
        for (auto &hour : *day) {
            for (const auto kind : kEventKinds)
                hour[kind] = {20, 60.0 / 61};
        }
    }
    return usual;
}

bool says(const Said &said, const char *words)
{
    return said.judgement.why.contains(QLatin1String(words));
}

} // namespace

class TstHealthScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failoverIsToldWhileItGoesOnAndAfterwards();
    void shardLossIsNoFailover();
    void failoverOfOneShard();
    void divertedWebhooksAreSilence();
    void failingWebhooksAreSilence();
    void everySettingThatSomebodyElseChangesIsDrift();
    void steadyRaisesNoAlarm_data();
    void steadyRaisesNoAlarm();
    void silenceByHistory();
    void otherTroubleIsNoSilence_data();
    void otherTroubleIsNoSilence();
};

void TstHealthScenarios::failoverIsToldWhileItGoesOnAndAfterwards()
{
    VirtualSetup setup;
    setup.scenarios = {"failover"};
    VirtualNode node(setup);
    // It dies at 20 s, another one connects from 53 s on and is connected at 55 s.
    const auto all = listenTo(node, 180s);
    forSeconds(all, kStart.count(), 20, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Ok && !says(said, "ailover"), said.text().constData());
    });
    forSeconds(all, 25, 53, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Down, said.text().constData());
        QVERIFY2(says(said, "Failover under way since"), said.text().constData());
        QVERIFY2(says(said, "wa-core-1 lost its connection, nobody has taken over yet."), said.text().constData());
        QVERIFY2(said.headline.text.startsWith(QLatin1String("Down: Failover under way")), said.text().constData());
        QCOMPARE(said.headline.urgency, Urgency::Critical);
    });
    forSeconds(all, 61, 180, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Ok, said.text().constData());
        QVERIFY2(says(said, "wa-core-2 took over from wa-core-1"), said.text().constData());
        const auto &failover = said.topology.lastFailover;
        QVERIFY2(failover && failover->endedAt, said.text().constData());
        const auto took = *failover->endedAt - failover->startedAt;
        // 35 s, between two looks at either end.
        QVERIFY2(took >= 30s && took <= 45s, said.text().constData());
        QVERIFY2(said.headline.text.startsWith(QLatin1String("wa-core-2 took over")) ||
                     said.headline.text.startsWith(QLatin1String("At ")),
                 said.text().constData());
    });
    forSeconds(all, 0, 180, [](const Said &said) {
        QVERIFY2(said.judgement.state != NodeState::Silent && !said.silence.isSilent(), said.text().constData());
        QCOMPARE(said.topology.shape, said.second >= 6 ? TopologyShape::Availability : said.topology.shape);
    });
}

void TstHealthScenarios::shardLossIsNoFailover()
{
    VirtualSetup setup;
    setup.scenarios = {"shard-loss"};
    setup.shards = 4;
    VirtualNode node(setup);
    // The last shard is lost from 20 s to 80 s.
    const auto all = listenTo(node, 150s);
    forSeconds(all, kStart.count(), 20,
               [](const Said &said) { QVERIFY2(said.judgement.state == NodeState::Ok, said.text().constData()); });
    forSeconds(all, 25, 80, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Degraded, said.text().constData());
        QVERIFY2(says(said, "1 of 4 shards is not connected"), said.text().constData());
        QVERIFY2(says(said, "wa-core-4"), said.text().constData());
        QVERIFY2(says(said, "No CoreApp stands by"), said.text().constData());
        QVERIFY2(said.headline.text.startsWith(QLatin1String("Degraded: 1 of 4 shards")) ||
                     said.headline.text.startsWith(QLatin1String("At ")),
                 said.text().constData());
        QCOMPARE(said.judgement.connected, 4);
        QCOMPARE(said.judgement.expected, 5);
    });
    forSeconds(all, 86, 150,
               [](const Said &said) { QVERIFY2(said.judgement.state == NodeState::Ok, said.text().constData()); });
    forSeconds(all, 0, 150, [](const Said &said) {
        QVERIFY2(!says(said, "ailover") && !says(said, "took over") && !said.topology.lastFailover,
                 said.text().constData());
        QVERIFY2(!said.silence.isSilent(), said.text().constData());
    });
}

void TstHealthScenarios::failoverOfOneShard()
{
    VirtualSetup setup;
    setup.scenarios = {"failover"};
    setup.shards = 2;
    VirtualNode node(setup);
    const auto all = listenTo(node, 120s);
    forSeconds(all, 25, 53, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Degraded, said.text().constData());
        QVERIFY2(says(said, "Failover under way"), said.text().constData());
        QVERIFY2(said.topology.shape == TopologyShape::MultiConnect, said.text().constData());
    });
    forSeconds(all, 61, 120, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Ok && says(said, "took over from wa-core-1"),
                 said.text().constData());
    });
}

void TstHealthScenarios::divertedWebhooksAreSilence()
{
    VirtualSetup setup;
    setup.scenarios = {"silent-webhooks"};
    VirtualNode node(setup);
    // From 15 s on the node says that it tells its webhook, and does not.
    const auto all = listenTo(node, 90s);
    forSeconds(all, kStart.count(), 15,
               [](const Said &said) { QVERIFY2(said.judgement.state == NodeState::Ok, said.text().constData()); });
    forSeconds(all, 20, 90, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Silent, said.text().constData());
        QVERIFY2(says(said, "none arrived here"), said.text().constData());
        QVERIFY2(said.headline.text.startsWith(QLatin1String("Connected, but silent: The node made ")),
                 said.text().constData());
        QCOMPARE(said.headline.urgency, Urgency::Critical);
    });
    forSeconds(all, kStart.count(), 90, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Ok || said.judgement.state == NodeState::Silent,
                 said.text().constData());
    });
    // As soon as they come again, all is well.
    node.simulation().setDiverted(false);
    const auto after = listenTo(node, 60s);
    forSeconds(after, 95, 150,
               [](const Said &said) { QVERIFY2(said.judgement.state == NodeState::Ok, said.text().constData()); });
}

void TstHealthScenarios::failingWebhooksAreSilence()
{
    VirtualNode node({});
    node.run(20s);
    // The node's calls come to an address where nobody answers them.
    CallbackCounters counters{500, 0, 6000};
    const auto tell = [&node, &counters](Seconds ahead) {
        ProbeResult result;
        result.at = node.now() + ahead;
        result.state.lastSuccess = result.at;
        result.health = HealthReport{{{QString(), MemberRole::Single, GatewayStatus::Connected}}, QString()};
        result.callbackCounters = counters;
        node.meter().apply(result);
        return node.meter().frame(result.at);
    };
    tell(0s); // far more than it had: no growth that is believed
    tell(1s);
    tell(2s);
    tell(3s);
    counters.failed += 12;
    QCOMPARE(tell(5s).judgement.state, NodeState::Silent);
    const auto frame = tell(7s);
    QVERIFY2(frame.judgement.why.contains(QStringLiteral("fails: 12 of 12 calls")), qPrintable(frame.judgement.why));
}

void TstHealthScenarios::everySettingThatSomebodyElseChangesIsDrift()
{
    VirtualNode node({});
    node.run(70s);
    QVERIFY(!node.frame().drift);
    node.node().settings.readCallbacks = false;
    node.node().settings.maxConcurrentRequests = 24;
    // This one is ours.
    ControlResult control;
    control.outcome = ControlOutcome::Verified;
    control.at = node.now();
    control.changes = {{QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")}};
    node.meter().apply(control);
    node.run(60s);
    auto frame = node.frame();
    QVERIFY(frame.drift);
    QCOMPARE(frame.drift->changes.size(), std::size_t{1});
    QCOMPARE(frame.drift->changes.front().key, QStringLiteral("webhooks.max_concurrent_requests"));
    QCOMPARE(frame.drift->changes.front().before, QStringLiteral("6"));
    QCOMPARE(frame.drift->changes.front().after, QStringLiteral("24"));
    node.meter().dismissDrift();
    QVERIFY(!node.frame().drift);
}

void TstHealthScenarios::steadyRaisesNoAlarm_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1U, 2U, 3U, 5U, 8U, 77U, 1913U, 2026U})
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TstHealthScenarios::steadyRaisesNoAlarm()
{
    QFETCH(const quint64, seed);
    VirtualSetup setup;
    setup.highAvailability = true;
    setup.seed = seed;
    VirtualNode node(setup);
    // Its history knows no minute without an event of each kind: the shortest silence counts.
    node.meter().setUsualTraffic(alwaysBusy());
    const auto all = listenTo(node, 1800s);
    forSeconds(all, kStart.count(), 1801, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Ok, said.text().constData());
        QVERIFY2(said.headline.urgency == Urgency::Calm, said.text().constData());
        QVERIFY2(!said.silence.isSilent() && !said.topology.lastFailover && !said.topology.changing,
                 said.text().constData());
        QCOMPARE(said.judgement.connected, 1);
        QCOMPARE(said.judgement.expected, 1);
        for (const auto &entry : said.topology.members)
            QVERIFY2(entry.asExpected, said.text().constData());
    });
}

void TstHealthScenarios::silenceByHistory()
{
    VirtualSetup setup;
    // All traffic ends after two minutes: the node has nothing to tell its webhook either.
    setup.scenarios = {"steady"};
    VirtualNode node(setup);
    node.meter().setUsualTraffic(alwaysBusy());
    node.run(120s);
    ProbeResult result;
    const auto from = node.now();
    for (int second = 0; second < 600; second += 2) {
        result.at = from + Seconds{second};
        result.state.lastSuccess = result.at;
        result.health = HealthReport{{{QString(), MemberRole::Single, GatewayStatus::Connected}}, QString()};
        node.meter().apply(result);
        node.meter().advance(result.at);
        const auto frame = node.meter().frame(result.at);
        const QByteArray what = QByteArray::number(second) + " s: " + frame.judgement.why.toUtf8();
        QVERIFY2((frame.judgement.state == NodeState::Silent) == (second >= 180) || (second > 120 && second < 180),
                 what.constData());
        QCOMPARE(frame.silence.proof.has_value(), false);
        // With the queue paused from here, only received messages are missed.
        if (second == 400) {
            PauseNote note;
            note.paused = true;
            note.since = result.at;
            node.meter().apply(note);
        }
        if (second > 400)
            QCOMPARE(frame.silence.silent.size(), std::size_t{1});
    }
}

void TstHealthScenarios::otherTroubleIsNoSilence_data()
{
    QTest::addColumn<QByteArray>("scenario");
    for (const char *name : {"slow-bot", "overload", "campaign", "group-storm"})
        QTest::newRow(name) << QByteArray(name);
}

void TstHealthScenarios::otherTroubleIsNoSilence()
{
    QFETCH(const QByteArray, scenario);
    VirtualSetup setup;
    setup.scenarios = {scenario.toStdString()};
    VirtualNode node(setup);
    const auto all = listenTo(node, 300s);
    forSeconds(all, kStart.count(), 300, [](const Said &said) {
        QVERIFY2(said.judgement.state == NodeState::Ok, said.text().constData());
        QVERIFY2(!said.topology.lastFailover, said.text().constData());
    });
}

BAROGRAPH_TEST(TstHealthScenarios)
#include "tst_health_scenarios.moc"
