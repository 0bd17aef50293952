// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"

#include <cstdlib>
#include <memory>

namespace barograph {

/// What makes two deliveries the same event: message, kind and participant for statuses, the message alone for what
/// somebody sent to the number; both within one node (`nodeSalt`). Nothing where the event names no message or was not
/// understood: such a one can never be called redelivered.
std::optional<quint64> dedupeKey(const IngestedEvent &event, quint64 nodeSalt);
/// Of sends that a node tells in several ways: the same whichever way this one came. Nothing for all other events.
std::optional<quint64> sendKey(const IngestedEvent &event, quint64 nodeSalt);

class DedupeWindow;
/// Lets the processor fetch what classify() will look at. Each look goes to a random place in tens of megabytes: with
/// a hundred events in one body, not to wait for memory event after event saves a tenth of all that the body costs.
void announce(const IngestedEvent &event, quint64 nodeSalt, const DedupeWindow &window);
/// Marks the event as redelivered, or as the echo of a send that was counted already.
void classify(IngestedEvent &event, quint64 nodeSalt, DedupeWindow &window);
/// Remembers an event that was classified before.
void remember(const IngestedEvent &event, quint64 nodeSalt, DedupeWindow &window);

/// Remembers the newest event keys in a fixed amount of memory.
///
/// Two generations of open addressing. Keys go into the young one; when that is filled to three quarters it becomes
/// the old one and the former old one is forgotten. A key that is met again in the old one moves to the young one.
/// So at least the newest `capacity()` distinct keys are remembered and at most twice as many: with the default of
/// 32 MiB 1.57 to 3.1 million, which are 7 to 14 hours at 60 events a second.
///
/// A key is 64 bits of keyed hash. An event is wrongly called redelivered with probability of at most
/// 2 × capacity ÷ 2^64: 1.7 × 10⁻¹³ per event with the default, one in 180 years at a thousand events a second.
///
/// All addresses are taken at once, memory only as it is written to: the start does not wait for tens of megabytes of
/// zeros. Forgetting a generation takes a few milliseconds. Not thread-safe.
class DedupeWindow
{
public:
    static constexpr std::size_t kDefaultBytes = std::size_t{32} << 20U;

    /// `bytes` is rounded down to a power of two, at least 2 KiB.
    explicit DedupeWindow(std::size_t bytes = kDefaultBytes);

    /// True if the key was already there; remembers it in either case.
    bool checkAndInsert(quint64 key);

    /// checkAndInsert() of this key comes soon.
    void announce(quint64 key) const;

    std::size_t capacity() const { return m_generationLimit; }

private:
    struct Free
    {
        void operator()(quint64 *slots) const { std::free(slots); }
    };
    using Table = std::unique_ptr<quint64[], Free>;
    static Table emptyTable(std::size_t slots);
    bool contains(const Table &table, quint64 key) const;
    void insertYoung(quint64 key);

    std::size_t m_slots;
    std::size_t m_generationLimit;
    Table m_young;
    Table m_old;
    std::size_t m_youngCount = 0;
};

} // namespace barograph
