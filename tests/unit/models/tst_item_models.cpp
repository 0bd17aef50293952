// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/control_history_model.h"
#include "items/member_list_model.h"
#include "items/node_list_model.h"
#include "items/storm_list_model.h"
#include "meter_fixture.h"
#include "test_case.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <random>

using namespace barograph;
using namespace barograph::test;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kReport = Tester::FailureReportingMode::QtTest;

NodeFrame nodeFrame(const QString &id, double tps = 5)
{
    NodeFrame node;
    node.id = id;
    node.name = id.toUpper();
    node.allocatedTps = Reading<double>::measured(20, kNoon);
    node.tps[1] = Reading<double>::measured(tps, kNoon);
    node.lag = Reading<Millis>::measured(Millis{2000}, kNoon);
    node.lastEvent[EventKind::Read] = kNoon;
    node.judgement = {NodeState::Ok, QStringLiteral("All is well."), 1, 1};
    return node;
}

FramePtr frameOf(std::vector<NodeFrame> nodes)
{
    auto frame = std::make_shared<Frame>();
    frame->nodes = std::move(nodes);
    frame->takenAt = kNoon;
    return frame;
}

StormView stormView(quint64 message, quint32 deliveries)
{
    StormView storm;
    storm.message = {message << 40, message};
    storm.label = QStringLiteral("message %1").arg(message);
    storm.firstSeen = kNoon;
    storm.lastSeen = kNoon;
    storm.deliveries = deliveries;
    storm.active = true;
    storm.fanOut = Reading<quint32>::estimated(2 * deliveries, kNoon);
    return storm;
}

QString textAt(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestItemModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodesShowTheirState();
    void nodesKeepTheirRows();
    void onlyChangesAreAnnounced();
    void randomFramesKeepTheModelSound();
    void storms();
    void members();
    void controlHistoryIsBounded();
};

void TestItemModels::nodesShowTheirState()
{
    NodeListModel model;
    const Tester tester(&model, kReport);
    QCOMPARE(model.rowCount(), 0);
    model.setFrame(nullptr, kNoon);
    auto busy = nodeFrame(QStringLiteral("a"), 19);
    busy.simulated = true;
    busy.storms = {stormView(1, 10)};
    busy.outbound.paused = Reading<bool>::measured(true, kNoon);
    NodeFrame silent;
    silent.id = QStringLiteral("b");
    auto frame = std::make_shared<Frame>(*frameOf({busy, silent}));
    frame->takenAt = noonPlus(12'000);
    model.setFrame(frame, noonPlus(12'000));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(textAt(model, 0, NodeListModel::NameColumn), QStringLiteral("A"));
    QCOMPARE(textAt(model, 0, NodeListModel::StateColumn), QStringLiteral("OK"));
    QCOMPARE(textAt(model, 0, NodeListModel::UtilisationColumn), QStringLiteral("95%"));
    QCOMPARE(textAt(model, 0, NodeListModel::LagColumn), QStringLiteral("2 s"));
    QCOMPARE(textAt(model, 0, NodeListModel::LastEventColumn), QStringLiteral("12 s ago"));
    QCOMPARE(textAt(model, 0, NodeListModel::BadgesColumn), QStringLiteral("SIMULATED STORM PAUSED"));
    QCOMPARE(textAt(model, 1, NodeListModel::NameColumn), QStringLiteral("b"));
    QCOMPARE(textAt(model, 1, NodeListModel::UtilisationColumn), QStringLiteral("unknown"));
    QCOMPARE(textAt(model, 1, NodeListModel::LastEventColumn), QStringLiteral("none yet"));

    const auto index = model.index(0, NodeListModel::StateColumn);
    QCOMPARE(index.data(Qt::ToolTipRole).toString(), QStringLiteral("All is well."));
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("State: OK"));
    QCOMPARE(index.data(StateRole).toInt(), static_cast<int>(NodeState::Ok));
    QCOMPARE(index.data(SimulatedRole).toBool(), true);
    QCOMPARE(index.data(NodeIdRole).toString(), QStringLiteral("a"));
    QCOMPARE(index.data(UtilisationRole).value<Reading<double>>().value(), 0.95);
    QCOMPARE(index.data(BudgetRole).value<Reading<double>>().value(), 20.0);
    QVERIFY(!index.data(TpsByKindRole).value<ByKind<Reading<double>>>()[EventKind::Send].hasValue());
    const auto unknown = model.index(1, NodeListModel::UtilisationColumn);
    QCOMPARE(unknown.data(TruthRole).toInt(), static_cast<int>(Truth::Unknown));
    QVERIFY(!unknown.data(SortRole).isValid());
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Node"));
    QCOMPARE(model.columnCount(), 6);

    // No newer frame comes: nothing of it is told as if it were of now.
    model.setFrame(frame, noonPlus(72'000));
    QCOMPARE(index.data(StateRole).toInt(), static_cast<int>(NodeState::Unknown));
    const auto utilisation = model.index(0, NodeListModel::UtilisationColumn);
    QCOMPARE(utilisation.data(TruthRole).toInt(), static_cast<int>(Truth::Stale));
    QVERIFY2(utilisation.data().toString().contains(QStringLiteral("stale")),
             qPrintable(utilisation.data().toString()));
    QVERIFY(!textAt(model, 0, NodeListModel::BadgesColumn).contains(QStringLiteral("PAUSED")));
}

void TestItemModels::nodesKeepTheirRows()
{
    NodeListModel model;
    const Tester tester(&model, kReport);
    const auto named = [](std::initializer_list<const char *> ids) {
        std::vector<NodeFrame> nodes;
        for (const auto *id : ids)
            nodes.push_back(nodeFrame(QString::fromLatin1(id)));
        return frameOf(std::move(nodes));
    };
    model.setFrame(named({"a", "b", "c"}), kNoon);
    const QPersistentModelIndex c = model.index(2, 0);
    model.setFrame(named({"c", "d", "a"}), kNoon);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(textAt(model, 0, 0), QStringLiteral("A"));
    QCOMPARE(textAt(model, 1, 0), QStringLiteral("C"));
    QCOMPARE(textAt(model, 2, 0), QStringLiteral("D"));
    QVERIFY(c.isValid());
    QCOMPARE(c.data().toString(), QStringLiteral("C"));
    QCOMPARE(model.rowOf(QStringLiteral("d")), 2);
    QCOMPARE(model.rowOf(QStringLiteral("b")), -1);
    model.setFrame(frameOf({}), kNoon);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!c.isValid());
}

void TestItemModels::onlyChangesAreAnnounced()
{
    NodeListModel model;
    model.setFrame(frameOf({nodeFrame(QStringLiteral("a")), nodeFrame(QStringLiteral("b"))}), kNoon);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setFrame(frameOf({nodeFrame(QStringLiteral("a")), nodeFrame(QStringLiteral("b"))}), kNoon);
    QCOMPARE(changes.size(), 0);
    auto late = nodeFrame(QStringLiteral("b"));
    late.lag = Reading<Millis>::measured(Millis{9000}, kNoon);
    model.setFrame(frameOf({nodeFrame(QStringLiteral("a")), late}), kNoon);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex(), model.index(1, NodeListModel::LagColumn));
    QCOMPARE(changes[0][1].toModelIndex(), model.index(1, NodeListModel::LagColumn));
    changes.clear();
    late.tps[1] = Reading<double>::measured(6, kNoon);
    model.setFrame(frameOf({nodeFrame(QStringLiteral("a")), late}), kNoon);
    // The raw values of the row, and the text of one cell.
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0][2].value<QList<int>>(), (QList<int>{UtilisationRole, TpsRole}));
    QCOMPARE(changes[1][0].toModelIndex(), model.index(1, NodeListModel::UtilisationColumn));
    QCOMPARE(resets.size(), 0);
}

void TestItemModels::randomFramesKeepTheModelSound()
{
    std::mt19937 random(5);
    NodeListModel nodes;
    StormListModel storms;
    const Tester nodeTester(&nodes, kReport);
    const Tester stormTester(&storms, kReport);
    for (int round = 0; round < 100; ++round) {
        std::vector<NodeFrame> frames;
        for (int id = 0; id < 12; ++id) {
            if (random() % 3 == 0)
                continue;
            auto node = nodeFrame(QStringLiteral("node-%1").arg(id), static_cast<double>(random() % 30));
            for (quint64 message = 1; message < 6; ++message) {
                if (random() % 2 == 0)
                    node.storms.push_back(stormView(message, static_cast<quint32>(random() % 100)));
            }
            frames.push_back(node);
        }
        std::shuffle(frames.begin(), frames.end(), random);
        const auto frame = std::make_shared<Frame>(*frameOf(frames));
        frame->takenAt = noonPlus(round * 100);
        nodes.setFrame(frame, frame->takenAt);
        storms.setFrame(frame, frame->takenAt);
        QCOMPARE(nodes.rowCount(), static_cast<int>(frame->nodes.size()));
        std::size_t expected = 0;
        for (const auto &node : frame->nodes) {
            expected += node.storms.size();
            const auto row = nodes.rowOf(node.id);
            QVERIFY(row >= 0);
            QCOMPARE(nodes.index(row, 0).data(TpsRole).value<Reading<double>>(), node.tps[1]);
        }
        QCOMPARE(storms.rowCount(), static_cast<int>(expected));
    }
}

void TestItemModels::storms()
{
    StormListModel model;
    const Tester tester(&model, kReport);
    auto a = nodeFrame(QStringLiteral("a"));
    auto b = nodeFrame(QStringLiteral("b"));
    a.storms = {stormView(1, 100), stormView(2, 1500)};
    b.storms = {stormView(1, 5)};
    a.storms[1].estimated = true;
    a.storms[0].receiptsPerSecond = 12.5;
    model.setFrame(frameOf({a, b}), noonPlus(3000));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(textAt(model, 0, StormListModel::MessageColumn), QStringLiteral("message 1"));
    QCOMPARE(textAt(model, 0, StormListModel::NodeColumn), QStringLiteral("A"));
    QCOMPARE(textAt(model, 0, StormListModel::RateColumn), QStringLiteral("12.5/s"));
    QCOMPARE(textAt(model, 0, StormListModel::FanOutColumn), QStringLiteral("≈ 200"));
    QCOMPARE(textAt(model, 0, StormListModel::RemainingColumn), QStringLiteral("unknown"));
    QCOMPARE(textAt(model, 0, StormListModel::DeliveriesColumn), QStringLiteral("100"));
    QCOMPARE(textAt(model, 0, StormListModel::SinceColumn), QStringLiteral("3 s ago"));
    QCOMPARE(textAt(model, 1, StormListModel::DeliveriesColumn), QStringLiteral("≈ 1,500"));
    QCOMPARE(model.index(0, StormListModel::RateColumn).data(SortRole).toDouble(), 12.5);
    QCOMPARE(model.index(2, 0).data(StormRole).value<StormView>(), b.storms[0]);
    model.setNode(QStringLiteral("b"));
    model.setFrame(frameOf({a, b}), noonPlus(3000));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(textAt(model, 0, StormListModel::NodeColumn), QStringLiteral("B"));
}

void TestItemModels::members()
{
    MemberListModel model;
    const Tester tester(&model, kReport);
    auto node = nodeFrame(QStringLiteral("a"));
    model.setNode(&node, kNoon);
    QCOMPARE(model.rowCount(), 0);
    const auto name = QStringLiteral("hostA:1f2e");
    const HealthReport report{{{name, MemberRole::CoreApp, GatewayStatus::Connected},
                               {name, MemberRole::PrimaryMaster, GatewayStatus::Disconnected}},
                              {}};
    node.health = Reading<HealthReport>::measured(report, kNoon);
    model.setNode(&node, kNoon);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(textAt(model, 0, MemberListModel::MemberColumn), name);
    QCOMPARE(textAt(model, 0, MemberListModel::RoleColumn), QStringLiteral("CoreApp"));
    QCOMPARE(textAt(model, 0, MemberListModel::GatewayColumn), QStringLiteral("connected"));
    QCOMPARE(textAt(model, 1, MemberListModel::MemberColumn), name);
    QCOMPARE(model.index(1, 0).data(MemberRoleRole).toInt(), static_cast<int>(MemberRole::PrimaryMaster));
    QCOMPARE(model.index(1, 0).data(GatewayRole).toInt(), static_cast<int>(GatewayStatus::Disconnected));
    node.health = node.health.asStale();
    model.setNode(&node, noonPlus(30'000));
    QCOMPARE(textAt(model, 0, MemberListModel::GatewayColumn), QStringLiteral("connected (stale 30 s)"));
    model.setNode(nullptr, kNoon);
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::controlHistoryIsBounded()
{
    ControlHistoryModel model;
    std::unique_ptr<Tester> tester;
    ControlResult result;
    result.nodeId = QStringLiteral("a");
    result.outcome = ControlOutcome::Unverified;
    result.restorable = true;
    result.at = kNoon;
    for (int i = 0; i < ControlHistoryModel::kMostRows + 5; ++i) {
        result.id = QString::number(i);
        result.title = QStringLiteral("Control %1").arg(i);
        // The tester walks the whole table at each change, so it watches only the end.
        if (i == ControlHistoryModel::kMostRows - 5)
            tester = std::make_unique<Tester>(&model, kReport);
        model.append(result);
    }
    QCOMPARE(model.rowCount(), ControlHistoryModel::kMostRows);
    QCOMPARE(textAt(model, 0, ControlHistoryModel::TitleColumn), QStringLiteral("Control 5"));
    const auto last = model.index(ControlHistoryModel::kMostRows - 1, ControlHistoryModel::OutcomeColumn);
    QCOMPARE(last.data().toString(), QStringLiteral("Not verified"));
    QCOMPARE(last.data(ControlIdRole).toString(), QStringLiteral("1004"));
    QCOMPARE(last.data(OutcomeRole).toInt(), static_cast<int>(ControlOutcome::Unverified));
    QVERIFY(last.data(RestorableRole).toBool());
    QCOMPARE(textAt(model, 0, ControlHistoryModel::TimeColumn), QStringLiteral("2026-03-01 12:00:00 UTC"));
}

BAROGRAPH_TEST(TestItemModels)
#include "tst_item_models.moc"
