// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/grouped_nodes.h"
#include "items/node_list_model.h"
#include "panels/node_card.h"
#include "panels/node_list.h"
#include "setup_probe.h"
#include "test_case.h"
#include "theme/icons.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QRandomGenerator>

using namespace barograph;
using namespace barograph::testing;

namespace {

QStringList rowsOf(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        rows << (index.data(HeadingRole).toBool() ? QString(u'#' + index.data(GroupRole).toString())
                                                  : index.data(NodeIdRole).toString());
    }
    return rows;
}

/// Drops the node over the row, in its upper or lower half.
void dropOn(NodeList &list, const QString &id, int row, bool lowerHalf)
{
    QMimeData data;
    data.setData(GroupedNodes::nodeMimeType(), id.toUtf8());
    const QRect rect = list.visualRect(list.model()->index(row, 0));
    const QPointF at(rect.center().x(), lowerHalf ? rect.bottom() - 2 : rect.top() + 2);
    QDragEnterEvent enter(at.toPoint(), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(list.viewport(), &enter);
    QDragMoveEvent move(at.toPoint(), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(list.viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(list.viewport(), &drop);
}

} // namespace

class TestNodeList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsFollowTheConfiguration()
    {
        NodeListModel nodes;
        GroupedNodes grouped(&nodes);
        const QAbstractItemModelTester tester(&grouped, QAbstractItemModelTester::FailureReportingMode::QtTest);
        nodes.setFrame(groupedFrame(), frameTime());
        const QStringList first{
            QStringLiteral("support-eu"),     QStringLiteral("waha-1"),        QStringLiteral("#Europe"),
            QStringLiteral("groups-latam"),   QStringLiteral("new-number"),    QStringLiteral("winter-sale"),
            QStringLiteral("#Latin America"), QStringLiteral("campaigns-sim"), QStringLiteral("sales-us")};
        QCOMPARE(rowsOf(grouped), first);
        QCOMPARE(grouped.index(2, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Group Europe, 3 numbers"));
        const QPersistentModelIndex sales = grouped.index(8, 0);
        grouped.setOrder({QStringLiteral("sales-us"), QStringLiteral("waha-1"), QStringLiteral("winter-sale")});
        QCOMPARE(rowsOf(grouped).mid(0, 3), QStringList({QStringLiteral("waha-1"), QStringLiteral("support-eu"),
                                                         QStringLiteral("#Latin America")}));
        QCOMPARE(sales.row(), 3);
        grouped.setCollapsed(QStringLiteral("Europe"), true);
        QVERIFY(sales.isValid());
        QVERIFY(!rowsOf(grouped).contains(QStringLiteral("winter-sale")));
        // Looking for one shows it although it is folded away.
        grouped.setFilter(QStringLiteral("WINTER"));
        QCOMPARE(rowsOf(grouped), QStringList({QStringLiteral("#Europe"), QStringLiteral("winter-sale")}));
        grouped.setFilter({});
        QVERIFY(!rowsOf(grouped).contains(QStringLiteral("winter-sale")));
    }

    void staysSoundWhateverComes()
    {
        NodeListModel nodes;
        GroupedNodes grouped(&nodes);
        const QAbstractItemModelTester tester(&grouped, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            std::vector<NodeFrame> frames;
            QStringList order;
            for (int i = 0; i < 12; ++i) {
                if (random.bounded(3) == 0)
                    continue;
                NodeFrame node = unknownNode();
                node.id = QStringLiteral("n%1").arg(i);
                node.name = node.id;
                node.group = QStringLiteral("%1").arg(random.bounded(4));
                if (node.group == QLatin1String("0"))
                    node.group.clear();
                order.insert(random.bounded(static_cast<int>(order.size()) + 1), node.id);
                frames.push_back(node);
            }
            nodes.setFrame(frameOf(frames), frameTime());
            grouped.setOrder(order);
            grouped.setCollapsed(QStringLiteral("%1").arg(random.bounded(1, 4)), random.bounded(2) == 0);
            grouped.setFilter(random.bounded(3) == 0 ? QStringLiteral("1") : QString());
        }
        grouped.setFilter({});
        for (int group = 1; group < 4; ++group)
            grouped.setCollapsed(QString::number(group), false);
        int cards = 0;
        for (const QString &row : rowsOf(grouped))
            cards += row.startsWith(u'#') ? 0 : 1;
        QCOMPARE(cards, nodes.rowCount());
    }

    void foldsByKeyboardAndKeepsTheChosen()
    {
        SetupProbe probe;
        probe.watch(groupedFrame());
        auto *list = probe.window.findChild<NodeList *>();
        QSignalSpy chosen(list, &NodeList::chosen);
        probe.window.chooseNode(QStringLiteral("winter-sale"));
        QCOMPARE(chosen.count(), 1);
        list->setFocus();
        const int before = list->model()->rowCount();
        QTest::keyClick(list, Qt::Key_Left); // to the heading
        QVERIFY(list->currentIndex().data(HeadingRole).toBool());
        QCOMPARE(list->chosenId(), QStringLiteral("winter-sale"));
        QTest::keyClick(list, Qt::Key_Left);
        QCOMPARE(list->model()->rowCount(), before - 3);
        QCOMPARE(list->chosenId(), QStringLiteral("winter-sale"));
        probe.window.setFrame(groupedFrame());
        QCOMPARE(list->chosenId(), QStringLiteral("winter-sale"));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(list->model()->rowCount(), before);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(list->collapsedGroups(), QStringList(QStringLiteral("Europe")));
        QTest::keyClick(list, Qt::Key_Right);
        QVERIFY(list->collapsedGroups().isEmpty());
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->chosenId(), QStringLiteral("groups-latam"));
    }

    void narrowsAsOneTypes()
    {
        SetupProbe probe;
        probe.watch(groupedFrame());
        auto *list = probe.window.findChild<NodeList *>();
        auto *filter = named<QLineEdit>(&probe.window, "nodeFilter");
        QVERIFY(!filter->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(&probe.window));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_W);
        QVERIFY(filter->isVisible());
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("int"));
        QCOMPARE(list->shownNodeCount(), 1);
        QCOMPARE(list->chosenId(), QStringLiteral("support-eu"));
        QTest::keyClick(filter, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->chosenId(), QStringLiteral("winter-sale"));
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(list->shownNodeCount(), 7);
        QVERIFY(!filter->isVisible());
        probe.watch(manyNodesFrame(50));
        QVERIFY(filter->isVisible());
        QCOMPARE(list->shownNodeCount(), 50);
    }

    void droppingAsksForTheMove()
    {
        SetupProbe probe;
        const FramePtr frame = groupedFrame();
        probe.window.resize(1280, 1000);
        probe.watch(frame);
        auto *list = probe.window.findChild<NodeList *>();
        QCoreApplication::processEvents();
        // Rows: support-eu waha #Europe groups-latam new-number winter-sale #Latin campaigns-sim sales-us
        dropOn(*list, QStringLiteral("winter-sale"), 3, false);
        QCOMPARE(probe.edits.count(), 1);
        QCOMPARE(probe.edit<MoveNode>().nodeId, QStringLiteral("winter-sale"));
        QCOMPARE(probe.edit<MoveNode>().row, 1);
        dropOn(*list, QStringLiteral("groups-latam"), 5, true);
        QCOMPARE(probe.edit<MoveNode>().row, 5);
        // Into another group: the group first, then the place.
        dropOn(*list, QStringLiteral("support-eu"), 8, false);
        QCOMPARE(probe.edits.count(), 4);
        QCOMPARE(probe.edit<GroupNode>(2).group, QStringLiteral("Latin America"));
        QCOMPARE(probe.edit<MoveNode>().nodeId, QStringLiteral("support-eu"));
        QCOMPARE(probe.edit<MoveNode>().row, 2);
        // Nothing moves by itself.
        QCOMPARE(list->model()->rowCount(), 9);
        dropOn(*list, QStringLiteral("waha-1"), 1, true);
        QCOMPARE(probe.edits.count(), 4);
    }

    void menuOfACard()
    {
        SetupProbe probe;
        probe.watch(groupedFrame());
        auto *list = probe.window.findChild<NodeList *>();
        QCoreApplication::processEvents();
        const QPoint at = list->visualRect(list->model()->index(1, 0)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(list->viewport(), &event);
        QCOMPARE(list->chosenId(), QStringLiteral("waha-1"));
        auto *menu = probe.window.findChild<QMenu *>(QStringLiteral("numberMenu"));
        QVERIFY(menu && menu->isVisible());
        for (const char *text : {"Edit…", "Switch off", "Duplicate", "Group…", "Move up", "Move down", "Remove…"})
            QVERIFY2(menu->actions().contains(probe.action(text)), text);
        menu->close();
    }

    void aNodeThatIsToComeIsChosenWhenItIsThere()
    {
        SetupProbe probe;
        probe.window.setFrame(frameOf({calmNode()}));
        probe.window.chooseNode(QStringLiteral("sales-us"));
        auto *list = probe.window.findChild<NodeList *>();
        QCOMPARE(list->chosenId(), QStringLiteral("support-eu"));
        probe.window.setFrame(frameOf({calmNode(), downNode()}));
        QCOMPARE(list->chosenId(), QStringLiteral("sales-us"));
        probe.window.chooseNode(QStringLiteral("groups-latam"));
        probe.window.chooseNode(QStringLiteral("support-eu"));
        probe.window.setFrame(fullFrame());
        QCOMPARE(list->chosenId(), QStringLiteral("support-eu"));
    }

    void switchedOffLooksLikeNothingElse()
    {
        NodeListModel nodes;
        NodeFrame off = unknownNode();
        off.enabled = false;
        nodes.setFrame(frameOf({off, unknownNode()}), frameTime());
        const QString text = NodeCard(nodes.index(0, 0)).text();
        QVERIFY2(text.contains(QStringLiteral("Switched off")), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("Unknown")));
        QVERIFY(markOf(NodeState::Off) != markOf(NodeState::Unknown));
    }

    /// Not a limit: says what 50 nodes cost, for whoever looks. A figure update comes three times a second.
    void fiftyNodesCost()
    {
        SetupProbe probe;
        const FramePtr frame = manyNodesFrame(50);
        probe.watch(frame);
        QCoreApplication::processEvents();
        auto *list = probe.window.findChild<NodeList *>();
        QBENCHMARK
        {
            auto next = std::make_shared<Frame>(*frame);
            for (NodeFrame &node : next->nodes)
                node.tps[1] = Reading<double>::measured(node.tps[1].valueOr(0) + 0.1, frameTime());
            probe.window.setFrame(next);
            list->viewport()->repaint();
        }
        QCOMPARE(probe.window.findChild<NodeList *>()->nodeCount(), 50);
    }
};

BAROGRAPH_TEST(TestNodeList)
#include "tst_node_list.moc"
