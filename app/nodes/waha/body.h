// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/gateway/values.h"

#include <optional>
#include <string_view>

namespace barograph {
class NameTally;
}

namespace barograph::waha {

/// The number's own account, under each of its names.
struct Me
{
    std::string_view id;
    std::string_view lid;
    std::string_view jid;
};

/// What of a payload matters, whatever the event. Empty where it is not there or of another type.
struct Payload
{
    std::string_view id;
    std::string_view from;
    std::string_view to;
    std::string_view participant;
    std::optional<bool> fromMe;
    std::string_view timestamp;
    std::string_view ack;
    std::string_view ackName;
    std::string_view status;           ///< session.status
    std::string_view state;            ///< state.change, also where the payload is that word itself
    std::string_view revokedMessageId; ///< message.revoked
    std::string_view afterId;          ///< message.revoked: `after.id`, which names the chat
    std::string_view afterParticipant;
    std::string_view groupId; ///< group.v2.*: `group.id`
};

struct Body
{
    std::string_view id; ///< of the event, the same in every try
    std::string_view event;
    std::string_view engine;
    std::string_view timestamp;
    Me me;
    Payload payload;
};

/// Reads all of the body's object; texts live as long as the document. Unknown keys beside `payload` are tallied.
json::Fault readBody(simdjson::ondemand::object &root, std::size_t maxDepth, NameTally &unknown, Body &body);

} // namespace barograph::waha
