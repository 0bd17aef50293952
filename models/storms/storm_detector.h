// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "storms/candidate_table.h"
#include "storms/group_directory.h"
#include "storms/storm_forecaster.h"
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

/// Finds group messages among receipts, counts each participant's delivery and read once, and learns from them how
/// members of this node's groups tell their receipts.
///
/// A message is a group message when its receipts name the group, or when enough distinct participants told of it.
/// Statuses of an on-premises client do not name the group; there each participant tells the same message id, and who
/// they are says which group it is, see GroupDirectory.
/// Memory is fixed (see StormLimits, CandidateTable, GroupDirectory): when there is no room, the storm that has been
/// quiet for longest ends early. Beyond ParticipantSet::kMostParticipants a storm's counts are estimates and say so.
/// Pure: no clock.
class StormDetector
{
public:
    /// Without a receipt for so long a storm is no longer shown.
    static constexpr Millis kShownFor{600'000};
    /// And after so long it has ended. Late readers are few and far between, and still tell when people read.
    static constexpr Millis kEndsAfter{1'800'000};
    static constexpr Millis kStoredEvery{60'000};
    static constexpr Millis kForecastEvery{1'000};
    /// Once all that are shown are older than a minute.
    static constexpr Millis kForecastOldEvery{5'000};
    /// Of a storm watched for so long all but the last hundredth is known.
    static constexpr Seconds kWholeAfter{3'600};

    explicit StormDetector(StormLimits limits = {});

    /// A receipt that is not redelivered; anything else is ignored. `at` does not run back. `happenedAt`: by the
    /// event's own stamp, put to our clock; `at` where there is none. Returns whether it belongs to a storm.
    bool add(const IngestedEvent &event, UtcTime at, UtcTime happenedAt);
    bool add(const IngestedEvent &event, UtcTime at) { return add(event, at, at); }
    /// A group and its members, where the node can tell them; see GroupDirectory for how many are remembered.
    void setGroup(KnownGroup group, UtcTime at) { m_groups.set(std::move(group), at); }
    const GroupDirectory &groups() const { return m_groups; }

    /// Running storms, the most receipts per second first, at most `most`. `budget` is what their forecast reckons
    /// with.
    std::vector<StormView> strongest(UtcTime now, std::size_t most, ReceiptKinds kinds, const BudgetState &budget = {});
    /// Storms that ended since the last call, and once a minute those that still run and changed. Call it every few
    /// seconds: what has ended is kept until then, and this is when the curve learns. `lag`: as BudgetState has it.
    std::vector<StormView> takeToStore(UtcTime now, ReceiptKinds kinds, Millis lag = {});
    /// Ends all of them: the clock had been wrong.
    void endAll();

    /// What has been learnt, in this run and before.
    const ReceiptCurve &curve() const { return m_curve; }
    /// What was learnt before; replaces what is known. Storms up to its `learntUntil` teach nothing more.
    void setCurve(const ReceiptCurve &curve);

    std::size_t stormCount() const { return m_storms.size(); }
    /// What the tables take.
    std::size_t memoryBytes() const;

private:
    StormTally &start(const Fingerprint &message, const Fingerprint &group, const StormCandidate &candidate);
    /// Returns where the storm is now: ending others can move it.
    StormTally *addTo(StormTally *storm, quint64 participant, Receipt receipt, UtcTime at, UtcTime happenedAt);
    bool makeRoomToGrow(StormTally *&storm);
    void end(std::size_t index);
    void endQuietest(const StormTally *except);
    /// `until`: what happened until then has arrived.
    StormProgress progressOf(const StormTally &storm, UtcTime until, ReceiptKinds kinds, const ReceiptShares *shares,
                             MembersEstimate &members) const;
    StormView viewOf(const StormTally &storm, UtcTime now, ReceiptKinds kinds, Millis lag) const;
    void forecast(std::vector<StormView> &views, const std::vector<StormProgress> &progress, const BudgetState &budget,
                  UtcTime now);
    void learnFrom(StormTally &storm, UtcTime until, ReceiptKinds kinds, bool ended);
    void learnBins(StormTally &storm, const StormProgress &progress);

    StormLimits m_limits;
    CandidateTable m_candidates;
    std::vector<StormTally> m_storms;
    std::unordered_map<Fingerprint, std::size_t> m_index; ///< message → place in m_storms
    std::size_t m_slots = 0;                              ///< of all storms
    UtcTime m_newest{};                                   ///< the latest time that was told
    std::vector<StormTally> m_ended;                      ///< since the last takeToStore()
    GroupDirectory m_groups;
    struct Forecasts
    {
        UtcTime at{};
        std::unordered_map<Fingerprint, StormForecast> of; ///< of the storms that were shown
    };
    Forecasts m_forecasts;
    ReceiptCurve m_curve;
    UtcTime m_learntBefore{}; ///< by the curve that was set
};

} // namespace barograph
