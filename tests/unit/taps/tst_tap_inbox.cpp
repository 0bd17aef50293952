// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tap_inbox.h"
#include "test_case.h"

#include <thread>

using namespace barograph;
using Kind = HookOutcome::Kind;
using Offered = TapInbox::Offered;
using Drained = TapInbox::Drained;

namespace {

/// Takes bodies as the engine does.
struct Taker
{
    std::vector<std::pair<NodeIndex, QByteArray>> bodies;
    Kind answer = Kind::Stored;

    auto function()
    {
        return [this](const HookRequest &request) {
            if (answer != Kind::Unavailable)
                bodies.emplace_back(request.node,
                                    QByteArray(request.body.data, static_cast<qsizetype>(request.body.size)));
            return answer;
        };
    }
};

} // namespace

class TestTapInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void wakesOnce();
    void waitsWhileNothingCanBeStored();
    void dropsAndCountsWhatDoesNotFit();
    void countsWhatNobodyUnderstands();
    void takesFromManyThreads();
};

void TestTapInbox::keepsTheOrder()
{
    TapInbox inbox;
    Taker taker;
    for (int i = 0; i < 5; ++i)
        inbox.offer(static_cast<NodeIndex>(i % 2), QByteArray::number(i));
    QVERIFY(inbox.drain(taker.function(), 3) == Drained::More);
    QCOMPARE(taker.bodies.size(), std::size_t{3});
    QVERIFY(inbox.drain(taker.function(), 3) == Drained::Empty);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(taker.bodies[static_cast<std::size_t>(i)],
                 std::make_pair(static_cast<NodeIndex>(i % 2), QByteArray::number(i)));
    QCOMPARE(inbox.counts(0).frames, quint64{3});
    QCOMPARE(inbox.counts(1).frames, quint64{2});
}

void TestTapInbox::wakesOnce()
{
    TapInbox inbox;
    Taker taker;
    QVERIFY(inbox.offer(0, "a") == Offered::Wakes);
    QVERIFY(inbox.offer(0, "b") == Offered::Waits);
    QVERIFY(inbox.drain(taker.function(), 1) == Drained::More);
    QVERIFY(inbox.offer(0, "c") == Offered::Waits); // whoever got More comes again
    QVERIFY(inbox.drain(taker.function(), 2) == Drained::Empty);
    QVERIFY(inbox.offer(0, "d") == Offered::Wakes);
}

void TestTapInbox::waitsWhileNothingCanBeStored()
{
    TapInbox inbox;
    Taker taker;
    taker.answer = Kind::Unavailable;
    inbox.offer(0, "a");
    QVERIFY(inbox.drain(taker.function(), 10) == Drained::Blocked);
    QVERIFY(inbox.offer(0, "b") == Offered::Waits);
    QVERIFY(inbox.drain(taker.function(), 10) == Drained::Blocked);
    taker.answer = Kind::Stored;
    QVERIFY(inbox.drain(taker.function(), 10) == Drained::Empty);
    QCOMPARE(taker.bodies.size(), std::size_t{2});
    QCOMPARE(taker.bodies[0].second, QByteArray("a"));
    QCOMPARE(inbox.counts(0).dropped, quint64{0});
}

void TestTapInbox::dropsAndCountsWhatDoesNotFit()
{
    TapInbox inbox(1000);
    Taker taker;
    const QByteArray body(300, 'x');
    QVERIFY(inbox.offer(0, body) == Offered::Wakes);
    QVERIFY(inbox.offer(0, body) == Offered::Waits);
    QVERIFY(inbox.offer(0, body) == Offered::Dropped);
    QVERIFY(inbox.offer(1, QByteArray(2000, 'x')) == Offered::Dropped);
    QCOMPARE(inbox.counts(0).frames, quint64{3});
    QCOMPARE(inbox.counts(0).dropped, quint64{1});
    QCOMPARE(inbox.counts(1).dropped, quint64{1});
    // The room comes back.
    QVERIFY(inbox.drain(taker.function(), 10) == Drained::Empty);
    QCOMPARE(taker.bodies.size(), std::size_t{2});
    for (int round = 0; round < 10; ++round) {
        QVERIFY(inbox.offer(0, body) == Offered::Wakes);
        QVERIFY(inbox.drain(taker.function(), 10) == Drained::Empty);
    }
    QCOMPARE(inbox.counts(0).dropped, quint64{1});
}

void TestTapInbox::countsWhatNobodyUnderstands()
{
    TapInbox inbox;
    Taker taker;
    inbox.offer(0, "{");
    taker.answer = Kind::Malformed;
    QVERIFY(inbox.drain(taker.function(), 10) == Drained::Empty);
    inbox.offer(0, "{}");
    taker.answer = Kind::NoSuchNode;
    QVERIFY(inbox.drain(taker.function(), 10) == Drained::Empty);
    QCOMPARE(inbox.counts(0).frames, quint64{2});
    QCOMPARE(inbox.counts(0).unreadable, quint64{1});
    QCOMPARE(inbox.counts(0).dropped, quint64{1});
    QCOMPARE(inbox.counts(7).frames, quint64{0});
}

void TestTapInbox::takesFromManyThreads()
{
    TapInbox inbox;
    Taker taker;
    constexpr int kEach = 2000;
    std::vector<std::thread> threads;
    for (NodeIndex node = 0; node < 3; ++node) {
        threads.emplace_back([&inbox, node] {
            for (int i = 0; i < kEach; ++i)
                inbox.offer(node, QByteArray::number(i));
        });
    }
    while (taker.bodies.size() < 3 * kEach)
        inbox.drain(taker.function(), 100);
    for (auto &thread : threads)
        thread.join();
    std::array<int, 3> next{};
    for (const auto &[node, body] : taker.bodies)
        QCOMPARE(body.toInt(), next[node]++);
}

BAROGRAPH_TEST(TestTapInbox)
#include "tst_tap_inbox.moc"
