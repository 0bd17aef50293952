// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tap_inbox.h"

namespace barograph {

HookRequest TapInbox::Waiting::request() const
{
    HookRequest request;
    request.node = node;
    request.body = {body.constData(), static_cast<std::size_t>(body.size()) - kBodyPadding};
    return request;
}

TapInbox::Offered TapInbox::offer(NodeIndex node, QByteArray body)
{
    body.append(static_cast<qsizetype>(kBodyPadding), '\0');
    Waiting waiting{node, std::move(body)};
    const std::lock_guard lock(m_mutex);
    auto &counts = m_counts[node];
    ++counts.frames;
    if (m_bytes + waiting.bytes() > m_maxBytes) {
        ++counts.dropped;
        return Offered::Dropped;
    }
    m_bytes += waiting.bytes();
    m_waiting.push_back(std::move(waiting));
    return std::exchange(m_awake, true) ? Offered::Waits : Offered::Wakes;
}

TapInbox::Drained TapInbox::drain(const std::function<HookOutcome::Kind(const HookRequest &)> &take, std::size_t most)
{
    std::unique_lock lock(m_mutex);
    for (std::size_t taken = 0; taken < most && !m_waiting.empty(); ++taken) {
        Waiting first = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        const auto outcome = take(first.request());
        lock.lock();
        if (outcome == HookOutcome::Kind::Unavailable) {
            m_waiting.push_front(std::move(first));
            return Drained::Blocked;
        }
        m_bytes -= first.bytes();
        if (outcome == HookOutcome::Kind::Malformed)
            ++m_counts[first.node].unreadable;
        if (outcome == HookOutcome::Kind::NoSuchNode)
            ++m_counts[first.node].dropped;
    }
    m_awake = !m_waiting.empty();
    return m_awake ? Drained::More : Drained::Empty;
}

TapInbox::Counts TapInbox::counts(NodeIndex node) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(node);
    return found == m_counts.end() ? Counts{} : found->second;
}

} // namespace barograph
