// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace barograph {

/// The receipts that one participant can send.
enum class Receipt : quint8 { Delivery = 1, Read = 2 };

/// Who of a group has told which receipt. Open addressing over 62 bits of the participant's keyed hash: 8 bytes a
/// slot, at most three quarters full. Exact up to kMostParticipants.
class ParticipantSet
{
public:
    static constexpr std::size_t kMostParticipants = 4'096;

    enum class Outcome : quint8 {
        NewParticipant,
        NewReceipt, ///< of a participant seen before
        Seen,       ///< nothing new
        NeedsRoom   ///< not added: grow() first
    };

    ParticipantSet();

    /// `participant` is Fingerprint::low.
    Outcome add(quint64 participant, Receipt receipt);
    std::size_t size() const { return m_size; }
    std::size_t slots() const { return m_slots.size(); }
    /// The hashes of the participants without their lowest two bits, in no order that means anything.
    std::vector<quint64> keys() const;
    /// False once no larger set is allowed.
    bool canGrow() const;
    /// Doubles the slots. Precondition: canGrow().
    void grow();
    /// Gives the slots back; size() stays. Nothing can be added afterwards.
    void release() { m_slots = {}; }

private:
    std::size_t indexFor(quint64 key) const;

    std::vector<quint64> m_slots; ///< 0 = free, else hash with the receipts in the two lowest bits
    std::size_t m_size = 0;
};

} // namespace barograph
