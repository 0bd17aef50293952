// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fingerprint.h"
#include "core/time.h"
#include "storms/participant_set.h"

#include <array>
#include <optional>
#include <vector>

namespace barograph {

/// A message of which too few participants have told anything to call it a group message.
struct StormCandidate
{
    static constexpr std::size_t kMostParticipants = 4;

    Fingerprint message;
    std::array<quint64, kMostParticipants> participants{}; ///< Fingerprint::low of each
    std::array<quint8, kMostParticipants> receipts{};      ///< bits of Receipt
    quint8 count = 0;                                      ///< 0 = free
    UtcTime firstSeen{};
    UtcTime firstHappened{}; ///< by the receipts' own stamps
    UtcTime lastUseful{};    ///< when its newest participant appeared
};

/// Remembers messages until enough participants have told of one. Fixed memory: sets of eight, chosen by the message's
/// hash. In a full set the candidate with the fewest participants goes, and of those the one that has been useless for
/// longest: so that millions of messages to single people do not push out a group message that two have told of.
/// One of which a single participant has told outlasts some 8,000 other messages.
class CandidateTable
{
public:
    static constexpr std::size_t kCandidates = 8'192;
    /// After this long without a new participant a candidate is as good as none.
    static constexpr Millis kForgottenAfter{600'000};

    /// Takes the receipt. Returns the candidate and forgets it once `participantsToPromote` have told of the message.
    std::optional<StormCandidate> add(const Fingerprint &message, const Fingerprint &participant, Receipt receipt,
                                      UtcTime at, UtcTime happenedAt, std::size_t participantsToPromote);
    /// Takes the candidate out, if there is one.
    std::optional<StormCandidate> take(const Fingerprint &message);
    std::size_t memoryBytes() const { return m_slots.capacity() * sizeof(StormCandidate); }

private:
    static constexpr std::size_t kWays = 8;

    StormCandidate *find(const Fingerprint &message);
    StormCandidate &freshSlot(const Fingerprint &message, UtcTime at, UtcTime happenedAt);
    StormCandidate *setOf(const Fingerprint &message);

    std::vector<StormCandidate> m_slots; ///< made with the first receipt: many nodes never have one
};

} // namespace barograph
