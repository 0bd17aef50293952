// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/node_config.h"
#include "core/time.h"

#include <array>
#include <limits>
#include <memory>
#include <vector>

namespace barograph {

/// One decoded item as the event log shows it. Parts of keyed hashes stand for message, participant and group: enough
/// to see what belongs together, too little to be looked up.
struct EventRecord
{
    enum Flag : quint8 {
        Redelivered = 1, ///< counted before
        Apart = 2        ///< `kind` is an ApartKind, not an EventKind
    };
    static constexpr qint32 kNoLag = std::numeric_limits<qint32>::min();

    qint64 arrivedMs = 0;  ///< Unix time
    qint32 lagMs = kNoLag; ///< arrival − the event's own timestamp
    quint32 message = 0;   ///< 0: none
    quint32 participant = 0;
    quint32 group = 0;
    NodeIndex node = 0;
    quint8 kind = 0;
    quint8 flags = 0;
};
static_assert(sizeof(EventRecord) == 32);

/// A run of records. Those up to the count that a frame's view gives are never written again, so that reading them
/// needs no lock while the ingest thread goes on filling the rest.
struct EventChunk
{
    static constexpr std::size_t kRecords = 8192;
    std::array<EventRecord, kRecords> records;
};

/// The newest events of all nodes, as of one frame. At most kMost of them; older ones are gone from here (the journal
/// and the history have them).
struct EventLogView
{
    static constexpr std::size_t kMost = 1'000'000;

    /// Oldest first; all full but the last, and the first may have lost its beginning.
    std::vector<std::shared_ptr<const EventChunk>> chunks;
    std::size_t inLast = 0;    ///< records in the last chunk
    quint64 firstSequence = 0; ///< number of the first record of the first chunk, counted since the program began

    std::size_t size() const { return chunks.empty() ? 0 : (chunks.size() - 1) * EventChunk::kRecords + inLast; }
};

} // namespace barograph
