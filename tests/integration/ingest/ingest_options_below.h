// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/paths.h"
#include "ingest/ingest_service.h"

namespace barograph::test {

/// One on-premises node "node-a", any free port, everything below `folder`.
inline IngestOptions optionsBelow(const QString &folder)
{
    const auto paths = pathsBelow(folder);
    IngestOptions options;
    options.journalFolder = paths.journalDir();
    options.installationKeyFile = paths.installationKeyFile();
    options.listener.port = 0;
    options.retryPause = Millis{50};
    options.dedupeBytes = std::size_t{1} << 20U;
    NodeConfig node;
    node.id = QStringLiteral("node-a");
    node.name = QStringLiteral("A");
    options.nodes = {node};
    return options;
}

} // namespace barograph::test
