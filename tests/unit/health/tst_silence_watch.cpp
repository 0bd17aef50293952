// SPDX-License-Identifier: GPL-3.0-or-later
#include "silence/silence_watch.h"
#include "test_case.h"

using namespace barograph;
using namespace std::chrono_literals;

namespace {

/// 2026-03-02 12:00 UTC, a Monday.
const UtcTime kNoon = fromUnixMillis(1'772'452'800'000);
constexpr quint8 kAll = 0x0F;

/// `share` of the minutes are busy with all kinds, at every hour.
std::shared_ptr<const UsualTraffic> usually(double share)
{
    auto usual = std::make_shared<UsualTraffic>();
    for (std::size_t hour = 0; hour < UsualTraffic::kHours; ++hour) {
        for (const auto kind : kEventKinds) {
            usual->workingDay()[hour][kind] = {20, share};
            usual->weekend()[hour][kind] = {8, share};
        }
    }
    return usual;
}

/// A watch that has listened for a day to a node that worked.
struct Watched
{
    explicit Watched(double share)
    {
        watch.setUsual(usually(share));
        watch.setListening(true, kNoon - 24h);
        for (auto &at : last.counts)
            at = kNoon;
        look(kNoon - 24h);
    }
    SilenceView look(UtcTime now, quint8 kinds = kAll, bool works = true)
    {
        return watch.view({works, kinds}, last, now);
    }

    SilenceWatch watch;
    ByKind<std::optional<UtcTime>> last;
};

} // namespace

class TestSilenceWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmsWhenChanceIsOut_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<qint64>("quietSeconds");
        QTest::addColumn<qint64>("alarmSeconds");
        // 12 ÷ −ln(1 − share) minutes.
        QTest::newRow("every minute") << 60.0 / 61 << qint64{174} << qint64{176};
        QTest::newRow("every second minute") << 0.5 << qint64{1037} << qint64{1040};
        QTest::newRow("one in twenty") << 0.05 << qint64{14'030} << qint64{14'042};
    }
    void alarmsWhenChanceIsOut()
    {
        QFETCH(const double, share);
        QFETCH(const qint64, quietSeconds);
        QFETCH(const qint64, alarmSeconds);
        Watched node(share);
        const auto quiet = node.look(kNoon + Seconds{quietSeconds});
        QVERIFY(quiet.known && !quiet.isSilent());
        const auto silent = node.look(kNoon + Seconds{alarmSeconds});
        QCOMPARE(silent.silent.size(), kEventKindCount);
        QCOMPARE(silent.silent.front().since, kNoon);
        QVERIFY(silent.silent.front().alarmAfter <= Seconds{alarmSeconds});
        QVERIFY(silent.silent.front().usual < silent.silent.front().alarmAfter);
    }

    void neverWithinAMinute()
    {
        Watched node(1);
        QVERIFY(!node.look(kNoon + 59s).isSilent());
    }

    void whatNeverComesIsNotMissed()
    {
        Watched node(0);
        QVERIFY(!node.look(kNoon + 200h).isSilent());
    }

    void withoutHistoryNothingIsKnown()
    {
        SilenceWatch watch;
        watch.setListening(true, kNoon);
        const auto view = watch.view({true, kAll}, {}, kNoon + 48h);
        QVERIFY(!view.known && !view.isSilent());
    }

    void onlyWhatIsExpectedIsMissed()
    {
        Watched node(0.9);
        const auto later = kNoon + 1h;
        // Switched off, not visible, or held back by a paused queue.
        const auto view = node.look(later, bitOf(EventKind::Receive));
        QCOMPARE(view.silent.size(), std::size_t{1});
        QCOMPARE(view.silent.front().kind, EventKind::Receive);
        // When it is to come again, it has time to.
        QCOMPARE(node.look(later + 1s).silent.size(), std::size_t{1});
        QCOMPARE(node.look(later + 10min).silent.size(), kEventKindCount);
    }

    void aNodeThatDoesNotWorkIsNotSilent()
    {
        Watched node(0.9);
        const auto later = kNoon + 1h;
        QVERIFY(!node.look(later, kAll, false).isSilent());
        // And when it works again, it has time to.
        QVERIFY(!node.look(later + 1s).isSilent());
        QVERIFY(node.look(later + 10min).isSilent());
    }

    void nothingIsSaidWhileNobodyListens()
    {
        Watched node(0.9);
        node.watch.setListening(false, kNoon + 1s);
        QVERIFY(!node.look(kNoon + 2h).isSilent());
        node.watch.setListening(true, kNoon + 2h);
        QVERIFY(!node.look(kNoon + 2h + 1min).isSilent());
        QVERIFY(node.look(kNoon + 2h + 10min).isSilent());
    }

    void wordsSayWhatIsMissingAndWhy()
    {
        Watched node(0.9);
        const auto now = kNoon + 14min;
        auto silence = node.look(now, bitOf(EventKind::Receive) | bitOf(EventKind::Read));
        QVERIFY(silence.isSilent());
        const QString text = silenceText(silence, now);
        QVERIFY2(text.startsWith(QStringLiteral("No received messages and read receipts for 14 min")),
                 qPrintable(text));
        const Judgement ok{NodeState::Ok, QStringLiteral("fine."), 1, 1};
        auto judgement = judgeSilence(ok, silence, {}, now);
        QCOMPARE(judgement.state, NodeState::Silent);
        QCOMPARE(judgement.why, text);
        const DriftView drift{now - 2min, {{QStringLiteral("webhooks.url"), QStringLiteral("a"), QStringLiteral("b")}}};
        judgement = judgeSilence(ok, silence, drift, now);
        QVERIFY2(judgement.why.endsWith(QStringLiteral("Its setting webhooks.url was changed, seen 2 min ago.")),
                 qPrintable(judgement.why));
        // What is worse stays, and without a silence all stays.
        const Judgement down{NodeState::Down, QStringLiteral("down."), 0, 1};
        QVERIFY(judgeSilence(down, silence, drift, now) == down);
        QVERIFY(judgeSilence(ok, {}, drift, now) == ok);
        QVERIFY(silenceText({}, now).isEmpty());
    }

    void proofHasWordsOfItsOwn()
    {
        SilenceView silence;
        silence.proof = SilenceView::Proof{kNoon - 20s, 240, 0, false};
        QVERIFY(silenceText(silence, kNoon).startsWith(QStringLiteral("The node made 240 callbacks in the last 20 s")));
        silence.proof = SilenceView::Proof{kNoon - 20s, 240, 238, false};
        QVERIFY(silenceText(silence, kNoon).contains(QStringLiteral("238 of 240")));
        silence.proof = SilenceView::Proof{kNoon - 20s, 240, 0, true};
        QVERIFY(silenceText(silence, kNoon).startsWith(QStringLiteral("The node sent 240 messages")));
    }

private:
    static quint8 bitOf(EventKind kind) { return static_cast<quint8>(1U << indexOf(kind)); }
};

BAROGRAPH_TEST(TestSilenceWatch)
#include "tst_silence_watch.moc"
