// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/meta/item_keys.h"

#include <algorithm>
#include <array>

namespace barograph::meta {

namespace {

struct NamedKey
{
    std::string_view name;
    ItemKey key;
};

// The keys of every item first: looking for them is a good part of decoding.
constexpr std::array kStatusKeys{
    NamedKey{"id", ItemKey::Id},
    NamedKey{"status", ItemKey::What},
    NamedKey{"timestamp", ItemKey::Timestamp},
    NamedKey{"recipient_id", ItemKey::Person},
    NamedKey{"recipient_type", ItemKey::RecipientType},
    NamedKey{"pricing", ItemKey::NotCounted},
    NamedKey{"conversation", ItemKey::NotCounted},
    NamedKey{"recipient_participant_id", ItemKey::Participant},
    NamedKey{"participant_recipient_id", ItemKey::ParticipantOtherSpelling},
    NamedKey{"recipient_user_id", ItemKey::PersonUserId},
    NamedKey{"recipient_parent_user_id", ItemKey::PersonParentId},
    NamedKey{"recipient_participant_user_id", ItemKey::ParticipantUserId},
    NamedKey{"recipient_participant_parent_user_id", ItemKey::ParticipantParentId},
    NamedKey{"biz_opaque_callback_data", ItemKey::NotCounted},
    NamedKey{"errors", ItemKey::Errors},
    NamedKey{"group_id", ItemKey::Group},
    NamedKey{"recipient_identity_key_hash", ItemKey::NotCounted},
    NamedKey{"type", ItemKey::NotCounted},
    NamedKey{"message", ItemKey::NotCounted},
    NamedKey{"payment", ItemKey::NotCounted},
};
constexpr std::array kMessageKeys{
    NamedKey{"from", ItemKey::Person},
    NamedKey{"id", ItemKey::Id},
    NamedKey{"timestamp", ItemKey::Timestamp},
    NamedKey{"type", ItemKey::What},
    NamedKey{"text", ItemKey::NotCounted},
    NamedKey{"group_id", ItemKey::Group},
    NamedKey{"from_user_id", ItemKey::PersonUserId},
    NamedKey{"user_id", ItemKey::PersonUserId},
    NamedKey{"from_parent_user_id", ItemKey::PersonParentId},
    NamedKey{"parent_user_id", ItemKey::PersonParentId},
    NamedKey{"errors", ItemKey::Errors},
    NamedKey{"context", ItemKey::NotCounted},
    NamedKey{"audio", ItemKey::NotCounted},
    NamedKey{"button", ItemKey::NotCounted},
    NamedKey{"contacts", ItemKey::NotCounted},
    NamedKey{"document", ItemKey::NotCounted},
    NamedKey{"edit", ItemKey::NotCounted},
    NamedKey{"hsm", ItemKey::NotCounted},
    NamedKey{"identity", ItemKey::NotCounted},
    NamedKey{"image", ItemKey::NotCounted},
    NamedKey{"interactive", ItemKey::NotCounted},
    NamedKey{"location", ItemKey::NotCounted},
    NamedKey{"metadata", ItemKey::NotCounted},
    NamedKey{"order", ItemKey::NotCounted},
    NamedKey{"payment", ItemKey::NotCounted},
    NamedKey{"preview_url", ItemKey::NotCounted},
    NamedKey{"profile", ItemKey::NotCounted},
    NamedKey{"reaction", ItemKey::NotCounted},
    NamedKey{"referral", ItemKey::NotCounted},
    NamedKey{"revoke", ItemKey::NotCounted},
    NamedKey{"sticker", ItemKey::NotCounted},
    NamedKey{"system", ItemKey::NotCounted},
    NamedKey{"unknown", ItemKey::NotCounted},
    NamedKey{"unsupported", ItemKey::NotCounted},
    NamedKey{"video", ItemKey::NotCounted},
    NamedKey{"voice", ItemKey::NotCounted},
};
// Sorted, for binary search.
constexpr std::array<std::string_view, 15> kReceivedTypes{"audio", "button",      "contacts",    "document", "hsm",
                                                          "image", "interactive", "location",    "order",    "sticker",
                                                          "text",  "unknown",     "unsupported", "video",    "voice"};
static_assert(std::is_sorted(kReceivedTypes.begin(), kReceivedTypes.end()));

template<std::size_t Size> ItemKey find(const std::array<NamedKey, Size> &keys, std::string_view name)
{
    const auto found = std::find_if(keys.begin(), keys.end(), [name](const NamedKey &k) { return k.name == name; });
    return found == keys.end() ? ItemKey::Unknown : found->key;
}

} // namespace

ItemKey statusKey(std::string_view key)
{
    return find(kStatusKeys, key);
}

ItemKey messageKey(std::string_view key)
{
    return find(kMessageKeys, key);
}

bool isReceivedType(std::string_view type)
{
    return std::binary_search(kReceivedTypes.begin(), kReceivedTypes.end(), type);
}

} // namespace barograph::meta
