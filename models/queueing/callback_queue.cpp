// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueing/callback_queue.h"

#include "queueing/backoff.h"

namespace barograph::queueing {

CallbackQueue::CallbackQueue(const CallbackLimits &limits)
    : m_limits(limits)
{}

void CallbackQueue::push(const Interaction &interaction)
{
    m_fresh.push_back({interaction, 0, false});
    ++m_waiting[interaction.kind];
}

int CallbackQueue::freeSlot(ModelTime now)
{
    int taken = 0;
    int free = -1;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].callback || m_slots[i].heldUntil > now)
            ++taken;
        else
            free = static_cast<int>(i);
    }
    if (taken >= m_limits.maxConcurrent)
        return -1;
    if (free < 0) {
        m_slots.emplace_back();
        free = static_cast<int>(m_slots.size()) - 1;
    }
    return free;
}

std::optional<CallbackQueue::Attempt> CallbackQueue::next(ModelTime now)
{
    const bool retry = !m_later.empty() && m_later.top().due <= now;
    if (!retry && m_fresh.empty())
        return std::nullopt;
    const int index = freeSlot(now);
    if (index < 0)
        return std::nullopt;
    Slot &slot = m_slots[static_cast<std::size_t>(index)];
    if (retry) {
        slot.callback = m_later.top().callback;
        m_later.pop();
    } else {
        slot.callback = m_fresh.front();
        m_fresh.pop_front();
    }
    ++m_busy;
    return Attempt{index, slot.callback->interaction};
}

ModelTime CallbackQueue::nextChange(ModelTime now) const
{
    ModelTime soonest = kNever;
    for (const Slot &slot : m_slots) {
        if (!slot.callback && slot.heldUntil > now)
            soonest = std::min(soonest, slot.heldUntil);
    }
    if (!m_later.empty() && m_later.top().due > now)
        soonest = std::min(soonest, m_later.top().due);
    return soonest;
}

bool CallbackQueue::acknowledged(int slot, ModelTime holdUntil, std::optional<ModelTime> again)
{
    Slot &taken = m_slots.at(static_cast<std::size_t>(slot));
    Callback callback = taken.callback.value();
    taken.callback.reset();
    taken.heldUntil = holdUntil;
    --m_busy;
    const bool first = !callback.acknowledged;
    if (first)
        --m_waiting[callback.interaction.kind];
    if (again) {
        callback.acknowledged = true;
        callback.failures = 0;
        postpone(callback, *again);
    }
    return first;
}

void CallbackQueue::failed(int slot, ModelTime now)
{
    Slot &taken = m_slots.at(static_cast<std::size_t>(slot));
    Callback callback = taken.callback.value();
    taken.callback.reset();
    --m_busy;
    ++callback.failures;
    postpone(callback, now + linearBackoff(callback.failures, m_limits.backoffStep, m_limits.backoffCap));
}

void CallbackQueue::postpone(const Callback &callback, ModelTime due)
{
    m_later.push({due, ++m_order, callback});
}

} // namespace barograph::queueing
