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
/// and the history have them). Immutable; any thread.
struct EventLogView
{
    /// Whole chunks that stay below a million records and 32 MB.
    static constexpr std::size_t kMostChunks = 122;
    static constexpr std::size_t kMost = kMostChunks * EventChunk::kRecords;

    /// Oldest first; all full but the last, which has at least one.
    std::vector<std::shared_ptr<const EventChunk>> chunks;
    std::size_t inLast = 0;    ///< records in the last chunk
    quint64 firstSequence = 0; ///< number of the first record of the first chunk, counted since the log began
    quint64 log = 0;           ///< another one: the journal was replayed anew, and numbers mean other records

    std::size_t size() const { return chunks.empty() ? 0 : (chunks.size() - 1) * EventChunk::kRecords + inLast; }
    quint64 endSequence() const { return firstSequence + size(); }
    bool has(quint64 sequence) const { return sequence >= firstSequence && sequence < endSequence(); }
    /// Only for one that it has().
    const EventRecord &at(quint64 sequence) const
    {
        const auto offset = static_cast<std::size_t>(sequence - firstSequence);
        return chunks[offset / EventChunk::kRecords]->records[offset % EventChunk::kRecords];
    }
};
using EventLogViewPtr = std::shared_ptr<const EventLogView>;

} // namespace barograph
