// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog/event_log_writer.h"

#include <algorithm>
#include <atomic>

namespace barograph {

namespace {

quint64 nextEventLog()
{
    static std::atomic<quint64> next{1};
    return next.fetch_add(1, std::memory_order_relaxed);
}

qint32 lagOf(const IngestedEvent &event)
{
    if (!event.eventTime)
        return EventRecord::kNoLag;
    constexpr qint64 kMost = std::numeric_limits<qint32>::max();
    return static_cast<qint32>(std::clamp<qint64>((event.arrival - *event.eventTime).count(), -kMost, kMost));
}

} // namespace

EventLogWriter::EventLogWriter()
    : m_log(nextEventLog())
{}

EventRecord EventLogWriter::recordOf(const IngestedEvent &event, bool countedBefore)
{
    EventRecord record;
    record.arrivedMs = unixMillis(event.arrival);
    record.lagMs = lagOf(event);
    record.message = partOf(event.message);
    record.participant = partOf(event.participant);
    record.group = partOf(event.group);
    record.node = event.node;
    record.kind = static_cast<quint8>(event.kind ? indexOf(*event.kind) : indexOf(event.apart));
    record.flags =
        static_cast<quint8>((countedBefore ? EventRecord::Redelivered : 0) | (event.kind ? 0 : EventRecord::Apart));
    return record;
}

void EventLogWriter::beginChunk()
{
    std::shared_ptr<EventChunk> next;
    if (m_chunks.size() == EventLogView::kMostChunks) {
        // Nobody can be reading what no view has ever told of: a long replay turns the same memory over.
        if (!m_chunks.front().shown)
            next = std::move(m_chunks.front().chunk);
        m_chunks.pop_front();
        m_firstSequence += EventChunk::kRecords;
    }
    m_chunks.push_back({next ? std::move(next) : std::make_shared<EventChunk>()});
    m_inLast = 0;
}

EventLogViewPtr EventLogWriter::view()
{
    const quint64 end =
        m_chunks.empty() ? m_firstSequence : m_firstSequence + (m_chunks.size() - 1) * EventChunk::kRecords + m_inLast;
    if (m_view && m_view->endSequence() == end)
        return m_view;
    auto view = std::make_shared<EventLogView>();
    view->chunks.reserve(m_chunks.size());
    for (auto &kept : m_chunks) {
        view->chunks.push_back(kept.chunk);
        kept.shown = true;
    }
    view->inLast = m_inLast;
    view->firstSequence = m_firstSequence;
    view->log = m_log;
    m_view = std::move(view);
    return m_view;
}

} // namespace barograph
