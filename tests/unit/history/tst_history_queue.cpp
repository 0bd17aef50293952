// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_queue.h"

#include "history_samples.h"
#include "test_case.h"

using namespace barograph;

class TestHistoryQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOutOldestFirst()
    {
        HistoryQueue queue;
        const HistoryNode a{QStringLiteral("a"), QStringLiteral("A"), false};
        const HistoryNode b{QStringLiteral("b"), QStringLiteral("B"), true};
        queue.push(a, {samples::closed(1), samples::closed(2)});
        queue.push(b, {samples::closed(1)});
        queue.push(a, {samples::closed(3)});
        QCOMPARE(queue.rows(), 4U);
        const auto first = queue.take(3);
        QCOMPARE(first.seconds.size(), 3U);
        QVERIFY(first.nodes[first.seconds[0].node] == a);
        QVERIFY(first.nodes[first.seconds[2].node] == b);
        const auto second = queue.take(3);
        QCOMPARE(second.seconds.size(), 1U);
        QVERIFY(second.nodes[second.seconds[0].node] == a);
        QCOMPARE(second.seconds[0].second, samples::at(3));
        QVERIFY(queue.isEmpty());
        QVERIFY(queue.take(3).isEmpty());
        QCOMPARE(queue.droppedRows(), 0U);
    }

    void aRenamedNodeKeepsBothNamesApart()
    {
        HistoryQueue queue;
        queue.push({QStringLiteral("a"), QStringLiteral("old"), false}, {samples::closed(1)});
        queue.push({QStringLiteral("a"), QStringLiteral("new"), false}, {samples::closed(2)});
        const auto batch = queue.take(10);
        QCOMPARE(batch.nodes[batch.seconds[0].node].name, QStringLiteral("old"));
        QCOMPARE(batch.nodes[batch.seconds[1].node].name, QStringLiteral("new"));
    }

    void isBoundedAndCounts()
    {
        HistoryQueue queue;
        const HistoryNode node{QStringLiteral("a"), QStringLiteral("A"), false};
        const std::vector<ClosedSecond> many(300'000, samples::closed(0));
        for (int i = 0; i < 4; ++i)
            queue.push(node, many);
        queue.push(node, {samples::closed(7)});
        QCOMPARE(queue.rows(), HistoryQueue::kMaxSeconds);
        QCOMPARE(queue.droppedRows(), 200'001U);
        for (std::size_t i = 0; i < HistoryQueue::kMaxStorms + 3; ++i)
            queue.push(NodeStorm{QStringLiteral("a"), samples::storm(i, 0, 1, 1, 1)});
        for (std::size_t i = 0; i < HistoryQueue::kMaxControls + 2; ++i)
            queue.push(ControlResult{});
        QCOMPARE(queue.droppedRows(), 200'006U);
        const auto batch = queue.take(HistoryQueue::kMaxSeconds);
        QCOMPARE(batch.seconds.back().second, samples::at(7));
        QCOMPARE(batch.storms.front().storm.message.high, 3U);
    }
};

BAROGRAPH_TEST(TestHistoryQueue)
#include "tst_history_queue.moc"
