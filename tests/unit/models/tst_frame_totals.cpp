// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/frame_totals.h"
#include "meter_fixture.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

class TestFrameTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUp();
    void isAsSureAsTheLeastSure_data();
    void isAsSureAsTheLeastSure();
};

void TestFrameTotals::addsUp()
{
    Frame frame;
    NodeFrame node;
    node.tps[1] = Reading<double>::measured(4, kNoon);
    node.allocatedTps = Reading<double>::measured(20, kNoon);
    node.totals = {{1, 2, 3, 4}};
    node.judgement.state = NodeState::Ok;
    node.simulated = true;
    StormView storm;
    storm.active = true;
    node.storms = {storm, StormView{}};
    frame.nodes = {node, node};
    frame.nodes[1].judgement.state = NodeState::Down;
    frame.nodes[1].simulated = false;
    const auto totals = totalsOf(frame);
    QCOMPARE(totals.tps, Reading<double>::measured(8, kNoon));
    QCOMPARE(totals.allocatedTps.value(), 40.0);
    QCOMPARE(totals.totals, (TotalCounts{{2, 4, 6, 8}}));
    QCOMPARE(totals.nodesIn(NodeState::Ok), 1);
    QCOMPARE(totals.nodesIn(NodeState::Down), 1);
    QCOMPARE(totals.nodesIn(NodeState::Unknown), 0);
    QCOMPARE(totals.simulatedNodes, 1);
    QCOMPARE(totals.activeStorms, 2);
}

void TestFrameTotals::isAsSureAsTheLeastSure_data()
{
    QTest::addColumn<QList<int>>("truths");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, std::initializer_list<Truth> truths, Truth expected) {
        QList<int> list;
        for (const auto truth : truths)
            list.append(static_cast<int>(truth));
        QTest::newRow(name) << list << static_cast<int>(expected);
    };
    row("no node", {}, Truth::Unknown);
    row("all measured", {Truth::Measured, Truth::Measured}, Truth::Measured);
    row("one unknown", {Truth::Measured, Truth::Unknown}, Truth::Estimated);
    row("one estimated", {Truth::Measured, Truth::Estimated}, Truth::Estimated);
    row("one stale", {Truth::Stale, Truth::Measured}, Truth::Estimated);
    row("all unknown", {Truth::Unknown, Truth::NotSupported}, Truth::Unknown);
}

void TestFrameTotals::isAsSureAsTheLeastSure()
{
    QFETCH(QList<int>, truths);
    QFETCH(int, expected);
    Frame frame;
    for (const auto truth : truths) {
        NodeFrame node;
        switch (static_cast<Truth>(truth)) {
        case Truth::Measured:
            node.tps[1] = Reading<double>::measured(1, kNoon);
            break;
        case Truth::Estimated:
            node.tps[1] = Reading<double>::estimated(1, kNoon);
            break;
        case Truth::Stale:
            node.tps[1] = Reading<double>::measured(1, kNoon).asStale();
            break;
        case Truth::NotSupported:
            node.tps[1] = Reading<double>::notSupported();
            break;
        default:
            break;
        }
        frame.nodes.push_back(node);
    }
    QCOMPARE(static_cast<int>(totalsOf(frame).tps.truth()), expected);
}

BAROGRAPH_TEST(TestFrameTotals)
#include "tst_frame_totals.moc"
