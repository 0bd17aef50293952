// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gowa/body.h"

#include "nodes/name_tally.h"

#include <algorithm>
#include <array>

namespace barograph::gowa {

namespace {

using gateway::Place;
using simdjson::ondemand::json_type;

json::Fault readNestedMessage(json::Value &value, Place place, Payload &payload)
{
    payload.messageId = {};
    bool isObject = false;
    return gateway::readObject(value, place, isObject, [&](std::string_view key, json::Value &field, Place inner) {
        if (key == "id" || key == "ID")
            return gateway::readText(field, inner, payload.messageId);
        return json::checkWhole(field, inner.depth, inner.maxDepth);
    });
}

json::Fault readReceiptType(json::Value &value, Place place, Payload &payload)
{
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    payload.hasReceiptType = type == json_type::string;
    return gateway::readText(value, place, payload.receiptType);
}

json::Fault readId(json::Value &value, Place place, std::size_t maxIds, Body &body)
{
    if (body.ids.size() + body.rejected >= maxIds) {
        body.tooMany = true;
        return json::checkWhole(value, place.depth, place.maxDepth);
    }
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type != json_type::string && type != json_type::number) {
        ++body.rejected;
        return json::checkWhole(value, place.depth, place.maxDepth);
    }
    return gateway::readTextOrNumber(value, place, body.ids.emplace_back());
}

json::Fault readIds(json::Value &value, Place place, std::size_t maxIds, Body &body)
{
    body.ids.clear();
    body.rejected = 0;
    body.tooMany = false;
    return gateway::readOneOrMany(value, place,
                                  [&](json::Value &id, Place inner) { return readId(id, inner, maxIds, body); });
}

/// Whether the key is one that matters, and was read.
bool readPayloadField(std::string_view key, json::Value &field, Place place, std::size_t maxIds, Body &body,
                      Payload &payload, json::Fault &fault)
{
    if (key == "id")
        fault = gateway::readText(field, place, payload.id);
    else if (key == "message")
        fault = readNestedMessage(field, place, payload);
    else if (key == "chat_id")
        fault = gateway::readText(field, place, payload.chatId);
    else if (key == "from")
        fault = gateway::readText(field, place, payload.from);
    else if (key == "timestamp")
        fault = gateway::readTextOrNumber(field, place, payload.timestamp);
    else if (key == "is_from_me" || key == "fromMe" || key == "from_me")
        fault = gateway::readFlag(field, place, payload.fromMe);
    else if (key == "ids")
        fault = readIds(field, place, maxIds, body);
    else if (key == "receipt_type")
        fault = readReceiptType(field, place, payload);
    else if (key == "revoked_message_id" || key == "deleted_message_id")
        fault = gateway::readText(field, place, payload.deletedId);
    else if (key == "reaction")
        fault = gateway::readPresence(field, place, payload.hasReaction);
    else if (key == "action")
        fault = gateway::readText(field, place, payload.action);
    else
        return false;
    return true;
}

json::Fault readPayload(json::Value &value, Place place, std::size_t maxIds, Body &body)
{
    body.nested = {};
    return gateway::readObject(value, place, body.hasPayload,
                               [&](std::string_view key, json::Value &field, Place inner) {
                                   auto fault = json::Fault::None;
                                   if (readPayloadField(key, field, inner, maxIds, body, body.nested, fault))
                                       return fault;
                                   return json::checkWhole(field, inner.depth, inner.maxDepth);
                               });
}

// Keys of old bodies, and of the envelope, that say nothing that is counted. Sorted, for binary search.
constexpr std::array<std::string_view, 27> kOtherKeys{"audio",
                                                      "contact",
                                                      "document",
                                                      "edited_text",
                                                      "forwarded",
                                                      "from_lid",
                                                      "from_name",
                                                      "image",
                                                      "list",
                                                      "live_location",
                                                      "location",
                                                      "order",
                                                      "original_content",
                                                      "original_media_type",
                                                      "original_message_id",
                                                      "original_sender",
                                                      "original_timestamp",
                                                      "pushname",
                                                      "receipt_type_description",
                                                      "revoked_chat",
                                                      "revoked_from_me",
                                                      "sender_id",
                                                      "session_id",
                                                      "sticker",
                                                      "video",
                                                      "view_once",
                                                      "was_from_me"};
static_assert(std::is_sorted(kOtherKeys.begin(), kOtherKeys.end()));

} // namespace

json::Fault readBody(simdjson::ondemand::object &root, std::size_t maxDepth, std::size_t maxIds, NameTally &unknown,
                     Body &body)
{
    const Place place{1, maxDepth};
    return json::forEachField(root, [&](std::string_view key, json::Value &value) {
        if (key == "payload")
            return readPayload(value, place, maxIds, body);
        if (key == "event")
            return gateway::readText(value, place, body.event);
        if (key == "device_id")
            return gateway::readText(value, place, body.deviceId);
        auto fault = json::Fault::None;
        if (readPayloadField(key, value, place, maxIds, body, body.flat, fault))
            return fault;
        if (!std::binary_search(kOtherKeys.begin(), kOtherKeys.end(), key))
            unknown.add({}, key);
        return json::checkWhole(value, place.depth, place.maxDepth);
    });
}

} // namespace barograph::gowa
