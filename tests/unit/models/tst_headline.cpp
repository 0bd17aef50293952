// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_case.h"
#include "text/headline.h"

#include <QTranslator>

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNow = fromUnixMillis(1'772'678'467'400);

std::shared_ptr<SecondSeries> seriesOf(std::size_t seconds, quint32 each)
{
    auto series = std::make_shared<SecondSeries>();
    series->first = secondOf(kNow) - Seconds{static_cast<qint64>(seconds)};
    series->samples.assign(seconds + 1, SecondSample{{{each, 0, 0, 0}}, kAllKindsMask, 0});
    return series;
}

NodeFrame nodeAt(double eventsPerSecond)
{
    NodeFrame node;
    node.judgement.state = NodeState::Ok;
    node.allocatedTps = Reading<double>::measured(20, kNow);
    node.tps[1] = Reading<double>::measured(eventsPerSecond, kNow);
    node.lastEvent[EventKind::Receive] = kNow - 1s;
    node.series = seriesOf(600, static_cast<quint32>(eventsPerSecond));
    return node;
}

} // namespace

class TestHeadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeAtBudget_data()
    {
        QTest::addColumn<int>("busySeconds");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("never") << 0 << qint64{0};
        QTest::newRow("shorter than the window") << 9 << qint64{0};
        QTest::newRow("exactly the window") << 10 << qint64{10};
        QTest::newRow("two minutes") << 120 << qint64{120};
        QTest::newRow("all of it") << 600 << qint64{600};
    }
    void timeAtBudget()
    {
        QFETCH(const int, busySeconds);
        QFETCH(const qint64, expected);
        auto series = seriesOf(600, 0);
        for (int i = 0; i < busySeconds; ++i)
            series->samples[static_cast<std::size_t>(599 - i)].counts[EventKind::Read] = 20;
        QCOMPARE(barograph::timeAtBudget(*series, 20).count(), expected);
    }

    void trafficIsTheNewsOfNodesThatNobodyAsks()
    {
        auto node = nodeAt(2);
        node.judgement.state = NodeState::Unknown;
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Unknown);
        node.health = Reading<HealthReport>::notSupported();
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Calm);
    }

    void aMissingTapIsNoQuietHour()
    {
        auto node = nodeAt(0);
        node.tps[1] = {};
        node.lastEvent[EventKind::Receive] = kNow - 1h;
        node.silence.known = true;
        QVERIFY(headlineOf(node, kNow).text.startsWith(QStringLiteral("No event for")));
        node.feed = EventFeed::None;
        QCOMPARE(headlineOf(node, kNow).text,
                 QStringLiteral("Events are not measured until the tap that brings them is connected"));
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Unknown);
        node.tap.emplace();
        node.tap->state = TapView::Failed;
        QCOMPARE(headlineOf(node, kNow).text,
                 QStringLiteral("Events are not measured: the tap that brings them is not connected. See Webhooks."));
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Attention);
        node.enabled = false;
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Calm);
    }

    void aGapEndsTheTimeAtBudget()
    {
        auto series = seriesOf(600, 20);
        series->samples[500] = {};
        QCOMPARE(barograph::timeAtBudget(*series, 20).count(), 99);
        QCOMPARE(barograph::timeAtBudget(*series, 0).count(), 0);
        QCOMPARE(barograph::timeAtBudget({}, 20).count(), 0);
    }

    void namesTheStormThatSpendsTheBudget()
    {
        NodeFrame node = nodeAt(20);
        StormView storm;
        storm.label = QStringLiteral("message 3fa9c2");
        storm.reads = 100;
        storm.receiptsPerSecond = 14.2;
        storm.active = true;
        node.storms = {storm};
        const Headline headline = headlineOf(node, kNow);
        QCOMPARE(headline.text, QStringLiteral("At 100% of 20 TPS for 10 min; 71% of it is reads of message 3fa9c2"));
        QCOMPARE(headline.urgency, Urgency::Critical);
        // Where the group's subject is known, it says more; a long one is cut.
        node.storms.front().groupSubject = QStringLiteral("Subscribers 3");
        QVERIFY(headlineOf(node, kNow).text.endsWith(QStringLiteral("71% of it is reads of Subscribers 3")));
        node.storms.front().groupSubject = QStringLiteral("Everybody who ever bought a barometer");
        QVERIFY(headlineOf(node, kNow).text.endsWith(QStringLiteral("reads of Everybody who ever bought a\u2026")));
        node.storms.front().groupSubject = QString(26, u'x') + QString::fromUtf8("\xf0\x9f\x8e\x89 party");
        QVERIFY(headlineOf(node, kNow).text.endsWith(QString(26, u'x') + QChar(0x2026)));
    }

    void whatHadWaitedIsNoNewSpending()
    {
        auto node = nodeAt(61);
        node.lag = Reading<Millis>::measured(Millis{41'000}, kNow);
        QCOMPARE(
            headlineOf(node, kNow).text,
            QStringLiteral("Catching up: 61 events a second come in that had waited for 41 s. They spent their share "
                           "of the 20 TPS before"));
        QCOMPARE(headlineOf(node, kNow).urgency, Urgency::Attention);
        // In time, it is spending; and at the budget, lateness is what a full budget looks like.
        node.lag = Reading<Millis>::measured(Millis{2'000}, kNow);
        QVERIFY(headlineOf(node, kNow).text.startsWith(QStringLiteral("At 305% of 20 TPS")));
        node = nodeAt(20);
        node.lag = Reading<Millis>::measured(Millis{41'000}, kNow);
        QVERIFY(headlineOf(node, kNow).text.startsWith(QStringLiteral("At 100% of 20 TPS")));
    }

    void whatIsNotMeasuredNowIsNotSaidSo()
    {
        auto node = nodeAt(16);
        node.tps[1] = Reading<double>::estimated(16, kNow); // a part of the window was not watched
        QCOMPARE(headlineOf(node, kNow).text, QStringLiteral("At ≈ 80% of 20 TPS"));
        node.outbound.configured = true;
        node.outbound.depthMessages = Reading<qint64>::measured(42, kNow - 3min).asStale();
        node.outbound.pausedSince = kNow - 5min;
        node.outbound.paused = Reading<bool>::measured(true, kNow);
        QCOMPARE(headlineOf(node, kNow).text,
                 QStringLiteral("Outbound queue has been paused for 5 min; 42 (stale 3 min) messages wait in it"));
        QVERIFY(node.outbound.isPausedNow());
        node.outbound.paused = Reading<bool>::measured(true, kNow - 3min).asStale();
        QCOMPARE(headlineOf(node, kNow).text,
                 QStringLiteral("Outbound queue was paused when it last answered, 3 min ago"));
        QVERIFY(!node.outbound.isPausedNow());
        node.callbackQueueSize = Reading<qint64>::measured(60'000, kNow - 2min).asStale();
        QVERIFY(headlineOf(node, kNow).text.startsWith(QStringLiteral("60,000 (stale 2 min) callbacks wait")));
    }

    void everySentenceIsWhole()
    {
        // Each comes from one text of the catalogue, so that a language can put its parts in its own order.
        struct Marked : QTranslator
        {
            QString translate(const char *context, const char *source, const char *, int) const override
            {
                return qstrcmp(context, "barograph::Headline") == 0 ? u'<' + QString::fromUtf8(source) + u'>'
                                                                    : QString();
            }
            bool isEmpty() const override { return false; }
        } marked;
        QCoreApplication::installTranslator(&marked);
        const auto restore = qScopeGuard([&marked] { QCoreApplication::removeTranslator(&marked); });
        std::vector<NodeFrame> frames(7, nodeAt(20));
        StormView storm;
        storm.groupSubject = QStringLiteral("Subscribers 3");
        storm.reads = 100;
        storm.receiptsPerSecond = 14.2;
        storm.active = true;
        frames[1].storms = {storm};
        frames[2].judgement = {NodeState::Down, QStringLiteral("no answer."), 0, 1};
        frames[3].judgement = {NodeState::Silent, QStringLiteral("nothing."), 0, 1};
        frames[3].silence.proof.emplace();
        frames[4].outbound.paused = Reading<bool>::measured(true, kNow);
        frames[4].outbound.pausedSince = kNow - 5min;
        frames[4].outbound.depthMessages = Reading<qint64>::measured(4, kNow);
        frames[4].tps[1] = Reading<double>::measured(2, kNow);
        frames[5].enabled = false;
        frames[5].judgement = {NodeState::Off, QStringLiteral("Not asked."), 0, 0};
        frames[6].tps = {};
        frames[6].judgement = {NodeState::Unknown, QStringLiteral("Not asked yet."), 0, 0};
        for (const auto &frame : frames) {
            const QString text = headlineOf(frame, kNow).text;
            QVERIFY2(text.startsWith(u'<') && text.endsWith(u'>'), qPrintable(text));
            // Only what it is spent on may be a clause of its own within.
            QVERIFY2(text.count(u'<') <= 2, qPrintable(text));
        }
    }

    void namesTheKindWhereThereIsNoStorm()
    {
        NodeFrame node = nodeAt(16);
        node.tpsByKind[EventKind::Send] = Reading<double>::measured(12, kNow);
        const Headline headline = headlineOf(node, kNow);
        QCOMPARE(headline.text, QStringLiteral("At 80% of 20 TPS; 75% of it is sent messages"));
        QCOMPARE(headline.urgency, Urgency::Attention);
    }

    void picksWhatMattersMost_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("urgency");
        const auto row = [](const char *what, const char *start, Urgency urgency) {
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromLatin1(start) << static_cast<int>(urgency);
        };
        row("down", "Down: no answer", Urgency::Critical);
        row("callbacks", "60,000 callbacks wait at the node, 60%", Urgency::Critical);
        row("degraded", "Degraded: shard missing", Urgency::Attention);
        row("paused", "Outbound queue has been paused for 5 min; 42 messages", Urgency::Attention);
        row("silent", "No event for 6 min", Urgency::Attention);
        row("unknown", "State not known: waiting", Urgency::Unknown);
        row("never", "No event has arrived", Urgency::Unknown);
        row("no budget", "4 events per second; the budget is not known", Urgency::Calm);
        row("no rate", "The rate is not known", Urgency::Unknown);
        row("calm", "At 20% of 20 TPS", Urgency::Calm);
    }
    void picksWhatMattersMost()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, start);
        QFETCH(const int, urgency);
        NodeFrame node = nodeAt(4);
        if (what == QLatin1String("down"))
            node.judgement = {NodeState::Down, QStringLiteral("no answer"), 0, 1};
        else if (what == QLatin1String("callbacks"))
            node.callbackQueueSize = Reading<qint64>::measured(60'000, kNow);
        else if (what == QLatin1String("degraded"))
            node.judgement = {NodeState::Degraded, QStringLiteral("shard missing"), 1, 2};
        else if (what == QLatin1String("silent"))
            node.lastEvent[EventKind::Receive] = kNow - 6min;
        else if (what == QLatin1String("unknown"))
            node.judgement = {NodeState::Unknown, QStringLiteral("waiting"), 0, 0};
        else if (what == QLatin1String("never"))
            node.lastEvent = {};
        else if (what == QLatin1String("no budget"))
            node.allocatedTps = {};
        else if (what == QLatin1String("no rate"))
            node.tps = {};
        else if (what == QLatin1String("paused")) {
            node.outbound.paused = Reading<bool>::measured(true, kNow);
            node.outbound.pausedSince = kNow - 5min - 10s;
            node.outbound.depthMessages = Reading<qint64>::measured(42, kNow);
        }
        const Headline headline = headlineOf(node, kNow);
        QVERIFY2(headline.text.startsWith(start), qPrintable(headline.text));
        QCOMPARE(static_cast<int>(headline.urgency), urgency);
    }
};

BAROGRAPH_TEST(TestHeadline)
#include "tst_headline.moc"
