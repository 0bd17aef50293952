// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "eventlog/event_log.h"

#include <deque>

namespace barograph {

/// Keeps the newest events for the screen, in chunks that are made as they are needed and given away whole when there
/// are too many. Not thread-safe: lives on the ingest thread. Views of it may be read by any thread while it goes on:
/// it writes only behind the last record that a view has told of.
class EventLogWriter
{
public:
    EventLogWriter();

    /// A few nanoseconds. `countedBefore`: as the meters saw it.
    void add(const IngestedEvent &event, bool countedBefore)
    {
        if (m_inLast == EventChunk::kRecords || m_chunks.empty())
            beginChunk();
        m_chunks.back().chunk->records[m_inLast++] = recordOf(event, countedBefore);
    }
    /// As it stands; the same object as long as nothing was added.
    EventLogViewPtr view();

    static EventRecord recordOf(const IngestedEvent &event, bool countedBefore);
    /// Part of a hash that stands for it in a record; its first digits are those that labels of storms show. 0 = null.
    static quint32 partOf(const Fingerprint &print)
    {
        const auto part = static_cast<quint32>(print.high >> 32);
        return part != 0 || print.isNull() ? part : 1;
    }

private:
    struct Kept
    {
        std::shared_ptr<EventChunk> chunk;
        bool shown = false; ///< a view has it, so that somebody may be reading
    };

    void beginChunk();

    std::deque<Kept> m_chunks;
    std::size_t m_inLast = 0;
    quint64 m_firstSequence = 0;
    quint64 m_log;
    EventLogViewPtr m_view;
};

} // namespace barograph
