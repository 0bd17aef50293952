// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/json_walk.h"

namespace barograph::gateway {

/// Where a value is: how many objects and arrays are around it, and how many there may be.
struct Place
{
    std::size_t depth = 0;
    std::size_t maxDepth = 0;

    Place inside() const { return {depth + 1, maxDepth}; }
};

/// Passes over the value. Its text if it is a string, else empty: the last of two keys of the same name holds.
json::Fault readText(json::Value &value, Place place, std::string_view &text);
/// The same, but also gives a number's digits.
json::Fault readTextOrNumber(json::Value &value, Place place, std::string_view &text);
/// true, false, and both of them as strings; nothing for anything else.
json::Fault readFlag(json::Value &value, Place place, std::optional<bool> &flag);
/// Whether it is anything but null.
json::Fault readPresence(json::Value &value, Place place, bool &present);

/// `onField(key, value, place)` for the fields of an object; anything else is only passed over. `isObject` says which.
template<typename OnField> json::Fault readObject(json::Value &value, Place place, bool &isObject, OnField &&onField)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    isObject = type == simdjson::ondemand::json_type::object;
    if (!isObject)
        return json::checkWhole(value, place.depth, place.maxDepth);
    if (place.depth > place.maxDepth)
        return json::Fault::TooDeep;
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    const Place inner = place.inside();
    return json::forEachField(object,
                              [&](std::string_view key, json::Value &field) { return onField(key, field, inner); });
}

/// `onElement(value, place)` for each element of an array, and for the value itself if it is no array; not for null.
template<typename OnElement> json::Fault readOneOrMany(json::Value &value, Place place, OnElement &&onElement)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    if (type == simdjson::ondemand::json_type::null)
        return json::checkWhole(value, place.depth, place.maxDepth);
    if (type != simdjson::ondemand::json_type::array)
        return onElement(value, place);
    if (place.depth > place.maxDepth)
        return json::Fault::TooDeep;
    simdjson::ondemand::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return json::Fault::Syntax;
    const Place inner = place.inside();
    return json::forEachElement(array, [&](json::Value &element) { return onElement(element, inner); });
}

} // namespace barograph::gateway
