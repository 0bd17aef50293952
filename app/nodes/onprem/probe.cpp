// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe.h"

#include "nodes/onprem/probe_health.h"
#include "nodes/onprem/probe_settings.h"
#include "nodes/onprem/probe_stats.h"

namespace barograph {

namespace {

constexpr Millis kSettingsInterval{60'000};

} // namespace

bool concernsWholeNode(ProbeFault fault)
{
    switch (fault) {
    case ProbeFault::None:
    case ProbeFault::Forbidden:
    case ProbeFault::BadAnswer:
    case ProbeFault::ServerError:
        return false;
    default:
        return true;
    }
}

OnPremProbe::OnPremProbe(NodeIndex index, OnPremSession &session, QObject *parent)
    : NodeProbe(parent)
    , m_index(index)
    , m_session(session)
{
    using Access = OnPremSession::Access;
    m_tasks[Health].call = {HttpVerb::Get, QStringLiteral("/v1/health"), {}, Access::Monitoring};
    m_tasks[Health].interval = Millis{session.config().healthIntervalMs};
    m_tasks[Stats].call = {HttpVerb::Get, QStringLiteral("/v1/stats/app"), {}, Access::Monitoring};
    m_tasks[Stats].interval = Millis{session.config().statsIntervalMs};
    m_tasks[Settings].call = {HttpVerb::Get, QStringLiteral("/v1/settings/application"), {}, Access::Admin};
    m_tasks[Settings].interval = kSettingsInterval;
    for (std::size_t which = 0; which < kQuestionCount; ++which) {
        m_tasks[which].timer.setSingleShot(true);
        connect(&m_tasks[which].timer, &QTimer::timeout, this, [this, which] { ask(which); });
    }
}

void OnPremProbe::start()
{
    // Health first: it decides whether the others are worth asking.
    m_tasks[Health].timer.start(0);
    for (const auto which : {Stats, Settings})
        m_tasks[which].timer.start(withJitter(Millis{200}, randomFraction()));
}

void OnPremProbe::askNow()
{
    for (Task &task : m_tasks) {
        task.backOff.reset();
        if (!task.underWay)
            task.timer.start(0);
    }
}

void OnPremProbe::ask(std::size_t which)
{
    m_tasks[which].underWay = true;
    m_session.send(m_tasks[which].call, this, [this, which](const HttpReply &reply) { onReply(which, reply); });
}

void OnPremProbe::onReply(std::size_t which, HttpReply reply)
{
    ProbeResult result;
    result.node = m_index;
    result.at = utcNow();
    if (reply.ok()) {
        const QString unreadable = digest(which, reply, result);
        if (!unreadable.isEmpty()) {
            reply.fault = ProbeFault::BadAnswer;
            reply.detail = unreadable;
        } else {
            m_lastSuccess = result.at;
        }
    }
    Task &task = m_tasks[which];
    task.underWay = false;
    task.fault = reply.fault;
    task.detail = reply.detail;
    schedule(which, reply);
    result.state = state();
    result.state.lastAttempt = result.at;
    Q_EMIT probed(result);
}

QString OnPremProbe::digest(std::size_t which, const HttpReply &reply, ProbeResult &result) const
{
    if (which == Health) {
        auto health = parseHealthAnswer(reply.body);
        if (!health)
            return health.error();
        result.health = std::move(*health);
    } else if (which == Stats) {
        const auto stats = parseStatsAnswer(reply.contentType, reply.body);
        if (!stats)
            return stats.error();
        if (stats->messagesSent)
            result.messagesSentCounter = static_cast<quint64>(*stats->messagesSent);
        result.callbackQueueSize = stats->callbackQueueSize;
        result.inMessagesPending = stats->inMessagesPending;
    } else {
        const auto settings = parseSettingsAnswer(reply.body);
        if (!settings)
            return settings.error();
        result.callbacks = callbacksOf(*settings);
    }
    return {};
}

void OnPremProbe::schedule(std::size_t which, const HttpReply &reply)
{
    Task &task = m_tasks[which];
    if (reply.ok()) {
        task.backOff.reset();
        task.timer.start(withJitter(task.interval, randomFraction()));
        return;
    }
    // Never sooner than in good times, and not before the node said.
    const Millis delay = std::max({withJitter(task.interval, randomFraction()), task.backOff.next(randomFraction()),
                                   reply.retryAfter.value_or(Millis{0})});
    task.timer.start(delay);
    if (!holdsOthersBack(which))
        return;
    for (Task &other : m_tasks) {
        if (&other != &task && !other.underWay && other.timer.remainingTimeAsDuration() < delay)
            other.timer.start(delay);
    }
}

bool OnPremProbe::holdsOthersBack(std::size_t which) const
{
    const ProbeFault fault = m_tasks[which].fault;
    // A node that is watched with a monitoring key only has no login for its settings. That is no fault of the node:
    // its callbacks stay unknown.
    const bool onlyAboutLogin = fault == ProbeFault::NoCredentials || fault == ProbeFault::Unauthorized;
    return concernsWholeNode(fault) && !(which == Settings && onlyAboutLogin);
}

ProbeState OnPremProbe::state() const
{
    ProbeState state;
    state.lastSuccess = m_lastSuccess;
    for (const auto which : {Health, Stats, Settings}) {
        const Task &task = m_tasks[which];
        if (task.fault == ProbeFault::None || (which == Settings && !holdsOthersBack(which)))
            continue;
        state.fault = task.fault;
        state.detail = task.detail;
        break;
    }
    return state;
}

} // namespace barograph
