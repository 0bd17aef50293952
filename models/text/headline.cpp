// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/headline.h"

#include "incoming/queue_risk.h"
#include "text/incoming_text.h"
#include "text/numbers.h"
#include "text/visibility_text.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct HeadlineWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Headline)
};

constexpr double kAtBudget = 0.95;
constexpr double kNearBudget = 0.7;
/// Below this share, naming what spends the budget would point at the wrong thing.
constexpr double kWorthNaming = 0.2;
/// Callbacks waiting at the node; at 100,000 it starts to drop them.
constexpr double kCallbackLimit = 100'000;
constexpr double kCallbacksHigh = 0.5;
constexpr Millis kSilence = std::chrono::minutes{5};
constexpr std::size_t kTenSeconds = 1;

/// Whole minutes are enough once it is minutes.
QString roughly(Millis span)
{
    constexpr Seconds kMinutesFrom{120};
    if (span < kMinutesFrom)
        return formatDuration(std::chrono::floor<Seconds>(span));
    return formatDuration(std::chrono::floor<std::chrono::minutes>(span));
}

QString receiptWord(const StormView &storm)
{
    if (storm.reads == 0)
        return HeadlineWords::tr("deliveries of");
    return storm.deliveries == 0 ? HeadlineWords::tr("reads of") : HeadlineWords::tr("receipts for");
}

QString kindWord(EventKind kind)
{
    switch (kind) {
    case EventKind::Receive:
        return HeadlineWords::tr("received messages");
    case EventKind::Send:
        return HeadlineWords::tr("sent messages");
    case EventKind::Delivery:
        return HeadlineWords::tr("delivery receipts");
    case EventKind::Read:
        break;
    }
    return HeadlineWords::tr("read receipts");
}

/// "71 % of it is reads of message 3fa9c2", or nothing where no part stands out.
QString spentOn(const NodeFrame &node)
{
    const double all = node.tps[kTenSeconds].valueOr(0);
    if (all <= 0)
        return {};
    if (!node.storms.empty() && node.storms.front().active) {
        const StormView &storm = node.storms.front();
        const double share = std::min(1.0, storm.receiptsPerSecond / all);
        if (share >= kWorthNaming)
            return HeadlineWords::tr("%1 of it is %2 %3").arg(formatPercent(share), receiptWord(storm), storm.label);
    }
    EventKind most = EventKind::Receive;
    for (const EventKind kind : kEventKinds) {
        if (node.tpsByKind[kind].valueOr(0) > node.tpsByKind[most].valueOr(0))
            most = kind;
    }
    const double share = std::min(1.0, node.tpsByKind[most].valueOr(0) / all);
    if (share < kWorthNaming)
        return {};
    return HeadlineWords::tr("%1 of it is %2").arg(formatPercent(share), kindWord(most));
}

QString utilisationText(const NodeFrame &node, double utilisation)
{
    // What webhooks never tell spends the same budget.
    QString text = notVisibleSummary(node.visibility).isEmpty() ? HeadlineWords::tr("At %1 of %2 TPS")
                                                                : HeadlineWords::tr("At least at %1 of %2 TPS");
    text = text.arg(formatPercent(utilisation), formatRate(node.allocatedTps.value()));
    if (utilisation >= kAtBudget && node.series) {
        const Seconds since = timeAtBudget(*node.series, node.allocatedTps.value());
        if (since >= Seconds{10})
            text += HeadlineWords::tr(" for %1").arg(roughly(since));
    }
    const QString part = spentOn(node);
    return part.isEmpty() ? text : text + QStringLiteral("; ") + part;
}

std::optional<UtcTime> latestEvent(const NodeFrame &node)
{
    std::optional<UtcTime> newest;
    for (const auto &at : node.lastEvent.counts) {
        if (at && (!newest || *at > *newest))
            newest = at;
    }
    return newest;
}

QString pausedText(const NodeFrame &node, UtcTime now)
{
    QString text = HeadlineWords::tr("Outbound queue is paused");
    if (node.outbound.pausedSince)
        text =
            HeadlineWords::tr("Outbound queue has been paused for %1").arg(roughly(now - *node.outbound.pausedSince));
    if (node.outbound.depthMessages.hasValue())
        text += HeadlineWords::tr("; %1 messages wait in it").arg(formatCount(node.outbound.depthMessages.value()));
    return text;
}

/// "12,400 waiting (estimate); fills in 11 min: incoming messages will be lost".
QString incomingLine(const NodeFrame &node, UtcTime now)
{
    return HeadlineWords::tr("%1; %2").arg(incomingDepthText(node.incoming, now), incomingForecastText(node.incoming));
}

QString withWhy(const QString &word, const QString &why)
{
    return why.isEmpty() ? word : word + QStringLiteral(": ") + why;
}

} // namespace

Seconds timeAtBudget(const SecondSeries &series, double budget)
{
    constexpr std::size_t kWindow = 10;
    if (budget <= 0 || series.samples.size() < kWindow + 1)
        return {};
    const double threshold = kAtBudget * budget * kWindow;
    quint64 sum = 0;
    std::size_t unknown = 0;
    // samples[end - kWindow, end) is the window that ends before `end`.
    std::size_t end = series.samples.size() - 1;
    for (std::size_t i = end - kWindow; i < end; ++i) {
        sum += series.samples[i].counts.total();
        unknown += series.samples[i].anyKnown() ? 0 : 1;
    }
    qint64 seconds = 0;
    while (unknown == 0 && static_cast<double>(sum) >= threshold) {
        ++seconds;
        if (end == kWindow)
            break;
        --end;
        sum -= series.samples[end].counts.total();
        unknown -= series.samples[end].anyKnown() ? 0 : 1;
        sum += series.samples[end - kWindow].counts.total();
        unknown += series.samples[end - kWindow].anyKnown() ? 0 : 1;
    }
    return Seconds{seconds == 0 ? 0 : seconds + static_cast<qint64>(kWindow) - 1};
}

Headline headlineOf(const NodeFrame &node, UtcTime now)
{
    const auto tr = [](const char *text) { return HeadlineWords::tr(text); };
    const Reading<double> utilisation = node.utilisation(kTenSeconds);
    const double used = utilisation.valueOr(0);
    const double waiting = static_cast<double>(node.callbackQueueSize.valueOr(0)) / kCallbackLimit;
    if (node.judgement.state == NodeState::Down)
        return {withWhy(tr("Down"), node.judgement.why), Urgency::Critical};
    const auto queueRisk = node.enabled ? riskOf(node.incoming) : QueueRisk::None;
    const auto botRisk = node.enabled ? riskOf(node.botServer) : BotRisk::None;
    if (queueRisk == QueueRisk::Losing || queueRisk == QueueRisk::Imminent || queueRisk == QueueRisk::Soon)
        return {incomingLine(node, now), Urgency::Critical};
    if (botRisk == BotRisk::Dead)
        return {HeadlineWords::tr("Bot's server: %1").arg(botAnswerText(node.botServer, now)), Urgency::Critical};
    if (waiting >= kCallbacksHigh) {
        return {HeadlineWords::tr("%1 callbacks wait at the node, %2 of what it can hold before it drops them")
                    .arg(formatCount(node.callbackQueueSize.value()), formatPercent(waiting)),
                Urgency::Critical};
    }
    if (used >= kAtBudget)
        return {utilisationText(node, used), Urgency::Critical};
    if (node.judgement.state == NodeState::Degraded)
        return {withWhy(tr("Degraded"), node.judgement.why), Urgency::Attention};
    if (botRisk == BotRisk::Slow || botRisk == BotRisk::Failing)
        return {HeadlineWords::tr("Bot's server: %1").arg(botAnswerText(node.botServer, now)), Urgency::Attention};
    if (queueRisk == QueueRisk::Watch)
        return {incomingLine(node, now), Urgency::Attention};
    if (node.outbound.paused.valueOr(false))
        return {pausedText(node, now), Urgency::Attention};
    if (used >= kNearBudget)
        return {utilisationText(node, used), Urgency::Attention};
    const auto newest = latestEvent(node);
    if (newest && now - *newest >= kSilence)
        return {HeadlineWords::tr("No event for %1").arg(roughly(now - *newest)), Urgency::Attention};
    // What nobody asks for is no news: then the traffic is.
    if (node.judgement.state == NodeState::Unknown && node.health.truth() != Truth::NotSupported)
        return {withWhy(tr("State not known"), node.judgement.why), Urgency::Unknown};
    if (!newest)
        return {tr("No event has arrived since Barograph started counting"), Urgency::Unknown};
    if (utilisation.hasValue())
        return {utilisationText(node, used), Urgency::Calm};
    if (node.tps[kTenSeconds].hasValue()) {
        return {HeadlineWords::tr("%1 events per second; the budget is not known")
                    .arg(formatRate(node.tps[kTenSeconds].value())),
                Urgency::Calm};
    }
    return {tr("The rate is not known while webhooks cannot be received"), Urgency::Unknown};
}

} // namespace barograph
