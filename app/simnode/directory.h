// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace barograph::sim {

/// Who takes part, and what people and groups are called.
///
/// Numbers are of the North American range set aside for fiction (555-0100 to 555-0199 of every area code), so that
/// no simulated number can be anybody's. Participants are dense indices; other numbers that a client sends to are
/// remembered, up to a limit.
class Directory
{
public:
    static constexpr std::uint32_t kPeople = 8'000; ///< those who start conversations: indices 0…
    static constexpr std::uint32_t kFirstGroupMember = 10'000;
    static constexpr std::uint32_t kGroups = 10;            ///< group indices 1…kGroups
    static constexpr std::uint32_t kGroupMembers = 256;     ///< at most, and unless told otherwise; business included
    static constexpr std::uint32_t kFirstCustomer = 20'000; ///< recipients of campaigns
    static constexpr std::uint32_t kCustomers = 60'000;

    std::string number(std::uint32_t participant) const;
    /// The participant with this number, made known if need be. Nothing: not a number, or too many strangers.
    std::optional<std::uint32_t> participant(const std::string &number);
    static std::string profileName(std::uint32_t participant);
    static std::string businessNumber() { return "16505550100"; }

    static std::string groupId(std::uint32_t group);
    static std::optional<std::uint32_t> group(const std::string &id);
    static std::string groupSubject(std::uint32_t group);
    static std::int64_t groupCreated(std::uint32_t group);
    /// Members other than the business, at most.
    static std::uint32_t recipientsOfGroup() { return kGroupMembers - 1; }
    /// Members other than the business of this group.
    std::uint32_t recipientsOfGroup(std::uint32_t group) const { return m_groupMembers.at(group - 1) - 1; }
    /// For each group how many members it has: 2 to kGroupMembers, business included.
    void setGroupMembers(const std::array<std::uint32_t, kGroups> &members) { m_groupMembers = members; }
    static std::uint32_t groupMember(std::uint32_t group, std::uint32_t index)
    {
        return kFirstGroupMember + (group - 1) * recipientsOfGroup() + index;
    }

private:
    static constexpr std::array<std::uint32_t, kGroups> allFull()
    {
        std::array<std::uint32_t, kGroups> members{};
        for (std::uint32_t &each : members)
            each = kGroupMembers;
        return members;
    }

    std::array<std::uint32_t, kGroups> m_groupMembers = allFull();
    std::vector<std::string> m_strangers;
    std::unordered_map<std::string, std::uint32_t> m_strangerIndex;
};

/// Message identifiers in the look of real ones. `salt` differs between runs: a node never reuses an identifier, not
/// even when the same seed gives the same traffic again.
std::string messageId(std::uint64_t message, bool inbound, std::uint64_t salt);

} // namespace barograph::sim
