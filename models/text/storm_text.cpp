// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/storm_text.h"

#include "text/joined.h"
#include "text/numbers.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct StormWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Storm)
};

QString countOf(quint64 count)
{
    return formatCount(static_cast<qint64>(count));
}

QString receiptsSentence(const CostAnswer &answer)
{
    const bool one = answer.sends == 1;
    const QString members = countOf(answer.members);
    const int plural = pluralOf(static_cast<qint64>(answer.members));
    const QString groups = countOf(answer.sends);
    const QString most = countOf(std::max(answer.deliveries, answer.reads));
    if (answer.deliveries > 0 && answer.reads > 0)
        return one ? StormWords::tr("To %1 member(s) in one group: up to %2 deliveries and as many reads.", nullptr,
                                    plural)
                         .arg(members, most)
                   : StormWords::tr("To %1 members in %2 groups: up to %3 deliveries and as many reads.")
                         .arg(members, groups, most);
    if (answer.deliveries > 0)
        return one ? StormWords::tr("To %1 member(s) in one group: up to %2 deliveries; reads are not told.", nullptr,
                                    plural)
                         .arg(members, most)
                   : StormWords::tr("To %1 members in %2 groups: up to %3 deliveries; reads are not told.")
                         .arg(members, groups, most);
    if (answer.reads > 0)
        return one ? StormWords::tr("To %1 member(s) in one group: up to %2 reads; deliveries are not told.", nullptr,
                                    plural)
                         .arg(members, most)
                   : StormWords::tr("To %1 members in %2 groups: up to %3 reads; deliveries are not told.")
                         .arg(members, groups, most);
    return one ? StormWords::tr("To %1 member(s) in one group: no receipts, because their callbacks are off.", nullptr,
                                plural)
                     .arg(members)
               : StormWords::tr("To %1 members in %2 groups: no receipts, because their callbacks are off.")
                     .arg(members, groups);
}

} // namespace

QString shownStormLabel(const StormView &storm)
{
    constexpr QLatin1String kStored("message ");
    return storm.label.startsWith(kStored) ? StormWords::tr("message %1").arg(storm.label.mid(kStored.size()))
                                           : storm.label;
}

QString stormName(const StormView &storm)
{
    return storm.groupSubject.isEmpty() ? shownStormLabel(storm) : storm.groupSubject;
}

QString learntFromText(int storms)
{
    return StormWords::tr("Learnt from %n earlier storm(s) of this number.", nullptr, storms);
}

QString forecastText(const StormView &storm, UtcTime now, const ClockText &clock)
{
    const auto &forecast = storm.forecast;
    if (!forecast.end)
        return StormWords::tr("unknown");
    if (forecast.basis == ForecastBasis::UpperBound)
        return StormWords::tr("%1 if all read at once").arg(clock(*forecast.end));
    if (*forecast.latest <= now || (*forecast.end <= now && !storm.active))
        return StormWords::tr("all but done");
    if (*forecast.end <= now)
        return StormWords::tr("about done, at the latest %1").arg(clock(*forecast.latest));
    const auto earliest = clock(std::max(*forecast.earliest, now));
    return StormWords::tr("done at %1, between %2 and %3").arg(clock(*forecast.end), earliest, clock(*forecast.latest));
}

QString forecastReason(const StormView &storm, UtcTime now, const ClockText &clock)
{
    const auto &forecast = storm.forecast;
    QStringList sentences;
    switch (forecast.basis) {
    case ForecastBasis::None:
        return StormWords::tr(
            "Nothing can be said: there is no earlier storm to learn from, and the number's budget or "
            "its receipt callbacks are not known.");
    case ForecastBasis::UpperBound:
        sentences << StormWords::tr(
                         "There is no earlier storm to learn from. If everybody who can still answer did so "
                         "at once, the budget would have carried it by %1. Late readers come later, a few at "
                         "a time.")
                         .arg(clock(*forecast.end));
        break;
    case ForecastBasis::History:
        sentences << StormWords::tr("By %1 when 95% of %2 receipts that are likely to come have come; in eight of ten "
                                    "cases between %3 and %4.")
                         .arg(clock(*forecast.end), formatCount(forecast.expectedReceipts.valueOr(0)),
                              clock(*forecast.earliest), clock(*forecast.latest))
                  << learntFromText(forecast.earlierStorms);
        if (forecast.budgetFreeAt && *forecast.budgetFreeAt > now)
            sentences << StormWords::tr("From %1 on it takes less than a tenth of the budget.")
                             .arg(clock(*forecast.budgetFreeAt));
        else if (forecast.budgetFreeAt)
            sentences << StormWords::tr("It takes less than a tenth of the budget already.");
        break;
    }
    return joinedSentences(sentences);
}

QString fanOutReason(const StormView &storm)
{
    switch (storm.fanOutBasis) {
    case FanOutBasis::None:
        break;
    case FanOutBasis::GroupSize:
        if (storm.group.isNull())
            return StormWords::tr("More than one group has these members; all of them are equally large.");
        return StormWords::tr("The node tells how many members the group has.");
    case FanOutBasis::Curve:
        return StormWords::tr("Estimated by how many have got it so far and how soon members of earlier groups did.");
    case FanOutBasis::Growth:
        return StormWords::tr("Estimated: hardly anybody new has answered lately.");
    case FanOutBasis::AtMost:
        return StormWords::tr("At most: the group is not known, and it is too early to tell by who has answered.");
    }
    return StormWords::tr("Nothing has told this yet. It is not zero.");
}

QStringList costSentences(const CostQuestion &question, const CostAnswer &answer)
{
    QStringList sentences;
    sentences << receiptsSentence(answer);
    if (!(question.tps > 0)) {
        sentences << StormWords::tr("How long that takes is not known, because the number's budget is not. Enter it in "
                                    "the number's settings.");
        return sentences;
    }
    if (!question.otherKnown && !question.waitingKnown)
        sentences << StormWords::tr("What other traffic takes and what waits already is not known, and not reckoned "
                                    "with: it can only take longer.");
    else if (!question.otherKnown)
        sentences << StormWords::tr("What other traffic takes is not known, and not reckoned with: it can only take "
                                    "longer.");
    else if (!question.waitingKnown)
        sentences << StormWords::tr("What waits already is not known, and not reckoned with: it can only take longer.");
    if (answer.atMost) {
        const auto left = question.tps - question.otherPerSecond;
        sentences << StormWords::tr(
                         "If everybody answers at once, that is %1 of the budget: %2 a second, of which other "
                         "traffic leaves %3.")
                         .arg(formatDuration(*answer.atMost), formatRate(question.tps), formatRate(left));
    }
    if (answer.likelyReceipts) {
        QString behind;
        if (answer.likelyBehind && answer.likelyBehind->count() > 0)
            behind = StormWords::tr("They would be behind for %1, with up to %2 waiting.")
                         .arg(formatDuration(*answer.likelyBehind), countOf(answer.mostWaiting));
        else if (answer.likelyBehind)
            behind = StormWords::tr("The budget would carry them as they come.");
        sentences << joinedSentences({StormWords::tr("By earlier storms of this number %1 receipt(s) are likely.",
                                                     nullptr, pluralOf(static_cast<qint64>(*answer.likelyReceipts)))
                                          .arg(countOf(*answer.likelyReceipts)),
                                      behind});
    } else {
        sentences << StormWords::tr("There is no earlier storm of this number to learn from yet, so how soon people "
                                    "read is not reckoned with.");
    }
    return sentences;
}

QString costWarning(const CostQuestion &question, const CostAnswer &answer)
{
    if (answer.overflows)
        return StormWords::tr(
                   "Incoming messages would be lost: %1 would wait where only %2 can. Send to fewer groups at "
                   "a time.")
            .arg(countOf(answer.mostWaiting), formatCount(question.incomingCapacity));
    if (answer.nothingLeft)
        return StormWords::tr(
            "Other traffic takes the whole budget already. Wait until it is less, or send to nobody.");
    if (answer.couldOverflow)
        return StormWords::tr("If everybody answered at once, incoming messages would be lost: only %1 can wait. "
                              "Send to fewer groups at a time.")
            .arg(formatCount(question.incomingCapacity));
    constexpr Millis kLong{300'000};
    const auto behind = answer.likelyBehind ? answer.likelyBehind : answer.atMost;
    if (behind && *behind >= kLong)
        return StormWords::tr("Answers to people would be up to %1 late meanwhile. Send to a few groups at a time, or "
                              "when less is going on.")
            .arg(formatDuration(*behind));
    return {};
}

} // namespace barograph
