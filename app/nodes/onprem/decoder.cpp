// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/decoder.h"

#include "nodes/json_decoder.h"
#include "nodes/meta/webhook_items.h"
#include "nodes/name_tally.h"

namespace barograph {

namespace {

enum class BodyPart { Messages, Statuses, Errors, Services, Contacts, Unknown };

BodyPart bodyPart(std::string_view key)
{
    if (key == "statuses")
        return BodyPart::Statuses;
    if (key == "messages")
        return BodyPart::Messages;
    if (key == "contacts")
        return BodyPart::Contacts;
    if (key == "errors")
        return BodyPart::Errors;
    if (key == "services")
        return BodyPart::Services;
    return BodyPart::Unknown;
}

class OnPremDecoder final : public JsonDecoder
{
public:
    using JsonDecoder::JsonDecoder;

private:
    json::Fault readRoot(simdjson::ondemand::object &root, Taking &taking) override;
    static json::Fault readItem(BodyPart part, json::Value &value, Taking &taking);
};

json::Fault OnPremDecoder::readRoot(simdjson::ondemand::object &root, Taking &taking)
{
    return json::forEachField(root, [&](std::string_view key, json::Value &value) {
        const BodyPart part = bodyPart(key);
        if (part == BodyPart::Unknown)
            taking.context().unknownNames.add({}, key);
        if (part == BodyPart::Unknown || part == BodyPart::Contacts)
            return json::checkWhole(value, 1, taking.limits().maxDepth);
        return forEachItem(value, 1, taking, [&](json::Value &item) { return readItem(part, item, taking); });
    });
}

json::Fault OnPremDecoder::readItem(BodyPart part, json::Value &value, Taking &taking)
{
    constexpr std::size_t kItemDepth = 2; // inside the body and its array
    if (part == BodyPart::Statuses)
        return meta::readStatus(value, kItemDepth, taking.limits(), taking.context(), taking.addItem());
    if (part == BodyPart::Messages)
        return meta::readMessage(value, kItemDepth, taking.limits(), taking.context(), taking.addItem());
    if (part == BodyPart::Errors)
        return meta::readError(value, kItemDepth, taking.limits(), taking.addItem());
    taking.addItem().apart = ApartKind::ServiceNotice;
    return json::checkWhole(value, kItemDepth, taking.limits().maxDepth);
}

} // namespace

std::unique_ptr<Decoder> makeOnPremDecoder(const DecodeLimits &limits)
{
    return std::make_unique<OnPremDecoder>(limits);
}

} // namespace barograph
