// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/decoder.h"

#include "nodes/json_walk.h"
#include "nodes/name_tally.h"
#include "nodes/onprem/webhook_items.h"

namespace barograph {

namespace {

static_assert(kBodyPadding >= simdjson::SIMDJSON_PADDING);

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

std::string_view reasonOf(json::Fault fault)
{
    switch (fault) {
    case json::Fault::TooDeep:
        return "objects and arrays are nested too deeply";
    case json::Fault::Limit:
        return "too many items in one request";
    case json::Fault::None:
    case json::Fault::Syntax:
        break;
    }
    return "not well-formed JSON";
}

class OnPremDecoder final : public Decoder
{
public:
    explicit OnPremDecoder(const DecodeLimits &limits)
        : m_limits(limits)
    {}

    tl::expected<DecodeStats, DecodeError> decode(PaddedBody body, const DecodeContext &context,
                                                  std::vector<DecodedItem> &out) override;

private:
    json::Fault readBody(simdjson::ondemand::document &document, const DecodeContext &context,
                         std::vector<DecodedItem> &out);
    json::Fault readPart(BodyPart part, json::Value &value, const DecodeContext &context,
                         std::vector<DecodedItem> &out);
    json::Fault readItem(BodyPart part, json::Value &value, const DecodeContext &context,
                         std::vector<DecodedItem> &out);

    DecodeLimits m_limits;
    simdjson::ondemand::parser m_parser;
    DecodeStats m_stats;
    std::size_t m_sizeBefore = 0; ///< of `out`, when this body began
};

tl::expected<DecodeStats, DecodeError> OnPremDecoder::decode(PaddedBody body, const DecodeContext &context,
                                                             std::vector<DecodedItem> &out)
{
    if (body.size == 0)
        return tl::unexpected(DecodeError{"empty body"});
    simdjson::ondemand::document document;
    const auto error = m_parser.iterate(body.data, body.size, body.size + kBodyPadding).get(document);
    if (error == simdjson::EMPTY)
        return tl::unexpected(DecodeError{"empty body"});
    if (error == simdjson::UTF8_ERROR)
        return tl::unexpected(DecodeError{"not valid UTF-8"});
    if (error != simdjson::SUCCESS)
        return tl::unexpected(DecodeError{reasonOf(json::Fault::Syntax)});

    m_sizeBefore = out.size();
    m_stats = {};
    json::Fault fault = readBody(document, context, out);
    // Behind the closing brace there must be nothing.
    if (fault == json::Fault::None && document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        fault = json::Fault::Syntax;
    if (fault != json::Fault::None) {
        out.resize(m_sizeBefore);
        return tl::unexpected(DecodeError{reasonOf(fault)});
    }
    m_stats.items = static_cast<quint32>(out.size() - m_sizeBefore);
    return m_stats;
}

json::Fault OnPremDecoder::readBody(simdjson::ondemand::document &document, const DecodeContext &context,
                                    std::vector<DecodedItem> &out)
{
    simdjson::ondemand::object root;
    if (document.get_object().get(root) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    return json::forEachField(root, [&](std::string_view key, json::Value &value) {
        const BodyPart part = bodyPart(key);
        if (part == BodyPart::Unknown)
            context.unknownNames.add({}, key);
        if (part == BodyPart::Unknown || part == BodyPart::Contacts)
            return json::checkWhole(value, 1, m_limits.maxDepth);
        return readPart(part, value, context, out);
    });
}

json::Fault OnPremDecoder::readPart(BodyPart part, json::Value &value, const DecodeContext &context,
                                    std::vector<DecodedItem> &out)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type != simdjson::ondemand::json_type::array) {
        if (type != simdjson::ondemand::json_type::null)
            ++m_stats.rejected;
        return json::checkWhole(value, 1, m_limits.maxDepth);
    }
    simdjson::ondemand::array items;
    if (value.get_array().get(items) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    return json::forEachElement(items, [&](json::Value &item) {
        if (out.size() - m_sizeBefore + m_stats.rejected >= m_limits.maxItems)
            return json::Fault::Limit;
        return readItem(part, item, context, out);
    });
}

json::Fault OnPremDecoder::readItem(BodyPart part, json::Value &value, const DecodeContext &context,
                                    std::vector<DecodedItem> &out)
{
    constexpr std::size_t kItemDepth = 2; // inside the body and its array
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type != simdjson::ondemand::json_type::object) {
        ++m_stats.rejected;
        return json::checkWhole(value, kItemDepth, m_limits.maxDepth);
    }
    if (part == BodyPart::Statuses)
        return onprem::readStatus(value, kItemDepth, m_limits, context, out.emplace_back());
    if (part == BodyPart::Messages)
        return onprem::readMessage(value, kItemDepth, m_limits, context, out.emplace_back());
    out.emplace_back().apart = part == BodyPart::Errors ? ApartKind::ErrorNotice : ApartKind::ServiceNotice;
    return json::checkWhole(value, kItemDepth, m_limits.maxDepth);
}

} // namespace

std::unique_ptr<Decoder> makeOnPremDecoder(const DecodeLimits &limits)
{
    return std::make_unique<OnPremDecoder>(limits);
}

} // namespace barograph
