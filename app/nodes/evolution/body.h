// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/gateway/values.h"

#include <optional>
#include <string_view>
#include <vector>

namespace barograph {
class NameTally;
}

namespace barograph::evolution {

/// A message's key, nested under `key` or flat in the element.
struct Key
{
    std::string_view id;
    std::string_view remoteJid;
    std::string_view participant;
    std::optional<bool> fromMe;
};

/// What of one element of `data` matters, whatever the event.
struct Element
{
    Key nested;
    Key flat;
    std::string_view keyId; ///< messages.update of v2: the message's id; `id` is the database's there
    std::string_view status;
    std::string_view messageType;
    std::string_view messageTimestamp;
    std::string_view timestampMs; ///< messages.edited
    std::string_view state;
    std::string_view statusReason; ///< also `disconnectionReasonCode`
    bool hasContent = false;       ///< `message` or `pollUpdates`
};

struct Body
{
    std::string_view event;
    std::vector<Element> elements; ///< at most as many as may be taken
    std::size_t rejected = 0;      ///< elements that are no objects
    bool tooMany = false;
};

/// Reads all of the body's object; texts live as long as the document. Unknown keys beside `data` are tallied.
json::Fault readBody(simdjson::ondemand::object &root, std::size_t maxDepth, std::size_t maxElements,
                     NameTally &unknown, Body &body);

} // namespace barograph::evolution
