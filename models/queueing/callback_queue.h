// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/interaction.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <queue>
#include <vector>

namespace barograph::queueing {

/// Sources: WhatsApp Business API reference, "Application settings" (concurrency, back-off) and "High throughput"
/// (capacity).
struct CallbackLimits
{
    std::size_t capacity = 100'000;
    int maxConcurrent = 6; ///< 6, 12, 18 or 24 on a real node
    ModelTime backoffStep = std::chrono::seconds(3);
    ModelTime backoffCap = std::chrono::minutes(15);
};

/// Callbacks that wait for the webhook to answer 200: at least once, each with its own linear back-off.
///
/// A slot is what carries one request at a time; a slot may be held after the answer, as a slow receiver does.
/// Every callback that was pushed is, at any time, waiting or acknowledged.
class CallbackQueue
{
public:
    explicit CallbackQueue(const CallbackLimits &limits);

    bool isFull() const { return size() >= m_limits.capacity; }
    /// Precondition: not full.
    void push(const Interaction &interaction);

    struct Attempt
    {
        int slot = 0;
        Interaction interaction;
    };
    /// The next callback to post, if a slot is free and one is due. Its slot stays taken until acknowledged() or
    /// failed(). Retries that are due go before new callbacks.
    std::optional<Attempt> next(ModelTime now);
    /// When next() may have something new without any further call: a retry falls due or a held slot comes free.
    ModelTime nextChange(ModelTime now) const;

    /// The receiver answered 200. Returns whether for the first time for this callback.
    /// `holdUntil`: the slot stays taken until then. `again`: the same callback will be posted once more at that time.
    bool acknowledged(int slot, ModelTime holdUntil, std::optional<ModelTime> again);
    /// Not answered, or not with 200: comes again after the back-off.
    void failed(int slot, ModelTime now);

    void setLimits(const CallbackLimits &limits) { m_limits = limits; }
    const CallbackLimits &limits() const { return m_limits; }
    /// Everything not acknowledged, those under way included, and those still to be sent again.
    std::size_t size() const { return m_fresh.size() + m_later.size() + m_busy; }
    /// Never acknowledged so far, by kind.
    const TotalCounts &waiting() const { return m_waiting; }

private:
    struct Callback
    {
        Interaction interaction;
        quint32 failures = 0;
        bool acknowledged = false;
    };
    struct Later
    {
        ModelTime due{};
        quint64 order = 0;
        Callback callback;
        bool operator>(const Later &other) const { return due != other.due ? due > other.due : order > other.order; }
    };
    struct Slot
    {
        std::optional<Callback> callback;
        ModelTime heldUntil{};
    };
    int freeSlot(ModelTime now);
    void postpone(const Callback &callback, ModelTime due);

    CallbackLimits m_limits;
    std::deque<Callback> m_fresh;
    std::priority_queue<Later, std::vector<Later>, std::greater<>> m_later;
    std::vector<Slot> m_slots;
    std::size_t m_busy = 0;
    quint64 m_order = 0;
    TotalCounts m_waiting;
};

} // namespace barograph::queueing
