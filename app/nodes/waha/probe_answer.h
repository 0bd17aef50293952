// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "health/told_by_node.h"

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

// Answers of WAHA. Source: its documentation, "Sessions" and "Observability". Pure; errors are sentences.

struct WahaSession
{
    SessionReport report;
    std::vector<SettingSeen> settings; ///< webhooks and what is ignored

    friend bool operator==(const WahaSession &, const WahaSession &) = default;
};
/// Reads the answer of GET /api/sessions/{session}, or of GET /api/sessions?all=true, out of which `session` is taken;
/// if that is empty, the only one there. Keys, header values, metadata and the account are not kept.
tl::expected<WahaSession, QString> parseWahaSession(const QByteArray &body, const QString &session);

struct WahaVersion
{
    QString version; ///< e.g. "2026.7.1 PLUS"
    QString engine;  ///< e.g. "NOWEB"

    friend bool operator==(const WahaVersion &, const WahaVersion &) = default;
};
/// GET /api/server/version: {"version","engine","tier"}.
tl::expected<WahaVersion, QString> parseWahaVersion(const QByteArray &body);

/// GET /api/server/status: {"startTimestamp": MILLISECONDS}.
std::optional<UtcTime> parseWahaStart(const QByteArray &body);

/// GET /health, 200 or 503: {"status":"ok|error|shutting_down","error":{"mongodb":{…}}}. Empty: all is well. It is
/// about disk and database and not about sessions.
tl::expected<QString, QString> parseWahaHealth(const QByteArray &body);

} // namespace barograph
