// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timeline_tile.h"

namespace barograph {

/// Reads markers and controls of a node from the history file. Blocks on the disk: for a worker thread. A history that
/// does not exist yet has none; what cannot be read is told in MarkerSpan::error.
MarkerSpan readMarkers(const QString &historyFile, const QString &nodeId, UtcTime from, UtcTime to);

/// More markers in one span than this are left out, the oldest first.
inline constexpr int kMostMarkersRead = 10'000;

} // namespace barograph
