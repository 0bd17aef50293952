// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/headline.h"

#include "health/expiry.h"
#include "incoming/queue_risk.h"
#include "silence/silence_watch.h"
#include "text/incoming_text.h"
#include "text/numbers.h"
#include "text/reading_text.h"
#include "text/storm_text.h"
#include "text/visibility_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct HeadlineWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Headline)
};

constexpr double kAtBudget = 0.95;
/// More than the budget can be, and so late that it was spent before: callbacks that had waited at the node.
constexpr double kBeyondBudget = 1.1;
constexpr Millis kLongWaited{10'000};
constexpr double kNearBudget = 0.7;
/// Near the budget has to be a whole minute, not only its last ten seconds: less is a wave, and each node has them.
constexpr std::size_t kMinute = 2;
constexpr std::size_t kSecondsOfMinute = 60;
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

/// Subjects can be a hundred characters long; a headline is one line.
QString shortStormName(const StormView &storm)
{
    constexpr qsizetype kMost = 28;
    QString name = stormName(storm).simplified();
    if (name.size() <= kMost)
        return name;
    name.truncate(kMost - 1);
    // Not through the middle of what takes two units, as many symbols in subjects do.
    if (name.back().isHighSurrogate())
        name.chop(1);
    return name.trimmed() + QChar(0x2026);
}

QString spentOnStorm(const StormView &storm, double share)
{
    const QString part = formatPercent(share);
    const QString name = shortStormName(storm);
    if (storm.reads == 0)
        return HeadlineWords::tr("%1 of it is deliveries of %2").arg(part, name);
    return storm.deliveries == 0 ? HeadlineWords::tr("%1 of it is reads of %2").arg(part, name)
                                 : HeadlineWords::tr("%1 of it is receipts for %2").arg(part, name);
}

QString spentOnKind(EventKind kind, double share)
{
    const QString part = formatPercent(share);
    switch (kind) {
    case EventKind::Receive:
        return HeadlineWords::tr("%1 of it is received messages").arg(part);
    case EventKind::Send:
        return HeadlineWords::tr("%1 of it is sent messages").arg(part);
    case EventKind::Delivery:
        return HeadlineWords::tr("%1 of it is delivery receipts").arg(part);
    case EventKind::Read:
        break;
    }
    return HeadlineWords::tr("%1 of it is read receipts").arg(part);
}

/// "71 % of it is reads of Subscribers 3", or nothing where no part stands out.
QString spentOn(const NodeFrame &node)
{
    const double all = node.tps[kTenSeconds].valueOr(0);
    if (all <= 0)
        return {};
    if (!node.storms.empty() && node.storms.front().active) {
        const StormView &storm = node.storms.front();
        const double share = std::min(1.0, storm.receiptsPerSecond / all);
        if (share >= kWorthNaming)
            return spentOnStorm(storm, share);
    }
    EventKind most = EventKind::Receive;
    for (const EventKind kind : kEventKinds) {
        if (node.tpsByKind[kind].valueOr(0) > node.tpsByKind[most].valueOr(0))
            most = kind;
    }
    const double share = std::min(1.0, node.tpsByKind[most].valueOr(0) / all);
    if (share < kWorthNaming)
        return {};
    return spentOnKind(most, share);
}

QString utilisationText(const NodeFrame &node, double utilisation)
{
    // What webhooks never tell spends the same budget.
    const bool sees = notVisibleSummary(node.visibility).isEmpty();
    const QString share = markedAbout(node.utilisation(kTenSeconds).truth(), formatPercent(utilisation));
    const QString budget = formatRate(node.allocatedTps.value());
    const QString part = spentOn(node);
    const bool at = utilisation >= kAtBudget && node.series;
    const Seconds since = at ? timeAtBudget(*node.series, node.allocatedTps.value()) : Seconds{};
    if (since >= Seconds{10}) {
        if (part.isEmpty())
            return (sees ? HeadlineWords::tr("At %1 of %2 TPS for %3")
                         : HeadlineWords::tr("At least at %1 of %2 TPS for %3"))
                .arg(share, budget, roughly(since));
        return (sees ? HeadlineWords::tr("At %1 of %2 TPS for %3; %4")
                     : HeadlineWords::tr("At least at %1 of %2 TPS for %3; %4"))
            .arg(share, budget, roughly(since), part);
    }
    if (part.isEmpty())
        return (sees ? HeadlineWords::tr("At %1 of %2 TPS") : HeadlineWords::tr("At least at %1 of %2 TPS"))
            .arg(share, budget);
    return (sees ? HeadlineWords::tr("At %1 of %2 TPS; %3") : HeadlineWords::tr("At least at %1 of %2 TPS; %3"))
        .arg(share, budget, part);
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
    const auto &depth = node.outbound.depthMessages;
    const auto &since = node.outbound.pausedSince;
    if (node.outbound.paused.truth() == Truth::Stale)
        return HeadlineWords::tr("Outbound queue was paused when it last answered, %1")
            .arg(formatAge(node.outbound.paused.takenAt(), now));
    if (!depth.hasValue())
        return since ? HeadlineWords::tr("Outbound queue has been paused for %1").arg(roughly(now - *since))
                     : HeadlineWords::tr("Outbound queue is paused");
    // How many waited a while ago is no news of now.
    const QString waiting = formatReading(depth, now);
    const int plural = pluralOf(depth.value());
    return since
               ? HeadlineWords::tr("Outbound queue has been paused for %1; %2 message(s) wait in it", nullptr, plural)
                     .arg(roughly(now - *since), waiting)
               : HeadlineWords::tr("Outbound queue is paused; %1 message(s) wait in it", nullptr, plural).arg(waiting);
}

/// "12,400 waiting (estimate); fills in 11 min: incoming messages will be lost".
QString incomingLine(const NodeFrame &node, UtcTime now)
{
    return HeadlineWords::tr("%1; %2").arg(incomingDepthText(node.incoming, now), incomingForecastText(node.incoming));
}

/// What ends soonest, if that is as near as `least`.
std::optional<Headline> endingText(const NodeFrame &node, UtcTime now, ExpiryUrgency least)
{
    for (const Expiry &expiry : node.expiries) {
        const ExpiryUrgency urgency = expiryUrgency(expiry, node.probe, now);
        if (urgency >= least)
            return Headline{expiryText(expiry, now),
                            urgency >= ExpiryUrgency::Critical ? Urgency::Critical : Urgency::Attention};
    }
    return std::nullopt;
}

std::optional<Headline> silentText(const NodeFrame &node, UtcTime now)
{
    if (!node.silence.isSilent())
        return std::nullopt;
    if (node.judgement.state == NodeState::Silent) {
        const QString &why = node.judgement.why;
        return Headline{why.isEmpty() ? HeadlineWords::tr("Connected, but silent")
                                      : HeadlineWords::tr("Connected, but silent: %1").arg(why),
                        Urgency::Critical};
    }
    const QString why = silenceText(node.silence, now);
    return Headline{why.isEmpty() ? HeadlineWords::tr("Silent") : HeadlineWords::tr("Silent: %1").arg(why),
                    Urgency::Attention};
}

QString driftText(const DriftView &drift)
{
    const QString first = drift.changes.empty() ? QString() : drift.changes.front().key;
    const auto more = static_cast<int>(drift.changes.size()) - 1;
    return more > 0
               ? HeadlineWords::tr("Settings of the node were changed, and not from here: %1 and %n more. See "
                                   "Notices.",
                                   nullptr, more)
                     .arg(first)
               : HeadlineWords::tr("A setting of the node was changed, and not from here: %1. See Notices.").arg(first);
}

/// A failover that is over and still worth a word.
std::optional<Headline> failoverOver(const NodeFrame &node, UtcTime now)
{
    const auto &failover = node.topology.lastFailover;
    if (!failover || !failover->endedAt || now - *failover->endedAt > kFailoverToldFor)
        return std::nullopt;
    return Headline{failoverText(*failover, node.topology, now), Urgency::Attention};
}

/// Nothing reaches us, so that no traffic is no news.
std::optional<Headline> missingTapText(const NodeFrame &node)
{
    if (node.feed != EventFeed::None)
        return std::nullopt;
    if (node.tap && node.tap->state == TapView::Failed)
        return Headline{HeadlineWords::tr("Events are not measured: the tap that brings them is not connected. "
                                          "See Webhooks."),
                        Urgency::Attention};
    return Headline{HeadlineWords::tr("Events are not measured until the tap that brings them is connected"),
                    Urgency::Unknown};
}

/// Nothing has come for a while. No news where the node's history knows such pauses.
std::optional<Headline> quietText(const NodeFrame &node, UtcTime now)
{
    const auto newest = latestEvent(node);
    if (!newest || now - *newest < kSilence)
        return std::nullopt;
    const QString span = roughly(now - *newest);
    if (node.silence.known)
        return Headline{HeadlineWords::tr("No event for %1, which is not unusual at this hour").arg(span),
                        Urgency::Calm};
    return Headline{HeadlineWords::tr("No event for %1").arg(span), Urgency::Attention};
}

Headline botText(const NodeFrame &node, UtcTime now, Urgency urgency)
{
    return {HeadlineWords::tr("Bot's server: %1").arg(botAnswerText(node.botServer, now)), urgency};
}

/// Callbacks that had waited come in faster than the budget: they were paid for when WhatsApp told the node of them.
std::optional<Headline> catchingUpText(const NodeFrame &node, double used)
{
    const auto &late = node.incoming.lag.hasValue() ? node.incoming.lag : node.lag;
    if (used < kBeyondBudget || late.truth() != Truth::Measured || late.value() < kLongWaited)
        return std::nullopt;
    return Headline{
        HeadlineWords::tr("Catching up: %1 events a second come in that had waited for %2. They spent their "
                          "share of the %3 TPS before")
            .arg(formatRate(node.tps[kTenSeconds].value()), roughly(late.value()),
                 formatRate(node.allocatedTps.value())),
        Urgency::Attention};
}

/// Alarms, the most important first.
std::optional<Headline> alarmOf(const NodeFrame &node, UtcTime now, double used)
{
    const double waiting = static_cast<double>(node.callbackQueueSize.valueOr(0)) / kCallbackLimit;
    const QString &why = node.judgement.why;
    if (node.judgement.state == NodeState::Down)
        return Headline{why.isEmpty() ? HeadlineWords::tr("Down") : HeadlineWords::tr("Down: %1").arg(why),
                        Urgency::Critical};
    const auto queueRisk = riskOf(node.incoming);
    const auto botRisk = riskOf(node.botServer);
    if (queueRisk == QueueRisk::Losing || queueRisk == QueueRisk::Imminent || queueRisk == QueueRisk::Soon)
        return Headline{incomingLine(node, now), Urgency::Critical};
    if (botRisk == BotRisk::Dead)
        return botText(node, now, Urgency::Critical);
    if (waiting >= kCallbacksHigh) {
        return Headline{HeadlineWords::tr("%1 callbacks wait at the node, %2 of what it can hold before it drops them")
                            .arg(formatReading(node.callbackQueueSize, now), formatPercent(waiting)),
                        Urgency::Critical};
    }
    if (auto silent = silentText(node, now))
        return silent;
    if (auto catchingUp = catchingUpText(node, used))
        return catchingUp;
    if (used >= kAtBudget)
        return Headline{utilisationText(node, used), Urgency::Critical};
    if (node.judgement.state == NodeState::Degraded)
        return Headline{why.isEmpty() ? HeadlineWords::tr("Degraded") : HeadlineWords::tr("Degraded: %1").arg(why),
                        Urgency::Attention};
    if (botRisk == BotRisk::Slow || botRisk == BotRisk::Failing)
        return botText(node, now, Urgency::Attention);
    if (queueRisk == QueueRisk::Watch)
        return Headline{incomingLine(node, now), Urgency::Attention};
    return endingText(node, now, ExpiryUrgency::Critical);
}

/// The lower share of the last ten seconds and the last minute. 0 where not all of that minute was watched.
double lastingShare(const NodeFrame &node, double used)
{
    if (node.series && !node.series->samples.empty()) {
        const auto &samples = node.series->samples;
        // The last one is the running second.
        const auto end = samples.end() - 1;
        const auto begin = end - static_cast<std::ptrdiff_t>(std::min(kSecondsOfMinute, samples.size() - 1));
        if (std::any_of(begin, end, [](const SecondSample &sample) { return !sample.anyKnown(); }))
            return 0;
    }
    return std::min(used, node.utilisation(kMinute).valueOr(used));
}

/// What is no alarm and still comes before the traffic.
std::optional<Headline> newsOf(const NodeFrame &node, UtcTime now, double used)
{
    if (auto missing = missingTapText(node))
        return missing;
    if (node.outbound.paused.valueOr(false))
        return Headline{pausedText(node, now), Urgency::Attention};
    if (lastingShare(node, used) >= kNearBudget)
        return Headline{utilisationText(node, used), Urgency::Attention};
    if (node.drift)
        return Headline{driftText(*node.drift), Urgency::Attention};
    if (auto ending = endingText(node, now, ExpiryUrgency::Warning))
        return ending;
    if (auto over = failoverOver(node, now))
        return over;
    return quietText(node, now);
}

} // namespace

QString spentOnText(const NodeFrame &node)
{
    return spentOn(node);
}

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
    const QString &why = node.judgement.why;
    if (!node.enabled || node.judgement.state == NodeState::Off)
        return {why.isEmpty() ? HeadlineWords::tr("Switched off") : HeadlineWords::tr("Switched off: %1").arg(why),
                Urgency::Calm};
    const Reading<double> utilisation = node.utilisation(kTenSeconds);
    const double used = utilisation.valueOr(0);
    if (auto alarm = alarmOf(node, now, used))
        return *alarm;
    if (auto news = newsOf(node, now, used))
        return *news;
    // What nobody asks for is no news: then the traffic is.
    if (node.judgement.state == NodeState::Unknown && node.health.truth() != Truth::NotSupported)
        return {why.isEmpty() ? HeadlineWords::tr("State not known")
                              : HeadlineWords::tr("State not known: %1").arg(why),
                Urgency::Unknown};
    if (!latestEvent(node))
        return {HeadlineWords::tr("No event has arrived since Barograph started counting"), Urgency::Unknown};
    if (utilisation.hasValue())
        return {utilisationText(node, used), Urgency::Calm};
    if (node.tps[kTenSeconds].hasValue()) {
        return {HeadlineWords::tr("%1 events per second; the budget is not known")
                    .arg(markedAbout(node.tps[kTenSeconds].truth(), formatRate(node.tps[kTenSeconds].value()))),
                Urgency::Calm};
    }
    return {HeadlineWords::tr("The rate is not known: none of the last seconds was listened to as a whole"),
            Urgency::Unknown};
}

} // namespace barograph
