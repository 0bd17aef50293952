// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueing/backoff.h"
#include "queueing/callback_queue.h"
#include "queueing/throughput_model.h"
#include "queueing/token_bucket.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::queueing;
using namespace std::chrono_literals;

namespace {

Interaction interaction(EventKind kind, quint64 message = 1)
{
    Interaction made;
    made.kind = kind;
    made.message = message;
    return made;
}

OutboundMessage outbound(quint64 message, ModelTime at = {})
{
    OutboundMessage made;
    made.message = message;
    made.queuedAt = at;
    return made;
}

} // namespace

class TestSimQueueing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bucketNeverAdmitsMoreThanItSays_data();
    void bucketNeverAdmitsMoreThanItSays();
    void bucketSaysWhenItAdmitsAgain();
    void bucketWithoutRateAdmitsNothing();
    void backoffIsLinearAndCapped_data();
    void backoffIsLinearAndCapped();
    void incomingQueueLosesWhatDoesNotFit();
    void outboundQueueKeepsPrioritiesAndPauses();
    void throughputConservesEverything();
    void sidesTakeTurns();
    void blockedSpendsNothing();
    void callbacksRespectTheirSlots();
    void failedCallbackComesAgainAfterBackoff();
    void acknowledgedOnceCountsOnce();
    void heldSlotStaysTaken();
    void callbackQueueIsFullAtItsCapacity();
};

void TestSimQueueing::bucketNeverAdmitsMoreThanItSays_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("burst");
    QTest::newRow("20 evenly") << 20.0 << 1;
    QTest::newRow("350 evenly, interval not whole") << 350.0 << 1;
    QTest::newRow("7 evenly") << 7.0 << 1;
    QTest::newRow("API") << 20.0 << 60;
    QTest::newRow("messages API") << 50.0 << 150;
}

void TestSimQueueing::bucketNeverAdmitsMoreThanItSays()
{
    QFETCH(double, rate);
    QFETCH(int, burst);
    TokenBucket bucket(rate, burst);
    std::vector<ModelTime> admitted;
    // Asked all the time, with two pauses in which tokens gather.
    for (ModelTime now{}; now < 20s; now += 1ms) {
        if ((now > 5s && now < 7s) || (now > 12s && now < 17s))
            continue;
        while (bucket.take(now))
            admitted.push_back(now);
    }
    // Every window that begins with an admission, in a second and in ten.
    for (const ModelTime width : {ModelTime(1s), ModelTime(10s)}) {
        const auto allowed = static_cast<std::size_t>(rate * toSeconds(width)) + static_cast<std::size_t>(burst);
        const std::size_t evenly = static_cast<std::size_t>(rate * toSeconds(width));
        for (std::size_t first = 0; first < admitted.size(); ++first) {
            std::size_t inside = first;
            while (inside < admitted.size() && admitted[inside] < admitted[first] + width)
                ++inside;
            QVERIFY2(inside - first <= (burst == 1 ? evenly : allowed), qPrintable(QString::number(inside - first)));
        }
    }
    // And it does not fall short of its rate either: at most the last interval and the rounding are missing.
    const double seconds = 20 - 2 - 5;
    QCOMPARE_GE(static_cast<double>(admitted.size()), rate * seconds * 0.95);
}

void TestSimQueueing::bucketSaysWhenItAdmitsAgain()
{
    TokenBucket bucket(10, 2);
    QVERIFY(bucket.take(1s));
    QVERIFY(bucket.take(1s));
    QVERIFY(!bucket.take(1s));
    QCOMPARE(bucket.earliest(1s), ModelTime(1100ms));
    QVERIFY(!bucket.take(1099ms));
    QVERIFY(bucket.take(1100ms));
    bucket.setRate(1);
    QVERIFY(bucket.take(10s));
    QVERIFY(bucket.take(10s));
    QCOMPARE(bucket.earliest(10s), ModelTime(11s));
}

void TestSimQueueing::bucketWithoutRateAdmitsNothing()
{
    TokenBucket bucket(0);
    QCOMPARE(bucket.earliest(1s), kNever);
    QVERIFY(!bucket.take(1s));
}

void TestSimQueueing::backoffIsLinearAndCapped_data()
{
    QTest::addColumn<quint32>("failures");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("none") << 0U << qint64{0};
    QTest::newRow("first") << 1U << qint64{3};
    QTest::newRow("second") << 2U << qint64{6};
    QTest::newRow("third") << 3U << qint64{9};
    QTest::newRow("just below the cap") << 299U << qint64{897};
    QTest::newRow("at the cap") << 300U << qint64{900};
    QTest::newRow("above the cap") << 301U << qint64{900};
    QTest::newRow("far above") << 4'000'000'000U << qint64{900};
}

void TestSimQueueing::backoffIsLinearAndCapped()
{
    QFETCH(quint32, failures);
    QFETCH(qint64, seconds);
    QCOMPARE(linearBackoff(failures, 3s, 15min), ModelTime(std::chrono::seconds(seconds)));
    QCOMPARE(linearBackoff(failures, 0s, 15min), ModelTime::zero());
}

void TestSimQueueing::incomingQueueLosesWhatDoesNotFit()
{
    IncomingQueue queue(2);
    QVERIFY(queue.push(interaction(EventKind::Receive, 1)));
    QVERIFY(queue.push(interaction(EventKind::Read, 2)));
    QVERIFY(!queue.push(interaction(EventKind::Receive, 3)));
    QVERIFY(!queue.push(interaction(EventKind::Delivery, 4)));
    QCOMPARE(queue.lost()[EventKind::Receive], 1U);
    QCOMPARE(queue.lost()[EventKind::Delivery], 1U);
    QCOMPARE(queue.pop().message, 1U);
    QVERIFY(queue.push(interaction(EventKind::Receive, 5)));
    QCOMPARE(queue.pop().message, 2U);
    QCOMPARE(queue.pop().message, 5U);
    QVERIFY(queue.isEmpty());
}

void TestSimQueueing::outboundQueueKeepsPrioritiesAndPauses()
{
    OutboundQueue queue(3);
    QVERIFY(!queue.oldest());
    QVERIFY(queue.push(outbound(1, 5s), 1));
    QVERIFY(queue.push(outbound(2, 6s), 0));
    QVERIFY(queue.push(outbound(3, 7s), 1));
    QVERIFY(!queue.push(outbound(4, 8s), 0));
    QCOMPARE(queue.depth(), 3U);
    QCOMPARE(queue.depthOf(0), 1U);
    QCOMPARE(*queue.oldest(), ModelTime(5s));
    queue.setPaused(true);
    QVERIFY(queue.peek() == nullptr);
    queue.setPaused(false);
    QCOMPARE(queue.pop().message, 2U);
    QCOMPARE(queue.pop().message, 1U);
    QCOMPARE(queue.pop().message, 3U);
    QVERIFY(queue.peek() == nullptr);
}

void TestSimQueueing::throughputConservesEverything()
{
    ThroughputLimits limits;
    limits.tps = 20;
    limits.incomingCapacity = 30;
    ThroughputModel model(limits);
    TotalCounts arrived;
    TotalCounts spent;
    quint64 queued = 0;
    ModelTime now{};
    for (int step = 0; step < 2'000; ++step) {
        now += 25ms; // 40 arrivals a second: twice the budget
        const EventKind kind = kEventKinds[static_cast<std::size_t>(step) % 4];
        if (kind == EventKind::Send) {
            QVERIFY(model.outbound().push(outbound(static_cast<quint64>(step), now), 1));
            ++queued;
        } else {
            ++arrived[kind];
            model.arrive(interaction(kind));
        }
        while (model.nextSpend(now) <= now)
            ++spent[model.spend(now).interaction.kind];
        QCOMPARE(arrived.total(),
                 spent.total() - spent[EventKind::Send] + model.incoming().lost().total() + model.incoming().size());
        QCOMPARE(queued, spent[EventKind::Send] + model.outbound().depth());
    }
    QVERIFY(model.incoming().lost().total() > 0);
    QCOMPARE_LE(spent.total(), quint64{50 * 20 + 1});
    QCOMPARE_GE(spent.total(), quint64{50 * 20 - 20});
}

void TestSimQueueing::sidesTakeTurns()
{
    ThroughputModel model({});
    for (quint64 i = 0; i < 4; ++i) {
        model.arrive(interaction(EventKind::Receive, i));
        model.outbound().push(outbound(i), 0);
    }
    QVERIFY(model.submit(outbound(100)));
    std::vector<EventKind> kinds;
    std::vector<quint64> sends;
    ModelTime now{};
    while ((now = model.nextSpend(now)) != kNever) {
        const Interaction spent = model.spend(now).interaction;
        kinds.push_back(spent.kind);
        if (spent.kind == EventKind::Send) {
            sends.push_back(spent.message);
            QCOMPARE(spent.happenedAt, now);
        }
    }
    using enum EventKind;
    QCOMPARE(kinds, (std::vector<EventKind>{Receive, Send, Receive, Send, Receive, Send, Receive, Send, Send}));
    QCOMPARE(sends, (std::vector<quint64>{100, 0, 1, 2, 3})); // what the API accepted goes before the bot's queue
}

void TestSimQueueing::blockedSpendsNothing()
{
    ThroughputModel model({});
    model.arrive(interaction(EventKind::Receive));
    model.setBlocked(true);
    QCOMPARE(model.nextSpend(1s), kNever);
    model.setBlocked(false);
    QCOMPARE(model.nextSpend(1s), ModelTime(1s));
    model.spend(1s);
    QCOMPARE(model.nextSpend(1s), kNever);
}

void TestSimQueueing::callbacksRespectTheirSlots()
{
    CallbackLimits limits;
    limits.maxConcurrent = 2;
    CallbackQueue queue(limits);
    for (quint64 i = 0; i < 3; ++i)
        queue.push(interaction(EventKind::Receive, i));
    const auto first = queue.next(0s);
    const auto second = queue.next(0s);
    QVERIFY(first && second);
    QVERIFY(first->slot != second->slot);
    QVERIFY(!queue.next(0s));
    QCOMPARE(queue.size(), 3U);
    QVERIFY(queue.acknowledged(first->slot, 0s, std::nullopt));
    QCOMPARE(queue.size(), 2U);
    QCOMPARE(queue.next(0s)->interaction.message, 2U);
}

void TestSimQueueing::failedCallbackComesAgainAfterBackoff()
{
    CallbackQueue queue({});
    queue.push(interaction(EventKind::Read, 7));
    ModelTime now{};
    // 3 s, 6 s, 9 s after the failure, and never before.
    for (const auto wait : {3s, 6s, 9s}) {
        const auto attempt = queue.next(now);
        QVERIFY(attempt);
        QCOMPARE(attempt->interaction.message, 7U);
        queue.failed(attempt->slot, now);
        QCOMPARE(queue.nextChange(now), ModelTime(now + wait));
        QVERIFY(!queue.next(now + wait - 1ns));
        now += wait;
    }
    QCOMPARE(queue.waiting()[EventKind::Read], 1U);
    QVERIFY(queue.acknowledged(queue.next(now)->slot, now, std::nullopt));
    QCOMPARE(queue.waiting()[EventKind::Read], 0U);
    QCOMPARE(queue.size(), 0U);
}

void TestSimQueueing::acknowledgedOnceCountsOnce()
{
    CallbackQueue queue({});
    queue.push(interaction(EventKind::Delivery));
    QVERIFY(queue.acknowledged(queue.next(0s)->slot, 0s, ModelTime(5s)));
    QCOMPARE(queue.waiting()[EventKind::Delivery], 0U);
    QCOMPARE(queue.size(), 1U);
    QVERIFY(!queue.next(4s));
    const auto again = queue.next(5s);
    QVERIFY(again);
    // A failure of the repetition does not make the first acknowledgement undone.
    queue.failed(again->slot, 5s);
    QVERIFY(!queue.acknowledged(queue.next(8s)->slot, 8s, std::nullopt));
    QCOMPARE(queue.size(), 0U);
}

void TestSimQueueing::heldSlotStaysTaken()
{
    CallbackLimits limits;
    limits.maxConcurrent = 1;
    CallbackQueue queue(limits);
    queue.push(interaction(EventKind::Receive, 1));
    queue.push(interaction(EventKind::Receive, 2));
    queue.acknowledged(queue.next(0s)->slot, 2s, std::nullopt);
    QVERIFY(!queue.next(1s));
    QCOMPARE(queue.nextChange(1s), ModelTime(2s));
    QCOMPARE(queue.next(2s)->interaction.message, 2U);
}

void TestSimQueueing::callbackQueueIsFullAtItsCapacity()
{
    CallbackLimits limits;
    limits.capacity = 3;
    CallbackQueue queue(limits);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!queue.isFull());
        queue.push(interaction(EventKind::Receive));
    }
    QVERIFY(queue.isFull());
    const auto attempt = queue.next(0s);
    QVERIFY(queue.isFull()); // under way is not acknowledged
    queue.acknowledged(attempt->slot, 0s, std::nullopt);
    QVERIFY(!queue.isFull());
}

BAROGRAPH_TEST(TestSimQueueing)
#include "tst_sim_queueing.moc"
