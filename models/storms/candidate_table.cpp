// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/candidate_table.h"

#include <algorithm>
#include <tuple>

namespace barograph {

StormCandidate *CandidateTable::setOf(const Fingerprint &message)
{
    constexpr auto kSets = kCandidates / kWays;
    return m_slots.data() + (static_cast<std::size_t>(message.high ^ message.low) % kSets) * kWays;
}

StormCandidate *CandidateTable::find(const Fingerprint &message)
{
    if (m_slots.empty())
        return nullptr;
    auto *set = setOf(message);
    auto *end = set + kWays;
    auto *found = std::find_if(
        set, end, [&](const StormCandidate &candidate) { return candidate.count > 0 && candidate.message == message; });
    return found == end ? nullptr : found;
}

StormCandidate &CandidateTable::freshSlot(const Fingerprint &message, UtcTime at, UtcTime happenedAt)
{
    if (m_slots.empty())
        m_slots.resize(kCandidates);
    auto *set = setOf(message);
    const auto worth = [at](const StormCandidate &candidate) {
        const bool forgotten = at - candidate.lastUseful > kForgottenAfter;
        return std::tuple(forgotten ? quint8{0} : candidate.count, candidate.lastUseful);
    };
    auto &slot = *std::min_element(
        set, set + kWays, [&worth](const StormCandidate &a, const StormCandidate &b) { return worth(a) < worth(b); });
    slot = {};
    slot.message = message;
    slot.firstSeen = at;
    slot.firstHappened = happenedAt;
    return slot;
}

std::optional<StormCandidate> CandidateTable::add(const Fingerprint &message, const Fingerprint &participant,
                                                  Receipt receipt, UtcTime at, UtcTime happenedAt,
                                                  std::size_t participantsToPromote)
{
    auto *candidate = find(message);
    if (!candidate)
        candidate = &freshSlot(message, at, happenedAt);
    candidate->firstHappened = std::min(candidate->firstHappened, happenedAt);
    const auto bit = static_cast<quint8>(receipt);
    for (std::size_t i = 0; i < candidate->count; ++i) {
        if (candidate->participants[i] == participant.low) {
            candidate->receipts[i] = static_cast<quint8>(candidate->receipts[i] | bit);
            return std::nullopt;
        }
    }
    candidate->participants[candidate->count] = participant.low;
    candidate->receipts[candidate->count] = bit;
    ++candidate->count;
    candidate->lastUseful = at;
    const auto enough = std::min(participantsToPromote, StormCandidate::kMostParticipants);
    return candidate->count >= enough ? take(message) : std::nullopt;
}

std::optional<StormCandidate> CandidateTable::take(const Fingerprint &message)
{
    auto *candidate = find(message);
    if (!candidate)
        return std::nullopt;
    auto taken = std::optional(*candidate);
    *candidate = {};
    return taken;
}

} // namespace barograph
