// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storms/participant_set.h"
#include "storms/storm.h"

#include <array>

namespace barograph {

/// Which receipts the node tells at all.
struct ReceiptKinds
{
    bool deliveries = true;
    bool reads = true;

    quint32 count() const { return (deliveries ? 1U : 0U) + (reads ? 1U : 0U); }
};

/// The running count of one group message.
class StormTally
{
public:
    static constexpr Seconds kRateWindow{10};
    /// How long it takes until those seen so far say something about the size of the group.
    static constexpr Millis kTooEarly{5'000};
    static constexpr Millis kActiveFor{60'000};

    StormTally(const Fingerprint &message, const Fingerprint &group, UtcTime firstSeen);

    const Fingerprint &message() const { return m_message; }
    const Fingerprint &group() const { return m_group; }
    UtcTime lastSeen() const { return m_lastSeen; }
    std::size_t slots() const { return m_participants.slots(); }
    bool canGrow() const { return m_participants.canGrow(); }
    void grow() { m_participants.grow(); }

    /// False: not taken, there is no room for another participant. grow(), or say that `mayEstimate`.
    bool add(quint64 participant, Receipt receipt, UtcTime at, bool mayEstimate);
    /// Nothing more will be added: gives the memory back and keeps the counts.
    void finish() { m_participants.release(); }
    void learnGroup(const Fingerprint &group);

    double receiptsPerSecond(UtcTime now) const;
    /// `groupSize`: participants without the sender, where known.
    StormView view(UtcTime now, const Reading<quint32> &groupSize, ReceiptKinds kinds) const;

    UtcTime lastStored{}; ///< kept for the owner

private:
    void countReceipt(Receipt receipt, UtcTime at);

    Fingerprint m_message;
    Fingerprint m_group;
    QString m_label;
    UtcTime m_firstSeen{};
    UtcTime m_lastSeen{};
    ParticipantSet m_participants;
    quint32 m_deliveries = 0;
    quint32 m_reads = 0;
    /// Receipts of participants that are no longer told apart, by kind: the same one is at least the larger number.
    quint32 m_untoldDeliveries = 0;
    quint32 m_untoldReads = 0;
    std::array<quint32, 10> m_perSecond{}; ///< by second modulo 10
    UtcSecond m_newestSecond{};
};

} // namespace barograph
