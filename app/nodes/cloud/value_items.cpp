// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/cloud/value_items.h"

#include "ingest/fingerprinter.h"
#include "nodes/json_scalars.h"

namespace barograph::cloud {

namespace {

using simdjson::ondemand::json_type;

json::Fault readContact(json::Value &value, std::size_t depth, std::size_t maxDepth, std::string_view &person)
{
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    std::optional<std::string_view> phone;
    std::optional<std::string_view> user;
    std::optional<std::string_view> parent;
    const json::Fault fault = json::forEachField(object, [&](std::string_view key, json::Value &field) {
        if (key == "wa_id")
            return json::readTextOrNumber(field, depth + 1, maxDepth, phone);
        if (key == "user_id")
            return json::readText(field, depth + 1, maxDepth, user);
        if (key == "parent_user_id")
            return json::readText(field, depth + 1, maxDepth, parent);
        return json::checkWhole(field, depth + 1, maxDepth);
    });
    person = {};
    for (const auto &text : {phone, user, parent}) {
        if (person.empty() && text)
            person = *text;
    }
    return fault;
}

} // namespace

ValuePart valuePart(std::string_view key)
{
    if (key == "messaging_product" || key == "metadata")
        return ValuePart::NotCounted;
    if (key == "statuses")
        return ValuePart::Statuses;
    if (key == "messages")
        return ValuePart::Messages;
    if (key == "contacts")
        return ValuePart::Contacts;
    if (key == "errors")
        return ValuePart::Errors;
    if (key == "groups")
        return ValuePart::Groups;
    return ValuePart::Unknown;
}

json::Fault readContacts(json::Value &value, std::size_t depth, std::size_t maxDepth, SingleContact &contact)
{
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type != json_type::array)
        return json::checkWhole(value, depth, maxDepth);
    simdjson::ondemand::array contacts;
    if (value.get_array().get(contacts) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    return json::forEachElement(contacts, [&](json::Value &element) {
        json_type elementType{};
        if (element.type().get(elementType) != simdjson::SUCCESS)
            return json::Fault::Syntax;
        ++contact.contacts;
        if (elementType == json_type::object)
            return readContact(element, depth + 1, maxDepth, contact.person);
        return json::checkWhole(element, depth + 1, maxDepth);
    });
}

void namePersons(const SingleContact &contact, const DecodeLimits &limits, const Fingerprinter &prints,
                 std::span<DecodedItem> items)
{
    if (contact.contacts != 1 || contact.person.empty() || contact.person.size() > limits.maxIdentifierBytes)
        return;
    for (DecodedItem &item : items) {
        const bool isOfGroup = !item.group.isNull() && item.kind != EventKind::Receive;
        if (!item.message.isNull() && item.participant.isNull() && !isOfGroup)
            item.participant = prints.participant(contact.person);
    }
}

json::Fault readGroup(json::Value &value, std::size_t depth, const DecodeLimits &limits, const Fingerprinter &prints,
                      DecodedItem &item)
{
    item.apart = ApartKind::GroupNotice;
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    std::optional<std::string_view> group;
    std::optional<std::string_view> timestamp;
    const json::Fault fault = json::forEachField(object, [&](std::string_view key, json::Value &field) {
        if (key == "group_id")
            return json::readTextOrNumber(field, depth + 1, limits.maxDepth, group);
        if (key == "timestamp")
            return json::readTextOrNumber(field, depth + 1, limits.maxDepth, timestamp);
        return json::checkWhole(field, depth + 1, limits.maxDepth);
    });
    if (group && group->size() <= limits.maxIdentifierBytes)
        item.group = prints.group(*group);
    item.eventTime = json::unixTimestamp(timestamp.value_or(std::string_view()));
    return fault;
}

} // namespace barograph::cloud
