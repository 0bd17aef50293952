// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/dedupe_window.h"

#include <algorithm>
#include <bit>
#include <new>

namespace barograph {

namespace {

/// Finaliser of SplitMix64: every input bit changes every output bit with probability one half.
constexpr quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

constexpr std::size_t kMinBytes = 2048;

constexpr quint64 kWayCode = 128; ///< beyond every kind and apart kind

bool toldInSeveralWays(const IngestedEvent &event)
{
    return event.way != SendWay::Only && (event.kind == EventKind::Send || event.apart == ApartKind::SendEcho);
}

quint64 keyOf(const IngestedEvent &event, quint64 nodeSalt, quint64 code, bool withParticipant)
{
    quint64 key = mixed((event.message.low ^ nodeSalt) + code * 0x9E3779B97F4A7C15ULL);
    if (withParticipant)
        key ^= event.participant.low;
    return mixed(key ^ event.message.high);
}

} // namespace

std::optional<quint64> dedupeKey(const IngestedEvent &event, quint64 nodeSalt)
{
    if (event.message.isNull() || (!event.kind && event.apart == ApartKind::NotUnderstood))
        return std::nullopt;
    if (toldInSeveralWays(event))
        return keyOf(event, nodeSalt, kWayCode + static_cast<quint64>(event.way), false);
    const quint64 code = event.kind ? 1 + indexOf(*event.kind) : 1 + kEventKindCount + indexOf(event.apart);
    const bool isStatus = event.kind ? *event.kind != EventKind::Receive
                                     : event.apart != ApartKind::Reaction && event.apart != ApartKind::SystemNotice;
    return keyOf(event, nodeSalt, code, isStatus);
}

std::optional<quint64> sendKey(const IngestedEvent &event, quint64 nodeSalt)
{
    if (event.message.isNull() || !toldInSeveralWays(event))
        return std::nullopt;
    return keyOf(event, nodeSalt, kWayCode, false);
}

void announce(const IngestedEvent &event, quint64 nodeSalt, const DedupeWindow &window)
{
    if (const auto key = dedupeKey(event, nodeSalt))
        window.announce(*key);
}

void classify(IngestedEvent &event, quint64 nodeSalt, DedupeWindow &window)
{
    if (const auto key = dedupeKey(event, nodeSalt))
        event.redelivered = window.checkAndInsert(*key);
    const auto send = sendKey(event, nodeSalt);
    if (send && window.checkAndInsert(*send) && !event.redelivered) {
        event.kind.reset();
        event.apart = ApartKind::SendEcho;
    }
}

void remember(const IngestedEvent &event, quint64 nodeSalt, DedupeWindow &window)
{
    for (const auto &key : {dedupeKey(event, nodeSalt), sendKey(event, nodeSalt)}) {
        if (key)
            window.checkAndInsert(*key);
    }
}

DedupeWindow::DedupeWindow(std::size_t bytes)
    : m_slots(std::bit_floor(std::max(bytes, kMinBytes)) / 2 / sizeof(quint64))
    , m_generationLimit(m_slots / 4 * 3)
    , m_young(emptyTable(m_slots))
    , m_old(emptyTable(m_slots))
{}

DedupeWindow::Table DedupeWindow::emptyTable(std::size_t slots)
{
    // Not new: that would write the zeros, which the system's fresh pages are anyway.
    Table table(static_cast<quint64 *>(std::calloc(slots, sizeof(quint64))));
    if (!table)
        throw std::bad_alloc();
    return table;
}

bool DedupeWindow::contains(const Table &table, quint64 key) const
{
    for (std::size_t slot = key & (m_slots - 1); table[slot] != 0; slot = (slot + 1) & (m_slots - 1)) {
        if (table[slot] == key)
            return true;
    }
    return false;
}

void DedupeWindow::announce(quint64 key) const
{
    const std::size_t slot = key & (m_slots - 1);
    __builtin_prefetch(&m_young[slot], 1);
    __builtin_prefetch(&m_old[slot]);
}

void DedupeWindow::insertYoung(quint64 key)
{
    std::size_t slot = key & (m_slots - 1);
    while (m_young[slot] != 0)
        slot = (slot + 1) & (m_slots - 1);
    m_young[slot] = key;
    ++m_youngCount;
}

bool DedupeWindow::checkAndInsert(quint64 key)
{
    if (key == 0)
        key = 1; // 0 marks a free slot
    if (contains(m_young, key))
        return true;
    const bool known = contains(m_old, key);
    if (m_youngCount == m_generationLimit) {
        std::swap(m_young, m_old);
        std::fill_n(m_young.get(), m_slots, 0);
        m_youngCount = 0;
    }
    insertYoung(key);
    return known;
}

} // namespace barograph
