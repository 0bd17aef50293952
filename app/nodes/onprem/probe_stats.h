// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

/// What we use of GET /v1/stats/app, each summed over its labels and over the members of a cluster. Empty = the answer
/// had no such metric. Source: WhatsApp Business API reference, "Application stats".
struct AppStats
{
    std::optional<qint64> messagesSent;      ///< out_message_sent_duration_ms_count
    std::optional<qint64> callbackQueueSize; ///< callback_queue_size
    std::optional<qint64> inMessagesPending; ///< in_messages_pending_processing
    std::optional<qint64> pendingMessages;   ///< pending_messages
    /// callback_requests_duration_ms_count and _sum by `result`; of older clients callback_requests, which has no
    /// duration. Empty also where a sample does not say its result.
    std::optional<CallbackCounters> callbacks;

    friend bool operator==(const AppStats &, const AppStats &) = default;
};

/// Reads the answer in either format, see readMetrics(). Values that are negative, not finite or beyond 2^53 make their
/// metric absent. The error is a sentence. Pure.
tl::expected<AppStats, QString> parseStatsAnswer(const QByteArray &contentType, const QByteArray &body);

} // namespace barograph
