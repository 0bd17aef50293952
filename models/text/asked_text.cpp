// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/asked_text.h"

#include "core/node_traits.h"
#include "health/asked.h"
#include "text/joined.h"
#include "text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace barograph {

namespace {

struct AskedWordsShown
{
    Q_DECLARE_TR_FUNCTIONS(barograph::AskedText)
};

QString withReason(const QString &text, const QString &reason)
{
    return reason.isEmpty() ? text : AskedWordsShown::tr("%1. %2", "state, why").arg(text, reason);
}

} // namespace

bool isAskedNow(const NodeFrame &node)
{
    if (!node.enabled)
        return false;
    return tellsMembers(node.kind) || node.sessionAsked.truth() != Truth::NotSupported ||
           node.account.truth() != Truth::NotSupported;
}

QString askingText(const NodeFrame &node, UtcTime now)
{
    if (!node.enabled)
        return AskedWordsShown::tr("Not asked: it is switched off.");
    if (!isAskedNow(node))
        return AskedWordsShown::tr("Not asked: no address is configured. What is known comes from its webhooks.");
    const ProbeState &probe = node.probe;
    if (!probe.lastAttempt)
        return AskedWordsShown::tr("Not asked yet.");
    if (probe.fault == ProbeFault::None) {
        return probe.lastSuccess
                   ? AskedWordsShown::tr("Last answer %1.").arg(formatAge(*probe.lastSuccess, now))
                   : AskedWordsShown::tr("No answer yet, last tried %1.").arg(formatAge(*probe.lastAttempt, now));
    }
    const QString tried = formatAge(*probe.lastAttempt, now);
    const QString fails = probe.lastSuccess
                              ? AskedWordsShown::tr("Fails: last tried %1, last answer %2.")
                                    .arg(tried, formatAge(*probe.lastSuccess, now))
                              : AskedWordsShown::tr("Fails: last tried %1, no answer in this run.").arg(tried);
    return joinedSentences({fails, probe.detail});
}

QString sessionReportText(const SessionReport &report)
{
    const QString state = sessionStateText(report.state);
    QString text = state;
    if (report.engine.isEmpty() && !report.word.isEmpty())
        text = AskedWordsShown::tr("%1 (%2)", "the node's own word, what it means").arg(report.word, state);
    else if (!report.engine.isEmpty())
        text = report.word.isEmpty() ? AskedWordsShown::tr("%1, engine %2").arg(state, report.engine)
                                     : AskedWordsShown::tr("%1 (%2), engine %3").arg(report.word, state, report.engine);
    return withReason(text, report.why);
}

QString sessionServerText(const SessionReport &report)
{
    QString text = report.serverNote;
    if (!report.version.isEmpty())
        text = report.serverNote.isEmpty()
                   ? AskedWordsShown::tr("version %1").arg(report.version)
                   : AskedWordsShown::tr("version %1, %2").arg(report.version, report.serverNote);
    return text.isEmpty() ? report.trouble : withReason(text, report.trouble);
}

QString entityText(const AccountEntity &entity)
{
    return withReason(sendPermissionText(entity.permission), entity.why);
}

QString throughputText(const QString &level)
{
    if (level == QLatin1String("STANDARD")) {
        return AskedWordsShown::tr("STANDARD: 80 messages a second, received and sent together (20 if the number is "
                                   "also used in the Business app)");
    }
    if (level == QLatin1String("HIGH"))
        return AskedWordsShown::tr("HIGH: 1,000 messages a second, received and sent together");
    return level;
}

QString qualityText(const QString &quality)
{
    if (quality == QLatin1String("YELLOW"))
        return AskedWordsShown::tr("YELLOW: recipients complain; a further drop can cost limits");
    if (quality == QLatin1String("RED"))
        return AskedWordsShown::tr("RED: many recipients complain; Meta may limit or block the number");
    if (quality == QLatin1String("NA") || quality == QLatin1String("UNKNOWN"))
        return AskedWordsShown::tr("not rated yet");
    return quality;
}

} // namespace barograph
