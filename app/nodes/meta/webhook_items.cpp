// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/meta/webhook_items.h"

#include "ingest/fingerprinter.h"
#include "nodes/json_scalars.h"
#include "nodes/meta/item_keys.h"
#include "nodes/name_tally.h"

#include <array>
#include <initializer_list>

namespace barograph::meta {

namespace {

/// What matters of one item. The last of several keys of the same name holds.
struct ItemFields
{
    std::array<std::optional<std::string_view>, kTextCount> texts;
    quint32 errorCode = 0;

    std::string_view operator[](ItemKey key) const
    {
        return texts[static_cast<std::size_t>(key)].value_or(std::string_view());
    }
    std::string_view firstOf(std::initializer_list<ItemKey> keys) const
    {
        for (const ItemKey key : keys) {
            if (const std::string_view text = (*this)[key]; !text.empty())
                return text;
        }
        return {};
    }
};

struct ItemShape
{
    ItemKey (*keyOf)(std::string_view key);
    std::string_view tallyName;
};
constexpr ItemShape kStatusShape{&statusKey, "statuses"};
constexpr ItemShape kMessageShape{&messageKey, "messages"};

json::Fault readFields(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                       const ItemShape &shape, ItemFields &fields)
{
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    return json::forEachField(object, [&](std::string_view name, json::Value &field) {
        const std::size_t inner = depth + 1;
        const ItemKey key = shape.keyOf(name);
        if (key == ItemKey::Errors)
            return json::readFirstErrorCode(field, inner, limits.maxDepth, fields.errorCode);
        if (key == ItemKey::NotCounted)
            return json::checkWhole(field, inner, limits.maxDepth);
        if (key == ItemKey::Unknown) {
            context.unknownNames.add(shape.tallyName, name);
            return json::checkWhole(field, inner, limits.maxDepth);
        }
        auto &text = fields.texts[static_cast<std::size_t>(key)];
        if (key == ItemKey::Id || key == ItemKey::What)
            return json::readText(field, inner, limits.maxDepth, text);
        return json::readTextOrNumber(field, inner, limits.maxDepth, text);
    });
}

struct Identifiers
{
    std::string_view id;
    std::string_view person;
    std::string_view group;
};

Identifiers statusIdentifiers(const ItemFields &fields)
{
    const std::string_view participant = fields.firstOf({ItemKey::Participant, ItemKey::ParticipantOtherSpelling,
                                                         ItemKey::ParticipantUserId, ItemKey::ParticipantParentId});
    const std::string_view type = fields[ItemKey::RecipientType];
    if (type == "group" || (type.empty() && !participant.empty()))
        return {fields[ItemKey::Id], participant, fields.firstOf({ItemKey::Person, ItemKey::Group})};
    return {fields[ItemKey::Id], fields.firstOf({ItemKey::Person, ItemKey::PersonUserId, ItemKey::PersonParentId}),
            fields[ItemKey::Group]};
}

Identifiers messageIdentifiers(const ItemFields &fields)
{
    return {fields[ItemKey::Id], fields.firstOf({ItemKey::Person, ItemKey::PersonUserId, ItemKey::PersonParentId}),
            fields[ItemKey::Group]};
}

/// Whether the identifiers can be taken; hashes them at once.
bool takeIdentifiers(const Identifiers &taken, const DecodeLimits &limits, const Fingerprinter &prints,
                     DecodedItem &item)
{
    const auto usable = [&limits](std::string_view text) { return text.size() <= limits.maxIdentifierBytes; };
    if (!usable(taken.id) || !usable(taken.person) || !usable(taken.group))
        return false;
    item.message = prints.message(taken.id);
    item.participant = prints.participant(taken.person);
    item.group = prints.group(taken.group);
    return true;
}

void classifyStatus(std::string_view status, const DecodeContext &context, DecodedItem &item)
{
    if (status == "sent")
        item.kind = EventKind::Send;
    else if (status == "delivered")
        item.kind = EventKind::Delivery;
    else if (status == "read")
        item.kind = EventKind::Read;
    else if (status == "failed")
        item.apart = ApartKind::Failed;
    else if (status == "deleted")
        item.apart = ApartKind::Deleted;
    else if (status == "played")
        item.apart = ApartKind::Played;
    else
        context.unknownNames.add("statuses.status", status);
}

void classifyMessage(std::string_view type, bool hasId, const DecodeContext &context, DecodedItem &item)
{
    if (type == "system")
        item.apart = ApartKind::SystemNotice;
    else if (type == "reaction")
        item.apart = ApartKind::Reaction;
    else if (type == "edit")
        item.apart = ApartKind::Edited;
    else if (type == "revoke")
        item.apart = ApartKind::Deleted;
    else if (hasId)
        item.kind = EventKind::Receive;
    if (item.kind && !isReceivedType(type))
        context.unknownNames.add("messages.type", type);
}

} // namespace

json::Fault readStatus(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                       DecodedItem &item)
{
    ItemFields fields;
    if (const auto fault = readFields(value, depth, limits, context, kStatusShape, fields); fault != json::Fault::None)
        return fault;
    if (!takeIdentifiers(statusIdentifiers(fields), limits, context.prints, item))
        return json::Fault::None;
    item.eventTime = json::unixTimestamp(fields[ItemKey::Timestamp]);
    if (!item.message.isNull() && fields.texts[static_cast<std::size_t>(ItemKey::What)])
        classifyStatus(fields[ItemKey::What], context, item);
    if (item.apart == ApartKind::Failed)
        item.code = fields.errorCode;
    return json::Fault::None;
}

json::Fault readMessage(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                        DecodedItem &item)
{
    ItemFields fields;
    if (const auto fault = readFields(value, depth, limits, context, kMessageShape, fields); fault != json::Fault::None)
        return fault;
    if (!takeIdentifiers(messageIdentifiers(fields), limits, context.prints, item))
        return json::Fault::None;
    item.eventTime = json::unixTimestamp(fields[ItemKey::Timestamp]);
    if (!fields[ItemKey::What].empty())
        classifyMessage(fields[ItemKey::What], !item.message.isNull(), context, item);
    if (!item.kind && item.apart == ApartKind::NotUnderstood && fields.errorCode != 0) {
        item.apart = ApartKind::ErrorNotice;
        item.code = fields.errorCode;
    }
    return json::Fault::None;
}

json::Fault readError(json::Value &value, std::size_t depth, const DecodeLimits &limits, DecodedItem &item)
{
    item.apart = ApartKind::ErrorNotice;
    return json::readErrorCode(value, depth, limits.maxDepth, item.code);
}

} // namespace barograph::meta
