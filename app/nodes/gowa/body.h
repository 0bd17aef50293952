// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/gateway/values.h"

#include <optional>
#include <string_view>
#include <vector>

namespace barograph {
class NameTally;
}

namespace barograph::gowa {

/// What of a payload matters, whatever the event; in old bodies, of the body itself.
struct Payload
{
    std::string_view id;
    std::string_view messageId; ///< `message.id`
    std::string_view chatId;
    std::string_view from;
    std::string_view timestamp;
    std::optional<bool> fromMe;
    std::string_view receiptType;
    bool hasReceiptType = false; ///< also as an empty text
    std::string_view deletedId;  ///< `revoked_message_id` or `deleted_message_id`
    bool hasReaction = false;
    std::string_view action;
};

struct Body
{
    std::string_view event;
    std::string_view deviceId;
    Payload flat; ///< its `timestamp` is the envelope's
    Payload nested;
    bool hasPayload = false;
    std::vector<std::string_view> ids; ///< of either; at most as many as may be taken
    std::size_t rejected = 0;          ///< elements of `ids` of another type
    bool tooMany = false;

    const Payload &payload() const { return hasPayload ? nested : flat; }
};

/// Reads all of the body's object; texts live as long as the document. Unknown keys beside `payload` are tallied.
json::Fault readBody(simdjson::ondemand::object &root, std::size_t maxDepth, std::size_t maxIds, NameTally &unknown,
                     Body &body);

} // namespace barograph::gowa
