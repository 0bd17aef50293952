// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "storms/candidate_table.h"
#include "storms/storm_tally.h"

#include <unordered_map>
#include <vector>

namespace barograph {

/// Bounds of one node's storm detection.
struct StormLimits
{
    std::size_t participantsToShow = 3; ///< 1 to 4: distinct participants that make a message a group message
    std::size_t storms = 1'024;
    std::size_t participantSlots = 524'288; ///< 8 bytes each, over all storms
};

/// Finds group messages among receipts and counts each participant's delivery and read once.
///
/// A message is a group message when its receipts name the group, or when enough distinct participants told of it.
/// Statuses of an on-premises client do not name the group; there each participant tells the same message id.
/// Memory is fixed (see StormLimits, CandidateTable): when there is no room, the storm that has been quiet for longest
/// ends early. Beyond ParticipantSet::kMostParticipants a storm's counts are estimates and say so. Pure: no clock.
class StormDetector
{
public:
    static constexpr Millis kEndsAfter{600'000};
    static constexpr Millis kStoredEvery{60'000};

    explicit StormDetector(StormLimits limits = {});

    /// A receipt that is not redelivered; anything else is ignored. `at` does not run back.
    void add(const IngestedEvent &event, UtcTime at);
    /// Members of a group without the sender, where the node can tell. The newest 1,024 groups are remembered.
    void setGroupSize(const Fingerprint &group, quint32 members, UtcTime at);

    /// Running storms, the most receipts per second first, at most `most`.
    std::vector<StormView> strongest(UtcTime now, std::size_t most, ReceiptKinds kinds) const;
    /// Storms that ended since the last call, and once a minute those that still run and changed. Call it every few
    /// seconds: what has ended is kept until then.
    std::vector<StormView> takeToStore(UtcTime now, ReceiptKinds kinds);
    /// Ends all of them: the clock had been wrong.
    void endAll();

    std::size_t stormCount() const { return m_storms.size(); }
    /// What the tables take.
    std::size_t memoryBytes() const;

private:
    StormTally &start(const Fingerprint &message, const Fingerprint &group, UtcTime firstSeen);
    /// Returns where the storm is now: ending others can move it.
    StormTally *addTo(StormTally *storm, quint64 participant, Receipt receipt, UtcTime at);
    bool makeRoomToGrow(StormTally *&storm);
    void end(std::size_t index);
    void endQuietest(const StormTally *except);
    Reading<quint32> groupSizeOf(const Fingerprint &group) const;

    StormLimits m_limits;
    CandidateTable m_candidates;
    std::vector<StormTally> m_storms;
    std::unordered_map<Fingerprint, std::size_t> m_index; ///< message → place in m_storms
    std::size_t m_slots = 0;                              ///< of all storms
    std::vector<StormTally> m_ended;                      ///< since the last takeToStore()
    std::unordered_map<Fingerprint, Reading<quint32>> m_groupSizes;
};

} // namespace barograph
