// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metric.h"
#include "node_state.h"

namespace barograph::sim {

/// What GET /v1/stats/app says of one CoreApp. Source: WhatsApp Business API reference, "Application stats".
Metrics appMetrics(const NodeState &node, std::size_t member);
/// What GET /v1/stats/db says; the primary master's in a cluster.
Metrics dbMetrics(const NodeState &node);
/// What GET /metrics says of the WebApp.
Metrics webAppMetrics(const NodeState &node);

} // namespace barograph::sim
