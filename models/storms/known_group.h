// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fingerprint.h"

#include <QString>

#include <vector>

namespace barograph {

/// A group as its node told it, with hashed identifiers: what GroupSeen becomes on the ingest thread.
struct KnownGroup
{
    Fingerprint id;
    QString subject;     ///< what its members call it; shown, never stored
    quint32 members = 0; ///< without the number itself
    /// Fingerprint::low of each, as receipts are hashed; empty where the node does not tell who is in it.
    std::vector<quint64> participants;
};

} // namespace barograph
