// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/decoder.h"
#include "nodes/json_walk.h"

#include <span>

namespace barograph::cloud {

/// What stands in the `value` of a change.
enum class ValuePart { Messages, Statuses, Errors, Groups, Contacts, NotCounted, Unknown };
ValuePart valuePart(std::string_view key);

/// The person of `contacts`, if there is only one.
struct SingleContact
{
    std::size_t contacts = 0;
    std::string_view person; ///< phone number or business-scoped user id; lives until the document is left
};
/// `contacts`, whatever it is.
json::Fault readContacts(json::Value &value, std::size_t depth, std::size_t maxDepth, SingleContact &contact);
/// Gives the contact's person to those items that name none. A status of a group is left alone: there it is somebody of
/// several.
void namePersons(const SingleContact &contact, const DecodeLimits &limits, const Fingerprinter &prints,
                 std::span<DecodedItem> items);

/// One object of `groups`: a GroupNotice.
json::Fault readGroup(json::Value &value, std::size_t depth, const DecodeLimits &limits, const Fingerprinter &prints,
                      DecodedItem &item);

} // namespace barograph::cloud
