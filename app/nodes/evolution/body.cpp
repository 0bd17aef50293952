// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/evolution/body.h"

#include "nodes/name_tally.h"

#include <algorithm>
#include <array>

namespace barograph::evolution {

namespace {

using gateway::Place;

/// Whether the key belonged to a message's key, and was read.
bool readKeyField(std::string_view name, json::Value &field, Place place, Key &key, json::Fault &fault)
{
    if (name == "id")
        fault = gateway::readText(field, place, key.id);
    else if (name == "remoteJid")
        fault = gateway::readText(field, place, key.remoteJid);
    else if (name == "participant")
        fault = gateway::readText(field, place, key.participant);
    else if (name == "fromMe")
        fault = gateway::readFlag(field, place, key.fromMe);
    else
        return false;
    return true;
}

json::Fault readNestedKey(json::Value &value, Place place, Key &key)
{
    key = {};
    bool isObject = false;
    return gateway::readObject(value, place, isObject, [&](std::string_view name, json::Value &field, Place inner) {
        auto fault = json::Fault::None;
        if (readKeyField(name, field, inner, key, fault))
            return fault;
        return json::checkWhole(field, inner.depth, inner.maxDepth);
    });
}

/// `update` of an update as the engine itself writes it.
json::Fault readUpdate(json::Value &value, Place place, Element &element)
{
    bool isObject = false;
    return gateway::readObject(value, place, isObject, [&](std::string_view name, json::Value &field, Place inner) {
        if (name == "status")
            return gateway::readTextOrNumber(field, inner, element.status);
        return json::checkWhole(field, inner.depth, inner.maxDepth);
    });
}

json::Fault readElementField(std::string_view name, json::Value &field, Place place, Element &element)
{
    auto fault = json::Fault::None;
    if (readKeyField(name, field, place, element.flat, fault))
        return fault;
    if (name == "key")
        return readNestedKey(field, place, element.nested);
    if (name == "keyId")
        return gateway::readText(field, place, element.keyId);
    if (name == "status")
        return gateway::readTextOrNumber(field, place, element.status);
    if (name == "update")
        return readUpdate(field, place, element);
    if (name == "messageType")
        return gateway::readText(field, place, element.messageType);
    if (name == "messageTimestamp")
        return gateway::readTextOrNumber(field, place, element.messageTimestamp);
    if (name == "timestampMs")
        return gateway::readTextOrNumber(field, place, element.timestampMs);
    if (name == "state")
        return gateway::readText(field, place, element.state);
    if (name == "statusReason" || name == "disconnectionReasonCode")
        return gateway::readTextOrNumber(field, place, element.statusReason);
    if (name == "message" || name == "pollUpdates") {
        bool present = false;
        fault = gateway::readPresence(field, place, present);
        element.hasContent = element.hasContent || present;
        return fault;
    }
    return json::checkWhole(field, place.depth, place.maxDepth);
}

json::Fault readElement(json::Value &value, Place place, std::size_t maxElements, Body &body)
{
    if (body.elements.size() + body.rejected >= maxElements) {
        body.tooMany = true;
        return json::checkWhole(value, place.depth, place.maxDepth);
    }
    Element element;
    bool isObject = false;
    const auto fault =
        gateway::readObject(value, place, isObject, [&](std::string_view name, json::Value &field, Place inner) {
            return readElementField(name, field, inner, element);
        });
    if (isObject)
        body.elements.push_back(element);
    else
        ++body.rejected;
    return fault;
}

json::Fault readData(json::Value &value, Place place, std::size_t maxElements, Body &body)
{
    body.elements.clear();
    body.rejected = 0;
    body.tooMany = false;
    return gateway::readOneOrMany(value, place, [&](json::Value &element, Place inner) {
        return readElement(element, inner, maxElements, body);
    });
}

constexpr std::array<std::string_view, 8> kOtherKeys{"apikey",   "date_time", "destination", "instance",
                                                     "isLatest", "progress",  "sender",      "server_url"};

} // namespace

json::Fault readBody(simdjson::ondemand::object &root, std::size_t maxDepth, std::size_t maxElements,
                     NameTally &unknown, Body &body)
{
    const Place place{1, maxDepth};
    return json::forEachField(root, [&](std::string_view key, json::Value &value) {
        if (key == "data")
            return readData(value, place, maxElements, body);
        if (key == "event")
            return gateway::readText(value, place, body.event);
        if (std::find(kOtherKeys.begin(), kOtherKeys.end(), key) == kOtherKeys.end())
            unknown.add({}, key);
        return json::checkWhole(value, place.depth, place.maxDepth);
    });
}

} // namespace barograph::evolution
