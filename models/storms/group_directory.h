// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "storms/known_group.h"

#include <optional>
#include <span>

namespace barograph {

/// What the participants seen so far say about which group a message went to.
struct GroupMatch
{
    Fingerprint group;              ///< null: no group, or more than one fits
    std::optional<quint32> members; ///< of the group, or of all that fit, where they are equally large
    quint32 membersAtMost = 0;      ///< of those that fit; 0: none does

    friend bool operator==(const GroupMatch &, const GroupMatch &) = default;
};

/// The groups of one node and who is in them. Statuses of an on-premises client do not name the group of a message,
/// but those who answer are its members.
///
/// Fixed memory: when there are too many groups or members, the group that was told of longest ago is forgotten; of one
/// that alone is too large the size is kept and not the members. Not thread-safe.
class GroupDirectory
{
public:
    static constexpr std::size_t kMostGroups = 1'000;
    static constexpr std::size_t kMostParticipants = 256'000; ///< over all groups; 8 bytes each
    static constexpr int kLongestSubject = 100;
    /// Fewer participants than this say nothing.
    static constexpr std::size_t kLeastToMatch = 3;

    /// Adds the group or replaces what is known of it.
    void set(KnownGroup group, UtcTime at);
    /// How many groups, and whether any was changed: differs after every set() that changed something.
    quint64 revision() const { return m_revision; }
    std::size_t groupCount() const { return m_groups.size(); }
    std::size_t memoryBytes() const;

    Reading<quint32> sizeOf(const Fingerprint &group) const;
    QString subjectOf(const Fingerprint &group) const;
    /// Members of the largest known group; 0 if there is none.
    quint32 largest() const;

    /// At least 90 % of the participants have to be members (somebody may have joined since). Of several groups that
    /// fit, the one is taken that explains who answered a hundred times better: of two that all of them are in, the
    /// smaller one, once enough of them have answered. `participants`: distinct, Fingerprint::low or the same without
    /// its lowest two bits.
    GroupMatch match(std::span<const quint64> participants) const;

    struct Entry
    {
        KnownGroup group; ///< participants sorted and without their lowest two bits
        UtcTime at{};
    };
    /// All of them, in no order that means anything.
    const std::vector<Entry> &groups() const { return m_groups; }

private:
    const Entry *find(const Fingerprint &group) const;
    void forget(std::size_t index);
    void makeRoomFor(std::size_t participants);

    std::vector<Entry> m_groups;
    std::size_t m_participants = 0;
    quint64 m_revision = 0;
};

} // namespace barograph
