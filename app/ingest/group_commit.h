// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_committer.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace barograph {

/// The ingest thread's end of the journal: gathers records into the batch that is being filled, and hands it over when
/// the one before is durable. When a batch cannot be stored it is kept and tried again every second, before anything
/// newer, until it succeeds; in the meantime nothing from outside is taken.
///
/// An idle disk gets a batch at once. Under load, the clients that have just been answered come back with their next
/// request within moments; a batch that waits for them carries twice as many through one fdatasync. So it waits until
/// as many records are there as before, but at most half as long as the last fdatasync took, and never longer than the
/// latency budget.
class GroupCommit
{
public:
    struct Options
    {
        Millis latencyBudget{2};      ///< 0: never wait for company
        std::size_t maxBatch = 65536; ///< records that may wait; beyond, nothing from outside is taken
    };
    struct Callbacks
    {
        /// All batches up to `ticket` are durable, or (false) not stored for now.
        std::function<void(quint64 ticket, bool durable)> settled;
        /// The records of the batch that just became durable.
        std::function<void(const std::vector<JournalRecord> &records)> durable;
        /// error() has changed. A retry that fails for the same reason tells nothing new.
        std::function<void()> errorChanged;
    };

    GroupCommit(boost::asio::io_context &context, std::unique_ptr<JournalWriter> writer,
                std::function<tl::expected<int, JournalError>()> trim, const Options &options,
                std::function<UtcTime()> clock, Callbacks callbacks);

    /// Whether requests from outside may be taken.
    bool takesRequests() const { return m_error.isEmpty() && m_filling.size() < m_options.maxBatch; }
    /// Adds a record to the batch that is being filled; its ticket. Never refuses.
    quint64 add(JournalRecord record);
    /// Adds a record in front of the batch that could not be stored. Only from errorChanged(),
    /// and when error() is not empty: a retry has the batch to itself.
    void addBeforeFailed(JournalRecord record) { m_failed.insert(m_failed.begin(), std::move(record)); }
    /// All requests that were waiting to be read have been taken.
    void roundEnded();
    bool isFull() const { return m_filling.size() >= m_options.maxBatch; }
    /// See JournalCommitter::setRestating().
    void setRestating(std::vector<JournalRecord> records) { m_committer.setRestating(std::move(records)); }

    /// Not empty: the journal cannot be written; why, and what to do.
    const QString &error() const { return m_error; }
    /// Not empty: old files could not be removed when it was last tried.
    const QString &trimProblem() const { return m_trimProblem; }
    /// Since when the batch that is being written has been on its way.
    std::optional<UtcTime> committingSince() const;
    /// When the oldest record was added that is not durable yet.
    std::optional<UtcTime> oldestWaiting() const;
    bool isIdle() const { return !m_committing && m_failed.empty() && m_filling.empty(); }

private:
    void scheduleFlush();
    void gather(std::size_t committedRecords);
    void flush();
    void completed(const JournalCommitter::Result &result);
    void failed(const JournalError &error);
    void retry();
    void restamp(std::vector<JournalRecord> &records) const;

    boost::asio::io_context &m_context;
    Options m_options;
    std::function<UtcTime()> m_clock;
    Callbacks m_callbacks;
    boost::asio::steady_timer m_gatherTimer;
    boost::asio::steady_timer m_retryTimer;
    std::vector<JournalRecord> m_filling;
    std::vector<JournalRecord> m_spare; ///< emptied, keeps its memory for the next batch
    std::vector<JournalRecord> m_failed;
    quint64 m_fillingTicket = 1;
    quint64 m_committingTicket = 0;
    bool m_committing = false;
    bool m_flushScheduled = false;
    bool m_gathering = false;
    std::size_t m_gatherTarget = 0;
    std::chrono::steady_clock::time_point m_commitBegan;
    UtcTime m_fillingSince{};
    UtcTime m_committingSince{};
    UtcTime m_committingOldest{};
    QString m_error;
    QString m_trimProblem;
    JournalCommitter m_committer; ///< last: its thread ends before the rest goes
};

} // namespace barograph
