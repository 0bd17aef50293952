// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/model_time.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <optional>

namespace barograph::queueing {

/// A message on its way out, before it has spent any budget.
struct OutboundMessage
{
    quint64 message = 0;
    quint32 recipient = 0; ///< participant; unused when `group` is set
    quint32 group = 0;     ///< 0 = to one person
    bool bulk = false;     ///< part of a campaign: more of its recipients answer
    ModelTime queuedAt{};

    friend bool operator==(const OutboundMessage &, const OutboundMessage &) = default;
};

/// The bot's own send queue: two priorities, 0 before 1, each first in, first out. Can be paused.
class OutboundQueue
{
public:
    static constexpr std::size_t kPriorities = 2;

    explicit OutboundQueue(std::size_t capacity)
        : m_capacity(capacity)
    {}

    /// False: full, not taken. `priority` 0 (first) or 1.
    bool push(const OutboundMessage &message, std::size_t priority)
    {
        if (depth() >= m_capacity)
            return false;
        m_waiting.at(priority).push_back(message);
        return true;
    }
    /// The message that pop() would return; nothing while paused or empty.
    const OutboundMessage *peek() const
    {
        if (m_paused)
            return nullptr;
        for (const auto &queue : m_waiting) {
            if (!queue.empty())
                return &queue.front();
        }
        return nullptr;
    }
    /// Precondition: peek() is not null.
    OutboundMessage pop()
    {
        auto &queue = m_waiting[0].empty() ? m_waiting[1] : m_waiting[0];
        const OutboundMessage first = queue.front();
        queue.pop_front();
        return first;
    }

    void setPaused(bool paused) { m_paused = paused; }
    bool isPaused() const { return m_paused; }
    std::size_t depth() const { return m_waiting[0].size() + m_waiting[1].size(); }
    std::size_t depthOf(std::size_t priority) const { return m_waiting.at(priority).size(); }
    /// When the message that has waited longest was queued.
    std::optional<ModelTime> oldest() const
    {
        std::optional<ModelTime> found;
        for (const auto &queue : m_waiting) {
            if (!queue.empty())
                found = std::min(found.value_or(kNever), queue.front().queuedAt);
        }
        return found;
    }

private:
    std::size_t m_capacity;
    std::array<std::deque<OutboundMessage>, kPriorities> m_waiting;
    bool m_paused = false;
};

} // namespace barograph::queueing
