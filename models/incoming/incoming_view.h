// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/reading.h"

#include <optional>

namespace barograph {

/// Where the depth of the incoming queue is known from.
enum class DepthSource : quint8 {
    None,
    Gauges,  ///< the node's own: callbacks waiting and messages not yet processed
    Estimate ///< arrival rate × lag (Little's law)
};

/// Which way the incoming queue is going.
enum class QueueTrend : quint8 { Unknown, Empty, Steady, Draining, Filling };

/// What waits to reach the bot, at WhatsApp's or at the node's end, and what becomes of it.
struct IncomingView
{
    Reading<qint64> depth; ///< messages and receipts waiting
    DepthSource source = DepthSource::None;
    qint64 capacity = 0;             ///< beyond it, messages are lost; by configuration
    Reading<double> growthPerSecond; ///< events per second, negative while it drains
    QueueTrend trend = QueueTrend::Unknown;
    std::optional<Millis> fullIn;  ///< (capacity − depth) ÷ growth, while filling
    std::optional<Millis> emptyIn; ///< at the present pace or, if that is nothing, at the budget left; while draining
    Reading<qint64> atRisk;     ///< incoming messages that will be lost within the next hour if all goes on like this
    Reading<Millis> lag;        ///< with the clocks' difference taken out
    Reading<Millis> clockSkew;  ///< node's clock − ours; positive: it is ahead
    Reading<qint64> pendingOut; ///< `pending_messages`, or Picky Assist's message_queue_count

    friend bool operator==(const IncomingView &, const IncomingView &) = default;
};

/// How the bot's own server answers the node's webhooks, and whether it is large enough.
struct BotServerView
{
    Reading<Millis> latency;     ///< mean of the last minute
    Reading<double> failedShare; ///< 0..1 of the last minute
    Reading<double> perSecond;   ///< callbacks made, last minute
    std::optional<ServerSize> entered;
    std::optional<ServerSize> needed; ///< by the published rule for the node's allocated TPS
    bool tooSmall = false;

    friend bool operator==(const BotServerView &, const BotServerView &) = default;
};

} // namespace barograph
