// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/capture/body_capture.h"
#include "ingest/dedupe_window.h"
#include "ingest/meter_bank.h"
#include "listener/listener_limits.h"
#include "storage/journal_files.h"

namespace barograph {

/// What the ingest service is started with.
struct IngestOptions
{
    QString journalFolder;       ///< Paths::journalDir()
    QString installationKeyFile; ///< Paths::installationKeyFile()
    QString captureFolder;       ///< Paths::captureDir(); empty: bodies cannot be captured
    ListenerConfig listener;
    QString ownCertificateFile; ///< Paths::listenerCertificateFile(), used where TLS has no files of the operator's
    QString ownKeyFile;         ///< Paths::listenerKeyFile()
    std::vector<NodeConfig> nodes;
    ListenerLimits limits;
    JournalLimits journal;
    Millis latencyBudget{2}; ///< see GroupCommit
    std::size_t dedupeBytes = DedupeWindow::kDefaultBytes;
    Millis certificateCheckPause{60'000}; ///< between looks whether its files have changed or it is about to expire
    Millis retryPause{2000};              ///< between attempts to open the journal, the key or the port
    /// Called on the ingest thread; must not wait.
    MeterBank::Sinks sinks;
    /// For tests. Called on the ingest and the committer thread.
    std::function<UtcTime()> clock = utcNow;
    std::shared_ptr<JournalDisk> disk = std::make_shared<JournalDisk>();
};

} // namespace barograph
