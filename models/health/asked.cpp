// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/asked.h"

#include "text/joined.h"
#include "text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace barograph {

namespace {

struct AskedJudgementWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Asked)
};

QString followedBy(const QString &sentence, const QString &more)
{
    return joinedSentences({sentence, more});
}

Judgement judgeReported(const SessionReport &report)
{
    Judgement result;
    switch (report.state) {
    case SessionState::Working:
        result = {NodeState::Ok, AskedJudgementWords::tr("The node says that its session works."), 0, 0};
        break;
    case SessionState::Starting:
        result = {NodeState::Degraded, AskedJudgementWords::tr("The node says that its session is starting."), 0, 0};
        break;
    case SessionState::NeedsLogin:
        result = {NodeState::Down, AskedJudgementWords::tr("The node says that its session needs a login."), 0, 0};
        break;
    case SessionState::Stopped:
        result = {NodeState::Down, AskedJudgementWords::tr("The node says that its session is stopped."), 0, 0};
        break;
    case SessionState::Failed:
        result = {NodeState::Down, AskedJudgementWords::tr("The node says that its session has failed."), 0, 0};
        break;
    case SessionState::Unknown:
        result = {NodeState::Unknown,
                  AskedJudgementWords::tr("The node says \"%1\" about its session, which is not known here.")
                      .arg(report.word),
                  0, 0};
        break;
    }
    result.why = followedBy(result.why, report.why);
    if (!report.trouble.isEmpty()) {
        if (result.state == NodeState::Ok)
            result.state = NodeState::Degraded;
        result.why = followedBy(result.why, report.trouble);
    }
    return result;
}

/// Those that are not available, worst first.
QString askedReasons(const AccountReport &account)
{
    QStringList reasons;
    for (const SendPermission wanted : {SendPermission::Blocked, SendPermission::Limited}) {
        for (const AccountEntity &entity : account.entities) {
            if (entity.permission != wanted)
                continue;
            const QString what =
                AskedJudgementWords::tr("%1: %2.").arg(entityTypeText(entity.type), sendPermissionText(wanted));
            reasons.append(followedBy(what, entity.why));
        }
    }
    return joinedSentences(reasons);
}

Judgement judgeAccount(const AccountReport &account)
{
    switch (account.permission) {
    case SendPermission::Available:
        return {NodeState::Ok, AskedJudgementWords::tr("Meta lets this number send."), 0, 0};
    case SendPermission::Limited:
        return {
            NodeState::Degraded,
            followedBy(AskedJudgementWords::tr("Meta lets this number send with limits only."), askedReasons(account)),
            0, 0};
    case SendPermission::Blocked:
        return {
            NodeState::Down,
            followedBy(AskedJudgementWords::tr("Meta has blocked this number from sending."), askedReasons(account)), 0,
            0};
    case SendPermission::Unknown:
        break;
    }
    return {NodeState::Unknown, AskedJudgementWords::tr("Meta did not say whether this number may send."), 0, 0};
}

bool tellsOfSession(const AskedView &view)
{
    return view.told && view.told->state != SessionState::Unknown;
}

bool toldIsNewer(const AskedView &view)
{
    return tellsOfSession(view) && (!view.session.hasValue() || view.told->since > view.session.takenAt());
}

/// By what was asked for or told, whichever is newer, as if nothing had gone wrong. The readings may be stale.
Judgement judgeLastWords(const AskedView &view)
{
    if (view.account.hasValue())
        return judgeAccount(view.account.value());
    if (toldIsNewer(view))
        return judgeSession(view.told);
    if (view.session.hasValue())
        return judgeReported(view.session.value());
    return {};
}

bool isFresh(const AskedView &view)
{
    return view.account.truth() == Truth::Measured || view.session.truth() == Truth::Measured;
}

/// What a failed question says about the node itself. Unknown: nothing.
NodeState stateByFault(ProbeFault fault, bool isHosted)
{
    switch (fault) {
    case ProbeFault::NameNotFound:
    case ProbeFault::Unreachable:
    case ProbeFault::Timeout:
        // Meta's service that cannot be reached from here says more about the way there than about the number.
        return isHosted ? NodeState::Unknown : NodeState::Down;
    case ProbeFault::ServerError:
        return isHosted ? NodeState::Degraded : NodeState::Down;
    case ProbeFault::TooManyRequests:
    case ProbeFault::Overloaded:
        return NodeState::Degraded;
    default:
        return NodeState::Unknown;
    }
}

QString webhooksText(const AskedView &view, bool alive, UtcTime now)
{
    if (!view.lastEvent)
        return {};
    const QString age = formatAge(*view.lastEvent, now);
    return alive ? AskedJudgementWords::tr("But its webhooks arrive, the last one %1.").arg(age)
                 : AskedJudgementWords::tr("Its last webhook came %1.").arg(age);
}

Judgement judgeFailure(const AskedView &view, UtcTime now)
{
    const bool isHosted = view.account.truth() != Truth::NotSupported;
    const bool alive = view.lastEvent && now - *view.lastEvent < kWebhooksProveLife;
    const Judgement last = judgeLastWords(view);
    Judgement result;
    result.state = stateByFault(view.probe.fault, isHosted);
    result.why = followedBy(AskedJudgementWords::tr("It cannot be asked how it is."), view.probe.detail);
    if (result.state == NodeState::Down) {
        if (alive && !(toldIsNewer(view) && last.state == NodeState::Down))
            result.state = NodeState::Degraded;
    } else if (result.state == NodeState::Degraded) {
        if (last.state == NodeState::Down) {
            result.state = NodeState::Down;
            result.why = followedBy(result.why, last.why);
        }
    } else if (tellsOfSession(view)) {
        const Judgement told = judgeSession(view.told);
        result.state = told.state;
        result.why = followedBy(result.why, told.why);
    }
    result.why = followedBy(result.why, webhooksText(view, alive, now));
    return result;
}

} // namespace

Judgement judgeAsked(const AskedView &view, UtcTime now)
{
    if (!view.isAsked)
        return judgeSession(view.told);
    if (view.probe.fault != ProbeFault::None)
        return judgeFailure(view, now);
    if (!view.account.hasValue() && !view.session.hasValue()) {
        if (tellsOfSession(view))
            return judgeSession(view.told);
        return {NodeState::Unknown,
                view.probe.lastAttempt ? AskedJudgementWords::tr("The node answers, but has not told how it is yet.")
                                       : AskedJudgementWords::tr("The node has not been asked yet."),
                0, 0};
    }
    Judgement result = judgeLastWords(view);
    if (!isFresh(view) && !toldIsNewer(view)) {
        result.state = NodeState::Unknown;
        result.why = followedBy(AskedJudgementWords::tr("The node's last word is too old to act on."), result.why);
    }
    return result;
}

QString entityTypeText(const QString &type)
{
    if (type == QLatin1String("PHONE_NUMBER"))
        return AskedJudgementWords::tr("Phone number");
    if (type == QLatin1String("WABA"))
        return AskedJudgementWords::tr("Business account");
    if (type == QLatin1String("BUSINESS"))
        return AskedJudgementWords::tr("Business");
    if (type == QLatin1String("APP"))
        return AskedJudgementWords::tr("App");
    return type;
}

QString sendPermissionText(SendPermission permission)
{
    switch (permission) {
    case SendPermission::Available:
        return AskedJudgementWords::tr("available");
    case SendPermission::Limited:
        return AskedJudgementWords::tr("limited");
    case SendPermission::Blocked:
        return AskedJudgementWords::tr("blocked");
    case SendPermission::Unknown:
        break;
    }
    return AskedJudgementWords::tr("unknown");
}

} // namespace barograph
