// SPDX-License-Identifier: GPL-3.0-or-later
#include "silence/silence_watch.h"
#include "text/joined.h"
#include "text/labels.h"
#include "text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace barograph {

namespace {

struct SilenceWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Silence)
};

QString spanText(Millis span)
{
    constexpr Seconds kMinutesFrom{120};
    return span < kMinutesFrom ? formatDuration(std::chrono::floor<Seconds>(span))
                               : formatDuration(std::chrono::floor<std::chrono::minutes>(span));
}

QString proofText(const SilenceView::Proof &proof, UtcTime now)
{
    const QString made = formatCount(static_cast<qint64>(proof.made));
    const int plural = pluralOf(static_cast<qint64>(proof.made));
    const QString span = spanText(now - proof.since);
    if (proof.failed * 2 >= proof.made && proof.failed > 0) {
        return SilenceWords::tr("The node calls its webhook and fails: %1 of %2 calls in the last %3, and none arrived "
                                "here. Check webhooks.url, and whether the node reaches and trusts this address.")
            .arg(formatCount(static_cast<qint64>(proof.failed)), made, span);
    }
    if (proof.ofSentMessages) {
        return SilenceWords::tr("The node sent %1 message(s) in the last %2, and no webhook arrived here. Check "
                                "webhooks.url and whatever passes its webhooks on.",
                                nullptr, plural)
            .arg(made, span);
    }
    return SilenceWords::tr(
               "The node made %1 callback(s) in the last %2 and says that they were taken, but none arrived "
               "here. Check webhooks.url and whatever passes its webhooks on.",
               nullptr, plural)
        .arg(made, span);
}

QString kindName(EventKind kind)
{
    switch (kind) {
    case EventKind::Receive:
        return SilenceWords::tr("received messages");
    case EventKind::Send:
        return SilenceWords::tr("sent messages");
    case EventKind::Delivery:
        return SilenceWords::tr("delivery receipts");
    case EventKind::Read:
        break;
    }
    return SilenceWords::tr("read receipts");
}

} // namespace

QString silenceText(const SilenceView &silence, UtcTime now)
{
    if (silence.proof)
        return proofText(*silence.proof, now);
    if (silence.silent.empty())
        return {};
    QStringList kinds;
    auto since = silence.silent.front().since;
    auto usual = silence.silent.front().usual;
    for (const auto &entry : silence.silent) {
        kinds << kindName(entry.kind);
        since = std::max(since, entry.since);
        usual = std::min(usual, entry.usual);
    }
    return SilenceWords::tr(
               "No %1 for %2; at this hour there are usually some within %3. Check the way of the webhooks "
               "to here, and the bot.")
        .arg(joinedList(kinds), spanText(now - since), formatDuration(std::max<Millis>(usual, Seconds{1})));
}

Judgement judgeSilence(const Judgement &judged, const SilenceView &silence, const std::optional<DriftView> &drift,
                       UtcTime now)
{
    if (judged.state != NodeState::Ok || !silence.isSilent())
        return judged;
    auto result = judged;
    result.state = NodeState::Silent;
    result.why = silenceText(silence, now);
    if (!drift)
        return result;
    const auto change = std::find_if(drift->changes.begin(), drift->changes.end(), [](const SettingChange &one) {
        return one.key.startsWith(QLatin1String("webhooks"));
    });
    if (change != drift->changes.end()) {
        result.why = joinedSentences(
            {result.why,
             SilenceWords::tr("Its setting %1 was changed, seen %2.").arg(change->key, formatAge(drift->seenAt, now))});
    }
    return result;
}

} // namespace barograph
