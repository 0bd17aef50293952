// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/picky/decoder.h"

#include "ingest/fingerprinter.h"
#include "nodes/json_decoder.h"
#include "nodes/name_tally.h"
#include "nodes/picky/report.h"

#include <algorithm>
#include <array>

namespace barograph {

namespace {

constexpr std::array<std::string_view, 5> kPickyKeysNotCounted{"custom_variables", "media_url", "message_in",
                                                               "message_in_raw", "project_id"};
constexpr std::array<std::string_view, 7> kPickyMessageTypes{"1", "2", "3", "4", "5", "6", "7"};

/// The body's own fields, of either webhook.
struct PickyTexts
{
    std::optional<std::string_view> event;
    std::optional<std::string_view> id;
    std::optional<std::string_view> number;
    std::optional<std::string_view> application;
    std::optional<std::string_view> type;

    std::optional<std::string_view> *find(std::string_view key)
    {
        if (picky::isKey(key, "event_id"))
            return &event;
        if (picky::isKey(key, "unique_id"))
            return &id;
        if (picky::isKey(key, "number"))
            return &number;
        if (picky::isKey(key, "application"))
            return &application;
        if (picky::isKey(key, "type"))
            return &type;
        return nullptr;
    }
};

class PickyDecoder final : public JsonDecoder
{
public:
    using JsonDecoder::JsonDecoder;

private:
    json::Fault readRoot(simdjson::ondemand::object &root, Taking &taking) override;
    json::Fault readData(json::Value &value, Taking &taking);
    json::Fault settleEvent(std::string_view event, bool hasData, const Taking::Mark &start, Taking &taking);
    static json::Fault addIncoming(const PickyTexts &texts, Taking &taking);
    static json::Fault addNotice(ApartKind apart, Taking &taking);

    /// Unknown names in `data`, of which only `event_id` tells what it is, and that may come later.
    NameTally m_dataNames;
};

json::Fault PickyDecoder::readRoot(simdjson::ondemand::object &root, Taking &taking)
{
    if (m_dataNames.total() > 0)
        m_dataNames = NameTally();
    const auto start = taking.mark();
    const auto maxDepth = taking.limits().maxDepth;
    PickyTexts texts;
    bool hasData = false;
    bool hasAnything = false;
    const json::Fault fault = json::forEachField(root, [&](std::string_view key, json::Value &value) {
        hasAnything = true;
        if (auto *text = texts.find(key))
            return json::readTextOrNumber(value, 1, maxDepth, *text);
        if (key == "data") {
            hasData = true;
            return readData(value, taking);
        }
        const bool known = std::any_of(kPickyKeysNotCounted.begin(), kPickyKeysNotCounted.end(),
                                       [key](std::string_view name) { return picky::isKey(key, name); });
        if (!known)
            taking.context().unknownNames.add({}, key);
        return json::checkWhole(value, 1, maxDepth);
    });
    if (fault != json::Fault::None || !hasAnything)
        return fault;
    if (texts.event)
        return settleEvent(*texts.event, hasData, start, taking);
    // A variable of the operator's own may be called "data" in a message.
    if (hasData && !texts.id && !texts.number)
        return settleEvent("1", hasData, start, taking);
    taking.takeBackTo(start);
    return addIncoming(texts, taking);
}

json::Fault PickyDecoder::readData(json::Value &value, Taking &taking)
{
    constexpr std::size_t kReportDepth = 2; // inside the body and its array
    const DecodeContext context{taking.context().prints, m_dataNames};
    return forEachItem(value, 1, taking, [&](json::Value &item) {
        return picky::readReport(item, kReportDepth, taking.limits(), context, taking.addItem());
    });
}

json::Fault PickyDecoder::settleEvent(std::string_view event, bool hasData, const Taking::Mark &start, Taking &taking)
{
    auto &names = taking.context().unknownNames;
    if (event == "1") {
        if (m_dataNames.total() > 0)
            names.add(m_dataNames);
        return hasData ? json::Fault::None : addNotice(ApartKind::NotUnderstood, taking);
    }
    DecodedItem notice;
    if (event == "2" || event == "4")
        notice.apart = ApartKind::OtherNotice;
    else if (event == "3")
        notice.apart = ApartKind::GroupNotice;
    else
        names.add("event_id", event);
    // What else the elements of these say is not known well enough to be taken for identifiers.
    const auto items = taking.itemsSince(start);
    std::fill(items.begin(), items.end(), notice);
    if (!items.empty())
        return json::Fault::None;
    taking.takeBackTo(start); // `data` of another shape is theirs too
    return addNotice(notice.apart, taking);
}

json::Fault PickyDecoder::addIncoming(const PickyTexts &texts, Taking &taking)
{
    if (taking.isFull())
        return json::Fault::Limit;
    auto &names = taking.context().unknownNames;
    const auto &limits = taking.limits();
    DecodedItem &item = taking.addItem();
    if (picky::isOtherNetwork(texts.application.value_or(std::string_view()))) {
        item.apart = ApartKind::OtherNotice;
        return json::Fault::None;
    }
    const std::string_view id = texts.id.value_or(std::string_view());
    const std::string_view number = texts.number.value_or(std::string_view());
    if (id.empty())
        names.add({}, "no-unique-id");
    if (id.empty() || id.size() > limits.maxIdentifierBytes || number.size() > limits.maxIdentifierBytes)
        return json::Fault::None;
    item.kind = EventKind::Receive;
    item.message = taking.context().prints.message(id);
    item.participant = taking.context().prints.participant(number);
    if (texts.type &&
        std::find(kPickyMessageTypes.begin(), kPickyMessageTypes.end(), *texts.type) == kPickyMessageTypes.end())
        names.add("type", *texts.type);
    return json::Fault::None;
}

json::Fault PickyDecoder::addNotice(ApartKind apart, Taking &taking)
{
    if (taking.isFull())
        return json::Fault::Limit;
    taking.addItem().apart = apart;
    return json::Fault::None;
}

} // namespace

std::unique_ptr<Decoder> makePickyDecoder(const DecodeLimits &limits)
{
    return std::make_unique<PickyDecoder>(limits);
}

} // namespace barograph
