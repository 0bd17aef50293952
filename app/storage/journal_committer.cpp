// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_committer.h"

#include <pthread.h>

namespace barograph {

JournalCommitter::JournalCommitter(std::unique_ptr<JournalWriter> writer,
                                   std::function<tl::expected<int, JournalError>()> trim, Done done)
    : m_writer(std::move(writer))
    , m_trim(std::move(trim))
    , m_done(std::move(done))
    , m_restating(std::make_shared<const std::vector<JournalRecord>>())
    , m_thread([this] { run(); })
{}

JournalCommitter::~JournalCommitter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void JournalCommitter::setRestating(std::vector<JournalRecord> records)
{
    auto shared = std::make_shared<const std::vector<JournalRecord>>(std::move(records));
    const std::lock_guard lock(m_mutex);
    m_restating = std::move(shared);
}

void JournalCommitter::commit(std::vector<JournalRecord> &&batch)
{
    {
        const std::lock_guard lock(m_mutex);
        m_batch = std::move(batch);
        m_work = true;
    }
    m_wake.notify_one();
}

std::vector<JournalRecord> JournalCommitter::reclaim()
{
    const std::lock_guard lock(m_mutex);
    return std::move(m_batch);
}

void JournalCommitter::run()
{
    pthread_setname_np(pthread_self(), "journal");
    while (true) {
        std::shared_ptr<const std::vector<JournalRecord>> restating;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_work || m_stop; });
            if (!m_work)
                return;
            m_work = false;
            restating = m_restating;
        }
        // The owner does not touch the batch until Done has told it to.
        m_done(commitOne(*restating));
    }
}

JournalCommitter::Result JournalCommitter::commitOne(const std::vector<JournalRecord> &restating)
{
    Result result;
    if (auto written = m_writer->append(m_batch, restating); !written)
        result.error = written.error();
    if (m_writer->takeBegunFile()) {
        const auto trimmed = m_trim();
        result.trimProblem = trimmed ? QString() : trimmed.error().text;
    }
    return result;
}

} // namespace barograph
