// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/picky/report.h"

#include "ingest/fingerprinter.h"
#include "nodes/json_scalars.h"
#include "nodes/name_tally.h"

#include <algorithm>
#include <array>

namespace barograph::picky {

namespace {

constexpr std::array<std::string_view, 9> kReportKeysNotCounted{"application", "credit",  "error_message",
                                                                "media",       "message", "message_type",
                                                                "project_id",  "push_id", "reference_number"};

struct ReportTexts
{
    std::optional<std::string_view> id;
    std::optional<std::string_view> number;
    std::optional<std::string_view> status;
    std::optional<std::string_view> errorCode;
    std::optional<std::string_view> channel;

    std::optional<std::string_view> *find(std::string_view key)
    {
        if (isKey(key, "msg_id"))
            return &id;
        if (isKey(key, "number"))
            return &number;
        if (isKey(key, "status"))
            return &status;
        if (isKey(key, "error_code"))
            return &errorCode;
        if (isKey(key, "channel_id"))
            return &channel;
        return nullptr;
    }
};

void classifyReport(std::string_view status, const DecodeContext &context, DecodedItem &item)
{
    if (status == "1")
        item.kind = EventKind::Delivery;
    else if (status == "3")
        item.kind = EventKind::Read;
    else if (status == "4")
        item.kind = EventKind::Send;
    else if (status == "2" || status == "5")
        item.apart = ApartKind::Failed;
    else if (status == "0")
        item.apart = ApartKind::OtherNotice;
    else
        context.unknownNames.add("data.status", status);
}

} // namespace

bool isKey(std::string_view key, std::string_view name)
{
    return std::equal(key.begin(), key.end(), name.begin(), name.end(),
                      [](char k, char n) { return k == n || (k == '-' && n == '_'); });
}

bool isOtherNetwork(std::string_view channel)
{
    return channel == "5" || channel == "11";
}

json::Fault readReport(json::Value &value, std::size_t depth, const DecodeLimits &limits, const DecodeContext &context,
                       DecodedItem &item)
{
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    ReportTexts texts;
    const json::Fault fault = json::forEachField(object, [&](std::string_view key, json::Value &field) {
        if (auto *text = texts.find(key))
            return json::readTextOrNumber(field, depth + 1, limits.maxDepth, *text);
        const bool known = std::any_of(kReportKeysNotCounted.begin(), kReportKeysNotCounted.end(),
                                       [key](std::string_view name) { return isKey(key, name); });
        if (!known)
            context.unknownNames.add("data", key);
        return json::checkWhole(field, depth + 1, limits.maxDepth);
    });
    if (fault != json::Fault::None)
        return fault;
    if (isOtherNetwork(texts.channel.value_or(std::string_view()))) {
        item.apart = ApartKind::OtherNotice;
        return json::Fault::None;
    }
    const std::string_view id = texts.id.value_or(std::string_view());
    const std::string_view number = texts.number.value_or(std::string_view());
    if (id.empty())
        context.unknownNames.add("data", "no-msg_id");
    if (id.empty() || id.size() > limits.maxIdentifierBytes || number.size() > limits.maxIdentifierBytes)
        return json::Fault::None;
    item.message = context.prints.message(id);
    item.participant = context.prints.participant(number);
    classifyReport(texts.status.value_or(std::string_view()), context, item);
    if (item.apart == ApartKind::Failed)
        item.code = json::errorNumber(texts.errorCode.value_or(std::string_view()));
    return json::Fault::None;
}

} // namespace barograph::picky
