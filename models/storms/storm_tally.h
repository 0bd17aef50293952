// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storms/group_directory.h"
#include "storms/participant_set.h"
#include "storms/storm.h"

#include <array>

namespace barograph {

/// The running count of one group message.
class StormTally
{
public:
    static constexpr Seconds kRateWindow{10};
    static constexpr Millis kActiveFor{60'000};

    /// `firstHappened`: by the receipts' own stamps; see StormProgress.
    StormTally(const Fingerprint &message, const Fingerprint &group, UtcTime firstSeen, UtcTime firstHappened);

    const Fingerprint &message() const { return m_message; }
    /// As told by the receipts, else as matched by who answered.
    const Fingerprint &group() const { return m_toldGroup.isNull() ? m_match.group : m_toldGroup; }
    UtcTime lastSeen() const { return m_lastSeen; }
    UtcTime origin() const { return m_origin; }
    std::size_t slots() const { return m_participants.slots(); }
    bool canGrow() const { return m_participants.canGrow(); }
    void grow() { m_participants.grow(); }

    /// False: not taken, there is no room for another participant. grow(), or say that `mayEstimate`.
    bool add(quint64 participant, Receipt receipt, UtcTime at, UtcTime happenedAt, bool mayEstimate);
    /// Nothing more will be added: gives the memory back and keeps the counts.
    void finish() { m_participants.release(); }
    void learnGroup(const Fingerprint &group);
    /// Looks for the group by who has answered, if that may say more than the last time. Each look takes half as many
    /// participants again as the one before, so that all of them together cost little.
    void matchGroup(const GroupDirectory &groups);

    double receiptsPerSecond(UtcTime now) const;
    /// Without `members`, which need the group and the curve. `observedUntil`: what happened until then has arrived.
    StormProgress progress(UtcTime observedUntil, ReceiptKinds kinds) const;
    /// The members as far as the node or the match tells; unknown else.
    Reading<quint32> groupSize(const GroupDirectory &groups) const;
    MembersBound bound(const GroupDirectory &groups) const;
    /// `members`: from estimateMembers().
    StormView view(UtcTime now, const GroupDirectory &groups, const MembersEstimate &members, ReceiptKinds kinds) const;

    // Kept for the owner ----------------------------------------------------------------------------------------
    UtcTime lastStored{};
    UtcTime endedAt{};          ///< until then it was watched
    std::size_t learntBins = 0; ///< the curve has been taught these
    bool learntWhole = false;
    bool teaches = true; ///< false: it is not fit to learn from

private:
    void countReceipt(Receipt receipt, UtcTime at, UtcTime happenedAt);
    quint32 participantCount() const;

    Fingerprint m_message;
    Fingerprint m_toldGroup;
    GroupMatch m_match;
    quint64 m_matchedRevision = 0;
    std::size_t m_matchNextAt = GroupDirectory::kLeastToMatch;
    QString m_label;
    UtcTime m_firstSeen{};
    UtcTime m_lastSeen{};
    UtcTime m_origin{};
    ParticipantSet m_participants;
    quint32 m_deliveries = 0;
    quint32 m_reads = 0;
    StormProgress::Counts m_deliveriesIn{};
    StormProgress::Counts m_readsIn{};
    /// Receipts of participants that are no longer told apart, by kind: the same one is at least the larger number.
    quint32 m_untoldDeliveries = 0;
    quint32 m_untoldReads = 0;
    std::array<quint32, 10> m_perSecond{}; ///< by second modulo 10
    UtcSecond m_newestSecond{};
};

} // namespace barograph
