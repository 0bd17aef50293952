// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/database_stats.h"
#include "nodes/onprem/probe_session.h"

#include <tl/expected.hpp>

#include <functional>

namespace barograph {

/// Reads the answer of GET /v1/stats/db in either format, see readMetrics(): all gauges whose name begins with "db_",
/// at most 200 of them. In a cluster only the primary master's are filled. Gauges that are negative, not finite or
/// beyond 2^53 are left out. The error is a sentence. Pure.
tl::expected<std::vector<DatabaseFigure>, QString> parseDatabaseAnswer(const QByteArray &contentType,
                                                                       const QByteArray &body);

/// Asks once, before everything that is polled, and waits up to two minutes for the answer. `done` is called once
/// unless `context` or the session goes before.
void askDatabase(OnPremSession &session, QObject *context, std::function<void(const DatabaseStats &)> done);

} // namespace barograph
