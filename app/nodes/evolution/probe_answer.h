// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "health/told_by_node.h"

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

// Answers of Evolution API. Source: its code (src/api/routes, integrations/channel/whatsapp). Pure; errors are
// sentences.

/// Reads {"instance":{"instanceName","state":"open|close|connecting"}} of GET /instance/connectionState/{instance}.
tl::expected<SessionReport, QString> parseEvolutionState(const QByteArray &body);

/// One instance of GET /instance/fetchInstances. Its token, number, picture and names are not kept.
struct EvolutionInstance
{
    QString state;                    ///< as connectionState tells it
    QString integration;              ///< e.g. "WHATSAPP-BAILEYS"
    std::optional<qint64> reasonCode; ///< of its latest disconnection, also when it has connected again since
    std::optional<UtcTime> disconnectedAt;

    friend bool operator==(const EvolutionInstance &, const EvolutionInstance &) = default;
};
/// Takes the one of that name; if it is empty, the only one there. Both the present form ({"name","connectionStatus"})
/// and that of version 1 ({"instance":{"instanceName","status"}}) are read.
tl::expected<EvolutionInstance, QString> parseEvolutionInstances(const QByteArray &body, const QString &instance);

/// The session of an instance in that state ("open", "close", "connecting").
SessionReport evolutionReport(const QString &state);
/// What Baileys' reason for a disconnection means, and what to do; a number that is not known says so.
QString disconnectionText(qint64 reasonCode);
/// Adds the reason of the disconnection to a session that is not open.
void explainDisconnection(SessionReport &report, const EvolutionInstance &instance);

/// GET /webhook/find/{instance}: `null` or {"enabled","url","events","webhookByEvents","webhookBase64","headers"}.
/// Header values are not kept.
tl::expected<std::vector<SettingSeen>, QString> parseEvolutionWebhook(const QByteArray &body);

/// "version" of GET /; may be empty.
QString parseEvolutionVersion(const QByteArray &body);

/// What GET /metrics tells, where it is switched on.
struct EvolutionMetrics
{
    int instances = 0;
    int up = 0;
    std::optional<bool> thisUp; ///< of the instance asked for

    friend bool operator==(const EvolutionMetrics &, const EvolutionMetrics &) = default;
};
/// Reads `evolution_instance_up{instance,integration}`. What is Prometheus text shows by content type or first byte;
/// anything else is an error.
tl::expected<EvolutionMetrics, QString> parseEvolutionMetrics(const QByteArray &contentType, const QByteArray &body,
                                                              const QString &instance);

} // namespace barograph
