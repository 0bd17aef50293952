// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/webhook_items.h"

#include "ingest/fingerprinter.h"
#include "nodes/name_tally.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace barograph::onprem {

namespace {

// Keys that may be there and say nothing that is counted. Sorted, for binary search.
constexpr std::array<std::string_view, 10> kOtherStatusKeys{"biz_opaque_callback_data",
                                                            "conversation",
                                                            "errors",
                                                            "message",
                                                            "payment",
                                                            "pricing",
                                                            "recipient_identity_key_hash",
                                                            "recipient_type",
                                                            "recipient_user_id",
                                                            "type"};
constexpr std::array<std::string_view, 24> kOtherMessageKeys{
    "audio",    "button",      "contacts", "context",  "document", "errors",  "hsm",         "identity",
    "image",    "interactive", "location", "metadata", "order",    "payment", "preview_url", "profile",
    "reaction", "referral",    "sticker",  "system",   "text",     "unknown", "video",       "voice"};
constexpr std::array<std::string_view, 14> kReceivedTypes{"audio", "button",      "contacts", "document", "hsm",
                                                          "image", "interactive", "location", "order",    "sticker",
                                                          "text",  "unknown",     "video",    "voice"};

template<std::size_t Size> bool contains(const std::array<std::string_view, Size> &sorted, std::string_view name)
{
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

/// The texts of one item that matter. The last of several keys of the same name holds.
struct ItemTexts
{
    std::optional<std::string_view> id;
    std::optional<std::string_view> person;
    std::optional<std::string_view> group;
    std::optional<std::string_view> timestamp;
    std::optional<std::string_view> what; ///< `status` of a status, `type` of a message
};

struct ItemShape
{
    std::string_view personKey;
    std::string_view whatKey;
    bool (*isOtherKey)(std::string_view key);
    std::string_view tallyName;
};

constexpr ItemShape kStatusShape{"recipient_id", "status",
                                 [](std::string_view key) { return contains(kOtherStatusKeys, key); }, "statuses"};
constexpr ItemShape kMessageShape{"from", "type", [](std::string_view key) { return contains(kOtherMessageKeys, key); },
                                  "messages"};

json::Fault readTexts(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                      const ItemShape &shape, ItemTexts &texts)
{
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    return json::forEachField(object, [&](std::string_view key, json::Value &field) {
        const std::size_t inner = depth + 1;
        if (key == "id")
            return json::readText(field, inner, limits.maxDepth, texts.id);
        if (key == shape.personKey)
            return json::readText(field, inner, limits.maxDepth, texts.person);
        if (key == shape.whatKey)
            return json::readText(field, inner, limits.maxDepth, texts.what);
        if (key == "timestamp")
            return json::readTextOrNumber(field, inner, limits.maxDepth, texts.timestamp);
        if (key == "group_id")
            return json::readText(field, inner, limits.maxDepth, texts.group);
        if (!shape.isOtherKey(key))
            context.unknownNames.add(shape.tallyName, key);
        return json::checkWhole(field, inner, limits.maxDepth);
    });
}

/// Whether the identifiers can be taken; hashes them at once.
bool takeIdentifiers(const ItemTexts &texts, const DecodeLimits &limits, const Fingerprinter &prints, DecodedItem &item)
{
    const auto usable = [&limits](const std::optional<std::string_view> &text) {
        return !text || text->size() <= limits.maxIdentifierBytes;
    };
    if (!usable(texts.id) || !usable(texts.person) || !usable(texts.group))
        return false;
    item.message = prints.message(texts.id.value_or(std::string_view()));
    item.participant = prints.participant(texts.person.value_or(std::string_view()));
    item.group = prints.group(texts.group.value_or(std::string_view()));
    if (texts.timestamp)
        item.eventTime = unixTimestamp(*texts.timestamp);
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
    else if (hasId)
        item.kind = EventKind::Receive;
    if (item.kind && !contains(kReceivedTypes, type))
        context.unknownNames.add("messages.type", type);
}

} // namespace

json::Fault readStatus(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                       DecodedItem &item)
{
    ItemTexts texts;
    if (const auto fault = readTexts(value, depth, limits, context, kStatusShape, texts); fault != json::Fault::None)
        return fault;
    if (takeIdentifiers(texts, limits, context.prints, item) && !item.message.isNull() && texts.what)
        classifyStatus(*texts.what, context, item);
    return json::Fault::None;
}

json::Fault readMessage(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                        DecodedItem &item)
{
    ItemTexts texts;
    if (const auto fault = readTexts(value, depth, limits, context, kMessageShape, texts); fault != json::Fault::None)
        return fault;
    if (takeIdentifiers(texts, limits, context.prints, item) && texts.what && !texts.what->empty())
        classifyMessage(*texts.what, !item.message.isNull(), context, item);
    return json::Fault::None;
}

std::optional<UtcTime> unixTimestamp(std::string_view text)
{
    constexpr qint64 kEndOf9999 = 253'402'300'799;
    qint64 seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || seconds <= 0 || seconds > kEndOf9999)
        return std::nullopt;
    return UtcTime{Seconds{seconds}};
}

} // namespace barograph::onprem
