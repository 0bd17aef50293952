// SPDX-License-Identifier: GPL-3.0-or-later
// Any answer of a node to any question: no crash, and what comes out keeps the limits that the headers promise.

#include "nodes/onprem/probe_cluster.h"
#include "nodes/onprem/probe_database.h"
#include "nodes/onprem/probe_groups.h"
#include "nodes/onprem/probe_health.h"
#include "nodes/onprem/probe_settings.h"
#include "nodes/onprem/probe_shards.h"
#include "nodes/onprem/probe_stats.h"
#include "nodes/onprem/probe_watched_settings.h"
#include "nodes/onprem/probe_webapp.h"

#include <QJsonDocument>

#include <cmath>
#include <cstdlib>

using namespace barograph;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

constexpr qint64 kLargestExact = qint64{1} << 53;
constexpr qsizetype kLongestShown = 128;

void requireCount(const std::optional<qint64> &count)
{
    require(!count || (*count >= 0 && *count <= kLargestExact));
}

void readMetricsOf(const QByteArray &contentType, const QByteArray &body)
{
    if (const auto stats = parseStatsAnswer(contentType, body)) {
        requireCount(stats->messagesSent);
        requireCount(stats->callbackQueueSize);
        requireCount(stats->inMessagesPending);
        requireCount(stats->pendingMessages);
        require(!stats->callbacks ||
                (std::isfinite(stats->callbacks->durationMs) && stats->callbacks->durationMs >= 0));
    }
    if (const auto report = parseWebAppAnswer(contentType, body)) {
        requireCount(report->queueLength);
        require(!report->refusedRequests || !report->sendRequests || *report->refusedRequests <= *report->sendRequests);
    }
    if (const auto figures = parseDatabaseAnswer(contentType, body)) {
        require(!figures->empty() && figures->size() <= 200);
        for (const DatabaseFigure &figure : *figures)
            require(figure.name.startsWith(QLatin1String("db_")) && figure.name.size() <= kLongestShown &&
                    figure.value >= 0);
    }
}

void readGroupsOf(const QByteArray &body)
{
    if (const auto ids = parseGroupList(body)) {
        require(ids->size() <= kMostGroups);
        for (const QByteArray &id : *ids)
            require(!id.isEmpty() && id.size() <= kLongestShown && !id.contains('/') && !id.contains('?'));
    }
    if (const auto group = parseGroup(body, "g", "1")) {
        require(group->participants.size() <= group->members && group->participants.size() <= 2048);
        for (const QByteArray &participant : group->participants)
            require(!participant.isEmpty() && participant != "1");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readMetricsOf("application/json", body);
    readMetricsOf("text/plain; version=0.0.4", body);
    readGroupsOf(body);
    if (const auto health = parseHealthAnswer(body))
        require(!health->members.empty() && health->members.size() <= 256);
    if (const auto shards = parseShardsAnswer(body))
        require(*shards >= 1 && *shards <= 32);
    if (const auto settings = parseSettingsAnswer(body)) {
        for (const SettingSeen &setting : watchedSettings(*settings))
            require(!setting.value.isEmpty());
    }
    saysClusterIsChanging(body);
    return 0;
}
