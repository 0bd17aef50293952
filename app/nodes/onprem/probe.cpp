// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe.h"

#include "nodes/onprem/probe_health.h"
#include "nodes/onprem/probe_settings.h"
#include "nodes/onprem/probe_shards.h"
#include "nodes/onprem/probe_stats.h"
#include "nodes/onprem/probe_watched_settings.h"
#include "nodes/onprem/probe_webapp.h"

namespace barograph {

namespace {

QString digestHealth(const HttpReply &reply, ProbeResult &result)
{
    auto health = parseHealthAnswer(reply.body);
    if (!health)
        return health.error();
    result.health = std::move(*health);
    return {};
}

QString digestStats(const HttpReply &reply, ProbeResult &result)
{
    const auto stats = parseStatsAnswer(reply.contentType, reply.body);
    if (!stats)
        return stats.error();
    if (stats->messagesSent)
        result.messagesSentCounter = static_cast<quint64>(*stats->messagesSent);
    result.callbackQueueSize = stats->callbackQueueSize;
    result.inMessagesPending = stats->inMessagesPending;
    result.pendingOut = stats->pendingMessages;
    result.callbackCounters = stats->callbacks;
    return {};
}

QString digestWebApp(const HttpReply &reply, ProbeResult &result)
{
    const auto report = parseWebAppAnswer(reply.contentType, reply.body);
    if (!report)
        return report.error();
    result.webApp = *report;
    return {};
}

QString digestShards(const HttpReply &reply, ProbeResult &result)
{
    const auto shards = parseShardsAnswer(reply.body);
    if (!shards)
        return shards.error();
    result.shards = *shards;
    return {};
}

} // namespace

OnPremProbe::OnPremProbe(NodeIndex index, OnPremSession &session, QObject *parent, OnPremRhythm rhythm)
    : QuestionProbe(index, parent)
    , m_session(session)
    , m_groups(new GroupWalk(session, rhythm.groups, this))
    , m_whileChanging(rhythm.whileChanging)
{
    using Access = OnPremSession::Access;
    const auto get = [&session](const QString &path, Access access) -> Send {
        return [&session, path, access](QObject *context, HttpClient::Done done) {
            session.send({HttpVerb::Get, path, {}, access}, context, std::move(done));
        };
    };
    const NodeConfig &config = session.config();
    addQuestion(Millis{config.healthIntervalMs}, Weight::Essential,
                get(QStringLiteral("/v1/health"), Access::Monitoring), digestHealth);
    addQuestion(Millis{config.statsIntervalMs}, Weight::Essential,
                get(QStringLiteral("/v1/stats/app"), Access::Monitoring), digestStats);
    addQuestion(rhythm.webApp, Weight::Extra, get(QStringLiteral("/metrics"), Access::Monitoring), digestWebApp);
    addQuestion(rhythm.settings, Weight::Extra, get(QStringLiteral("/v1/settings/application"), Access::Admin),
                [this](const HttpReply &reply, ProbeResult &result) { return digestSettings(reply, result); });
    addQuestion(rhythm.shards, Weight::Extra, get(QStringLiteral("/v1/account/shards"), Access::Admin), digestShards);
    addQuestion(
        rhythm.group, Weight::Extra,
        [this](QObject *context, HttpClient::Done done) { m_groups->send(context, std::move(done)); },
        [this](const HttpReply &reply, ProbeResult &result) { return m_groups->digest(reply, result); });
}

QString OnPremProbe::digestSettings(const HttpReply &reply, ProbeResult &result)
{
    const auto settings = parseSettingsAnswer(reply.body);
    if (!settings)
        return settings.error();
    result.callbacks = callbacksOf(*settings);
    result.settings = watchedSettings(*settings);
    m_groups->setOwnNumber(settings->value(QLatin1String("wa_id")).toString().toUtf8());
    return {};
}

std::optional<Millis> OnPremProbe::lookAt(const HttpReply &reply, ProbeResult &result)
{
    if (const auto ends = m_session.loginExpires())
        result.expiries.push_back({ExpiringThing::LoginToken, *ends, true});
    if (!saysClusterIsChanging(reply.body))
        return std::nullopt;
    result.clusterChanging = true;
    return m_change.isBearable(ClusterChange::Clock::now()) ? std::optional(m_whileChanging) : std::nullopt;
}

} // namespace barograph
