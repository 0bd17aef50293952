// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meters/counter_delta.h"

#include <array>
#include <optional>

namespace barograph {

/// Decides what a node's sends are counted from, so that every message is
/// counted once: from its `sent` status or from the growth of
/// `out_message_sent_duration_ms_count`, never from both.
///
/// - `webhooks.message.sent` known: statuses if it is on, the counter if it is
/// off.
/// - Not known: statuses as soon as one arrives; the counter when it grew and
/// for 30 s no `sent` status followed.
/// - While statuses are the source, the counter's newest value is only
/// remembered. On a change to the counter, its
///   growth since then is counted less the statuses already counted for
///   messages sent since then.
/// - While the counter is the source, a status for a message sent since the
/// counter took over tells nothing new. One
///   for an older message is counted: the counter's growth does not have it.
/// - A change from the counter to statuses is made only together with a sample
/// (or when samples have
///   stopped): messages sent up to that sample are the counter's for good,
///   later ones are told by statuses.
/// Timestamps are whole seconds, so at a change a message of the very same
/// second may be missed, never doubled.
class SendAccount
{
public:
    static constexpr Millis kQuietBeforeCounter{30'000};
    /// Highest rate any node can send at. Source: 350/s is the highest documented
    /// figure for an on-premises client, 1,000/s for the Cloud API. Used to tell
    /// a restarted counter from one member of a sum having restarted.
    static constexpr quint64 kMostSendsPerSecond = 1'000;

    /// Sends to be booked. span 0: it is not known in which time they were made,
    /// or that was too long ago.
    struct Growth
    {
        quint64 sends = 0;
        Millis span{};
        /// The counter fell in a way that no restart explains: sends in this time
        /// cannot be told.
        bool unexplained = false;
    };

    /// For nodes that have no counter: statuses are the source from the start, so
    /// that none means zero.
    void useStatusesOnly()
    {
        m_sentCallbacks = true;
        m_source = SendSource::SentStatuses;
    }

    SendSource source() const { return m_source; }
    /// When the counter last told growth over a known time; empty when the newest
    /// sample could not.
    std::optional<UtcTime> lastMeasured() const { return m_lastMeasured; }

    /// A `sent` status, not redelivered. True: count it as a send. `sentAt` is by
    /// the node's clock, less what that is known to be ahead of ours.
    bool takeStatus(UtcTime sentAt);
    /// One round of polling. Empty where not asked for.
    /// Growth over more than `longestSpan` is not given a span.
    Growth poll(std::optional<bool> sentCallbacks, std::optional<quint64> counter, UtcTime at, Millis longestSpan);

    void restore(quint64 counter);
    std::optional<CounterDelta> takeRecord();
    Growth replay(const CounterDelta &record);

private:
    struct Sample
    {
        quint64 counter = 0;
        std::optional<UtcTime> at; ///< empty: before this run
    };
    /// The counter has told every message sent in [from, to]. Made empty.
    struct Covered
    {
        UtcTime from = UtcTime::max();
        UtcTime to = UtcTime::min();
    };

    bool isCovered(UtcTime sentAt) const;
    bool counterTellsMore(quint64 counter, UtcTime at) const;
    void remember(quint64 counter, UtcTime at);
    void setBaseline(quint64 counter, std::optional<UtcTime> at);
    void useCounter();
    void useStatuses(UtcTime at);
    Growth grow(quint64 counter, UtcTime at, Millis longestSpan);
    void record(const Growth &growth, UtcTime at);

    SendSource m_source = SendSource::Unknown;
    std::optional<bool> m_sentCallbacks;
    std::optional<Sample> m_baseline; ///< growth counts from here
    std::optional<UtcTime> m_lastSample;
    std::optional<UtcTime> m_lastMeasured;
    std::optional<UtcTime> m_growthSeen; ///< when the counter was first seen above the baseline,
                                         ///< untold by statuses
    bool m_statusSinceBaseline = false;  ///< any arrived
    quint64 m_countedSinceBaseline = 0;  ///< counted ones of messages sent since the baseline
    std::optional<UtcTime> m_countsFrom; ///< the counter is the source for messages sent since
    bool m_statusWhileCounter = false;   ///< statuses are told after all
    std::array<Covered, 8> m_covered{};  ///< the latest spans of earlier changes
    std::size_t m_coveredNext = 0;
    std::optional<CounterDelta> m_record;
};

} // namespace barograph
