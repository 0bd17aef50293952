// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/cloud/decoder.h"

#include "ingest/fingerprinter.h"
#include "nodes/cloud/change_field.h"
#include "nodes/cloud/value_items.h"
#include "nodes/json_decoder.h"
#include "nodes/meta/webhook_items.h"
#include "nodes/name_tally.h"

namespace barograph {

namespace {

using cloud::ChangeField;
using cloud::ValuePart;

class CloudDecoder final : public JsonDecoder
{
public:
    using JsonDecoder::JsonDecoder;

private:
    // Objects and arrays around: {"entry":[{"changes":[{"value":{"statuses":[{
    static constexpr std::size_t kEntryDepth = 2;
    static constexpr std::size_t kChangeDepth = 4;
    static constexpr std::size_t kValueDepth = 5;
    static constexpr std::size_t kItemDepth = 7;

    struct Change
    {
        Taking::Mark before;
        ChangeField field = ChangeField::Missing;
        std::string_view fieldName;
        bool hasKnownPart = false;
    };

    json::Fault readRoot(simdjson::ondemand::object &root, Taking &taking) override;
    json::Fault readEntry(json::Value &value, Taking &taking);
    json::Fault readChange(json::Value &value, Taking &taking);
    json::Fault readValue(json::Value &value, Change &change, Taking &taking);
    json::Fault readPart(ValuePart part, json::Value &value, Taking &taking);
    json::Fault settle(Change &change, Taking &taking);
    static json::Fault addNotice(ApartKind apart, Taking &taking);

    /// Unknown names of a change whose `field` has not been read yet: without it, they may well be known.
    NameTally m_changeNames;
};

json::Fault CloudDecoder::readRoot(simdjson::ondemand::object &root, Taking &taking)
{
    bool hasEntry = false;
    bool hasAnything = false;
    const json::Fault fault = json::forEachField(root, [&](std::string_view key, json::Value &value) {
        hasAnything = true;
        if (key == "entry") {
            hasEntry = true;
            return forEachObject(value, 1, taking, [&](json::Value &entry) { return readEntry(entry, taking); });
        }
        if (key != "object")
            taking.context().unknownNames.add({}, key);
        return json::checkWhole(value, 1, taking.limits().maxDepth);
    });
    if (fault != json::Fault::None || hasEntry || !hasAnything)
        return fault;
    return addNotice(ApartKind::NotUnderstood, taking);
}

json::Fault CloudDecoder::readEntry(json::Value &value, Taking &taking)
{
    simdjson::ondemand::object entry;
    if (value.get_object().get(entry) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    bool hasChanges = false;
    const json::Fault fault = json::forEachField(entry, [&](std::string_view key, json::Value &field) {
        if (key == "changes") {
            hasChanges = true;
            return forEachObject(field, kEntryDepth + 1, taking,
                                 [&](json::Value &change) { return readChange(change, taking); });
        }
        if (key != "id" && key != "time")
            taking.context().unknownNames.add("entry", key);
        return json::checkWhole(field, kEntryDepth + 1, taking.limits().maxDepth);
    });
    if (fault != json::Fault::None || hasChanges)
        return fault;
    return addNotice(ApartKind::NotUnderstood, taking);
}

json::Fault CloudDecoder::readChange(json::Value &value, Taking &taking)
{
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (m_changeNames.total() > 0)
        m_changeNames = NameTally();
    Change change;
    change.before = taking.mark();
    const auto maxDepth = taking.limits().maxDepth;
    const json::Fault fault = json::forEachField(object, [&](std::string_view key, json::Value &field) {
        if (key == "value")
            return readValue(field, change, taking);
        if (key == "field") {
            std::optional<std::string_view> name;
            const json::Fault nameFault = json::readText(field, kChangeDepth + 1, maxDepth, name);
            change.field = name ? cloud::changeField(*name) : ChangeField::Missing;
            change.fieldName = name.value_or(std::string_view());
            return nameFault;
        }
        taking.context().unknownNames.add("changes", key);
        return json::checkWhole(field, kChangeDepth + 1, maxDepth);
    });
    return fault == json::Fault::None ? settle(change, taking) : fault;
}

// The field often stands behind the value, so all that may be in a value is read, and sorted out when it is known.
json::Fault CloudDecoder::readValue(json::Value &value, Change &change, Taking &taking)
{
    const auto maxDepth = taking.limits().maxDepth;
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type != simdjson::ondemand::json_type::object)
        return json::checkWhole(value, kValueDepth, maxDepth);
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    const auto before = taking.mark();
    cloud::SingleContact contact;
    const json::Fault fault = json::forEachField(object, [&](std::string_view key, json::Value &field) {
        const ValuePart part = cloud::valuePart(key);
        if (part == ValuePart::Unknown)
            m_changeNames.add("value", key);
        if (part == ValuePart::Unknown || part == ValuePart::NotCounted)
            return json::checkWhole(field, kValueDepth + 1, maxDepth);
        change.hasKnownPart = change.hasKnownPart || part != ValuePart::Groups;
        if (part == ValuePart::Contacts)
            return cloud::readContacts(field, kValueDepth + 1, maxDepth, contact);
        return forEachItem(field, kValueDepth + 1, taking,
                           [&](json::Value &item) { return readPart(part, item, taking); });
    });
    if (fault == json::Fault::None)
        cloud::namePersons(contact, taking.limits(), taking.context().prints, taking.itemsSince(before));
    return fault;
}

json::Fault CloudDecoder::readPart(ValuePart part, json::Value &value, Taking &taking)
{
    const DecodeContext context{taking.context().prints, m_changeNames};
    if (part == ValuePart::Statuses)
        return meta::readStatus(value, kItemDepth, taking.limits(), context, taking.addItem());
    if (part == ValuePart::Messages)
        return meta::readMessage(value, kItemDepth, taking.limits(), context, taking.addItem());
    if (part == ValuePart::Errors)
        return meta::readError(value, kItemDepth, taking.limits(), taking.addItem());
    return cloud::readGroup(value, kItemDepth, taking.limits(), context.prints, taking.addItem());
}

json::Fault CloudDecoder::settle(Change &change, Taking &taking)
{
    const auto isGroupNotice = [](const DecodedItem &item) { return item.apart == ApartKind::GroupNotice; };
    const auto isErrorNotice = [](const DecodedItem &item) { return item.apart == ApartKind::ErrorNotice; };
    auto &names = taking.context().unknownNames;
    if (change.field == ChangeField::OtherKnown) {
        taking.takeBackTo(change.before);
        return addNotice(ApartKind::OtherNotice, taking);
    }
    if (change.field == ChangeField::Unknown) {
        taking.takeBackTo(change.before);
        names.add("changes.field", change.fieldName);
        return addNotice(ApartKind::NotUnderstood, taking);
    }
    if (change.field == ChangeField::Groups) {
        taking.keepSince(change.before,
                         [&](const DecodedItem &item) { return isGroupNotice(item) || isErrorNotice(item); });
        return taking.hasTakenSince(change.before) ? json::Fault::None : addNotice(ApartKind::NotUnderstood, taking);
    }
    if (change.field == ChangeField::Missing)
        names.add("changes", "no-field");
    if (m_changeNames.total() > 0)
        names.add(m_changeNames);
    taking.keepSince(change.before, [&](const DecodedItem &item) { return !isGroupNotice(item); });
    const bool understood = change.hasKnownPart || taking.hasTakenSince(change.before);
    return understood ? json::Fault::None : addNotice(ApartKind::NotUnderstood, taking);
}

json::Fault CloudDecoder::addNotice(ApartKind apart, Taking &taking)
{
    if (taking.isFull())
        return json::Fault::Limit;
    taking.addItem().apart = apart;
    return json::Fault::None;
}

} // namespace

std::unique_ptr<Decoder> makeCloudDecoder(const DecodeLimits &limits)
{
    return std::make_unique<CloudDecoder>(limits);
}

} // namespace barograph
