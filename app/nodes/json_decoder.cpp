// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/json_decoder.h"

namespace barograph {

namespace {

static_assert(kBodyPadding >= simdjson::SIMDJSON_PADDING);

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

} // namespace

tl::expected<DecodeStats, DecodeError> JsonDecoder::decode(PaddedBody body, const DecodeContext &context,
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
    simdjson::ondemand::object root;
    if (error != simdjson::SUCCESS || document.get_object().get(root) != simdjson::SUCCESS)
        return tl::unexpected(DecodeError{reasonOf(json::Fault::Syntax)});

    Taking taking(m_limits, context, out);
    json::Fault fault = readRoot(root, taking);
    // Behind the closing brace there must be nothing.
    if (fault == json::Fault::None && document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        fault = json::Fault::Syntax;
    if (fault != json::Fault::None) {
        taking.takeBack();
        return tl::unexpected(DecodeError{reasonOf(fault)});
    }
    return taking.stats();
}

} // namespace barograph
