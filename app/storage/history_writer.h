// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "markers/marker.h"
#include "meters/node_meter.h"
#include "storms/storm.h"

#include <QMetaType>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <vector>

namespace barograph {

/// How the history is doing, in words for the operator.
struct HistoryStatus
{
    bool writing = true;     ///< false: the last attempt failed and is tried again
    QString message;         ///< what is wrong and what to do, or what happened at start; empty when all is well
    quint64 droppedRows = 0; ///< rows that were given up since start, because too many waited or SQLite refused them

    friend bool operator==(const HistoryStatus &, const HistoryStatus &) = default;
};

/// Writes closed seconds, storms, controls and markers into the history file, on a thread of its own that starts with
/// the object.
///
/// All functions are thread-safe and none but flush() waits for the disk. At most 1,000,000 seconds, 10,000 storms,
/// 10,000 controls and 10,000 markers wait; beyond that the oldest give way and are counted. Rows go to disk in one
/// transaction a second, or as soon as 5,000 wait. What cannot be written is kept and tried again, at the latest every
/// ten seconds; a damaged file is moved aside and a new one begun. Handing over the same seconds again, in any order,
/// replaces the rows.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    /// `file` and its folder are made if need be. Returns at once; whether it worked is told by statusChanged().
    explicit HistoryWriter(const QString &file, QObject *parent = nullptr);
    /// Writes what waits, then ends the thread. Does not go on trying when that fails: the journal has it.
    ~HistoryWriter() override;

    void enqueue(const QString &nodeId, const QString &nodeName, bool simulated, std::vector<ClosedSecond> seconds);
    void enqueueStorm(const QString &nodeId, const StormView &storm);
    void enqueueControl(const ControlResult &control);
    void enqueueMarker(const Marker &marker);

    /// Somebody waits for these: written before all else, each in a transaction of its own, flushed to the disk. One
    /// noteAnswered() with this ticket follows, and nothing is tried again after a failure: who wrote the note still
    /// has it. A note with the same id is replaced.
    void storeNote(quint64 ticket, const Marker &note);
    void removeNote(quint64 ticket, const QString &id);

    /// Has everything handed over before written now and waits for it. False if that did not work within `timeout`.
    bool flush(std::chrono::milliseconds timeout = std::chrono::seconds{30});
    quint64 droppedRows() const;
    HistoryStatus status() const;

Q_SIGNALS:
    /// Emitted on the writer's thread.
    void statusChanged(const barograph::HistoryStatus &status);
    /// The transaction has been committed, or, with a reason and what to do, nothing of it is in the file. Emitted on
    /// the writer's thread.
    void noteAnswered(quint64 ticket, const QString &failure);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::HistoryStatus)
