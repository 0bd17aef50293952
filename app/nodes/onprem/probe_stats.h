// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    friend bool operator==(const AppStats &, const AppStats &) = default;
};

/// Reads either format that a node may answer in, whatever was asked for: Prometheus text, or JSON
/// {"stats":{"app":{METRIC:{"type","help","data":[{"labels","value"}]}}}}, where a cluster may put "host:containerId"
/// between "app" and the metrics. Decided by the content type and the first byte. Values that are negative, not finite
/// or beyond 2^53 make their metric absent. The error is a sentence. Pure.
tl::expected<AppStats, QString> parseStatsAnswer(const QByteArray &contentType, const QByteArray &body);

} // namespace barograph
