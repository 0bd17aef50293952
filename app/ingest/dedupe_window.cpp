// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/dedupe_window.h"

#include <algorithm>
#include <bit>

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

} // namespace

std::optional<quint64> dedupeKey(const IngestedEvent &event, quint64 nodeSalt)
{
    if (event.message.isNull() || (!event.kind && event.apart == ApartKind::NotUnderstood))
        return std::nullopt;
    const quint64 kindCode = event.kind ? 1 + indexOf(*event.kind) : 1 + kEventKindCount + indexOf(event.apart);
    quint64 key = mixed((event.message.low ^ nodeSalt) + kindCode * 0x9E3779B97F4A7C15ULL);
    const bool isStatus = event.kind ? *event.kind != EventKind::Receive
                                     : event.apart != ApartKind::Reaction && event.apart != ApartKind::SystemNotice;
    if (isStatus)
        key ^= event.participant.low;
    return mixed(key ^ event.message.high);
}

DedupeWindow::DedupeWindow(std::size_t bytes)
    : m_slots(std::bit_floor(std::max(bytes, kMinBytes)) / 2 / sizeof(quint64))
    , m_generationLimit(m_slots / 4 * 3)
    , m_young(m_slots)
    , m_old(m_slots)
{}

bool DedupeWindow::contains(const Table &table, quint64 key) const
{
    for (std::size_t slot = key & (m_slots - 1); table[slot] != 0; slot = (slot + 1) & (m_slots - 1)) {
        if (table[slot] == key)
            return true;
    }
    return false;
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
        std::fill(m_young.begin(), m_young.end(), 0);
        m_youngCount = 0;
    }
    insertYoung(key);
    return known;
}

} // namespace barograph
