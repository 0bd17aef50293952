// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/incoming_queue.h"
#include "queueing/interaction.h"
#include "queueing/outbound_queue.h"
#include "queueing/token_bucket.h"

#include <deque>

namespace barograph::queueing {

struct ThroughputLimits
{
    double tps = 20;                          ///< allocated transactions per second, all four kinds together
    std::size_t incomingCapacity = 10'000;    ///< waiting at WhatsApp's end
    std::size_t pendingCapacity = 10'000;     ///< accepted by the node's API and not yet sent
    std::size_t outboundCapacity = 1'000'000; ///< the bot's own queue
};

/// How a number spends its allocated TPS: receives and receipts from the incoming queue, sends from what the node's
/// API accepted and then from the bot's own queue. Where both sides wait they take turns, so that neither starves.
///
/// Pure and event-driven: nextSpend() says when something can happen, spend() lets it happen. Spends are spaced by at
/// least 1/tps. Conservation: everything that arrived is lost, waiting, or was returned by spend(), each exactly once.
class ThroughputModel
{
public:
    explicit ThroughputModel(const ThroughputLimits &limits);

    /// From WhatsApp's side. False: lost, the incoming queue was full.
    bool arrive(const Interaction &interaction) { return m_incoming.push(interaction); }
    /// From the node's API. False: refused, too many are pending.
    bool submit(const OutboundMessage &message);

    /// Both sides stop, e.g. while the node has no connection, or no room for the callbacks this would make.
    void setBlocked(bool blocked) { m_blocked = blocked; }
    bool isBlocked() const { return m_blocked; }
    void setTps(double tps) { m_budget.setRate(tps); }

    /// When the next interaction can spend budget, not before `now`; kNever if nothing can.
    ModelTime nextSpend(ModelTime now) const;
    /// What spends at `at`. Precondition: nextSpend(at) == at. A send comes back with kind Send and happenedAt = `at`.
    struct Spent
    {
        Interaction interaction;
        bool bulk = false; ///< of a send: OutboundMessage::bulk
    };
    Spent spend(ModelTime at);

    /// The next message to go out and its removal without spending: for those that cannot be sent at present.
    const OutboundMessage *peekSend() const;
    OutboundMessage takeSend();

    const IncomingQueue &incoming() const { return m_incoming; }
    OutboundQueue &outbound() { return m_outbound; }
    const OutboundQueue &outbound() const { return m_outbound; }
    std::size_t pendingSends() const { return m_pending.size(); }

private:
    ThroughputLimits m_limits;
    TokenBucket m_budget;
    IncomingQueue m_incoming;
    OutboundQueue m_outbound;
    std::deque<OutboundMessage> m_pending;
    bool m_blocked = false;
    bool m_sendIsNext = false;
};

} // namespace barograph::queueing
