// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/incoming_text.h"

#include "incoming/queue_risk.h"
#include "text/joined.h"
#include "text/numbers.h"
#include "text/reading_text.h"
#include "text/shown_locale.h"

#include <QCoreApplication>

#include <cmath>

namespace barograph {

namespace {

struct IncomingWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Incoming)
};

constexpr Millis kClocksAgree{1'500};
constexpr Millis kBadgeUpTo{3'600'000};

QString cannotBeTold()
{
    return IncomingWords::tr("cannot be told from this kind of node");
}

/// Whole minutes are enough once it is minutes.
QString roughSpan(Millis span)
{
    constexpr Seconds kMinutesFrom{120};
    if (span < Seconds{1})
        return formatDuration(Seconds{1});
    if (span < kMinutesFrom)
        return formatDuration(std::chrono::floor<Seconds>(span));
    return formatDuration(std::chrono::floor<std::chrono::minutes>(span));
}

/// Milliseconds matter below a second, tenths below ten.
QString answerTime(Millis time)
{
    if (time < Seconds{1})
        return IncomingWords::tr("%1 ms").arg(time.count());
    if (time < Seconds{10}) {
        return IncomingWords::tr("%1 s").arg(shownLocale().toString(static_cast<double>(time.count()) / 1'000, 'f', 1));
    }
    return formatDuration(time);
}

QString staleFor(UtcTime takenAt, UtcTime now)
{
    return formatDuration(std::chrono::floor<Seconds>(now - takenAt));
}

bool nothingWaits(const IncomingView &view)
{
    return view.depth.value() == 0 || (view.trend == QueueTrend::Empty && view.source != DepthSource::Gauges);
}

} // namespace

QString incomingDepthText(const IncomingView &view, UtcTime now)
{
    switch (view.depth.truth()) {
    case Truth::NotSupported:
        return cannotBeTold();
    case Truth::Unknown:
    case Truth::NotMeasured:
        return IncomingWords::tr("unknown");
    case Truth::Stale:
        return IncomingWords::tr("%1 waiting (stale %2)")
            .arg(formatCount(view.depth.value()), staleFor(view.depth.takenAt(), now));
    case Truth::Estimated:
        if (nothingWaits(view))
            return IncomingWords::tr("no queue (estimate)");
        return IncomingWords::tr("%1 waiting (estimate)").arg(formatCount(view.depth.value()));
    case Truth::Measured:
        break;
    }
    return nothingWaits(view) ? IncomingWords::tr("no queue")
                              : IncomingWords::tr("%1 waiting").arg(formatCount(view.depth.value()));
}

QString incomingForecastText(const IncomingView &view)
{
    if (riskOf(view) == QueueRisk::Losing)
        return IncomingWords::tr("full: incoming messages are being lost");
    if (riskOf(view) == QueueRisk::Unknown)
        return view.depth.hasValue() ? IncomingWords::tr("which way it goes is not known") : QString();
    switch (view.trend) {
    case QueueTrend::Filling:
        if (!view.fullIn || riskOf(view) == QueueRisk::None)
            return IncomingWords::tr("growing, but far from full");
        if (*view.fullIn > kBadgeUpTo)
            return IncomingWords::tr("growing: full in %1 if it goes on like this").arg(roughSpan(*view.fullIn));
        return IncomingWords::tr("fills in %1: incoming messages will be lost").arg(roughSpan(*view.fullIn));
    case QueueTrend::Draining:
        return view.emptyIn ? IncomingWords::tr("drains in %1").arg(roughSpan(*view.emptyIn))
                            : IncomingWords::tr("drains slowly");
    case QueueTrend::Steady:
        return view.emptyIn
                   ? IncomingWords::tr("steady; the budget left would drain it in %1").arg(roughSpan(*view.emptyIn))
                   : IncomingWords::tr("steady");
    case QueueTrend::Empty:
    case QueueTrend::Unknown:
        break;
    }
    return IncomingWords::tr("nothing has to wait");
}

QString incomingGrowthText(const IncomingView &view)
{
    if (view.growthPerSecond.truth() == Truth::NotSupported)
        return cannotBeTold();
    if (!view.growthPerSecond.hasValue())
        return IncomingWords::tr("unknown");
    const double growth = view.growthPerSecond.value();
    if (view.trend == QueueTrend::Empty || view.trend == QueueTrend::Steady || std::abs(growth) < 0.05)
        return IncomingWords::tr("neither growing nor shrinking");
    return growth > 0 ? IncomingWords::tr("growing by %1 a second").arg(formatRate(growth))
                      : IncomingWords::tr("shrinking by %1 a second").arg(formatRate(-growth));
}

QString incomingHowText(const IncomingView &view)
{
    if (view.depth.truth() == Truth::NotSupported)
        return IncomingWords::tr("This kind of node has no gauge, and its events carry no time to tell a lag by.");
    switch (view.source) {
    case DepthSource::Gauges:
        return IncomingWords::tr("Told by the node: callbacks and messages that wait there. The lag gives no sign of "
                                 "more at WhatsApp's end.");
    case DepthSource::GaugesAndEstimate:
        return IncomingWords::tr("%1 wait at the node by its own gauges. The lag is longer than that explains: about "
                                 "%2 more wait at WhatsApp's end, where no gauge reaches.")
            .arg(formatCount(view.atNode.valueOr(0)), formatCount(view.atWhatsApp.valueOr(0)));
    case DepthSource::Estimate:
        return IncomingWords::tr("Estimated: events arriving per second × lag. There is no gauge to read.");
    case DepthSource::None:
        break;
    }
    return IncomingWords::tr("Neither the node nor the lag of its events has told anything yet.");
}

QString atRiskText(const IncomingView &view)
{
    if (view.atRisk.truth() == Truth::NotSupported)
        return cannotBeTold();
    if (!view.atRisk.hasValue())
        return IncomingWords::tr("unknown");
    return view.atRisk.value() == 0
               ? IncomingWords::tr("none")
               : IncomingWords::tr("≈ %1 message(s) within the next hour", nullptr, pluralOf(view.atRisk.value()))
                     .arg(formatCount(view.atRisk.value()));
}

QString incomingAdvice(const IncomingView &view, const BotServerView &bot)
{
    const auto risk = riskOf(view);
    const auto botRisk = riskOf(bot);
    const bool grows =
        risk == QueueRisk::Losing || risk == QueueRisk::Imminent || risk == QueueRisk::Soon || risk == QueueRisk::Watch;
    if (botRisk == BotRisk::Dead || botRisk == BotRisk::Failing)
        return IncomingWords::tr("Repair the bot's server: callbacks that it does not answer come again and queue up.");
    if (botRisk == BotRisk::Slow)
        return IncomingWords::tr("Let the bot answer 200 at once and do its work afterwards.");
    if (!grows)
        return {};
    if (view.atNode.valueOr(0) > view.atWhatsApp.valueOr(0) && view.source != DepthSource::Estimate)
        return IncomingWords::tr("The callbacks wait for the bot's server: speed it up or let the node make more of "
                                 "them at a time.");
    return IncomingWords::tr("Pause the outbound queue or switch receipts off, so that the budget goes to what comes "
                             "in.");
}

QString clockSkewText(const Reading<Millis> &skew, UtcTime now)
{
    if (skew.truth() == Truth::NotSupported)
        return cannotBeTold();
    if (!skew.hasValue())
        return IncomingWords::tr("unknown");
    const auto away = std::chrono::abs(skew.value());
    QString text = IncomingWords::tr("the clocks agree");
    if (away >= kClocksAgree) {
        text = (skew.value().count() > 0 ? IncomingWords::tr("the node's clock is %1 ahead")
                                         : IncomingWords::tr("the node's clock is %1 behind"))
                   .arg(answerTime(away));
    }
    if (skew.truth() == Truth::Estimated)
        return IncomingWords::tr("%1 (estimate)").arg(text);
    if (skew.truth() == Truth::Stale)
        return IncomingWords::tr("%1 (stale %2)").arg(text, staleFor(skew.takenAt(), now));
    return text;
}

QString botAnswerText(const BotServerView &view, UtcTime now)
{
    if (view.latency.truth() == Truth::NotSupported)
        return cannotBeTold();
    if (!view.latency.hasValue()) {
        return view.perSecond.hasValue() ? IncomingWords::tr("no callbacks are made at present")
                                         : IncomingWords::tr("unknown");
    }
    const auto norm = answerTime(kAnswerNorm);
    const auto time = answerTime(view.latency.value());
    const bool slow = view.latency.value() > kAnswerNorm;
    QString text = (slow ? IncomingWords::tr("answers in %1; WhatsApp's norm is %2")
                         : IncomingWords::tr("answers in %1, within WhatsApp's norm of %2"))
                       .arg(time, norm);
    if (view.failedShare.valueOr(0) > 0)
        text = (slow ? IncomingWords::tr("%1 of callbacks fail; it answers in %2; WhatsApp's norm is %3")
                     : IncomingWords::tr("%1 of callbacks fail; it answers in %2, within WhatsApp's norm of %3"))
                   .arg(formatPercent(view.failedShare.value()), time, norm);
    if (view.latency.truth() == Truth::Stale)
        return IncomingWords::tr("%1 (stale %2)").arg(text, staleFor(view.latency.takenAt(), now));
    return text;
}

QString serverSizeText(const ServerSize &size)
{
    return IncomingWords::tr("%1 CPU/%2 GB").arg(size.cpus).arg(shownLocale().toString(size.memoryGb, 'g', 6));
}

QString botSizeText(const BotServerView &view, const Reading<double> &allocatedTps)
{
    if (!view.needed) {
        return view.entered ? IncomingWords::tr("%1; what it needs is not known without a budget")
                                  .arg(serverSizeText(*view.entered))
                            : IncomingWords::tr("what it needs is not known without a budget");
    }
    const QString tps = formatRate(allocatedTps.valueOr(0));
    const QString needed = serverSizeText(*view.needed);
    if (view.beyondPublished) {
        QString rule = IncomingWords::tr("no figure is published for %1 TPS; for 20 TPS it is %2").arg(tps, needed);
        if (!view.entered)
            return rule;
        return view.tooSmall ? IncomingWords::tr("too small: %1; %2").arg(serverSizeText(*view.entered), rule)
                             : IncomingWords::tr("%1; %2").arg(serverSizeText(*view.entered), rule);
    }
    if (!view.entered)
        return IncomingWords::tr("its size is not entered; the published rule asks for %1 for %2 TPS").arg(needed, tps);
    const QString entered = serverSizeText(*view.entered);
    return view.tooSmall
               ? IncomingWords::tr("too small by the published rule: %1, needs %2 for %3 TPS").arg(entered, needed, tps)
               : IncomingWords::tr("large enough by the published rule: %1, needs %2 for %3 TPS")
                     .arg(entered, needed, tps);
}

QString riskBadge(const NodeFrame &node)
{
    if (!node.enabled)
        return {};
    const auto risk = riskOf(node.incoming);
    if (risk == QueueRisk::Losing)
        return IncomingWords::tr("LOSING MESSAGES");
    if (risk == QueueRisk::Imminent)
        return IncomingWords::tr("LOST SOON");
    if ((risk == QueueRisk::Soon || risk == QueueRisk::Watch) && *node.incoming.fullIn <= kBadgeUpTo)
        return IncomingWords::tr("FILLS IN %1 MIN")
            .arg(std::chrono::floor<std::chrono::minutes>(*node.incoming.fullIn).count());
    switch (riskOf(node.botServer)) {
    case BotRisk::Dead:
    case BotRisk::Failing:
        return IncomingWords::tr("BOT FAILS");
    case BotRisk::Slow:
        return IncomingWords::tr("SLOW BOT");
    case BotRisk::Unknown:
    case BotRisk::None:
    case BotRisk::Late:
        break;
    }
    return {};
}

QString riskHow(const NodeFrame &node, UtcTime now)
{
    if (riskBadge(node).isEmpty())
        return {};
    QStringList sentences;
    const auto risk = riskOf(node.incoming);
    if (risk != QueueRisk::None && risk != QueueRisk::Unknown) {
        sentences << IncomingWords::tr("Incoming queue: %1; %2.")
                         .arg(incomingDepthText(node.incoming, now), incomingForecastText(node.incoming))
                  << incomingHowText(node.incoming);
    }
    const auto botRisk = riskOf(node.botServer);
    if (botRisk != BotRisk::None && botRisk != BotRisk::Unknown)
        sentences << IncomingWords::tr("Bot's server: %1.").arg(botAnswerText(node.botServer, now));
    const QString advice = incomingAdvice(node.incoming, node.botServer);
    if (!advice.isEmpty())
        sentences << advice;
    return joinedSentences(sentences);
}

bool isRiskCritical(const NodeFrame &node)
{
    if (!node.enabled)
        return false;
    const auto risk = riskOf(node.incoming);
    return risk == QueueRisk::Losing || risk == QueueRisk::Imminent || risk == QueueRisk::Soon ||
           riskOf(node.botServer) == BotRisk::Dead;
}

} // namespace barograph
