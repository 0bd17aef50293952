// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "frame/frame.h"
#include "health/health.h"
#include "health/told_by_node.h"

#include <QMetaType>

#include <optional>

namespace barograph {

/// What one round of asking a node brought. Fields that were not asked for in this round are empty and leave the
/// last known value in place. Made on the poller thread, applied on the ingest thread.
struct ProbeResult
{
    NodeIndex node = 0;
    UtcTime at{};
    ProbeState state;
    std::optional<HealthReport> health;
    std::optional<CallbackSettings> callbacks;
    /// `out_message_sent_duration_ms_count` summed over its labels and members. In CoreApp's memory: starts at 0
    /// again when it restarts.
    std::optional<quint64> messagesSentCounter;
    std::optional<qint64> callbackQueueSize;
    std::optional<qint64> inMessagesPending; ///< `in_messages_pending_processing`
    std::optional<qint64> pendingOut;        ///< `pending_messages`, or Picky Assist's message_queue_count
    std::optional<CallbackCounters> callbackCounters;
    std::optional<WebAppReport> webApp;
    std::optional<int> shards; ///< GET /v1/account/shards
    std::optional<SessionReport> session;
    std::optional<AccountReport> account;
    /// All settings that are watched for changes, in the node's order; empty optional: not asked in this round.
    std::optional<std::vector<SettingSeen>> settings;
    std::vector<GroupSeen> groups; ///< those looked at in this round
    std::optional<ClockSample> clock;
    std::vector<Expiry> expiries; ///< each replaces the one of its kind
    bool clusterChanging = false; ///< the node answered 1017 or 1018: it is between two masters or CoreApps
};

/// What one look at an outbound queue brought.
struct QueueResult
{
    NodeIndex node = 0;
    UtcTime at{};
    QString error; ///< not empty: nothing below is valid
    Reading<qint64> depthMessages;
    Reading<Millis> oldestAge;
    Reading<bool> paused;
};

/// What Barograph itself knows about a pause it made.
struct PauseNote
{
    NodeIndex node = 0;
    bool paused = false;
    QString why;
    std::optional<UtcTime> since;
    std::optional<UtcTime> resumesAt;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::ProbeResult)
Q_DECLARE_METATYPE(barograph::QueueResult)
Q_DECLARE_METATYPE(barograph::PauseNote)
