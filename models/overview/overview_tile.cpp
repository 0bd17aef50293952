// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overview_tile.h"

#include "text/incoming_text.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/reading_text.h"
#include "text/situation.h"
#include "text/visibility_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <tuple>

namespace barograph {

namespace {

struct TileWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::OverviewTile)
};

constexpr std::size_t kTileWindow = 1;

std::optional<UtcTime> newestOf(const NodeFrame &node)
{
    std::optional<UtcTime> newest;
    for (const auto &at : node.lastEvent.counts)
        newest = std::max(newest, at);
    return newest;
}

void setLoad(OverviewTile &tile, const NodeFrame &node, UtcTime now)
{
    const Reading<double> share = node.utilisation(kTileWindow);
    tile.tps = node.tps[kTileWindow];
    tile.budget = node.allocatedTps;
    tile.byKind = node.tpsByKind;
    tile.loadTruth = tile.tps.truth();
    if (tile.off) {
        tile.load = TileWords::tr("webhooks that still come are counted");
        tile.loadTruth = Truth::Measured;
        return;
    }
    if (!tile.tps.hasValue()) {
        tile.load =
            tile.tps.truth() == Truth::NotMeasured ? TileWords::tr("rate not measured") : TileWords::tr("rate unknown");
        return;
    }
    const QString rate = formatTruth(tile.tps.truth(), formatRate(tile.tps.value()), tile.tps.takenAt(), now);
    if (!share.hasValue()) {
        tile.load = TileWords::tr("%1/s, budget unknown").arg(rate);
        return;
    }
    tile.load = TileWords::tr("%1 of %2 TPS").arg(rate, formatRate(tile.budget.value()));
    // What webhooks never tell spends the same budget.
    tile.share = notVisibleSummary(node.visibility).isEmpty() ? markedAbout(share.truth(), formatPercent(share.value()))
                                                              : TileWords::tr("≥ %1").arg(formatPercent(share.value()));
}

TileFact lagFact(const NodeFrame &node, UtcTime now)
{
    // Without the difference of the clocks, where that can be told.
    const auto &lag = node.incoming.lag.hasValue() || !node.lag.hasValue() ? node.incoming.lag : node.lag;
    return {formatReading(lag, now), lag.truth()};
}

TileFact incomingFact(const NodeFrame &node, UtcTime now)
{
    const auto truth = node.incoming.depth.truth();
    if (truth == Truth::NotSupported)
        return {formatTruth(truth, {}, {}, now), truth};
    QString text = incomingDepthText(node.incoming, now);
    const bool waits = node.incoming.depth.hasValue() && node.incoming.trend != QueueTrend::Empty &&
                       (node.incoming.depth.value() > 0 || node.incoming.full);
    if (const QString forecast = incomingForecastText(node.incoming); waits && !forecast.isEmpty())
        text = TileWords::tr("%1; %2").arg(text, forecast);
    return {text, truth};
}

TileFact outboundFact(const NodeFrame &node, UtcTime now)
{
    if (!node.outbound.configured)
        return {TileWords::tr("no queue set up"), Truth::NotSupported};
    const auto &depth = node.outbound.depthMessages;
    if (depth.truth() == Truth::Measured && depth.value() == 0)
        return {TileWords::tr("empty"), depth.truth()};
    return {formatReading(depth, now, [](qint64 count) { return TileWords::tr("%1 wait").arg(formatCount(count)); }),
            depth.truth()};
}

QString sendsHow(const NodeFrame &node)
{
    switch (node.sendSource) {
    case SendSource::SentStatuses:
        return TileWords::tr("Sends are counted by their statuses.");
    case SendSource::StatsCounter:
        return TileWords::tr("Sends are read from the node's own counter.");
    case SendSource::Unknown:
        break;
    }
    return {};
}

QString howOf(const NodeFrame &node, UtcTime now)
{
    QStringList lines;
    if (node.simulated)
        lines << TileWords::tr("SIMULATED: nothing of it happens on WhatsApp.");
    lines << TileWords::tr("Rate: mean of the last 10 s of the events that its webhooks told.");
    if (const QString sends = sendsHow(node); !sends.isEmpty())
        lines << sends;
    if (const QString hidden = notVisibleSummary(node.visibility); !hidden.isEmpty())
        lines << TileWords::tr("More is spent than can be seen (%1).").arg(hidden);
    lines << TileWords::tr("Lag: arrival minus the event's own time, the smallest of the last seconds.");
    lines << TileWords::tr("Incoming: %1").arg(incomingHowText(node.incoming));
    if (node.probe.lastSuccess)
        lines << TileWords::tr("State: as the node answered %1.").arg(formatAge(*node.probe.lastSuccess, now));
    if (!node.probe.detail.isEmpty())
        lines << node.probe.detail;
    if (node.outbound.configured && node.outbound.depthMessages.hasValue())
        lines << TileWords::tr("Outbound: as its queue answered %1.")
                     .arg(formatAge(node.outbound.depthMessages.takenAt(), now));
    return lines.join(u'\n');
}

QString filterWords(const OverviewTile &tile, const NodeFrame &node)
{
    QStringList words{tile.stateText, nodeKindName(node.kind), tile.risk,
                      tile.stale.isEmpty() ? QString() : TileWords::tr("stale")};
    if (tile.simulated)
        words << TileWords::tr("simulated");
    if (tile.storms > 0)
        words << TileWords::tr("storm");
    if (tile.paused)
        words << TileWords::tr("paused");
    if (tile.notMeasured)
        words << TileWords::tr("not measured");
    if (tile.off)
        words << TileWords::tr("off");
    switch (tile.trouble) {
    case Trouble::Losing:
        words << TileWords::tr("losing");
        break;
    case Trouble::Filling:
        words << TileWords::tr("filling");
        break;
    case Trouble::OverBudget:
        words << TileWords::tr("over budget");
        break;
    case Trouble::NearBudget:
        words << TileWords::tr("near budget");
        break;
    default:
        break;
    }
    if (needsAttention(tile.trouble))
        words << TileWords::tr("attention");
    if (isCritical(tile.trouble))
        words << TileWords::tr("critical");
    return words.join(u'\n').toLower();
}

} // namespace

QString troubleText(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Off:
        return nodeStateText(NodeState::Off);
    case Trouble::None:
        return nodeStateText(NodeState::Ok);
    case Trouble::Unknown:
        return nodeStateText(NodeState::Unknown);
    case Trouble::Notice:
    case Trouble::Degraded:
        return TileWords::tr("Needs a look");
    case Trouble::NearBudget:
        return TileWords::tr("Near its budget");
    case Trouble::Paused:
        return TileWords::tr("Sending paused");
    case Trouble::Ending:
        return TileWords::tr("Login ends soon");
    case Trouble::Filling:
        return TileWords::tr("Queue filling");
    case Trouble::OverBudget:
        return TileWords::tr("Over budget");
    case Trouble::Silent:
        return nodeStateText(NodeState::Silent);
    case Trouble::Losing:
        return TileWords::tr("Losing messages");
    case Trouble::Down:
        return nodeStateText(NodeState::Down);
    }
    return {};
}

OverviewTile tileOf(const NodeFrame &node, Trouble trouble, UtcTime takenAt, UtcTime now)
{
    OverviewTile tile;
    tile.id = node.id;
    tile.name = node.name.isEmpty() ? node.id : node.name;
    tile.group = node.group;
    tile.simulated = node.simulated;
    tile.off = !node.enabled || node.judgement.state == NodeState::Off;
    tile.state = tile.off ? NodeState::Off : node.judgement.state;
    // "OK" is said of the connection alone and must not stand over a number that is losing messages.
    const bool isMore = needsAttention(trouble) && (tile.state == NodeState::Ok || tile.state == NodeState::Unknown ||
                                                    (tile.state == NodeState::Degraded && isCritical(trouble)));
    tile.stateText = isMore ? troubleText(trouble) : nodeStateText(tile.state);
    tile.why = tile.off ? TileWords::tr("not asked, raises no alarm") : node.judgement.why;
    tile.trouble = trouble;
    tile.urgency = headlineOf(node, now).urgency;
    setLoad(tile, node, now);
    tile.lag = lagFact(node, now);
    tile.incoming = incomingFact(node, now);
    tile.outbound = outboundFact(node, now);
    tile.risk = riskBadge(node);
    tile.riskCritical = isRiskCritical(node);
    tile.storms = static_cast<int>(
        std::count_if(node.storms.begin(), node.storms.end(), [](const StormView &storm) { return storm.active; }));
    tile.paused = node.outbound.isPausedNow();
    tile.notMeasured = std::any_of(node.tpsByKind.counts.begin(), node.tpsByKind.counts.end(),
                                   [](const auto &rate) { return rate.truth() == Truth::NotMeasured; });
    const auto newest = newestOf(node);
    tile.age = newest ? TileWords::tr("last event %1").arg(formatAge(*newest, now)) : TileWords::tr("no event yet");
    tile.stale = staleText(takenAt, now);
    if (!tile.stale.isEmpty() && !tile.off)
        tile.stateText = TileWords::tr("Last known: %1").arg(tile.stateText);
    tile.how = howOf(node, now);
    tile.words = filterWords(tile, node);
    tile.series = node.series;
    // Also without a new frame: the past moves away from the right edge, and what is not known is a gap.
    const auto edge = unixSeconds(secondOf(std::max(takenAt, now)));
    tile.until = fromUnixSeconds(edge - edge % kTileStep.count());
    return tile;
}

bool looksTheSame(const OverviewTile &a, const OverviewTile &b)
{
    const auto seen = [](const OverviewTile &tile) {
        return std::tie(tile.name, tile.simulated, tile.off, tile.state, tile.stateText, tile.why, tile.trouble,
                        tile.share, tile.load, tile.loadTruth, tile.lag, tile.incoming, tile.outbound, tile.risk,
                        tile.riskCritical, tile.storms, tile.paused, tile.notMeasured, tile.age, tile.stale,
                        tile.series, tile.until);
    };
    const auto rates = [](const OverviewTile &tile) {
        std::array<double, kEventKindCount + 1> values{};
        for (const EventKind kind : kEventKinds)
            values[indexOf(kind)] = tile.byKind[kind].valueOr(-1);
        values.back() = tile.budget.valueOr(-1);
        return values;
    };
    return seen(a) == seen(b) && rates(a) == rates(b);
}

QString OverviewTile::sentence() const
{
    QStringList parts;
    if (why.isEmpty())
        parts << (simulated ? TileWords::tr("%1, simulated: %2").arg(name, stateText)
                            : TileWords::tr("%1: %2").arg(name, stateText));
    else
        parts << (simulated ? TileWords::tr("%1, simulated: %2, %3").arg(name, stateText, why)
                            : TileWords::tr("%1: %2, %3").arg(name, stateText, why));
    parts << (share.isEmpty() ? load : TileWords::tr("%1 of the budget, %2").arg(share, load));
    if (!off) {
        parts << TileWords::tr("Lag %1").arg(lag.text) << TileWords::tr("Incoming: %1").arg(incoming.text)
              << TileWords::tr("Outbound queue: %1").arg(outbound.text);
    }
    if (storms > 0)
        parts << TileWords::tr("%n storm(s)", nullptr, storms);
    if (paused)
        parts << TileWords::tr("Outbound queue paused");
    if (notMeasured)
        parts << TileWords::tr("Some receipts are switched off and not measured");
    parts << age;
    if (!stale.isEmpty())
        parts << stale;
    return parts.join(QStringLiteral(". ")) + u'.';
}

bool matchesPhrase(const OverviewTile &tile, const QString &text)
{
    return tile.name.contains(text, Qt::CaseInsensitive) || tile.id.contains(text, Qt::CaseInsensitive) ||
           tile.group.contains(text, Qt::CaseInsensitive) || tile.words.contains(text.toLower());
}

bool matchesFilter(const OverviewTile &tile, const QString &text)
{
    const QStringList wanted = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) { return matchesPhrase(tile, word); });
}

} // namespace barograph
