// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "meters/send_account.h"
#include "meters/send_spreader.h"
#include "test_case.h"

#include <deque>
#include <random>

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr Millis kLongestSpan{15'000};

UtcTime secondsAfterNoon(qint64 seconds)
{
    return noonPlus(seconds * 1000);
}

/// A poll that brings a counter sample and perhaps the settings.
SendAccount::Growth sample(SendAccount &account, qint64 second, quint64 counter,
                           std::optional<bool> callbacks = std::nullopt)
{
    return account.poll(callbacks, counter, secondsAfterNoon(second), kLongestSpan);
}

SendAccount::Growth settings(SendAccount &account, qint64 second, bool sent)
{
    return account.poll(sent, std::nullopt, secondsAfterNoon(second), kLongestSpan);
}

/// A node that sends messages, keeps the counter and tells `sent` statuses late, in a batch, or not at all.
class SendingNode
{
public:
    struct Status
    {
        UtcTime due{};
        UtcTime sentAt{};
    };

    explicit SendingNode(quint32 seed)
        : m_random(seed)
    {}
    quint32 below(quint32 limit) { return static_cast<quint32>(m_random() % limit); }

    void send(UtcTime now)
    {
        ++sent;
        ++counter;
        if (callbacksOn)
            m_statuses.push_back({now + statusDelay, UtcTime{secondOf(now + clockAhead)}});
    }
    std::vector<Status> dueStatuses(UtcTime now)
    {
        std::vector<Status> due;
        while (!m_statuses.empty() && m_statuses.front().due <= now) {
            due.push_back(m_statuses.front());
            m_statuses.pop_front();
        }
        return due;
    }

    quint64 sent = 0;
    quint64 counter = 0;
    bool callbacksOn = true;
    Millis statusDelay{300};
    Millis clockAhead{0};

private:
    std::mt19937 m_random;
    std::deque<Status> m_statuses;
};

IngestedEvent sentStatus(UtcTime arrival, UtcTime sentAt)
{
    auto event = eventAt(arrival, EventKind::Send, 1, 1);
    event.eventTime = sentAt;
    return event;
}

} // namespace

class TestSendAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStatusDecides();
    void knownSettingsDecide();
    void growthIsExact_data();
    void growthIsExact();
    void memberRestartIsNotAFlood();
    void quietStatusesHandOverToTheCounter();
    void idleNodeIsNotHandedOver();
    void toCounterSubtractsToldStatuses();
    void toStatusesIgnoresCoveredOnes();
    void olderStatusesStillCount();
    void stoppedSamplesLetGo();
    void restoredCounterContinues();
    void recordsAddUpUntilTaken();
    void spreaderKeepsTheRate();
    void gapGoesIntoAnUnknownSecond();
    void neverCountsTwice_data();
    void neverCountsTwice();
};

void TestSendAccount::firstStatusDecides()
{
    SendAccount account;
    QCOMPARE(account.source(), SendSource::Unknown);
    QVERIFY(account.takeStatus(kNoon));
    QCOMPARE(account.source(), SendSource::SentStatuses);
    // From here on growth is only remembered.
    QCOMPARE(sample(account, 1, 100).sends, quint64{0});
    QVERIFY(account.takeStatus(secondsAfterNoon(2)));
    QCOMPARE(sample(account, 3, 150).sends, quint64{0});
    QVERIFY(!account.takeRecord());
}

void TestSendAccount::knownSettingsDecide()
{
    SendAccount account;
    settings(account, 0, false);
    QCOMPARE(account.source(), SendSource::StatsCounter);
    QVERIFY(!account.takeRecord()); // no counter value yet
    // Before the first sample nothing is watched: a straggler is counted.
    QVERIFY(account.takeStatus(kNoon));
    QCOMPARE(sample(account, 1, 1000).sends, quint64{0});
    const auto record = account.takeRecord();
    QVERIFY(record);
    QCOMPARE(record->counter, quint64{1000});
    QCOMPARE(record->sends, quint64{0});
    QCOMPARE(sample(account, 3, 1040).sends, quint64{40});
    QVERIFY(!account.takeStatus(secondsAfterNoon(2)));

    SendAccount other;
    settings(other, 0, true);
    QCOMPARE(other.source(), SendSource::SentStatuses);
    QCOMPARE(sample(other, 2, 10).sends + sample(other, 100, 500).sends, quint64{0});
    QCOMPARE(other.source(), SendSource::SentStatuses);
}

void TestSendAccount::growthIsExact_data()
{
    QTest::addColumn<QList<quint64>>("samples");
    QTest::addColumn<quint64>("expected");
    QTest::newRow("baseline only") << QList<quint64>{700} << quint64{0};
    QTest::newRow("grows") << QList<quint64>{700, 700, 710, 725} << quint64{25};
    QTest::newRow("restart") << QList<quint64>{700, 710, 4, 9} << quint64{19};
    QTest::newRow("restart to nothing") << QList<quint64>{700, 0, 0, 3} << quint64{3};
    QTest::newRow("restart twice") << QList<quint64>{700, 5, 2} << quint64{7};
    QTest::newRow("from nothing") << QList<quint64>{0, 12} << quint64{12};
    QTest::newRow("huge") << QList<quint64>{(1ULL << 63) - 1, (1ULL << 63) + 4} << quint64{5};
}

void TestSendAccount::growthIsExact()
{
    QFETCH(QList<quint64>, samples);
    QFETCH(quint64, expected);
    SendAccount account;
    settings(account, 0, false);
    quint64 sends = 0;
    quint64 recorded = 0;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        sends += sample(account, 2 * (i + 1), samples[i]).sends;
        if (const auto record = account.takeRecord())
            recorded += record->sends;
    }
    QCOMPARE(sends, expected);
    QCOMPARE(recorded, expected);
}

void TestSendAccount::memberRestartIsNotAFlood()
{
    SendAccount account;
    settings(account, 0, false);
    sample(account, 0, 8'000'000);
    const auto growth = sample(account, 2, 7'000'000);
    QCOMPARE(growth.sends, quint64{0});
    QVERIFY(growth.unexplained);
    QVERIFY(!account.lastMeasured());
    QCOMPARE(sample(account, 4, 7'000'020).sends, quint64{20});
}

void TestSendAccount::quietStatusesHandOverToTheCounter()
{
    SendAccount account;
    QCOMPARE(sample(account, 0, 100).sends, quint64{0});
    quint64 sends = 0;
    for (qint64 second = 2; second < 32; second += 2) {
        sends += sample(account, second, 100 + static_cast<quint64>(second)).sends;
        QCOMPARE(account.source(), SendSource::Unknown);
    }
    const auto growth = sample(account, 32, 132);
    QCOMPARE(account.source(), SendSource::StatsCounter);
    QCOMPARE(sends + growth.sends, quint64{32});
    QVERIFY2(growth.span == Millis{0}, "32 s are too long to be shown as a rate");
    QCOMPARE(sample(account, 34, 135).sends, quint64{3});

    // Statuses are told after all: changed back with the next sample, and nothing is counted twice.
    QVERIFY(!account.takeStatus(secondsAfterNoon(35)));
    QCOMPARE(account.source(), SendSource::StatsCounter);
    QCOMPARE(sample(account, 36, 137).sends, quint64{2});
    QCOMPARE(account.source(), SendSource::SentStatuses);
    QVERIFY(!account.takeStatus(secondsAfterNoon(36)));
    QVERIFY(account.takeStatus(secondsAfterNoon(37)));
}

void TestSendAccount::idleNodeIsNotHandedOver()
{
    SendAccount account;
    QVERIFY(account.takeStatus(kNoon));
    for (qint64 second = 0; second <= 3600; second += 2)
        sample(account, second, 50);
    // The first message after an hour: its status is on the way while the counter has it already.
    sample(account, 3602, 51);
    QCOMPARE(account.source(), SendSource::SentStatuses);
    QVERIFY(account.takeStatus(secondsAfterNoon(3601)));
    for (qint64 second = 3604; second <= 3700; second += 2)
        QCOMPARE(sample(account, second, 51).sends, quint64{0});
    QCOMPARE(account.source(), SendSource::SentStatuses);
}

void TestSendAccount::toCounterSubtractsToldStatuses()
{
    SendAccount account;
    settings(account, 0, true);
    sample(account, 10, 200);
    // Three messages since the sample; two of them have told their status when callbacks are found switched off.
    QVERIFY(account.takeStatus(secondsAfterNoon(11)));
    QVERIFY(account.takeStatus(secondsAfterNoon(11)));
    QCOMPARE(sample(account, 12, 203, false).sends, quint64{1});
    QCOMPARE(account.source(), SendSource::StatsCounter);
    // The third one's status comes late.
    QVERIFY(!account.takeStatus(secondsAfterNoon(11)));
    // One from before the remembered sample is not in the counter's growth.
    QVERIFY(account.takeStatus(secondsAfterNoon(9)));
    QCOMPARE(sample(account, 14, 205).sends, quint64{2});
}

void TestSendAccount::toStatusesIgnoresCoveredOnes()
{
    SendAccount account;
    settings(account, 0, false);
    sample(account, 0, 10);
    QCOMPARE(sample(account, 10, 20).sends, quint64{10});
    account.takeRecord();
    // Settings come alone: the change waits for the sample that says what the counter has told.
    settings(account, 11, true);
    QCOMPARE(account.source(), SendSource::StatsCounter);
    QCOMPARE(sample(account, 12, 22).sends, quint64{2});
    QCOMPARE(account.source(), SendSource::SentStatuses);
    const auto record = account.takeRecord();
    QVERIFY(record);
    QCOMPARE(record->source, SendSource::SentStatuses);
    QCOMPARE(record->sends, quint64{2});
    QVERIFY(!account.takeStatus(secondsAfterNoon(5)));
    QVERIFY(!account.takeStatus(secondsAfterNoon(12)));
    QVERIFY(account.takeStatus(secondsAfterNoon(13)));
    // Still so after several changes.
    settings(account, 14, false);
    sample(account, 15, 30);
    sample(account, 16, 31, true);
    QVERIFY(!account.takeStatus(secondsAfterNoon(5)));
    QVERIFY(account.takeStatus(secondsAfterNoon(20)));
}

void TestSendAccount::olderStatusesStillCount()
{
    SendAccount account;
    settings(account, 0, false);
    sample(account, 100, 10);
    QVERIFY(account.takeStatus(secondsAfterNoon(99)));
    QVERIFY(!account.takeStatus(secondsAfterNoon(100)));
}

void TestSendAccount::stoppedSamplesLetGo()
{
    SendAccount account;
    settings(account, 0, false);
    sample(account, 2, 10);
    settings(account, 10, true);
    QCOMPARE(account.source(), SendSource::StatsCounter);
    settings(account, 18, true);
    QCOMPARE(account.source(), SendSource::SentStatuses);
    QVERIFY(!account.takeStatus(secondsAfterNoon(2)));
    QVERIFY(account.takeStatus(secondsAfterNoon(3)));

    SendAccount neverSampled;
    settings(neverSampled, 0, false);
    settings(neverSampled, 1, true);
    QCOMPARE(neverSampled.source(), SendSource::SentStatuses);
    QVERIFY(!neverSampled.takeRecord());
}

void TestSendAccount::restoredCounterContinues()
{
    SendAccount account;
    account.restore(500);
    const auto growth = sample(account, 0, 530, false);
    QCOMPARE(growth.sends, quint64{30});
    QVERIFY2(growth.span == Millis{0}, "made in an unknown time");
    QVERIFY(!account.lastMeasured());
    QCOMPARE(sample(account, 2, 540).span, Millis{2000});
    QVERIFY(account.lastMeasured());

    SendAccount restarted;
    restarted.restore(500);
    QCOMPARE(sample(restarted, 0, 20, false).sends, quint64{20});
}

void TestSendAccount::recordsAddUpUntilTaken()
{
    SendAccount account;
    settings(account, 0, false);
    sample(account, 0, 10);
    sample(account, 2, 14);
    sample(account, 4, 15);
    const auto record = account.takeRecord();
    QVERIFY(record);
    QCOMPARE(record->counter, quint64{15});
    QCOMPARE(record->sends, quint64{5});
    QCOMPARE(record->span, Millis{4000});
    QVERIFY(!account.takeRecord());
    sample(account, 6, 15);
    QVERIFY2(!account.takeRecord(), "nothing was learnt");
}

void TestSendAccount::spreaderKeepsTheRate()
{
    SendSpreader spreader;
    quint64 handedOut = 0;
    quint32 most = 0;
    // 41 sends every 2 s, polled with some jitter.
    for (int second = 0; second < 100; ++second) {
        if (second % 2 == 0)
            spreader.add(41, Millis{second % 4 == 0 ? 1950 : 2050});
        const auto share = spreader.takeForOneSecond();
        most = std::max(most, share);
        handedOut += share;
    }
    QVERIFY(most <= 22);
    QVERIFY(spreader.waiting() <= 42);
    while (spreader.waiting() > 0)
        handedOut += spreader.takeForOneSecond();
    QCOMPARE(handedOut, quint64{50 * 41});
}

void TestSendAccount::gapGoesIntoAnUnknownSecond()
{
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    meter.restoreSendCounter(1000);
    meter.apply(callbacksAt(kNoon, {false, true, true}));
    auto probe = counterAt(noonPlus(100), 73'000);
    meter.apply(probe);
    QCOMPARE(meter.totals()[EventKind::Send], quint64{72'000});
    std::vector<ClosedSecond> closed;
    advanceTo(meter, noonPlus(100), noonPlus(2000), &closed);
    QCOMPARE(closed.at(0).sample.counts[EventKind::Send], 72'000U);
    QVERIFY(!closed.at(0).sample.isKnown(EventKind::Send));
    QVERIFY(closed.at(0).sample.isKnown(EventKind::Receive));
    QCOMPARE(meter.frame(noonPlus(2000)).peak.tps, 0U);
    // With a second sample the rate is known, and each second has its share.
    meter.apply(counterAt(noonPlus(2100), 73'040));
    closed.clear();
    advanceTo(meter, noonPlus(2100), noonPlus(5000), &closed);
    QCOMPARE(closed.at(0).sample.counts[EventKind::Send], 20U);
    QVERIFY(closed.at(0).sample.isKnown(EventKind::Send));
    QCOMPARE(closed.at(1).sample.counts[EventKind::Send], 20U);
    QCOMPARE(meter.frame(noonPlus(5000)).peak.tps, 20U);
}

void TestSendAccount::neverCountsTwice_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("settingsTold");
    for (quint32 seed = 1; seed <= 30; ++seed) {
        QTest::addRow("settings told, seed %u", seed) << seed << true;
        QTest::addRow("settings not told, seed %u", seed) << seed << false;
    }
}

/// Ten minutes of a node whose callbacks are switched on and off, whose statuses come late and whose clock is off.
void TestSendAccount::neverCountsTwice()
{
    QFETCH(quint32, seed);
    QFETCH(bool, settingsTold);
    SendingNode node(seed);
    node.callbacksOn = node.below(2) == 0;
    node.statusDelay = Millis{200 + node.below(4000)};
    NodeMeter meter(0, nodeConfig());
    meter.setListening(true, kNoon);
    meter.apply(counterAt(kNoon, node.counter));
    quint64 switches = 0;
    quint64 lateStatuses = 0;
    for (qint64 ms = 50; ms < 600'000; ms += 50) {
        const auto now = noonPlus(ms);
        if (node.below(5) == 0)
            node.send(now);
        if (node.below(1500) == 0) {
            node.callbacksOn = !node.callbacksOn;
            ++switches;
        }
        for (const auto &status : node.dueStatuses(now)) {
            meter.count(sentStatus(now, status.sentAt));
            ++lateStatuses;
        }
        if (ms % 2000 == 1000)
            meter.apply(counterAt(now, node.counter));
        if (settingsTold && ms % 5000 == 1500)
            meter.apply(callbacksAt(now, {node.callbacksOn, true, true}));
        if (ms % 100 == 0)
            meter.advance(now);
        QVERIFY2(meter.totals()[EventKind::Send] <= node.sent, "a message was counted twice");
    }
    // What may be missed: a settings poll's worth at each change where settings are told, else nothing that the
    // counter does not make up for within half a minute. 4 a second are sent.
    const auto missed = node.sent - meter.totals()[EventKind::Send];
    const auto allowed = settingsTold ? 40 + switches * 40 : 40 * (switches + 1) + 160;
    QVERIFY2(missed <= allowed, qPrintable(QStringLiteral("%1 of %2 missed after %3 switches, %4 statuses")
                                               .arg(missed)
                                               .arg(node.sent)
                                               .arg(switches)
                                               .arg(lateStatuses)));
}

BAROGRAPH_TEST(TestSendAccount)
#include "tst_send_account.moc"
