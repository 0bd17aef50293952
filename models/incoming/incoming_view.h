// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/reading.h"

#include <optional>

namespace barograph {

/// Where the depth of the incoming queue is known from.
enum class DepthSource : quint8 {
    None,
    Gauges,            ///< the node's own: callbacks waiting and messages not yet processed
    Estimate,          ///< arrival rate × lag (Little's law)
    GaugesAndEstimate, ///< the gauges, and by the lag more than they show: that waits at WhatsApp's end
};

/// Which way the incoming queue is going.
enum class QueueTrend : quint8 { Unknown, Empty, Steady, Draining, Filling };

/// What waits to reach the bot, at WhatsApp's or at the node's end, and what becomes of it.
struct IncomingView
{
    /// Messages and receipts waiting, all in all. Not supported: the node has no gauge and its events have no time.
    Reading<qint64> depth;
    DepthSource source = DepthSource::None;
    Reading<qint64> atNode;          ///< of these, what the node's gauges show
    Reading<qint64> atWhatsApp;      ///< of these, what the lag tells beyond the gauges; only while that is clear
    qint64 capacity = 0;             ///< beyond it, messages are lost; by configuration
    bool full = false;               ///< at the capacity and not draining: what comes now is lost
    Reading<double> growthPerSecond; ///< events per second, negative while it drains
    QueueTrend trend = QueueTrend::Unknown;
    std::optional<Millis> fullIn; ///< (capacity − depth) ÷ growth, while filling
    /// At the present pace while draining. While steady, at the budget left, if the queue is at WhatsApp's end.
    std::optional<Millis> emptyIn;
    Reading<qint64> atRisk; ///< incoming messages that will be lost within the next hour if all goes on like this
    Reading<Millis>
        lag; ///< of receives and receipts, with the clocks' difference taken out; smallest of the last 2 to 10 s
    Reading<Millis> clockSkew;  ///< node's clock − ours; positive: it is ahead. Estimated: told by lags alone
    Reading<qint64> pendingOut; ///< `pending_messages`, or Picky Assist's message_queue_count

    friend bool operator==(const IncomingView &, const IncomingView &) = default;
};

/// How the bot's own server answers the node's webhooks, and whether it is large enough.
struct BotServerView
{
    /// These three: over the last 10 to 60 s, as many as it takes for 20 callbacks.
    Reading<Millis> latency;
    Reading<double> failedShare; ///< 0..1
    Reading<double> perSecond;   ///< callbacks made
    std::optional<ServerSize> entered;
    std::optional<ServerSize> needed; ///< by the published rule for the node's allocated TPS
    /// The allocated TPS is above what figures are published for: `needed` is the largest of them, and too little.
    bool beyondPublished = false;
    bool tooSmall = false;

    friend bool operator==(const BotServerView &, const BotServerView &) = default;
};

} // namespace barograph
