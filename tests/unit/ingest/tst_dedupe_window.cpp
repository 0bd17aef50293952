// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/dedupe_window.h"
#include "test_case.h"

#include <random>
#include <set>

using namespace barograph;

namespace {

IngestedEvent statusEvent(EventKind kind)
{
    IngestedEvent event;
    event.kind = kind;
    event.message = {1, 2};
    event.participant = {3, 4};
    return event;
}

} // namespace

class TestDedupeWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysTellEventsApart();
    void keysLeaveOutWhatMayDiffer();
    void noKeyForWhatCannotBeTold();
    void aSendToldInTwoWaysCountsOnce_data();
    void aSendToldInTwoWaysCountsOnce();
    void rememberedSendsAreKnownInBothWays();
    void remembersExactly();
    void remembersAtLeastItsCapacity();
    void forgetsInTheEnd();
    void whatIsMetAgainStays();
    void zeroIsAKeyLikeAnyOther();
};

void TestDedupeWindow::keysTellEventsApart()
{
    std::vector<IngestedEvent> events;
    for (const auto kind : {EventKind::Send, EventKind::Delivery, EventKind::Read, EventKind::Receive})
        events.push_back(statusEvent(kind));
    auto other = statusEvent(EventKind::Read);
    other.participant = {5, 6};
    events.push_back(other);
    other = statusEvent(EventKind::Read);
    other.message = {1, 3};
    events.push_back(other);
    for (std::size_t kind = 0; kind < kApartKindCount; ++kind) {
        if (static_cast<ApartKind>(kind) == ApartKind::NotUnderstood)
            continue;
        auto apart = statusEvent(EventKind::Read);
        apart.kind.reset();
        apart.apart = static_cast<ApartKind>(kind);
        events.push_back(apart);
    }
    std::set<quint64> keys;
    for (const quint64 nodeSalt : {1ULL, 2ULL}) {
        for (const auto &event : events)
            keys.insert(*dedupeKey(event, nodeSalt));
    }
    QCOMPARE(keys.size(), events.size() * 2);
}

void TestDedupeWindow::keysLeaveOutWhatMayDiffer()
{
    auto again = statusEvent(EventKind::Read);
    again.arrival = fromUnixMillis(5);
    again.eventTime = fromUnixMillis(6);
    again.group = {7, 8};
    again.redelivered = true;
    again.node = 9; // an index differs from run to run
    QCOMPARE(*dedupeKey(again, 1), *dedupeKey(statusEvent(EventKind::Read), 1));

    // What was received is told by the message alone.
    auto received = statusEvent(EventKind::Receive);
    received.participant = {};
    QCOMPARE(*dedupeKey(received, 1), *dedupeKey(statusEvent(EventKind::Receive), 1));
}

void TestDedupeWindow::noKeyForWhatCannotBeTold()
{
    auto event = statusEvent(EventKind::Read);
    event.message = {};
    QVERIFY(!dedupeKey(event, 1));
    event = statusEvent(EventKind::Read);
    event.kind.reset();
    event.apart = ApartKind::NotUnderstood;
    QVERIFY(!dedupeKey(event, 1));
}

void TestDedupeWindow::aSendToldInTwoWaysCountsOnce_data()
{
    QTest::addColumn<bool>("messageFirst");
    QTest::newRow("message first") << true;
    QTest::newRow("status first") << false;
}

void TestDedupeWindow::aSendToldInTwoWaysCountsOnce()
{
    QFETCH(bool, messageFirst);
    DedupeWindow window(2048);
    const auto arriving = [&window](SendWay way) {
        auto event = statusEvent(EventKind::Send);
        event.way = way;
        event.participant = {static_cast<quint64>(way), 1}; // the ways need not agree about it
        classify(event, 1, window);
        return event;
    };
    const auto first = messageFirst ? SendWay::Message : SendWay::Status;
    const auto second = messageFirst ? SendWay::Status : SendWay::Message;
    const auto counted = arriving(first);
    QVERIFY(counted.kind == EventKind::Send && !counted.redelivered);
    const auto echo = arriving(second);
    QVERIFY(!echo.kind && echo.apart == ApartKind::SendEcho && !echo.redelivered);
    QVERIFY(arriving(first).redelivered);
    QVERIFY(arriving(second).redelivered);
}

void TestDedupeWindow::rememberedSendsAreKnownInBothWays()
{
    DedupeWindow window(2048);
    auto echo = statusEvent(EventKind::Send);
    echo.kind.reset();
    echo.apart = ApartKind::SendEcho;
    echo.way = SendWay::Status;
    remember(echo, 1, window);
    auto again = statusEvent(EventKind::Send);
    again.way = SendWay::Status;
    classify(again, 1, window);
    QVERIFY(again.redelivered);
    auto other = statusEvent(EventKind::Send);
    other.way = SendWay::Message;
    classify(other, 1, window);
    QVERIFY(!other.kind && !other.redelivered);
}

// Against a set that remembers everything, below the capacity.
void TestDedupeWindow::remembersExactly()
{
    DedupeWindow window(1U << 20U);
    std::set<quint64> reference;
    std::mt19937_64 random(7);
    std::uniform_int_distribution<quint64> key(0, 40000);
    QVERIFY(window.capacity() > 40000);
    for (int i = 0; i < 200000; ++i) {
        const quint64 next = key(random) * 0x9E3779B97F4A7C15ULL;
        QCOMPARE(window.checkAndInsert(next), !reference.insert(next).second);
    }
}

void TestDedupeWindow::remembersAtLeastItsCapacity()
{
    DedupeWindow window(1U << 16U);
    std::mt19937_64 random(1);
    std::vector<quint64> keys;
    for (std::size_t i = 0; i < window.capacity() * 5; ++i) {
        keys.push_back(random());
        QVERIFY(!window.checkAndInsert(keys.back()));
    }
    for (std::size_t i = keys.size() - window.capacity(); i < keys.size(); ++i)
        QVERIFY(window.checkAndInsert(keys[i]));
}

void TestDedupeWindow::forgetsInTheEnd()
{
    DedupeWindow window(2048);
    std::mt19937_64 random(2);
    const quint64 first = random();
    window.checkAndInsert(first);
    for (std::size_t i = 0; i < window.capacity() * 2; ++i)
        window.checkAndInsert(random());
    QVERIFY(!window.checkAndInsert(first));
}

void TestDedupeWindow::whatIsMetAgainStays()
{
    DedupeWindow window(2048);
    std::mt19937_64 random(3);
    const quint64 kept = random();
    window.checkAndInsert(kept);
    for (int generation = 0; generation < 50; ++generation) {
        for (std::size_t i = 0; i < window.capacity() / 2; ++i)
            window.checkAndInsert(random());
        QVERIFY(window.checkAndInsert(kept));
    }
}

void TestDedupeWindow::zeroIsAKeyLikeAnyOther()
{
    DedupeWindow window(2048);
    QVERIFY(!window.checkAndInsert(0));
    QVERIFY(window.checkAndInsert(0));
}

BAROGRAPH_TEST(TestDedupeWindow)
#include "tst_dedupe_window.moc"
