// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/participant_set.h"

namespace barograph {

namespace {

constexpr quint64 kReceiptBits = 3;
constexpr std::size_t kFirstSlots = 16;
constexpr std::size_t kMostSlots = 2 * ParticipantSet::kMostParticipants;

} // namespace

ParticipantSet::ParticipantSet()
    : m_slots(kFirstSlots)
{}

std::size_t ParticipantSet::indexFor(quint64 key) const
{
    // The hash is uniform, so that its upper bits are as good as any.
    const auto mask = m_slots.size() - 1;
    auto index = static_cast<std::size_t>(key >> 32) & mask;
    while (m_slots[index] != 0 && (m_slots[index] & ~kReceiptBits) != key)
        index = (index + 1) & mask;
    return index;
}

ParticipantSet::Outcome ParticipantSet::add(quint64 participant, Receipt receipt)
{
    const auto key = participant & ~kReceiptBits;
    const auto bit = static_cast<quint64>(receipt);
    auto &slot = m_slots[indexFor(key)];
    if (slot != 0) {
        if ((slot & bit) != 0)
            return Outcome::Seen;
        slot |= bit;
        return Outcome::NewReceipt;
    }
    if (m_size >= kMostParticipants || 4 * (m_size + 1) > 3 * m_slots.size())
        return Outcome::NeedsRoom;
    slot = key | bit;
    ++m_size;
    return Outcome::NewParticipant;
}

std::vector<quint64> ParticipantSet::keys() const
{
    std::vector<quint64> result;
    result.reserve(m_size);
    for (const auto slot : m_slots) {
        if (slot != 0)
            result.push_back(slot & ~kReceiptBits);
    }
    return result;
}

bool ParticipantSet::canGrow() const
{
    return m_size < kMostParticipants && m_slots.size() < kMostSlots;
}

void ParticipantSet::grow()
{
    auto old = std::move(m_slots);
    m_slots.assign(2 * old.size(), 0);
    for (const auto slot : old) {
        if (slot != 0)
            m_slots[indexFor(slot & ~kReceiptBits)] = slot;
    }
}

} // namespace barograph
