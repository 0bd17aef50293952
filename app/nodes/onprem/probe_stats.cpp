// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_stats.h"

#include "nodes/onprem/probe_metrics.h"
#include "nodes/probe_words.h"

#include <cmath>

namespace barograph {

namespace {

/// Callbacks by how they ended.
class CallbackSum
{
public:
    void add(const PrometheusSample &sample)
    {
        const std::string_view result = labelOf(sample, "result");
        (result == "success" ? m_succeeded : m_failed).add(result.empty() ? std::nan("") : sample.value);
        m_seen = true;
    }
    /// Nothing is known where nothing was counted, but a client that had no failure yet has no sample of one.
    std::optional<CallbackCounters> with(const MetricSum &durationMs) const
    {
        const auto succeeded = countOf(m_succeeded);
        const auto failed = countOf(m_failed);
        if (!m_seen || !succeeded || !failed)
            return std::nullopt;
        return CallbackCounters{*succeeded, *failed, durationMs.real().value_or(0)};
    }
    bool isSeen() const { return m_seen; }

private:
    static std::optional<quint64> countOf(const MetricSum &sum)
    {
        if (!sum.isSeen())
            return 0;
        const auto whole = sum.whole();
        return whole ? std::optional(static_cast<quint64>(*whole)) : std::nullopt;
    }

    MetricSum m_succeeded;
    MetricSum m_failed;
    bool m_seen = false;
};

} // namespace

tl::expected<AppStats, QString> parseStatsAnswer(const QByteArray &contentType, const QByteArray &body)
{
    const auto samples =
        readMetrics(contentType, body, QStringLiteral("/stats/app"), ProbeWords::tr("The stats answer"));
    if (!samples)
        return tl::unexpected(samples.error());
    MetricSum sent;
    MetricSum queue;
    MetricSum pendingIn;
    MetricSum pendingOut;
    MetricSum callbackMs;
    CallbackSum callbacks;
    CallbackSum olderCallbacks;
    for (const PrometheusSample &sample : *samples) {
        if (sample.name == "out_message_sent_duration_ms_count")
            sent.add(sample.value);
        else if (sample.name == "callback_queue_size")
            queue.add(sample.value);
        else if (sample.name == "in_messages_pending_processing")
            pendingIn.add(sample.value);
        else if (sample.name == "pending_messages")
            pendingOut.add(sample.value);
        else if (sample.name == "callback_requests_duration_ms_count")
            callbacks.add(sample);
        else if (sample.name == "callback_requests_duration_ms_sum")
            callbackMs.add(sample.value);
        else if (sample.name == "callback_requests")
            olderCallbacks.add(sample);
    }
    AppStats stats{sent.whole(), queue.whole(), pendingIn.whole(), pendingOut.whole(), {}};
    stats.callbacks = callbacks.isSeen() ? callbacks.with(callbackMs) : olderCallbacks.with({});
    return stats;
}

} // namespace barograph
