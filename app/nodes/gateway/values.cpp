// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gateway/values.h"

namespace barograph::gateway {

using simdjson::ondemand::json_type;

json::Fault readText(json::Value &value, Place place, std::string_view &text)
{
    std::optional<std::string_view> read;
    const auto fault = json::readText(value, place.depth, place.maxDepth, read);
    text = read.value_or(std::string_view());
    return fault;
}

json::Fault readTextOrNumber(json::Value &value, Place place, std::string_view &text)
{
    std::optional<std::string_view> read;
    const auto fault = json::readTextOrNumber(value, place.depth, place.maxDepth, read);
    text = read.value_or(std::string_view());
    return fault;
}

json::Fault readFlag(json::Value &value, Place place, std::optional<bool> &flag)
{
    flag.reset();
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type == json_type::boolean) {
        bool read = false;
        if (value.get_bool().get(read) != simdjson::SUCCESS)
            return json::Fault::Syntax;
        flag = read;
        return json::Fault::None;
    }
    std::string_view text;
    const auto fault = readText(value, place, text);
    if (text == "true" || text == "false")
        flag = text == "true";
    return fault;
}

json::Fault readPresence(json::Value &value, Place place, bool &present)
{
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    present = type != json_type::null;
    return json::checkWhole(value, place.depth, place.maxDepth);
}

} // namespace barograph::gateway
