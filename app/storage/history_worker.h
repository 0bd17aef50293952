// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_queue.h"
#include "storage/history_store.h"
#include "storage/history_writer.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace barograph {

/// The thread behind HistoryWriter. The queue and the status are shared under one lock, which is never held while
/// SQLite works; the store is touched by run() only.
class HistoryWriter::Worker : public QThread
{
public:
    /// A note, or the removal of one, that somebody waits for.
    struct Note
    {
        quint64 ticket = 0;
        MarkerRow row;
    };
    using OnNote = std::function<void(quint64 ticket, const QString &failure)>;

    Worker(QString file, std::function<void(const HistoryStatus &)> onStatus, OnNote onNote);
    ~Worker() override;

    template<typename Push> void enqueue(Push push)
    {
        {
            const std::scoped_lock lock(m_mutex);
            push(m_queue);
        }
        m_wake.notify_all();
    }
    void enqueueNote(Note note);
    bool flush(std::chrono::milliseconds timeout);
    HistoryStatus status() const;

protected:
    void run() override;

private:
    using Clock = std::chrono::steady_clock;
    using Lock = std::unique_lock<std::mutex>;

    bool waitForBatch(Lock &lock);
    void waitBeforeRetry(Lock &lock);
    void rollBacklog(Lock &lock);
    void writeNotes(Lock &lock);
    tl::expected<void, HistoryError> writeNote(const MarkerRow &row);
    tl::expected<void, HistoryError> writeBatch();
    tl::expected<void, HistoryError> openIfNeeded();
    tl::expected<void, HistoryError> openStore();
    /// Lets go of a connection after which a fresh one may do better.
    void judgeConnection(const HistoryError &error);
    void succeeded(Lock &lock);
    void failed(Lock &lock, const HistoryError &error);
    void tell(Lock &lock, bool writing, const QString &message);

    const QString m_file;
    const std::function<void(const HistoryStatus &)> m_onStatus;
    const OnNote m_onNote;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;    // something to do for the writer
    std::condition_variable m_written; // something was done
    HistoryQueue m_queue;
    std::deque<Note> m_notes; // the first stays until it is answered
    HistoryStatus m_status;
    quint64 m_refusedRows = 0;
    int m_flushes = 0;           // callers that wait in flush()
    quint64 m_flushRequests = 0; // grows with each of them
    bool m_idle = true;          // no batch in hand
    bool m_stopping = false;

    // Only on this thread.
    std::unique_ptr<HistoryStore> m_store;
    HistoryBatch m_batch;
    QString m_notice;
    QString m_damage; // not empty: what SQLite said when the open file turned out to be damaged
    int m_refusals = 0;
    bool m_backlog = false; // there may be something to roll up
    Clock::time_point m_nextWrite{};
    Clock::duration m_retryDelay{};
};

} // namespace barograph
