// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/overview_model.h"
#include "overview/tray_watch.h"
#include "overview/wall_cycle.h"
#include "test_case.h"
#include "text/situation.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNow = fromUnixMillis(1'772'678'467'400);

std::shared_ptr<SecondSeries> flat(quint32 reads)
{
    auto series = std::make_shared<SecondSeries>();
    series->first = secondOf(kNow) - 600s;
    series->samples.assign(601, SecondSample{{{1, 1, 1, reads}}, kAllKindsMask, 0});
    return series;
}

/// A well node with a budget of 10 TPS that spends `perSecond` of it.
NodeFrame nodeNamed(const char *id, double perSecond = 4)
{
    NodeFrame node;
    node.id = QString::fromLatin1(id);
    node.name = node.id.toUpper();
    node.judgement = {NodeState::Ok, QStringLiteral("connected"), 1, 1};
    node.allocatedTps = Reading<double>::measured(10, kNow);
    for (auto &window : node.tps)
        window = Reading<double>::measured(perSecond, kNow);
    for (const EventKind kind : kEventKinds)
        node.tpsByKind[kind] = Reading<double>::measured(kind == EventKind::Read ? perSecond - 3 : 1, kNow);
    node.lastEvent[EventKind::Receive] = kNow - 1s;
    node.incoming.capacity = 100'000;
    node.series = flat(static_cast<quint32>(perSecond) - 3);
    return node;
}

NodeFrame downNode(const char *id)
{
    NodeFrame node = nodeNamed(id);
    node.judgement = {NodeState::Down, QStringLiteral("connection refused"), 0, 1};
    return node;
}

void fill(NodeFrame &node, qint64 depth, Seconds fullIn)
{
    node.incoming.depth = Reading<qint64>::measured(depth, kNow);
    node.incoming.source = DepthSource::Gauges;
    node.incoming.trend = QueueTrend::Filling;
    node.incoming.growthPerSecond = Reading<double>::measured(12, kNow);
    node.incoming.fullIn = fullIn;
}

FramePtr frameWith(std::vector<NodeFrame> nodes)
{
    auto frame = std::make_shared<Frame>();
    frame->takenAt = kNow;
    frame->listener.listening = true;
    frame->nodes = std::move(nodes);
    return frame;
}

SteadyTrouble troublesOf(const FramePtr &frame)
{
    SteadyTrouble troubles;
    troubles.update(*frame, kNow);
    return troubles;
}

Situation situationAt(const FramePtr &frame, UtcTime now = kNow)
{
    return situationOf(frame.get(), troublesOf(frame), now);
}

StormView readStorm(double perSecond)
{
    StormView storm;
    storm.active = true;
    storm.reads = 71;
    storm.groupSubject = QStringLiteral("Subscribers 3");
    storm.receiptsPerSecond = perSecond;
    return storm;
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void troubleIsTheWorstOfAll()
    {
        QCOMPARE(troubleOf(nodeNamed("a"), kNow), Trouble::None);
        NodeFrame node = nodeNamed("a", 10);
        QCOMPARE(troubleOf(node, kNow), Trouble::OverBudget);
        fill(node, 91'000, 682s);
        QCOMPARE(troubleOf(node, kNow), Trouble::OverBudget);
        fill(node, 99'900, 60s);
        QCOMPARE(troubleOf(node, kNow), Trouble::Losing);
        node.judgement.state = NodeState::Down;
        QCOMPARE(troubleOf(node, kNow), Trouble::Down);
        node.enabled = false;
        QCOMPARE(troubleOf(node, kNow), Trouble::Off);

        node = nodeNamed("a");
        fill(node, 91'000, 682s);
        QCOMPARE(troubleOf(node, kNow), Trouble::Filling);
        node = nodeNamed("a");
        node.judgement.state = NodeState::Silent;
        QCOMPARE(troubleOf(node, kNow), Trouble::Silent);
        node = nodeNamed("a");
        node.outbound.paused = Reading<bool>::measured(true, kNow);
        QCOMPARE(troubleOf(node, kNow), Trouble::Paused);
        node = nodeNamed("a", 8);
        QCOMPARE(troubleOf(node, kNow), Trouble::NearBudget);
        node.judgement.state = NodeState::Degraded;
        QCOMPARE(troubleOf(node, kNow), Trouble::Degraded);
        node = nodeNamed("a");
        node.drift = DriftView{kNow, {{QStringLiteral("x"), {}, {}}}};
        QCOMPARE(troubleOf(node, kNow), Trouble::Notice);
        NodeFrame unknown;
        QCOMPARE(troubleOf(unknown, kNow), Trouble::Unknown);
    }

    void agreesWithTheHeadline()
    {
        NodeFrame waiting = nodeNamed("a");
        waiting.callbackQueueSize = Reading<qint64>::measured(60'000, kNow);
        for (const NodeFrame &node : {nodeNamed("a"), nodeNamed("b", 8), nodeNamed("c", 10), downNode("d"), waiting}) {
            const Urgency urgency = headlineOf(node, kNow).urgency;
            const Trouble trouble = troubleOf(node, kNow);
            QCOMPARE(needsAttention(trouble), urgency >= Urgency::Attention);
            QCOMPARE(isCritical(trouble), urgency == Urgency::Critical);
        }
    }

    void wavesDoNotMoveATile()
    {
        SteadyTrouble troubles;
        const auto at = [&](double perSecond, Millis after) {
            troubles.update(*frameWith({nodeNamed("a", perSecond)}), kNow + after);
            return troubles.of(QStringLiteral("a"));
        };
        QCOMPARE(at(4, 0ms), Trouble::None);
        QCOMPARE(at(10, 1'000ms), Trouble::None);
        QCOMPARE(at(4, 1'300ms), Trouble::None);
        QCOMPARE(at(10, 2'000ms), Trouble::None); // begins anew
        QCOMPARE(at(10, 3'900ms), Trouble::None);
        QCOMPARE(at(10, 4'100ms), Trouble::OverBudget);
        QCOMPARE(at(4, 5'000ms), Trouble::OverBudget);
        QCOMPARE(at(10, 12'000ms), Trouble::OverBudget);
        QCOMPARE(at(4, 13'000ms), Trouble::OverBudget);
        QCOMPARE(at(8, 27'900ms), Trouble::OverBudget);
        QCOMPARE(at(4, 28'100ms), Trouble::NearBudget); // the worst that it was meanwhile
        QCOMPARE(at(4, 44'000ms), Trouble::None);
    }

    void lossIsToldAtOnce()
    {
        SteadyTrouble troubles;
        troubles.update(*frameWith({nodeNamed("a")}), kNow);
        troubles.update(*frameWith({downNode("a")}), kNow + 100ms);
        QCOMPARE(troubles.of(QStringLiteral("a")), Trouble::Down);
        NodeFrame off = nodeNamed("a");
        off.enabled = false;
        troubles.update(*frameWith({off}), kNow + 200ms);
        QCOMPARE(troubles.of(QStringLiteral("a")), Trouble::Off);
        troubles.update(*frameWith({}), kNow + 300ms);
        QCOMPARE(troubles.of(QStringLiteral("a")), Trouble::None);
    }

    void theSentenceOfTheIssue()
    {
        NodeFrame node = nodeNamed("support-eu", 10);
        node.name = node.id;
        node.storms = {readStorm(7.1)};
        auto series = flat(0);
        for (std::size_t i = series->samples.size() - 121; i < series->samples.size(); ++i)
            series->samples[i].counts.counts = {1, 1, 1, 7};
        node.series = series;
        fill(node, 12'400, 682s);
        const Situation situation = situationAt(frameWith({nodeNamed("a"), node}));
        QCOMPARE(situation.text, QStringLiteral("support-eu is at 100% of 10 TPS for 2 min: 71% of it is reads of "
                                                "Subscribers 3; incoming fills in 11 min"));
        QCOMPARE(situation.nodeId, node.id);
        QCOMPARE(situation.kind, SituationKind::Critical);
        QVERIFY(situation.others.isEmpty());
    }

    void othersAreNamed()
    {
        const Situation situation = situationAt(frameWith({nodeNamed("a", 10), downNode("b"), nodeNamed("c", 8),
                                                           nodeNamed("d", 10), nodeNamed("e", 10), nodeNamed("f")}));
        QCOMPARE(situation.nodeId, QStringLiteral("b"));
        QCOMPARE(situation.text, QStringLiteral("B is down: connection refused"));
        QVERIFY2(situation.others.contains(QStringLiteral("A, D, E")), qPrintable(situation.others));
        QVERIFY(situation.others.contains(QStringLiteral("1 more")));
        QVERIFY(!situation.others.contains(u'F'));
    }

    void wellIsSaidWithNumbers()
    {
        const Situation well = situationAt(frameWith({nodeNamed("a"), nodeNamed("b", 5)}));
        QCOMPARE(well.kind, SituationKind::Well);
        for (const char *part : {"2", "9 of 20 TPS", "45%"})
            QVERIFY2(well.text.contains(QString::fromLatin1(part)), qPrintable(well.text));
        NodeFrame unknown;
        unknown.id = QStringLiteral("u");
        const Situation partly = situationAt(frameWith({nodeNamed("a"), unknown}));
        QCOMPARE(partly.kind, SituationKind::Well);
        QVERIFY2(partly.text.startsWith(QStringLiteral("1 of 2")), qPrintable(partly.text));
        QVERIFY2(partly.text.contains(QStringLiteral("about 4 of 10 TPS")), qPrintable(partly.text));
        QCOMPARE(situationAt(frameWith({unknown})).kind, SituationKind::NotKnown);
        QCOMPARE(situationAt(frameWith({})).kind, SituationKind::NoNodes);
    }

    void whatKeepsUsFromKnowingComesFirst()
    {
        QCOMPARE(situationOf(nullptr, {}, kNow).kind, SituationKind::CannotTell);
        const FramePtr frame = frameWith({nodeNamed("a"), downNode("b")});
        QCOMPARE(situationAt(frame, kNow + 2s).kind, SituationKind::Critical);
        const Situation old = situationAt(frame, kNow + 12s);
        QCOMPARE(old.kind, SituationKind::CannotTell);
        QVERIFY2(old.text.startsWith(QStringLiteral("The data are 12 s old")), qPrintable(old.text));
        QVERIFY(old.others.contains(QStringLiteral("needed")));
        auto deaf = std::make_shared<Frame>(*frame);
        deaf->listener.listening = false;
        deaf->listener.error = QStringLiteral("Port 28080 is taken. Choose another one.");
        const Situation blind = situationAt(deaf);
        QCOMPARE(blind.kind, SituationKind::CannotTell);
        QVERIFY(blind.others.contains(u'B'));
        QVERIFY(blind.nodeId.isEmpty());
        deaf->listener.error.clear(); // not tried yet
        QVERIFY(situationAt(deaf).kind != SituationKind::CannotTell);
    }

    void anotherNumberIsNoNews()
    {
        const Situation first = situationAt(frameWith({nodeNamed("a", 10)}));
        const Situation second = situationAt(frameWith({nodeNamed("a", 11)}));
        QVERIFY(first != second);
        QVERIFY(!second.isNewsAfter(first));
        QVERIFY(situationAt(frameWith({downNode("a")})).isNewsAfter(first));
    }

    void unknownNotSupportedAndZeroDiffer()
    {
        NodeFrame node = nodeNamed("a");
        const auto tile = [&] { return tileOf(node, troubleOf(node, kNow), kNow, kNow); };
        const TileFact unknown = tile().incoming;
        node.incoming.depth = Reading<qint64>::notSupported();
        const TileFact never = tile().incoming;
        node.incoming.depth = Reading<qint64>::measured(0, kNow);
        const TileFact zero = tile().incoming;
        QVERIFY(unknown.text != never.text && never.text != zero.text && unknown.text != zero.text);
        QCOMPARE(unknown.truth, Truth::Unknown);
        QCOMPARE(never.truth, Truth::NotSupported);
        QCOMPARE(zero.truth, Truth::Measured);
        node.tps[1] = {};
        QVERIFY(tile().share.isEmpty());
        QCOMPARE(tile().load, QStringLiteral("rate unknown"));
        node.tps[1] = Reading<double>::measured(0, kNow);
        QCOMPARE(tile().share, QStringLiteral("0%"));
        QCOMPARE(tile().load, QStringLiteral("0 of 10 TPS"));
    }

    void aTileSaysWhatIsWrongAndHowOldItIs()
    {
        const NodeFrame over = nodeNamed("a", 10);
        const OverviewTile fresh = tileOf(over, troubleOf(over, kNow), kNow, kNow);
        QCOMPARE(fresh.stateText, QStringLiteral("Over budget"));
        QVERIFY(fresh.stale.isEmpty());
        QVERIFY(fresh.sentence().contains(QStringLiteral("A: Over budget, connected. 100% of the budget")));
        const OverviewTile old = tileOf(over, troubleOf(over, kNow), kNow, kNow + 12s);
        QCOMPARE(old.stale, QStringLiteral("The data are 12 s old"));
        QVERIFY(old.stateText.startsWith(QStringLiteral("Last known")));
        QCOMPARE(old.until - fresh.until, 12s);
        QVERIFY(old.sentence().contains(old.stale));
    }

    void filterFindsWords()
    {
        NodeFrame node = nodeNamed("sales-us");
        node.group = QStringLiteral("Latin America");
        node.storms = {readStorm(3)};
        const OverviewTile tile = tileOf(node, Trouble::None, kNow, kNow);
        for (const char *text : {"", "SALES", "latin", "storm", "latin storm", "on-premises"})
            QVERIFY2(matchesFilter(tile, QString::fromLatin1(text)), text);
        for (const char *text : {"paused", "down", "latin paused"})
            QVERIFY2(!matchesFilter(tile, QString::fromLatin1(text)), text);
        node.outbound.paused = Reading<bool>::measured(true, kNow);
        QVERIFY(matchesFilter(tileOf(node, Trouble::None, kNow, kNow), QStringLiteral("Paused")));
        QVERIFY(matchesFilter(tileOf(downNode("x"), Trouble::Down, kNow, kNow), QStringLiteral("down")));
    }

    void theModelMovesAndDoesNotReset()
    {
        OverviewModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const FramePtr calm = frameWith({nodeNamed("a"), nodeNamed("b"), nodeNamed("c", 5)});
        model.setFrame(calm, troublesOf(calm), kNow);
        QCOMPARE(model.idAt(0), QStringLiteral("a"));
        const QPersistentModelIndex b(model.index(1));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setFrame(calm, troublesOf(calm), kNow);
        QCOMPARE(changes.count(), 0);
        auto worse = std::make_shared<Frame>(*calm);
        worse->nodes[2].judgement.state = NodeState::Down;
        model.setFrame(worse, troublesOf(worse), kNow);
        QCOMPARE(model.idAt(0), QStringLiteral("c"));
        QCOMPARE(b.data(OverviewModel::TileIdRole).toString(), QStringLiteral("b"));
        QCOMPARE(b.row(), 2);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 0);
        model.setFilter(QStringLiteral("b"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(b.row(), 0);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
        model.setOrder(TileOrder::Utilisation);
        QCOMPARE(model.idAt(0), QStringLiteral("c"));
        model.setOrder(TileOrder::Name);
        QCOMPARE(model.idAt(0), QStringLiteral("a"));
        const FramePtr fewer = frameWith({nodeNamed("b"), nodeNamed("z")});
        model.setFrame(fewer, troublesOf(fewer), kNow);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.nodeCount(), 2);
        QCOMPARE(resets.count(), 0);
    }

    void heldTilesKeepTheirPlaces()
    {
        OverviewModel model;
        const FramePtr calm = frameWith({nodeNamed("a"), nodeNamed("b")});
        model.setFrame(calm, troublesOf(calm), kNow);
        model.setHeld(true);
        const FramePtr worse = frameWith({nodeNamed("a"), downNode("b"), nodeNamed("n")});
        model.setFrame(worse, troublesOf(worse), kNow);
        QCOMPARE(model.idAt(0), QStringLiteral("a"));
        QCOMPARE(model.idAt(2), QStringLiteral("n"));
        model.setHeld(false);
        QCOMPARE(model.idAt(0), QStringLiteral("b"));
    }

    void aBitMoreUtilisationMovesNoTile()
    {
        OverviewModel model;
        model.setOrder(TileOrder::Utilisation);
        const FramePtr first = frameWith({nodeNamed("a", 5), nodeNamed("b", 4.6)});
        model.setFrame(first, troublesOf(first), kNow);
        QCOMPARE(model.idAt(0), QStringLiteral("a"));
        const FramePtr wave = frameWith({nodeNamed("a", 5), nodeNamed("b", 5.4)});
        model.setFrame(wave, troublesOf(wave), kNow);
        QCOMPARE(model.idAt(0), QStringLiteral("a"));
        const FramePtr real = frameWith({nodeNamed("a", 5), nodeNamed("b", 6.5)});
        model.setFrame(real, troublesOf(real), kNow);
        QCOMPARE(model.idAt(0), QStringLiteral("b"));
    }

    void theWallShowsTheWorstLonger()
    {
        WallCycle cycle;
        NodeFrame off = nodeNamed("off");
        off.enabled = false;
        const FramePtr frame = frameWith({nodeNamed("a"), off, downNode("b"), nodeNamed("c", 8)});
        const SteadyTrouble troubles = troublesOf(frame);
        cycle.setInterval(10s);
        cycle.setFrame(*frame, troubles, kNow);
        QCOMPARE(cycle.count(), 3);
        QCOMPARE(cycle.currentId(), QStringLiteral("a"));
        QVERIFY(!cycle.advance(kNow + 9s));
        QVERIFY(cycle.advance(kNow + 10s));
        QCOMPARE(cycle.currentId(), QStringLiteral("b"));
        QCOMPARE(cycle.remaining(kNow + 10s), Millis{30'000});
        QVERIFY(!cycle.advance(kNow + 39s));
        QVERIFY(cycle.advance(kNow + 40s));
        QVERIFY(!cycle.advance(kNow + 59s));
        QVERIFY(cycle.advance(kNow + 60s));
        QCOMPARE(cycle.currentId(), QStringLiteral("a"));
        cycle.previous(kNow + 61s);
        QCOMPARE(cycle.currentId(), QStringLiteral("c"));
        cycle.setPaused(true, kNow + 61s);
        QVERIFY(!cycle.advance(kNow + 600s));
        cycle.next(kNow + 600s);
        QCOMPARE(cycle.currentId(), QStringLiteral("a"));
        cycle.setPaused(false, kNow + 601s);
        QVERIFY(!cycle.advance(kNow + 602s));
        QVERIFY(!cycle.advance(kNow)); // the clock was put back
        QVERIFY(cycle.advance(kNow + 10s));
        // What is shown goes: the next one takes its place.
        cycle.setFrame(*frameWith({nodeNamed("a"), nodeNamed("c", 8)}), troubles, kNow + 11s);
        QCOMPARE(cycle.currentId(), QStringLiteral("c"));
        cycle.setFrame(*frameWith({}), troubles, kNow + 12s);
        QVERIFY(cycle.currentId().isEmpty());
        QVERIFY(!cycle.advance(kNow + 99s));
        cycle.setInterval(1s);
        QCOMPARE(cycle.interval(), WallCycle::kShortest);
    }

    void theTrayTellsOnce()
    {
        TrayWatch watch;
        const auto at = [&](std::vector<NodeFrame> nodes, Seconds after) {
            auto frame = std::make_shared<Frame>(*frameWith(std::move(nodes)));
            frame->takenAt = kNow + after;
            const SteadyTrouble troubles = troublesOf(frame);
            return watch.update(*frame, troubles, situationOf(frame.get(), troubles, kNow + after), kNow + after);
        };
        // What is wrong at the start is on the screen.
        QVERIFY(at({nodeNamed("a"), downNode("b")}, 0s).empty());
        const auto told = at({nodeNamed("a", 10), downNode("b")}, 1s);
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told[0].nodeId, QStringLiteral("a"));
        QVERIFY2(told[0].text.startsWith(QStringLiteral("A is at 100%")), qPrintable(told[0].text));
        // It flaps.
        QVERIFY(at({nodeNamed("a")}, 10s).empty());
        QVERIFY(at({nodeNamed("a", 10)}, 20s).empty());
        QVERIFY(at({nodeNamed("a")}, 30s).empty());
        // Worse than it was told to be.
        QCOMPARE(at({downNode("a")}, 40s).size(), std::size_t{1});
        QVERIFY(at({nodeNamed("a")}, 41s).empty());
        QVERIFY(at({nodeNamed("a")}, 101s).empty());
        QCOMPARE(at({downNode("a")}, 102s).size(), std::size_t{1});
    }

    void theTraySaysThatItCannotTell()
    {
        TrayWatch watch;
        const FramePtr frame = frameWith({nodeNamed("a")});
        const SteadyTrouble troubles = troublesOf(frame);
        QVERIFY(watch.update(*frame, troubles, situationOf(frame.get(), troubles, kNow), kNow).empty());
        const auto told = watch.update(*frame, troubles, situationOf(frame.get(), troubles, kNow + 12s), kNow + 12s);
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY(told[0].nodeId.isEmpty());
        const FramePtr bad = frameWith({nodeNamed("a"), downNode("b"), nodeNamed("c", 10)});
        const TrayState state = trayStateOf(*bad, troublesOf(bad), situationAt(bad));
        QCOMPARE(state.inTrouble, 2);
        QCOMPARE(state.troubled.front().id, QStringLiteral("b"));
        QVERIFY(state.toolTip.startsWith(QStringLiteral("B is down")));
    }
};

BAROGRAPH_TEST(TestOverview)
#include "tst_overview.moc"
