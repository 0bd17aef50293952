// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_writer.h"

#include "storage/history_worker.h"

namespace barograph {

HistoryWriter::HistoryWriter(const QString &file, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(
          file, [this](const HistoryStatus &status) { Q_EMIT statusChanged(status); },
          [this](quint64 ticket, const QString &failure) { Q_EMIT noteAnswered(ticket, failure); }))
{
    m_worker->start();
}

HistoryWriter::~HistoryWriter() = default;

void HistoryWriter::enqueue(const QString &nodeId, const QString &nodeName, bool simulated,
                            std::vector<ClosedSecond> seconds)
{
    if (seconds.empty())
        return;
    m_worker->enqueue([&](HistoryQueue &queue) { queue.push(HistoryNode{nodeId, nodeName, simulated}, seconds); });
}

void HistoryWriter::enqueueStorm(const QString &nodeId, const StormView &storm)
{
    m_worker->enqueue([&](HistoryQueue &queue) { queue.push(NodeStorm{nodeId, storm}); });
}

void HistoryWriter::enqueueControl(const ControlResult &control)
{
    m_worker->enqueue([&](HistoryQueue &queue) { queue.push(control); });
}

void HistoryWriter::enqueueMarker(const Marker &marker)
{
    m_worker->enqueue([&](HistoryQueue &queue) { queue.push(MarkerRow{marker}); });
}

void HistoryWriter::storeNote(quint64 ticket, const Marker &note)
{
    m_worker->enqueueNote({ticket, MarkerRow{note}});
}

void HistoryWriter::removeNote(quint64 ticket, const QString &id)
{
    MarkerRow row;
    row.marker.id = id;
    row.removed = true;
    m_worker->enqueueNote({ticket, row});
}

bool HistoryWriter::flush(std::chrono::milliseconds timeout)
{
    return m_worker->flush(timeout);
}

quint64 HistoryWriter::droppedRows() const
{
    return m_worker->status().droppedRows;
}

HistoryStatus HistoryWriter::status() const
{
    return m_worker->status();
}

} // namespace barograph
