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
    , m_flushTimer(context)
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
    if (!m_committing && m_error.isEmpty())
        scheduleFlush();
    return m_fillingTicket;
}

void GroupCommit::scheduleFlush()
{
    if (m_flushScheduled)
        return;
    m_flushScheduled = true;
    if (m_options.latencyBudget <= Millis{0}) {
        // Behind the handlers that are ready now: all requests of one epoll round share the batch.
        boost::asio::post(m_context, [this] { flush(); });
        return;
    }
    m_flushTimer.expires_after(m_options.latencyBudget);
    m_flushTimer.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            flush();
    });
}

void GroupCommit::flush()
{
    m_flushScheduled = false;
    if (m_committing || m_filling.empty() || !m_error.isEmpty())
        return;
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
    // The disk works on the next batch while this one is answered and counted.
    if (!m_filling.empty()) {
        if (m_options.latencyBudget <= Millis{0})
            flush();
        else
            scheduleFlush();
    }
    m_callbacks.settled(ticket, true);
    m_callbacks.durable(records);
    records.clear();
    m_spare = std::move(records);
    if (recovered)
        m_callbacks.errorChanged();
}

void GroupCommit::failed(const JournalError &error)
{
    m_error = error.text;
    m_callbacks.settled(m_fillingTicket, false);
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
