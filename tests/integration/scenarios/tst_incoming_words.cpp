// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about the incoming queue and the bot's server of a simulated node, against what really waits there.

#include "incoming/queue_risk.h"
#include "test_case.h"
#include "text/headline.h"
#include "text/incoming_text.h"
#include "virtual_node.h"

using namespace barograph;
using namespace barograph::testing;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kSmallCapacity = 1'000;
/// Such a time after something can be seen, it has to be said.
constexpr Seconds kSaidWithin{5};

/// Each seed begins at another part of the second: stamps are cut to whole ones.
VirtualSetup setupFor(quint64 seed)
{
    VirtualSetup setup;
    setup.seed = seed;
    setup.startsAt = fromUnixMillis(1'772'366'400'000) + Millis{static_cast<qint64>(seed * 237 % 1'000)};
    return setup;
}

VirtualSetup overloaded(quint64 seed)
{
    VirtualSetup setup = setupFor(seed);
    setup.scenarios = {"overload"};
    setup.incomingCapacity = kSmallCapacity;
    setup.config.incomingCapacity = kSmallCapacity;
    return setup;
}

bool warns(const NodeFrame &frame)
{
    const auto risk = riskOf(frame.incoming);
    return risk == QueueRisk::Soon || risk == QueueRisk::Imminent || risk == QueueRisk::Losing;
}

qint64 lostMessages(VirtualNode &node)
{
    return static_cast<qint64>(node.simulation().totals().lost[EventKind::Receive]);
}

} // namespace

class TstIncomingWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeds_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
    }

    void overloadIsForetold_data() { seeds_data(); }
    void overloadIsForetold()
    {
        QFETCH(const quint64, seed);
        VirtualNode node(overloaded(seed));
        std::optional<Seconds> evident;
        std::optional<Seconds> said;
        std::optional<Seconds> lostFrom;
        std::optional<Seconds> saidLost;
        struct Forecast
        {
            Seconds at;
            Seconds fullIn;
        };
        std::vector<Forecast> forecasts;
        node.run(60s, [&](const NodeFrame &frame) {
            const auto now = node.elapsed();
            const auto &view = frame.incoming;
            // What would take the whole budget a quarter of a minute.
            if (!evident && node.simulation().incomingWaiting() > 300)
                evident = now;
            if (!lostFrom && lostMessages(node) > 0)
                lostFrom = now;
            if (view.fullIn && !lostFrom)
                forecasts.push_back({now, std::chrono::floor<Seconds>(*view.fullIn)});
            const QString words = incomingForecastText(view);
            if (!said && words.startsWith(QStringLiteral("fills in")) &&
                words.endsWith(QStringLiteral(": incoming messages will be lost")))
                said = now;
            if (!saidLost && words == QStringLiteral("full: incoming messages are being lost"))
                saidLost = now;
            // None of the wrong ones.
            QVERIFY2(!words.startsWith(QStringLiteral("drains")) && !words.startsWith(QStringLiteral("steady")),
                     qPrintable(words));
            QVERIFY(riskOf(frame.botServer) == BotRisk::None || riskOf(frame.botServer) == BotRisk::Unknown);
            if (evident && now > *evident + kSaidWithin) {
                QVERIFY2(warns(frame), qPrintable(words));
                QCOMPARE(headlineOf(frame, node.now()).urgency, Urgency::Critical);
                QVERIFY(headlineOf(frame, node.now()).text.contains(QStringLiteral("lost")));
                QVERIFY(isRiskCritical(frame) && !riskBadge(frame).isEmpty());
                QCOMPARE(view.depth.truth(), Truth::Estimated);
                QCOMPARE(view.source, DepthSource::GaugesAndEstimate);
            }
        });
        QVERIFY(evident && said && lostFrom && saidLost);
        QVERIFY2(*said <= *evident + kSaidWithin, qPrintable(QString::number((*said - *evident).count())));
        QVERIFY(*said < *lostFrom);
        QVERIFY2(std::chrono::abs(*saidLost - *lostFrom) <= kSaidWithin,
                 qPrintable(QString::number((*saidLost - *lostFrom).count())));
        // The time to overflow is right within a factor of 2.5 or eight seconds, whichever is more, from the first word
        // on, and mostly within a factor of 1.8.
        QVERIFY(forecasts.size() >= 10);
        std::vector<double> ratios;
        for (const auto &forecast : forecasts) {
            const auto really = *lostFrom - forecast.at;
            ratios.push_back(static_cast<double>(forecast.fullIn.count() + 1) /
                             static_cast<double>(really.count() + 1));
            QVERIFY2(forecast.fullIn <= std::max(really * 5 / 2, really + 8s) &&
                         forecast.fullIn >= std::min(really * 2 / 5, really - 8s),
                     qPrintable(QStringLiteral("at %1 s: %2 s, really %3 s")
                                    .arg(forecast.at.count())
                                    .arg(forecast.fullIn.count())
                                    .arg(really.count())));
        }
        const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
        std::nth_element(ratios.begin(), middle, ratios.end());
        QVERIFY2(*middle > 1 / 1.8 && *middle < 1.8, qPrintable(QString::number(*middle)));
    }

    void overloadLosesWhatWasForetold_data() { seeds_data(); }
    void overloadLosesWhatWasForetold()
    {
        QFETCH(const quint64, seed);
        VirtualNode node(overloaded(seed));
        node.run(20s);
        const auto foretold = node.frame().incoming.atRisk;
        QCOMPARE(foretold.truth(), Truth::Estimated);
        const auto before = lostMessages(node);
        std::optional<qint64> atTenMinutes;
        node.run(3600s, [&](const NodeFrame &frame) {
            if (node.elapsed() == 620s)
                atTenMinutes = frame.incoming.atRisk.valueOr(0);
            if (node.elapsed() > 60s)
                QCOMPARE(riskOf(frame.incoming), QueueRisk::Losing);
        });
        const auto lost = lostMessages(node) - before;
        QVERIFY(lost > 10'000);
        // Within a factor of 1.5 of what was really lost, foretold before anything was.
        for (const auto said : {foretold.value(), atTenMinutes.value()})
            QVERIFY2(3 * said > 2 * lost && 2 * said < 3 * lost,
                     qPrintable(QStringLiteral("%1 foretold, %2 lost").arg(said).arg(lost)));
        // A queue that is full holds its capacity.
        QVERIFY(std::abs(node.frame().incoming.depth.value() - kSmallCapacity) < kSmallCapacity / 10);
    }

    void aSlowBotIsNamed_data() { seeds_data(); }
    void aSlowBotIsNamed()
    {
        QFETCH(const quint64, seed);
        VirtualSetup setup = setupFor(seed);
        setup.scenarios = {"slow-bot"};
        VirtualNode node(setup);
        // Slow for three minutes out of four, from 5 s on. It can be seen once half of the time over which answers are
        // averaged was slow.
        constexpr Seconds kEvident = 10s;
        bool saidAtAll = false;
        node.run(185s, [&](const NodeFrame &frame) {
            const auto now = node.elapsed();
            const QString answer = botAnswerText(frame.botServer, node.now());
            const QString forecast = incomingForecastText(frame.incoming);
            const QString depth = incomingDepthText(frame.incoming, node.now());
            QVERIFY2(!warns(frame), qPrintable(forecast));
            QVERIFY(frame.judgement.state != NodeState::Down);
            if (now > kEvident + kSaidWithin && now < 184s) {
                saidAtAll = true;
                QVERIFY2(answer.contains(QStringLiteral("; WhatsApp's norm is 250 ms")), qPrintable(answer));
                QCOMPARE(riskOf(frame.botServer), BotRisk::Slow);
                QCOMPARE(riskBadge(frame), QStringLiteral("SLOW BOT"));
                QVERIFY2(headlineOf(frame, node.now()).text.startsWith(QStringLiteral("Bot's server: answers in 9")),
                         qPrintable(headlineOf(frame, node.now()).text));
            }
            // What waits is told by the node's gauge: no more and no less.
            const auto waiting = static_cast<qint64>(node.simulation().callbackQueueSize());
            if (waiting > 50) {
                QVERIFY2(depth.contains(QStringLiteral("waiting")), qPrintable(depth));
                QVERIFY2(frame.incoming.depth.value() < 2 * waiting && 2 * frame.incoming.depth.value() > waiting,
                         qPrintable(QStringLiteral("%1 against %2").arg(depth).arg(waiting)));
            }
        });
        QVERIFY(saidAtAll);
        // Quick again: it is forgiven soon, and the queue is gone.
        node.run(20s);
        QCOMPARE(riskOf(node.frame().botServer), BotRisk::None);
        QCOMPARE(incomingDepthText(node.frame().incoming, node.now()), QStringLiteral("no queue"));
        QCOMPARE(riskBadge(node.frame()), QString());
    }

    void halfAnHourOfCalmRaisesNoAlarm_data() { seeds_data(); }
    void halfAnHourOfCalmRaisesNoAlarm()
    {
        QFETCH(const quint64, seed);
        VirtualSetup setup = setupFor(seed);
        setup.highAvailability = true;
        // A clock that is wrong is no queue: the events' times are WhatsApp's.
        setup.clockAhead = Millis{seed == 2 ? 20'000 : seed == 3 ? -20'000 : 0};
        VirtualNode node(setup);
        node.run(1800s, [&](const NodeFrame &frame) {
            const auto &view = frame.incoming;
            QVERIFY2(riskBadge(frame).isEmpty(), qPrintable(riskBadge(frame)));
            QVERIFY(view.trend == QueueTrend::Empty || view.trend == QueueTrend::Unknown);
            QVERIFY(!view.depth.hasValue() || view.depth.value() < 20);
            if (node.elapsed() > 10s) {
                QCOMPARE(view.depth.truth(), Truth::Measured);
                QCOMPARE(incomingForecastText(view), QStringLiteral("nothing has to wait"));
                QCOMPARE(atRiskText(view), QStringLiteral("none"));
                QVERIFY(view.lag.value() < 2s);
            }
        });
        const auto skew = node.frame().incoming.clockSkew;
        QCOMPARE(skew.truth(), Truth::Measured);
        QVERIFY(std::chrono::abs(skew.value() - setup.clockAhead) < 700ms);
    }

    void otherTroubleIsNotOurs_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<quint64>("seed");
        for (const char *scenario : {"failover", "shard-loss", "silent-webhooks", "campaign"}) {
            for (quint64 seed = 1; seed <= 2; ++seed)
                QTest::addRow("%s, seed %d", scenario, static_cast<int>(seed)) << QString::fromLatin1(scenario) << seed;
        }
    }
    void otherTroubleIsNotOurs()
    {
        QFETCH(const QString, scenario);
        QFETCH(const quint64, seed);
        VirtualSetup setup = setupFor(seed);
        setup.scenarios = {scenario.toStdString()};
        setup.shards = scenario == QLatin1String("shard-loss") ? 4 : 0;
        setup.highAvailability = scenario == QLatin1String("failover");
        VirtualNode node(setup);
        node.run(600s, [&](const NodeFrame &frame) {
            QVERIFY2(!warns(frame), qPrintable(QStringLiteral("%1 s: %2; %3")
                                                   .arg(node.elapsed().count())
                                                   .arg(incomingDepthText(frame.incoming, node.now()),
                                                        incomingForecastText(frame.incoming))));
            QVERIFY(riskOf(frame.botServer) == BotRisk::None || riskOf(frame.botServer) == BotRisk::Unknown);
        });
    }

    void aStormIsNoOverload_data() { seeds_data(); }
    void aStormIsNoOverload()
    {
        QFETCH(const quint64, seed);
        VirtualSetup setup = setupFor(seed);
        setup.scenarios = {"group-storm"};
        VirtualNode node(setup);
        bool sawQueue = false;
        node.run(480s, [&](const NodeFrame &frame) {
            sawQueue = sawQueue || frame.incoming.atWhatsApp.valueOr(0) > 500;
            // Thousands of receipts at once fit into 100,000: the lag grows, the queue does not.
            QVERIFY2(!warns(frame), qPrintable(incomingForecastText(frame.incoming)));
        });
        QVERIFY(sawQueue);
    }
};

BAROGRAPH_TEST(TstIncomingWords)
#include "tst_incoming_words.moc"
