// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/situation.h"

#include "frame/frame_totals.h"
#include "incoming/queue_risk.h"
#include "text/headline.h"
#include "text/joined.h"
#include "text/numbers.h"
#include "text/reading_text.h"
#include "text/visibility_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace barograph {

namespace {

struct SituationWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Situation)
};

constexpr std::size_t kOverTenSeconds = 1;
/// More names are not read, and the line ends somewhere.
constexpr qsizetype kMostNames = 3;
constexpr Seconds kWorthTelling{10};

QString calledName(const NodeFrame &node)
{
    return node.name.isEmpty() ? node.id : node.name;
}

QString inMinutes(Millis span)
{
    constexpr Seconds kMinutesFrom{120};
    if (span < kMinutesFrom)
        return formatDuration(std::chrono::floor<Seconds>(span));
    return formatDuration(std::chrono::floor<std::chrono::minutes>(span));
}

/// "incoming fills in 11 min"; empty where nothing is at risk.
QString queueClause(const NodeFrame &node)
{
    switch (riskOf(node.incoming)) {
    case QueueRisk::Losing:
        return SituationWords::tr("the incoming queue is full and messages are being lost");
    case QueueRisk::Imminent:
    case QueueRisk::Soon:
    case QueueRisk::Watch:
        return SituationWords::tr("incoming fills in %1").arg(inMinutes(*node.incoming.fullIn));
    case QueueRisk::Unknown:
    case QueueRisk::None:
        break;
    }
    return {};
}

/// "Support EU has been at 100% of 10 TPS for 2 min".
QString budgetClause(const NodeFrame &node, double used)
{
    const QString share = markedAbout(node.utilisation(kOverTenSeconds).truth(), formatPercent(used));
    const bool sees = notVisibleSummary(node.visibility).isEmpty();
    const Seconds since = node.series ? timeAtBudget(*node.series, node.allocatedTps.value()) : Seconds{};
    if (since < kWorthTelling) {
        // What webhooks never tell spends the same budget.
        return (sees ? SituationWords::tr("%1 is at %2 of %3 TPS")
                     : SituationWords::tr("%1 is at least at %2 of %3 TPS"))
            .arg(calledName(node), share, formatRate(node.allocatedTps.value()));
    }
    return (sees ? SituationWords::tr("%1 is at %2 of %3 TPS for %4")
                 : SituationWords::tr("%1 is at least at %2 of %3 TPS for %4"))
        .arg(calledName(node), share, formatRate(node.allocatedTps.value()), inMinutes(since));
}

/// What the budget and the queue say together.
QString trafficSentence(const NodeFrame &node, double used)
{
    QString text = budgetClause(node, used);
    if (const QString part = spentOnText(node); !part.isEmpty())
        text = SituationWords::tr("%1: %2").arg(text, part);
    if (const QString queue = queueClause(node); !queue.isEmpty())
        text = SituationWords::tr("%1; %2").arg(text, queue);
    return text;
}

/// What keeps Barograph from knowing; empty: nothing does.
QString cannotTellText(const Frame &frame, UtcTime now)
{
    if (const QString stale = staleText(frame.takenAt, now); !stale.isEmpty())
        return SituationWords::tr("%1: nothing can be said about what happens now").arg(stale);
    if (!frame.listener.listening && !frame.listener.isStarting())
        return SituationWords::tr(
            "No webhooks can be received, so nothing can be said about the traffic of any number");
    if (!frame.journalError.isEmpty())
        return SituationWords::tr("Events cannot be stored and are refused, so no count goes on");
    return {};
}

QString namesOf(const std::vector<const NodeFrame *> &nodes)
{
    QStringList names;
    for (const NodeFrame *node : nodes) {
        if (names.size() == kMostNames)
            break;
        names << calledName(*node);
    }
    const auto more = static_cast<int>(nodes.size()) - static_cast<int>(names.size());
    if (more > 0)
        names << SituationWords::tr("%n more", nullptr, more);
    return joinedList(names);
}

/// "All 8 numbers are well: 42.1 of 160 TPS (26%)".
QString wellText(const Frame &frame, int unknown, int off)
{
    const FrameTotals totals = totalsOf(frame);
    const int watched = static_cast<int>(frame.nodes.size()) - off;
    const int well = watched - unknown;
    QString text =
        unknown > 0 ? SituationWords::tr("%1 of %n number(s) are well; of the rest nothing is known", nullptr, watched)
                          .arg(well)
                    : SituationWords::tr("All is well with %n number(s)", nullptr, watched);
    if (totals.tps.hasValue() && totals.allocatedTps.hasValue() && totals.allocatedTps.value() > 0) {
        const bool about = totals.tps.truth() != Truth::Measured || totals.allocatedTps.truth() != Truth::Measured;
        text = (about ? SituationWords::tr("%1: about %2 of %3 TPS, %4 of the budget")
                      : SituationWords::tr("%1: %2 of %3 TPS, %4 of the budget"))
                   .arg(text, formatRate(totals.tps.value()), formatRate(totals.allocatedTps.value()),
                        formatPercent(totals.tps.value() / totals.allocatedTps.value()));
    }
    if (totals.activeStorms > 0)
        text = SituationWords::tr("%1; %n storm(s) within it", nullptr, totals.activeStorms).arg(text);
    return text;
}

} // namespace

QString Situation::whole() const
{
    return others.isEmpty() ? text : SituationWords::tr("%1, %2").arg(text, others);
}

bool Situation::isNewsAfter(const Situation &before) const
{
    return kind != before.kind || nodeId != before.nodeId || trouble != before.trouble;
}

QString staleText(UtcTime takenAt, UtcTime now)
{
    if (now - takenAt <= kFrameTooOld)
        return {};
    return SituationWords::tr("The data are %1 old").arg(formatDuration(std::chrono::floor<Seconds>(now - takenAt)));
}

QString nodeSentence(const NodeFrame &node, UtcTime now)
{
    const Trouble trouble = troubleOf(node, now);
    const Reading<double> used = node.utilisation(kOverTenSeconds);
    const bool traffic = trouble == Trouble::OverBudget || trouble == Trouble::NearBudget ||
                         ((trouble == Trouble::Losing || trouble == Trouble::Filling) && !queueClause(node).isEmpty());
    // Faster than the budget lets it be: headlineOf() knows that this had waited, and was spent before.
    constexpr double kBeyondBudget = 1.1;
    const bool waited = used.valueOr(0) >= kBeyondBudget && node.lag.valueOr({}) > Seconds{10};
    if (traffic && used.hasValue() && !waited)
        return trafficSentence(node, used.value());
    const QString &why = node.judgement.why;
    if (!why.isEmpty() && trouble == Trouble::Down)
        return SituationWords::tr("%1 is down: %2").arg(calledName(node), why);
    if (!why.isEmpty() && trouble == Trouble::Silent && node.judgement.state == NodeState::Silent)
        return SituationWords::tr("%1 is connected, but silent: %2").arg(calledName(node), why);
    if (!why.isEmpty() && trouble == Trouble::Degraded && node.judgement.state == NodeState::Degraded)
        return SituationWords::tr("%1 is degraded: %2").arg(calledName(node), why);
    if (!why.isEmpty() && trouble == Trouble::Unknown)
        return SituationWords::tr("Nothing is known of %1 yet: %2").arg(calledName(node), why);
    const QString sentence = SituationWords::tr("%1: %2").arg(calledName(node), headlineOf(node, now).text);
    return waited && trouble == Trouble::OverBudget && !queueClause(node).isEmpty()
               ? SituationWords::tr("%1; %2").arg(sentence, queueClause(node))
               : sentence;
}

Situation situationOf(const Frame *frame, const SteadyTrouble &troubles, UtcTime now)
{
    if (!frame)
        return {
            SituationKind::CannotTell, SituationWords::tr("Nothing has been counted yet"), {}, {}, Trouble::Unknown};
    if (frame->nodes.empty())
        return {SituationKind::NoNodes, SituationWords::tr("No number is watched yet"), {}, {}, Trouble::None};

    std::vector<const NodeFrame *> troubled;
    int unknown = 0;
    int off = 0;
    for (const NodeFrame &node : frame->nodes) {
        const Trouble trouble = troubles.of(node.id);
        unknown += trouble == Trouble::Unknown ? 1 : 0;
        off += trouble == Trouble::Off ? 1 : 0;
        if (needsAttention(trouble))
            troubled.push_back(&node);
    }
    std::stable_sort(troubled.begin(), troubled.end(),
                     [&](const NodeFrame *a, const NodeFrame *b) { return troubles.of(a->id) > troubles.of(b->id); });

    Situation result;
    result.text = cannotTellText(*frame, now);
    if (!result.text.isEmpty()) {
        result.kind = SituationKind::CannotTell;
        result.trouble = Trouble::Unknown;
        const auto count = static_cast<int>(troubled.size());
        // How the nodes are is asked of them, and goes on while webhooks do not come.
        const bool past = !staleText(frame->takenAt, now).isEmpty();
        if (count > 0)
            result.others = (past ? SituationWords::tr("and %n number(s) needed attention: %1", nullptr, count)
                                  : SituationWords::tr("and %n number(s) need attention: %1", nullptr, count))
                                .arg(namesOf(troubled));
        return result;
    }
    if (!troubled.empty()) {
        const NodeFrame &worst = *troubled.front();
        result.trouble = troubles.of(worst.id);
        result.kind = isCritical(result.trouble) ? SituationKind::Critical : SituationKind::Attention;
        result.nodeId = worst.id;
        result.text = nodeSentence(worst, now);
        troubled.erase(troubled.begin());
        if (!troubled.empty())
            result.others =
                SituationWords::tr("and %n other(s) need attention: %1", nullptr, static_cast<int>(troubled.size()))
                    .arg(namesOf(troubled));
        return result;
    }
    const int watched = static_cast<int>(frame->nodes.size()) - off;
    if (watched == 0) {
        result.kind = SituationKind::NotKnown;
        result.text = SituationWords::tr("All numbers are switched off");
    } else if (unknown == watched) {
        result.kind = SituationKind::NotKnown;
        result.trouble = Trouble::Unknown;
        result.text = SituationWords::tr("Nothing is known yet of %n number(s)", nullptr, watched);
    } else {
        result.kind = SituationKind::Well;
        result.text = wellText(*frame, unknown, off);
    }
    return result;
}

} // namespace barograph
