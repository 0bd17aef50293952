// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/waha/body.h"

#include "nodes/name_tally.h"

namespace barograph::waha {

namespace {

using gateway::Place;

json::Fault readMe(json::Value &value, Place place, Me &me)
{
    me = {};
    bool isObject = false;
    return gateway::readObject(value, place, isObject, [&](std::string_view key, json::Value &field, Place inner) {
        if (key == "id")
            return gateway::readText(field, inner, me.id);
        if (key == "lid")
            return gateway::readText(field, inner, me.lid);
        if (key == "jid")
            return gateway::readText(field, inner, me.jid);
        return json::checkWhole(field, inner.depth, inner.maxDepth);
    });
}

json::Fault readAfter(json::Value &value, Place place, Payload &payload)
{
    payload.afterId = {};
    payload.afterParticipant = {};
    bool isObject = false;
    return gateway::readObject(value, place, isObject, [&](std::string_view key, json::Value &field, Place inner) {
        if (key == "id")
            return gateway::readText(field, inner, payload.afterId);
        if (key == "participant")
            return gateway::readText(field, inner, payload.afterParticipant);
        return json::checkWhole(field, inner.depth, inner.maxDepth);
    });
}

json::Fault readGroup(json::Value &value, Place place, Payload &payload)
{
    payload.groupId = {};
    bool isObject = false;
    return gateway::readObject(value, place, isObject, [&](std::string_view key, json::Value &field, Place inner) {
        if (key == "id")
            return gateway::readText(field, inner, payload.groupId);
        return json::checkWhole(field, inner.depth, inner.maxDepth);
    });
}

json::Fault readPayloadField(std::string_view key, json::Value &field, Place place, Payload &payload)
{
    if (key == "id")
        return gateway::readText(field, place, payload.id);
    if (key == "from")
        return gateway::readText(field, place, payload.from);
    if (key == "to")
        return gateway::readText(field, place, payload.to);
    if (key == "participant")
        return gateway::readText(field, place, payload.participant);
    if (key == "fromMe")
        return gateway::readFlag(field, place, payload.fromMe);
    if (key == "timestamp")
        return gateway::readTextOrNumber(field, place, payload.timestamp);
    if (key == "ack")
        return gateway::readTextOrNumber(field, place, payload.ack);
    if (key == "ackName")
        return gateway::readText(field, place, payload.ackName);
    if (key == "status")
        return gateway::readText(field, place, payload.status);
    if (key == "state")
        return gateway::readText(field, place, payload.state);
    if (key == "revokedMessageId")
        return gateway::readText(field, place, payload.revokedMessageId);
    if (key == "after")
        return readAfter(field, place, payload);
    if (key == "group")
        return readGroup(field, place, payload);
    return json::checkWhole(field, place.depth, place.maxDepth);
}

json::Fault readPayload(json::Value &value, Place place, Payload &payload)
{
    payload = {};
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type == simdjson::ondemand::json_type::string)
        return gateway::readText(value, place, payload.state);
    bool isObject = false;
    return gateway::readObject(value, place, isObject, [&](std::string_view key, json::Value &field, Place inner) {
        return readPayloadField(key, field, inner, payload);
    });
}

bool isOtherKey(std::string_view key)
{
    return key == "session" || key == "metadata" || key == "environment";
}

} // namespace

json::Fault readBody(simdjson::ondemand::object &root, std::size_t maxDepth, NameTally &unknown, Body &body)
{
    const Place place{1, maxDepth};
    return json::forEachField(root, [&](std::string_view key, json::Value &value) {
        if (key == "payload")
            return readPayload(value, place, body.payload);
        if (key == "event")
            return gateway::readText(value, place, body.event);
        if (key == "timestamp")
            return gateway::readTextOrNumber(value, place, body.timestamp);
        if (key == "id")
            return gateway::readText(value, place, body.id);
        if (key == "engine")
            return gateway::readText(value, place, body.engine);
        if (key == "me")
            return readMe(value, place, body.me);
        if (!isOtherKey(key))
            unknown.add({}, key);
        return json::checkWhole(value, place.depth, place.maxDepth);
    });
}

} // namespace barograph::waha
