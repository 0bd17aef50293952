// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/group_commit.h"

#include <boost/asio/post.hpp>

namespace barograph {

namespace {

constexpr Seconds kRetryPause{1};

} // namespace

GroupCommit::GroupCommit(boost::asio::io_context &context, std::unique_ptr<JournalWriter> writer,
                         std::function<tl::expected<int, JournalError>()> trim, const Options &options,
                         std::function<UtcTime()> clock, Callbacks callbacks)
    : m_context(context)
    , m_options(options)
    , m_clock(std::move(clock))
    , m_callbacks(std::move(callbacks))
    , m_gatherTimer(context)
    , m_retryTimer(context)
    , m_committer(std::move(writer), std::move(trim), [this](JournalCommitter::Result result) {
        boost::asio::post(m_context, [this, result = std::move(result)] { completed(result); });
    })
{}

quint64 GroupCommit::add(JournalRecord record)
{
    if (m_filling.empty())
        m_fillingSince = m_clock();
    m_filling.push_back(std::move(record));
    if (!m_committing && !m_gathering && m_error.isEmpty())
        scheduleFlush();
    return m_fillingTicket;
}

void GroupCommit::scheduleFlush()
{
    if (std::exchange(m_flushScheduled, true))
        return;
    // Behind the handlers that are ready now, so that what they add shares the batch.
    boost::asio::post(m_context, [this] {
        m_flushScheduled = false;
        if (!m_gathering)
            flush();
    });
}

void GroupCommit::roundEnded()
{
    if (m_gathering && m_filling.size() < m_gatherTarget)
        return;
    flush();
}

void GroupCommit::gather(std::size_t committedRecords)
{
    const auto lastCommit = std::chrono::steady_clock::now() - m_commitBegan;
    const auto wait = std::min<std::chrono::steady_clock::duration>(lastCommit / 2, m_options.latencyBudget);
    if (wait <= std::chrono::steady_clock::duration::zero()) {
        flush();
        return;
    }
    m_gathering = true;
    m_gatherTarget = committedRecords + m_filling.size();
    m_gatherTimer.expires_after(wait);
    m_gatherTimer.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            flush();
    });
}

void GroupCommit::flush()
{
    if (m_committing || m_filling.empty() || !m_error.isEmpty())
        return;
    if (std::exchange(m_gathering, false))
        m_gatherTimer.cancel();
    m_commitBegan = std::chrono::steady_clock::now();
    m_committing = true;
    m_committingTicket = m_fillingTicket++;
    m_committingSince = m_clock();
    m_committingOldest = m_fillingSince;
    m_committer.commit(std::move(m_filling));
    m_filling = std::move(m_spare);
}

void GroupCommit::completed(const JournalCommitter::Result &result)
{
    auto records = m_committer.reclaim();
    m_committing = false;
    if (result.trimProblem)
        m_trimProblem = *result.trimProblem;
    if (result.error) {
        m_failed = std::move(records);
        failed(*result.error);
        return;
    }
    const bool recovered = !m_error.isEmpty();
    m_error.clear();
    const auto ticket = m_committingTicket;
    if (!m_filling.empty())
        gather(records.size());
    m_callbacks.settled(ticket, true);
    m_callbacks.durable(records);
    records.clear();
    m_spare = std::move(records);
    if (recovered)
        m_callbacks.errorChanged();
}

void GroupCommit::failed(const JournalError &error)
{
    const bool isNews = std::exchange(m_error, error.text) != error.text;
    m_callbacks.settled(m_fillingTicket, false);
    if (isNews)
        m_callbacks.errorChanged();
    m_retryTimer.expires_after(kRetryPause);
    m_retryTimer.async_wait([this](const boost::system::error_code &waitError) {
        if (!waitError)
            retry();
    });
}

void GroupCommit::retry()
{
    // They count into the second in which they are stored at last: the seconds since have been closed as not known.
    restamp(m_failed);
    restamp(m_filling);
    m_committing = true;
    m_committingSince = m_clock();
    m_committingOldest = m_committingSince;
    m_fillingSince = m_committingSince;
    m_committer.commit(std::move(m_failed));
    m_failed.clear();
}

void GroupCommit::restamp(std::vector<JournalRecord> &records) const
{
    const auto now = m_clock();
    for (auto &record : records) {
        if (auto *event = std::get_if<IngestedEvent>(&record))
            event->arrival = now;
        else if (auto *tally = std::get_if<TallyRecord>(&record))
            tally->at = now;
    }
}

std::optional<UtcTime> GroupCommit::committingSince() const
{
    return m_committing ? std::optional(m_committingSince) : std::nullopt;
}

std::optional<UtcTime> GroupCommit::oldestWaiting() const
{
    if (m_committing)
        return m_committingOldest;
    return m_filling.empty() ? std::nullopt : std::optional(m_fillingSince);
}

} // namespace barograph
