// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace barograph::meta {

/// What a key of a status or a message is read for. The first kTextCount are texts.
enum class ItemKey : std::size_t {
    Id,
    What, ///< `status` of a status, `type` of a message
    Timestamp,
    Person,
    PersonUserId, ///< business-scoped, where there is no phone number to be shown
    PersonParentId,
    RecipientType,
    Participant, ///< person in a group to which `Person` is the group
    ParticipantOtherSpelling,
    ParticipantUserId,
    ParticipantParentId,
    Group,
    Errors,
    NotCounted, ///< may be there and says nothing that is counted
    Unknown
};
inline constexpr std::size_t kTextCount = static_cast<std::size_t>(ItemKey::Errors);

ItemKey statusKey(std::string_view key);
ItemKey messageKey(std::string_view key);

/// Types of messages that people send, as far as they are known.
bool isReceivedType(std::string_view type);

} // namespace barograph::meta
