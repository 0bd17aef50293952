// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueing/throughput_model.h"

namespace barograph::queueing {

ThroughputModel::ThroughputModel(const ThroughputLimits &limits)
    : m_limits(limits)
    , m_budget(limits.tps)
    , m_incoming(limits.incomingCapacity)
    , m_outbound(limits.outboundCapacity)
{}

bool ThroughputModel::submit(const OutboundMessage &message)
{
    if (m_pending.size() >= m_limits.pendingCapacity)
        return false;
    m_pending.push_back(message);
    return true;
}

const OutboundMessage *ThroughputModel::peekSend() const
{
    return m_pending.empty() ? m_outbound.peek() : &m_pending.front();
}

OutboundMessage ThroughputModel::takeSend()
{
    if (m_pending.empty())
        return m_outbound.pop();
    const OutboundMessage first = m_pending.front();
    m_pending.pop_front();
    return first;
}

ModelTime ThroughputModel::nextSpend(ModelTime now) const
{
    if (m_blocked || (m_incoming.isEmpty() && peekSend() == nullptr))
        return kNever;
    return m_budget.earliest(now);
}

ThroughputModel::Spent ThroughputModel::spend(ModelTime at)
{
    m_budget.take(at);
    const bool send = m_incoming.isEmpty() || (m_sendIsNext && peekSend() != nullptr);
    m_sendIsNext = !send;
    if (!send)
        return {m_incoming.pop(), false};
    const OutboundMessage message = takeSend();
    Interaction sent;
    sent.kind = EventKind::Send;
    sent.participant = message.recipient;
    sent.group = message.group;
    sent.message = message.message;
    sent.happenedAt = at;
    return {sent, message.bulk};
}

} // namespace barograph::queueing
