// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_worker.h"

#include "storage/history_recovery.h"
#include "storage/storage_words.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(historyLog, "barograph.storage.history")

constexpr std::size_t kBatchRows = 5000;
constexpr std::size_t kMostNotesWaiting = 1000;
constexpr auto kWriteInterval = std::chrono::seconds{1};
constexpr int kRefusalsBeforeGivingUp = 2;
constexpr auto kFirstRetry = std::chrono::milliseconds{500};
constexpr auto kLongestRetry = std::chrono::seconds{10};
/// A piece of an older history takes 10 to 100 ms to be rolled up: that leaves most of a core to others.
constexpr auto kBetweenPieces = std::chrono::milliseconds{50};

} // namespace

HistoryWriter::Worker::Worker(QString file, std::function<void(const HistoryStatus &)> onStatus, OnNote onNote)
    : m_file(std::move(file))
    , m_onStatus(std::move(onStatus))
    , m_onNote(std::move(onNote))
{
    setObjectName(QStringLiteral("history"));
}

HistoryWriter::Worker::~Worker()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    wait();
}

void HistoryWriter::Worker::enqueueNote(Note note)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_notes.size() < kMostNotesWaiting) {
            m_notes.push_back(std::move(note));
            m_wake.notify_all();
            return;
        }
    }
    m_onNote(note.ticket,
             StorageWords::tr("Too many notes wait to be written to %1. Try again in a moment.").arg(m_file));
}

bool HistoryWriter::Worker::flush(std::chrono::milliseconds timeout)
{
    Lock lock(m_mutex);
    const auto refusedBefore = m_refusedRows;
    ++m_flushes;
    ++m_flushRequests;
    m_wake.notify_all();
    const bool done =
        m_written.wait_for(lock, timeout, [this] { return m_idle && m_queue.isEmpty() && m_notes.empty(); });
    --m_flushes;
    return done && m_refusedRows == refusedBefore;
}

HistoryStatus HistoryWriter::Worker::status() const
{
    const std::scoped_lock lock(m_mutex);
    auto status = m_status;
    status.droppedRows = m_queue.droppedRows() + m_refusedRows;
    return status;
}

void HistoryWriter::Worker::run()
{
    Lock lock(m_mutex);
    while (waitForBatch(lock)) {
        const bool wasOpen = m_store != nullptr;
        writeNotes(lock);
        if (wasOpen && m_store && m_batch.isEmpty())
            continue;
        lock.unlock();
        const auto written = writeBatch();
        lock.lock();
        if (written) {
            succeeded(lock);
            continue;
        }
        failed(lock, written.error());
        if (m_stopping)
            break;
        waitBeforeRetry(lock);
    }
    const auto left = m_queue.rows() + m_batch.rows();
    if (left > 0)
        qCWarning(historyLog) << left << "rows could not be written before the end; the journal still has their events";
    writeNotes(lock); // those that came while the last batch failed
    lock.unlock();
    m_store.reset(); // closes the connection on its own thread
}

/// Opening comes first, without waiting for rows: that the file cannot be used should be known at start. False: stop.
bool HistoryWriter::Worker::waitForBatch(Lock &lock)
{
    if (!m_batch.isEmpty() || !m_store)
        return true;
    rollBacklog(lock);
    const auto urgent = [this] { return m_stopping || m_flushes > 0; };
    m_wake.wait(lock, [&] { return m_stopping || !m_queue.isEmpty() || !m_notes.empty(); });
    // Lets one second's worth gather; a note waits for nothing.
    m_wake.wait_until(lock, m_nextWrite, [&] { return urgent() || m_queue.rows() >= kBatchRows || !m_notes.empty(); });
    if (!m_notes.empty())
        return true;
    if (m_queue.isEmpty())
        return !m_stopping;
    m_batch = m_queue.take(kBatchRows);
    m_idle = false;
    m_nextWrite = Clock::now() + kWriteInterval;
    return true;
}

/// While there is nothing to write. What goes wrong is tried again after the next rows, which tell about it.
void HistoryWriter::Worker::rollBacklog(Lock &lock)
{
    while (m_backlog && m_queue.isEmpty() && m_notes.empty() && !m_stopping) {
        lock.unlock();
        const auto more = m_store->rollBacklog();
        lock.lock();
        m_backlog = more && *more;
        if (!more)
            qCWarning(historyLog).noquote() << "rolling up the history:" << describe(more.error(), m_file);
        m_wake.wait_for(lock, kBetweenPieces, [this] { return m_stopping || !m_queue.isEmpty() || !m_notes.empty(); });
    }
}

void HistoryWriter::Worker::waitBeforeRetry(Lock &lock)
{
    m_retryDelay = std::clamp<Clock::duration>(m_retryDelay * 2, kFirstRetry, kLongestRetry);
    m_wake.wait_for(lock, m_retryDelay, [this, before = m_flushRequests] {
        return m_stopping || m_flushRequests != before || !m_notes.empty();
    });
}

/// Answers each as soon as it is decided. One after the other: what is wrong with one is not told of another.
void HistoryWriter::Worker::writeNotes(Lock &lock)
{
    while (!m_notes.empty()) {
        const Note note = m_notes.front();
        lock.unlock();
        const auto written = writeNote(note.row);
        m_onNote(note.ticket, written ? QString() : describeForNote(written.error(), m_file));
        lock.lock();
        m_notes.pop_front();
        m_written.notify_all();
    }
}

tl::expected<void, HistoryError> HistoryWriter::Worker::writeNote(const MarkerRow &row)
{
    tl::expected<void, HistoryError> written;
    // Twice, if the first failure was the connection's: a fresh one looks at the file again.
    for (int attempt = 0; attempt < 2; ++attempt) {
        written = openIfNeeded();
        if (!written)
            return written;
        written = m_store->writeDurably(row);
        if (written)
            return written;
        judgeConnection(written.error());
        if (m_store)
            return written;
    }
    return written;
}

tl::expected<void, HistoryError> HistoryWriter::Worker::writeBatch()
{
    if (auto opened = openIfNeeded(); !opened)
        return opened;
    if (m_batch.isEmpty())
        return {};
    auto written = m_store->write(m_batch);
    if (!written)
        judgeConnection(written.error());
    return written;
}

tl::expected<void, HistoryError> HistoryWriter::Worker::openIfNeeded()
{
    // A file that was moved or deleted under us would go on being written, but nobody would ever find it.
    if (m_store && !QFile::exists(m_file))
        m_store.reset();
    return m_store ? tl::expected<void, HistoryError>() : openStore();
}

void HistoryWriter::Worker::judgeConnection(const HistoryError &error)
{
    if (error.fault == HistoryFault::Damaged)
        m_damage = error.detail;
    if (error.fault != HistoryFault::Busy && error.fault != HistoryFault::Full)
        m_store.reset();
}

tl::expected<void, HistoryError> HistoryWriter::Worker::openStore()
{
    auto opened = m_damage.isEmpty() ? openHistoryForWriting(m_file) : replaceDamagedHistory(m_file, m_damage);
    if (!opened)
        return tl::unexpected(opened.error());
    m_damage.clear();
    auto store = HistoryStore::open(std::move(opened->database));
    if (!store)
        return tl::unexpected(store.error());
    m_store = std::move(*store);
    m_backlog = true;
    if (!opened->notice.isEmpty())
        m_notice = opened->notice;
    return {};
}

void HistoryWriter::Worker::succeeded(Lock &lock)
{
    m_batch = {};
    m_idle = true;
    m_refusals = 0;
    m_retryDelay = {};
    m_backlog = m_store->hasBacklog();
    m_written.notify_all();
    tell(lock, true, m_notice);
}

void HistoryWriter::Worker::failed(Lock &lock, const HistoryError &error)
{
    // Rows that are refused on a fresh connection too would be refused for ever and hold up all others.
    if (error.fault == HistoryFault::Refused && !m_batch.isEmpty() && ++m_refusals > kRefusalsBeforeGivingUp) {
        m_refusedRows += m_batch.rows();
        m_refusals = 0;
        m_batch = {};
        m_idle = true;
        m_written.notify_all();
    }
    tell(lock, false, describe(error, m_file));
}

void HistoryWriter::Worker::tell(Lock &lock, bool writing, const QString &message)
{
    const HistoryStatus status{writing, message, m_queue.droppedRows() + m_refusedRows};
    if (status == m_status)
        return;
    if (status.writing != m_status.writing || status.message != m_status.message) {
        if (!message.isEmpty())
            qCWarning(historyLog).noquote() << message;
        else
            qCInfo(historyLog) << "history is being written again";
    }
    m_status = status;
    lock.unlock();
    m_onStatus(status);
    lock.lock();
}

} // namespace barograph
