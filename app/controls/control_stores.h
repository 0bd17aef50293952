// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/audit_log.h"
#include "controls/pause_book.h"
#include "controls/snapshot_store.h"

namespace barograph {

/// Where controls keep what must survive the program. Used on the poller thread only.
struct ControlStores
{
    ControlStores(const QString &auditFile, const QString &dataDir)
        : audit(auditFile)
        , snapshots(dataDir % QLatin1String("/snapshots"))
        , pauses(dataDir % QLatin1String("/pauses.json"))
    {}

    AuditLog audit;
    SnapshotStore snapshots;
    PauseBook pauses;
};

} // namespace barograph
