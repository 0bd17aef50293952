// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "storms/storm_detector.h"
#include "test_case.h"

#include <map>
#include <random>
#include <set>

using namespace barograph;
using namespace barograph::test;

namespace {

/// Spreads small numbers over 128 bits, as a keyed hash does.
Fingerprint hashOf(quint64 number)
{
    const auto mix = [](quint64 x) {
        x += 0x9e3779b97f4a7c15ULL;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31);
    };
    return {mix(number), mix(~number)};
}

IngestedEvent receipt(EventKind kind, quint64 message, quint64 participant)
{
    IngestedEvent event;
    event.kind = kind;
    event.message = hashOf(message);
    event.participant = hashOf(participant + (1ULL << 40));
    return event;
}

const StormView *viewOf(const std::vector<StormView> &views, quint64 message)
{
    for (const auto &view : views) {
        if (view.message == hashOf(message))
            return &view;
    }
    return nullptr;
}

/// `count` participants deliver, one a millisecond.
void deliver(StormDetector &detector, quint64 message, quint64 count, UtcTime from)
{
    for (quint64 i = 0; i < count; ++i)
        detector.add(receipt(EventKind::Delivery, message, i), from + Millis{static_cast<qint64>(i)});
}

} // namespace

class TestStormDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFromTheThirdParticipant();
    void threshold_data();
    void threshold();
    void namedGroupShowsAtOnce();
    void countsEachReceiptOnce();
    void ignoresWhatIsNoReceipt();
    void fanOut_data();
    void fanOut();
    void groupThatGrew();
    void rateOverTenSeconds();
    void endsAfterHalfAnHour();
    void storedOnceAMinute();
    void strongestFirst();
    void manyStormsPushOutTheQuietest();
    void slotBudgetIsKept();
    void beyondTheExactBoundIsEstimated();
    void exactAmongTwoMillionOthers();
    void meterShowsStorms();
};

void TestStormDetector::showsFromTheThirdParticipant()
{
    StormDetector detector;
    detector.add(receipt(EventKind::Delivery, 1, 1), kNoon);
    detector.add(receipt(EventKind::Read, 1, 1), noonPlus(5));
    detector.add(receipt(EventKind::Delivery, 1, 2), noonPlus(10));
    QVERIFY(detector.strongest(noonPlus(10), 20, {}).empty());
    detector.add(receipt(EventKind::Read, 1, 3), noonPlus(20));
    const auto views = detector.strongest(noonPlus(20), 20, {});
    QCOMPARE(views.size(), std::size_t{1});
    QCOMPARE(views[0].firstSeen, kNoon);
    QCOMPARE(views[0].lastSeen, noonPlus(20));
    QCOMPARE(views[0].deliveries, 2U);
    QCOMPARE(views[0].reads, 2U);
    QCOMPARE(views[0].participants, 3U);
    QVERIFY(views[0].active);
    QVERIFY(!views[0].estimated);
    const auto digits = QString::number(hashOf(1).high, 16).rightJustified(16, u'0').left(6);
    QCOMPARE(views[0].label, QString(QStringLiteral("message ") + digits));
}

void TestStormDetector::threshold_data()
{
    QTest::addColumn<quint64>("participantsToShow");
    QTest::addColumn<quint64>("shownFrom");
    QTest::newRow("none is one") << quint64{0} << quint64{1};
    QTest::newRow("one") << quint64{1} << quint64{1};
    QTest::newRow("two") << quint64{2} << quint64{2};
    QTest::newRow("four") << quint64{4} << quint64{4};
    QTest::newRow("at most four") << quint64{100} << quint64{4};
}

void TestStormDetector::threshold()
{
    QFETCH(quint64, participantsToShow);
    QFETCH(quint64, shownFrom);
    StormLimits limits;
    limits.participantsToShow = participantsToShow;
    StormDetector detector(limits);
    deliver(detector, 1, shownFrom - 1, kNoon);
    QVERIFY(detector.strongest(noonPlus(10), 20, {}).empty());
    deliver(detector, 1, shownFrom, kNoon);
    const auto views = detector.strongest(noonPlus(10), 20, {});
    QCOMPARE(views.size(), std::size_t{1});
    QCOMPARE(views[0].deliveries, static_cast<quint32>(shownFrom));
}

void TestStormDetector::namedGroupShowsAtOnce()
{
    StormDetector detector;
    detector.add(receipt(EventKind::Delivery, 1, 1), kNoon);
    auto named = receipt(EventKind::Read, 1, 1);
    named.group = hashOf(77);
    detector.add(named, noonPlus(5));
    const auto views = detector.strongest(noonPlus(5), 20, {});
    QCOMPARE(views.size(), std::size_t{1});
    QCOMPARE(views[0].group, hashOf(77));
    QCOMPARE(views[0].participants, 1U);
    QCOMPARE(views[0].seen(), 2U);
}

void TestStormDetector::countsEachReceiptOnce()
{
    StormDetector detector;
    for (int round = 0; round < 3; ++round) {
        for (quint64 i = 0; i < 300; ++i) {
            detector.add(receipt(EventKind::Delivery, 1, i), kNoon);
            if (i % 2 == 0)
                detector.add(receipt(EventKind::Read, 1, i), kNoon);
        }
    }
    const auto view = detector.strongest(kNoon, 20, {}).at(0);
    QCOMPARE(view.deliveries, 300U);
    QCOMPARE(view.reads, 150U);
    QCOMPARE(view.participants, 300U);
}

void TestStormDetector::ignoresWhatIsNoReceipt()
{
    StormDetector detector;
    for (quint64 i = 0; i < 10; ++i) {
        detector.add(receipt(EventKind::Send, 1, i), kNoon);
        detector.add(receipt(EventKind::Receive, 1, i), kNoon);
        auto again = receipt(EventKind::Delivery, 1, i);
        again.redelivered = true;
        detector.add(again, kNoon);
        auto nobody = receipt(EventKind::Delivery, 1, i);
        nobody.participant = {};
        detector.add(nobody, kNoon);
        auto nothing = receipt(EventKind::Delivery, 1, i);
        nothing.message = {};
        detector.add(nothing, kNoon);
        IngestedEvent apart;
        apart.message = hashOf(1);
        apart.participant = hashOf(i);
        detector.add(apart, kNoon);
    }
    QVERIFY(detector.strongest(kNoon, 20, {}).empty());
}

void TestStormDetector::fanOut_data()
{
    QTest::addColumn<quint32>("groupSize");
    QTest::addColumn<bool>("deliveriesOn");
    QTest::addColumn<bool>("readsOn");
    QTest::addColumn<qint64>("askedMs");
    QTest::addColumn<int>("truth");
    QTest::addColumn<quint32>("fanOut");
    QTest::addColumn<quint32>("remaining");
    const auto row = [](const char *name, quint32 groupSize, bool deliveries, bool reads, qint64 askedMs, Truth truth,
                        quint32 fanOut, quint32 remaining) {
        QTest::newRow(name) << groupSize << deliveries << reads << askedMs << static_cast<int>(truth) << fanOut
                            << remaining;
    };
    // 100 of the group have delivered.
    row("size known", 255, true, true, 100, Truth::Measured, 510, 410);
    row("size known, reads off", 255, true, false, 100, Truth::Measured, 255, 155);
    // As long as more may come at any moment, no more is said than what a group can hold.
    row("too early: at most", 0, true, true, 7'999, Truth::Estimated, 2 * kLargestGroup, 2 * kLargestGroup - 100);
    row("nobody new for long", 0, true, true, 8'000, Truth::Estimated, 200, 100);
    row("nobody new for long, reads off", 0, true, false, 8'000, Truth::Estimated, 100, 0);
    row("deliveries off by now", 0, false, true, 8'000, Truth::Estimated, kLargestGroup, kLargestGroup - 100);
    row("all off", 255, false, false, 5'000, Truth::NotMeasured, 0, 0);
}

void TestStormDetector::fanOut()
{
    QFETCH(quint32, groupSize);
    QFETCH(bool, deliveriesOn);
    QFETCH(bool, readsOn);
    QFETCH(qint64, askedMs);
    QFETCH(int, truth);
    QFETCH(quint32, fanOut);
    QFETCH(quint32, remaining);
    StormDetector detector;
    if (groupSize > 0)
        detector.setGroup({hashOf(77), {}, groupSize, {}}, kNoon);
    for (quint64 i = 0; i < 100; ++i) {
        auto event = receipt(EventKind::Delivery, 1, i);
        event.group = hashOf(77);
        detector.add(event, kNoon);
    }
    const auto view = detector.strongest(noonPlus(askedMs), 1, {deliveriesOn, readsOn}).at(0);
    QCOMPARE(static_cast<int>(view.fanOut.truth()), truth);
    QCOMPARE(static_cast<int>(view.remaining.truth()), truth);
    QCOMPARE(view.fanOut.valueOr(0), fanOut);
    QCOMPARE(view.remaining.valueOr(0), remaining);
}

void TestStormDetector::groupThatGrew()
{
    StormDetector detector;
    detector.setGroup({hashOf(77), {}, 2, {}}, kNoon);
    for (quint64 i = 0; i < 4; ++i) {
        for (const auto kind : {EventKind::Delivery, EventKind::Read}) {
            auto event = receipt(kind, 1, i);
            event.group = hashOf(77);
            detector.add(event, kNoon);
        }
    }
    const auto view = detector.strongest(kNoon, 1, {}).at(0);
    QCOMPARE(view.groupSize.value(), 2U);
    QCOMPARE(view.fanOut.value(), 8U);
    QCOMPARE(view.remaining.value(), 0U);
}

void TestStormDetector::rateOverTenSeconds()
{
    StormDetector detector;
    for (quint64 i = 0; i < 300; ++i)
        detector.add(receipt(EventKind::Delivery, 1, i), noonPlus(static_cast<qint64>(i) * 100)); // 10 a second, 30 s
    const auto rate = [&detector](qint64 ms) {
        return detector.strongest(noonPlus(ms), 1, {}).at(0).receiptsPerSecond;
    };
    QCOMPARE(rate(29'900), 10.0);
    QCOMPARE(rate(34'900), 5.0);
    QCOMPARE(rate(60'000), 0.0);
    QVERIFY(detector.strongest(noonPlus(89'800), 1, {}).at(0).active);
    QVERIFY(!detector.strongest(noonPlus(89'900), 1, {}).at(0).active);
    // After a pause the old seconds are gone.
    detector.add(receipt(EventKind::Delivery, 1, 300), noonPlus(60'000));
    QCOMPARE(rate(60'000), 0.1);
}

void TestStormDetector::endsAfterHalfAnHour()
{
    StormDetector detector;
    deliver(detector, 1, 10, kNoon);
    QCOMPARE(detector.takeToStore(noonPlus(600'009), {}).size(), std::size_t{1}); // once a minute
    QCOMPARE(detector.strongest(noonPlus(600'009), 20, {}).size(), std::size_t{1});
    QVERIFY(detector.strongest(noonPlus(600'010), 20, {}).empty());
    QVERIFY(detector.takeToStore(noonPlus(600'010), {}).empty());
    // Not shown any more, but a late reader still belongs to it.
    QCOMPARE(detector.stormCount(), std::size_t{1});
    const auto ended = detector.takeToStore(noonPlus(1'800'010), {});
    QCOMPARE(ended.size(), std::size_t{1});
    QVERIFY(!ended[0].active);
    QCOMPARE(ended[0].deliveries, 10U);
    QCOMPARE(ended[0].participants, 10U);
    QCOMPARE(detector.stormCount(), std::size_t{0});
    QVERIFY(detector.takeToStore(noonPlus(2'100'000), {}).empty());

    // A receipt after the end begins anew, even when nobody asked in between.
    deliver(detector, 2, 10, kNoon);
    detector.add(receipt(EventKind::Read, 2, 0), noonPlus(1'900'000));
    QCOMPARE(detector.takeToStore(noonPlus(1'900'000), {}).size(), std::size_t{1});
    QVERIFY(detector.strongest(noonPlus(1'900'000), 20, {}).empty());
}

void TestStormDetector::storedOnceAMinute()
{
    StormDetector detector;
    std::size_t stored = 0;
    for (qint64 second = 0; second < 600; ++second) {
        const auto now = noonPlus(second * 1000);
        if (second < 300)
            detector.add(receipt(EventKind::Delivery, 1, static_cast<quint64>(second)), now);
        stored += detector.takeToStore(now, {}).size();
    }
    // Five minutes of receipts; then nothing changes any more.
    QCOMPARE(stored, std::size_t{5});
}

void TestStormDetector::strongestFirst()
{
    StormDetector detector;
    for (quint64 message = 1; message <= 30; ++message)
        deliver(detector, message, 5 + message, kNoon);
    const auto views = detector.strongest(noonPlus(100), 20, {});
    QCOMPARE(views.size(), std::size_t{20});
    for (std::size_t i = 0; i < views.size(); ++i)
        QCOMPARE(views[i].deliveries, static_cast<quint32>(35 - i));
}

void TestStormDetector::manyStormsPushOutTheQuietest()
{
    StormLimits limits;
    limits.storms = 50;
    StormDetector detector(limits);
    std::map<Fingerprint, quint32> stored;
    constexpr quint64 kStorms = 500;
    for (quint64 message = 0; message < kStorms; ++message)
        deliver(detector, message, 4 + message % 7, noonPlus(static_cast<qint64>(message) * 20));
    QCOMPARE(detector.stormCount(), std::size_t{50});
    for (const auto &view : detector.takeToStore(noonPlus(10'100), {}))
        stored[view.message] += view.seen();
    QCOMPARE(stored.size(), std::size_t{450});
    QVERIFY(viewOf(detector.strongest(noonPlus(10'100), 50, {}), kStorms - 1));
    detector.endAll();
    for (const auto &view : detector.takeToStore(noonPlus(10'100), {}))
        stored[view.message] += view.seen();
    // Every receipt is in exactly one stored storm.
    QCOMPARE(stored.size(), std::size_t{kStorms});
    for (quint64 message = 0; message < kStorms; ++message)
        QCOMPARE(stored[hashOf(message)], static_cast<quint32>(4 + message % 7));
}

void TestStormDetector::slotBudgetIsKept()
{
    StormLimits limits;
    limits.participantSlots = 8'192;
    StormDetector detector(limits);
    for (quint64 message = 0; message < 100; ++message)
        deliver(detector, message, 500, noonPlus(static_cast<qint64>(message) * 600));
    QVERIFY2(detector.memoryBytes() < 8'192 * 8 + 4'000'000, qPrintable(QString::number(detector.memoryBytes())));
    QVERIFY(detector.stormCount() < 12);
    const auto last = detector.strongest(noonPlus(60'000), 1, {}).at(0);
    QCOMPARE(last.deliveries, 500U);
    QVERIFY(!last.estimated);
}

void TestStormDetector::beyondTheExactBoundIsEstimated()
{
    StormDetector detector;
    const auto bound = ParticipantSet::kMostParticipants;
    deliver(detector, 1, bound, kNoon);
    auto view = detector.strongest(noonPlus(5'000), 1, {}).at(0);
    QCOMPARE(view.participants, static_cast<quint32>(bound));
    QVERIFY(!view.estimated);
    deliver(detector, 1, bound, noonPlus(5'000)); // still told apart
    for (quint64 i = bound; i < 5'000; ++i) {
        detector.add(receipt(EventKind::Delivery, 1, i), noonPlus(10'000));
        detector.add(receipt(EventKind::Read, 1, i), noonPlus(10'000));
    }
    view = detector.strongest(noonPlus(10'000), 1, {}).at(0);
    QVERIFY(view.estimated);
    QCOMPARE(view.deliveries, 5'000U);
    QCOMPARE(view.participants, 5'000U);
    QCOMPARE(view.reads, static_cast<quint32>(5'000 - bound));
}

void TestStormDetector::exactAmongTwoMillionOthers()
{
    constexpr quint64 kOthers = 2'000'000;
    constexpr quint64 kStorms = 5;
    std::mt19937 random(42);
    StormDetector detector;
    struct Exact
    {
        std::set<quint64> delivered;
        std::set<quint64> read;
        std::set<quint64> participants;
    };
    std::array<Exact, kStorms> exact;
    std::size_t most = 0;
    auto now = kNoon;
    for (quint64 other = 0; other < kOthers; ++other) {
        // 4,000 messages a second to single people.
        now = kNoon + Millis{static_cast<qint64>(other / 4)};
        detector.add(receipt(EventKind::Delivery, 1000 + other, other), now);
        if (other % 3 == 0)
            detector.add(receipt(EventKind::Read, 1000 + other, other), now);
        if (other % 500 == 0) {
            const auto storm = random() % kStorms;
            const auto participant = random() % 1'000;
            const bool read = random() % 2 == 0;
            detector.add(receipt(read ? EventKind::Read : EventKind::Delivery, storm, participant), now);
            (read ? exact[storm].read : exact[storm].delivered).insert(participant);
            exact[storm].participants.insert(participant);
        }
        if (other % 100'000 == 0)
            most = std::max(most, detector.memoryBytes());
    }
    const auto views = detector.strongest(now, 20, {});
    QCOMPARE(views.size(), std::size_t{kStorms});
    for (quint64 storm = 0; storm < kStorms; ++storm) {
        const auto *view = viewOf(views, storm);
        QVERIFY(view);
        QCOMPARE(std::size_t{view->deliveries}, exact[storm].delivered.size());
        QCOMPARE(std::size_t{view->reads}, exact[storm].read.size());
        QCOMPARE(std::size_t{view->participants}, exact[storm].participants.size());
        QVERIFY(!view->estimated);
    }
    QVERIFY2(most < 2'000'000, qPrintable(QString::number(most)));
}

void TestStormDetector::meterShowsStorms()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    meter.apply(callbacksAt(kNoon, {true, true, false}));
    meter.setGroup({hashOf(77), QStringLiteral("Subscribers"), 20, {}}, kNoon);
    for (quint64 i = 0; i < 12; ++i) {
        auto event = receipt(EventKind::Delivery, 1, i);
        event.arrival = noonPlus(static_cast<qint64>(i));
        event.group = hashOf(77);
        meter.count(event);
    }
    const auto storms = meter.frame(noonPlus(100)).storms;
    QCOMPARE(storms.size(), std::size_t{1});
    QCOMPARE(storms[0].deliveries, 12U);
    QCOMPARE(storms[0].fanOut.value(), 20U);
    QCOMPARE(storms[0].remaining.value(), 8U);
    QCOMPARE(storms[0].groupSubject, QStringLiteral("Subscribers"));
    QCOMPARE(storms[0].budgetShare.value(), 1.2 / 20);
    // No earlier storm: eight more at 20 a second.
    QCOMPARE(storms[0].forecast.basis, ForecastBasis::UpperBound);
    QCOMPARE(*storms[0].forecast.end, noonPlus(500));
    meter.advance(noonPlus(60'100));
    QCOMPARE(meter.takeStormsToStore(noonPlus(60'100)).size(), std::size_t{1});
}

BAROGRAPH_TEST(TestStormDetector)
#include "tst_storm_detector.moc"
