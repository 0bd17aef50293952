// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_writer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace barograph {

/// The journal's own thread: makes one batch durable at a time while the caller fills the next (group commit).
///
/// All public functions are called by one thread, the ingest thread.
class JournalCommitter
{
public:
    struct Result
    {
        std::optional<JournalError> error; ///< nothing: the batch is durable
        /// Only when old files were to be removed: why they could not be, empty if they could.
        std::optional<QString> trimProblem;
    };
    /// Called on the committer's thread. It must hand the result over to the owner's thread, which then calls
    /// reclaim() before the next commit().
    using Done = std::function<void(Result)>;

    JournalCommitter(std::unique_ptr<JournalWriter> writer, std::function<tl::expected<int, JournalError>()> trim,
                     Done done);
    /// Waits for the commit that is under way.
    ~JournalCommitter();
    JournalCommitter(const JournalCommitter &) = delete;
    JournalCommitter &operator=(const JournalCommitter &) = delete;

    /// What a new file of the journal begins with from the next commit() on: node table, listening or not, counters.
    void setRestating(std::vector<JournalRecord> records);
    /// Begins to make the batch durable; it belongs to the committer until reclaim(). Precondition: none is under way.
    /// After a failure the same batch has to be given again before any other.
    void commit(std::vector<JournalRecord> &&batch);
    /// The vector given to commit(), with its records, after Done was called.
    std::vector<JournalRecord> reclaim();

private:
    void run();
    Result commitOne(const std::vector<JournalRecord> &restating);

    std::unique_ptr<JournalWriter> m_writer;
    std::function<tl::expected<int, JournalError>()> m_trim;
    Done m_done;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_work = false;
    bool m_stop = false;
    std::vector<JournalRecord> m_batch;
    std::shared_ptr<const std::vector<JournalRecord>> m_restating;
    std::thread m_thread;
};

} // namespace barograph
