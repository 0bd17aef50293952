// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/interaction.h"

#include <cstddef>
#include <deque>

namespace barograph::queueing {

/// What waits at WhatsApp's end until the node has budget for it: messages from people, and receipts.
/// First in, first out; whatever arrives at a full queue is lost and counted.
class IncomingQueue
{
public:
    explicit IncomingQueue(std::size_t capacity)
        : m_capacity(capacity)
    {}

    /// False: lost.
    bool push(const Interaction &interaction)
    {
        if (m_waiting.size() >= m_capacity) {
            ++m_lost[interaction.kind];
            return false;
        }
        m_waiting.push_back(interaction);
        return true;
    }
    /// Precondition: not empty.
    Interaction pop()
    {
        const Interaction first = m_waiting.front();
        m_waiting.pop_front();
        return first;
    }

    bool isEmpty() const { return m_waiting.empty(); }
    std::size_t size() const { return m_waiting.size(); }
    std::size_t capacity() const { return m_capacity; }
    const TotalCounts &lost() const { return m_lost; }

private:
    std::size_t m_capacity;
    std::deque<Interaction> m_waiting;
    TotalCounts m_lost;
};

} // namespace barograph::queueing
