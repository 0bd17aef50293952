// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which headlines about health come, and what a switched-off node says.
#include "frame/frame_totals.h"
#include "meters/node_meter.h"
#include "silence/silence_watch.h"
#include "test_case.h"
#include "text/headline.h"

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNow = fromUnixMillis(1'772'678'467'400);

NodeFrame calm()
{
    NodeFrame node;
    node.judgement.state = NodeState::Ok;
    node.allocatedTps = Reading<double>::measured(20, kNow);
    node.tps[1] = Reading<double>::measured(4, kNow);
    node.tps[2] = node.tps[1];
    node.lastEvent[EventKind::Receive] = kNow - 1s;
    return node;
}

using Change = void (*)(NodeFrame &);

void makeSilent(NodeFrame &node)
{
    node.silence.proof = SilenceView::Proof{kNow - 20s, 240, 0, false};
    node.judgement = judgeSilence(node.judgement, node.silence, {}, kNow);
}
void makeBusy(NodeFrame &node)
{
    node.tps[1] = Reading<double>::measured(20, kNow);
}
void makeDegraded(NodeFrame &node)
{
    node.judgement = {NodeState::Degraded, QStringLiteral("a shard is missing"), 1, 2};
}
void makeEnding(NodeFrame &node)
{
    node.expiries.push_back({ExpiringThing::AccessToken, kNow + 5h, false});
}
void makeDrift(NodeFrame &node)
{
    node.drift = DriftView{kNow - 1min, {{QStringLiteral("webhooks.url"), {}, {}}, {QStringLiteral("x"), {}, {}}}};
}
void makeEndingSoon(NodeFrame &node)
{
    node.expiries.push_back({ExpiringThing::NodeCertificate, kNow + 100h, false});
}
void makeFailedOver(NodeFrame &node)
{
    node.topology.lastFailover =
        FailoverView{kNow - 156s, kNow - 120s, QStringLiteral("a:1"), QStringLiteral("b:1"), false};
}

struct Step
{
    const char *start;
    Urgency urgency;
    Change make;
};
// The most important first.
const std::vector<Step> kSteps{
    {"Down: it is gone", Urgency::Critical,
     [](NodeFrame &node) {
         node.judgement = {NodeState::Down, QStringLiteral("it is gone"), 0, 1};
     }},
    {"Connected, but silent: The node made 240", Urgency::Critical, makeSilent},
    {"At 100% of 20 TPS", Urgency::Critical, makeBusy},
    {"Degraded: a shard is missing", Urgency::Attention, makeDegraded},
    {"The access token ends in 5 h", Urgency::Critical, makeEnding},
    {"Settings of the node were changed, and not from here: webhooks.url and 1 more", Urgency::Attention, makeDrift},
    {"The node's certificate ends in 4 d 4 h", Urgency::Attention, makeEndingSoon},
    {"b took over from a 2 min ago, after 36 s.", Urgency::Attention, makeFailedOver},
    {"At 20% of 20 TPS", Urgency::Calm, [](NodeFrame &) {}},
};

} // namespace

class TestHealthHeadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostImportantComesFirst_data()
    {
        QTest::addColumn<std::size_t>("step");
        for (std::size_t i = 0; i < kSteps.size(); ++i)
            QTest::newRow(kSteps[i].start) << i;
    }
    void theMostImportantComesFirst()
    {
        QFETCH(const std::size_t, step);
        // All that is less important is there too.
        NodeFrame node = calm();
        for (std::size_t i = kSteps.size(); i-- > step;)
            kSteps[i].make(node);
        if (step == 1)
            node.judgement = judgeSilence({NodeState::Ok, {}, 1, 1}, node.silence, {}, kNow);
        const auto headline = headlineOf(node, kNow);
        QVERIFY2(headline.text.startsWith(QLatin1String(kSteps[step].start)), qPrintable(headline.text));
        QCOMPARE(static_cast<int>(headline.urgency), static_cast<int>(kSteps[step].urgency));
    }

    void aWaveIsNoNews()
    {
        NodeFrame node = calm();
        node.tps[1] = Reading<double>::measured(15, kNow);
        node.tps[2] = Reading<double>::measured(11, kNow);
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Calm);
        node.tps[2] = Reading<double>::measured(14.5, kNow);
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Attention);
        node.tps[1] = Reading<double>::measured(11, kNow);
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Calm);
    }

    void aPauseThatIsUsualIsNoNews()
    {
        NodeFrame node = calm();
        node.lastEvent[EventKind::Receive] = kNow - 20min;
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Attention);
        node.silence.known = true;
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Calm);
        QVERIFY(headlineOf(node, kNow).text.contains(QStringLiteral("not unusual")));
        // Nobody says of a node that is not asked that it is connected.
        node.judgement.state = NodeState::Unknown;
        node.health = Reading<HealthReport>::notSupported();
        node.silence.silent = {{EventKind::Receive, kNow - 20min, kNow - 20min, 30s, 6min}};
        const auto headline = headlineOf(node, kNow);
        QVERIFY2(headline.text.startsWith(QStringLiteral("Silent: No received messages for 20 min")),
                 qPrintable(headline.text));
        QCOMPARE(headline.urgency, Urgency::Attention);
    }

    void aSwitchedOffNodeRaisesNoAlarm()
    {
        NodeConfig config;
        config.id = QStringLiteral("off");
        config.enabled = false;
        NodeMeter meter(0, config);
        meter.setListening(true, kNow);
        ProbeResult result;
        result.at = kNow;
        result.state.fault = ProbeFault::Unreachable;
        result.expiries = {{ExpiringThing::AccessToken, kNow - 1h, false}};
        result.settings = std::vector<SettingSeen>{{QStringLiteral("a"), QStringLiteral("1")}};
        meter.apply(result);
        result.settings = std::vector<SettingSeen>{{QStringLiteral("a"), QStringLiteral("2")}};
        result.at = kNow + 1s;
        meter.apply(result);
        meter.advance(kNow + 2s);
        const auto node = meter.frame(kNow + 2s);
        QCOMPARE(node.judgement.state, NodeState::Off);
        QVERIFY(!node.drift && node.expiries.empty() && !node.silence.isSilent());
        QCOMPARE(headlineOf(node, kNow + 2s).urgency, Urgency::Calm);
        QVERIFY(headlineOf(node, kNow + 2s).text.startsWith(QStringLiteral("Switched off")));
        // It is counted as what it is.
        Frame frame;
        frame.nodes = {node, node};
        frame.nodes[1].judgement.state = NodeState::Silent;
        const auto totals = totalsOf(frame);
        QCOMPARE(totals.nodesIn(NodeState::Off), 1);
        QCOMPARE(totals.nodesIn(NodeState::Silent), 1);
        QCOMPARE(totals.nodesIn(NodeState::Down), 0);
        // Switched on again, all is judged again.
        config.enabled = true;
        meter.setConfig(config);
        QCOMPARE(meter.frame(kNow + 3s).judgement.state, NodeState::Down);
        QVERIFY(meter.frame(kNow + 3s).drift);
    }
};

BAROGRAPH_TEST(TestHealthHeadline)
#include "tst_health_headline.moc"
