// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/time.h"

#include <functional>

namespace bench {

struct IngestSetup
{
    QString folder;
    barograph::NodeKind kind = barograph::NodeKind::OnPremises;
    std::string secret; ///< not empty: requests have to be signed as X-Hub-Signature-256
    std::function<barograph::UtcTime()> clock = barograph::utcNow;
};

/// Body of a server's own process: an ingest service with one node, everything on, journal below `folder`. Prints where
/// it listens and runs until SIGTERM; then it prints "received N redelivered N".
int serveIngest(const IngestSetup &setup);

} // namespace bench
