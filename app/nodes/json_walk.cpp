// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/json_walk.h"

#include <cstring>

namespace barograph::json {

namespace {

using simdjson::ondemand::json_type;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Removes at least one digit from the front.
bool takeDigits(std::string_view &text)
{
    const auto size = text.size();
    while (!text.empty() && isDigit(text.front()))
        text.remove_prefix(1);
    return text.size() < size;
}

bool takeChar(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

/// The scalar's own characters: simdjson gives everything up to the next token.
std::string_view trimmedToken(Value &value)
{
    std::string_view token = value.raw_json_token();
    while (!token.empty() && std::strchr(" \t\r\n", token.back()) != nullptr)
        token.remove_suffix(1);
    return token;
}

/// Passes over a string and gives its inside as it stands in the document.
Fault takeRawString(Value &value, std::string_view &inside)
{
    const std::string_view token = trimmedToken(value);
    simdjson::ondemand::raw_json_string raw;
    if (value.get_raw_json_string().get(raw) != simdjson::SUCCESS || token.size() < 2 || token.back() != '"')
        return Fault::Syntax;
    inside = token.substr(1, token.size() - 2);
    return Fault::None;
}

bool hasEscape(std::string_view inside)
{
    return !inside.empty() && std::memchr(inside.data(), '\\', inside.size()) != nullptr;
}

/// Booleans, null and numbers. Advancing over them is left to the iteration.
Fault checkBareScalar(std::string_view token)
{
    return token == "true" || token == "false" || token == "null" || isNumber(token) ? Fault::None : Fault::Syntax;
}

Fault checkObject(Value &value, std::size_t depth, std::size_t maxDepth)
{
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return Fault::Syntax;
    return forEachField(object, [&](std::string_view, Value &inner) { return checkWhole(inner, depth + 1, maxDepth); });
}

Fault checkArray(Value &value, std::size_t depth, std::size_t maxDepth)
{
    simdjson::ondemand::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return Fault::Syntax;
    return forEachElement(array, [&](Value &inner) { return checkWhole(inner, depth + 1, maxDepth); });
}

} // namespace

bool isNumber(std::string_view text)
{
    takeChar(text, '-');
    if (!takeChar(text, '0') && !takeDigits(text))
        return false;
    if (takeChar(text, '.') && !takeDigits(text))
        return false;
    if (takeChar(text, 'e') || takeChar(text, 'E')) {
        if (!takeChar(text, '+'))
            takeChar(text, '-');
        if (!takeDigits(text))
            return false;
    }
    return text.empty();
}

bool hasValidEscapes(std::string_view inside)
{
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] != '\\')
            continue;
        ++i;
        if (i == inside.size() || inside[i] == '\0' || std::strchr("\"\\/bfnrtu", inside[i]) == nullptr)
            return false;
        if (inside[i] != 'u')
            continue;
        for (int digit = 0; digit < 4; ++digit) {
            ++i;
            if (i == inside.size() || !isHexDigit(inside[i]))
                return false;
        }
    }
    return true;
}

Fault checkWhole(Value &value, std::size_t depth, std::size_t maxDepth)
{
    if (depth > maxDepth)
        return Fault::TooDeep;
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return Fault::Syntax;
    switch (type) {
    case json_type::object:
        return checkObject(value, depth, maxDepth);
    case json_type::array:
        return checkArray(value, depth, maxDepth);
    case json_type::string: {
        std::string_view inside;
        if (const Fault fault = takeRawString(value, inside); fault != Fault::None)
            return fault;
        return !hasEscape(inside) || hasValidEscapes(inside) ? Fault::None : Fault::Syntax;
    }
    case json_type::number:
    case json_type::boolean:
    case json_type::null:
        break;
    }
    return checkBareScalar(trimmedToken(value));
}

Fault readText(Value &value, std::size_t depth, std::size_t maxDepth, std::optional<std::string_view> &text)
{
    text.reset();
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return Fault::Syntax;
    if (type != json_type::string)
        return checkWhole(value, depth, maxDepth);
    const std::string_view token = trimmedToken(value);
    if (!hasEscape(token)) {
        std::string_view inside;
        const Fault fault = takeRawString(value, inside);
        if (fault == Fault::None)
            text = inside;
        return fault;
    }
    std::string_view unescaped;
    if (value.get_string().get(unescaped) == simdjson::SUCCESS) {
        text = unescaped;
        return Fault::None;
    }
    // Half a surrogate pair is no text, but no reason to refuse the body either.
    const bool wellFormed =
        token.size() >= 2 && token.back() == '"' && hasValidEscapes(token.substr(1, token.size() - 2));
    return wellFormed ? Fault::None : Fault::Syntax;
}

Fault readTextOrNumber(Value &value, std::size_t depth, std::size_t maxDepth, std::optional<std::string_view> &text)
{
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return Fault::Syntax;
    if (type != json_type::number)
        return readText(value, depth, maxDepth, text);
    const std::string_view token = trimmedToken(value);
    text = token;
    return checkBareScalar(token);
}

std::optional<std::string_view> keyOf(simdjson::ondemand::field &field)
{
    // Keys with escapes are rare: look for the closing quote first. Stage 1 has found that there is one.
    const char *const begin = field.key().raw();
    const char *end = begin;
    while (*end != '"' && *end != '\\')
        ++end;
    if (*end == '"')
        return std::string_view(begin, static_cast<std::size_t>(end - begin));
    std::string_view key;
    if (field.unescaped_key().get(key) != simdjson::SUCCESS)
        return std::nullopt;
    return key;
}

} // namespace barograph::json
