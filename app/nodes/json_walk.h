// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string_view>
#include <utility>

namespace barograph::json {

/// Strict walking over simdjson's on-demand documents. On-demand checks only what is looked at; these functions look
/// at everything, so that a body which is broken anywhere is found out before anything of it is used. More lenient than
/// simdjson in two points, because the node would send such a body again and again: numbers of any size, and \u escapes
/// that are half a surrogate pair. Depth counts the objects and arrays around a value.
enum class Fault { None, Syntax, TooDeep, Limit };

using Value = simdjson::ondemand::value;

/// Text of a JSON number as the grammar of RFC 8259 has it, of any size.
bool isNumber(std::string_view text);
/// Whether all escapes in the inside of a string are those of RFC 8259.
bool hasValidEscapes(std::string_view inside);

/// Looks at all of a value of any type and passes over it.
Fault checkWhole(Value &value, std::size_t depth, std::size_t maxDepth);
/// Passes over a value; its text if it is a string that can be had as UTF-8, else nothing. The text lives until the
/// document is left.
Fault readText(Value &value, std::size_t depth, std::size_t maxDepth, std::optional<std::string_view> &text);
/// The same, but also gives a number's digits.
Fault readTextOrNumber(Value &value, std::size_t depth, std::size_t maxDepth, std::optional<std::string_view> &text);

/// The key, with escapes resolved. Nothing if it is not well-formed.
std::optional<std::string_view> keyOf(simdjson::ondemand::field &field);

/// Calls `onField(key, value)`, which returns a Fault and must pass over the value, for each field in order.
template<typename OnField> Fault forEachField(simdjson::ondemand::object &object, OnField &&onField)
{
    for (auto result : object) {
        simdjson::ondemand::field field;
        if (std::move(result).get(field) != simdjson::SUCCESS)
            return Fault::Syntax;
        const auto key = keyOf(field);
        if (!key)
            return Fault::Syntax;
        if (const Fault fault = onField(*key, field.value()); fault != Fault::None)
            return fault;
    }
    return Fault::None;
}

/// Calls `onElement(value)` for each element in order; like forEachField.
template<typename OnElement> Fault forEachElement(simdjson::ondemand::array &array, OnElement &&onElement)
{
    for (auto result : array) {
        Value value;
        if (std::move(result).get(value) != simdjson::SUCCESS) // NOLINT(*-move-const-arg): get() wants it moved
            return Fault::Syntax;
        if (const Fault fault = onElement(value); fault != Fault::None)
            return fault;
    }
    return Fault::None;
}

} // namespace barograph::json
