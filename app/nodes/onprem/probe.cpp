// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe.h"

#include "nodes/onprem/probe_health.h"
#include "nodes/onprem/probe_settings.h"
#include "nodes/onprem/probe_stats.h"

namespace barograph {

namespace {

constexpr Millis kSettingsInterval{60'000};

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
    return {};
}

QString digestSettings(const HttpReply &reply, ProbeResult &result)
{
    const auto settings = parseSettingsAnswer(reply.body);
    if (!settings)
        return settings.error();
    result.callbacks = callbacksOf(*settings);
    return {};
}

} // namespace

OnPremProbe::OnPremProbe(NodeIndex index, OnPremSession &session, QObject *parent)
    : QuestionProbe(index, parent)
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
    addQuestion(kSettingsInterval, Weight::Extra, get(QStringLiteral("/v1/settings/application"), Access::Admin),
                digestSettings);
}

} // namespace barograph
