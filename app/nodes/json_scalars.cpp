// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/json_scalars.h"

#include <charconv>

namespace barograph::json {

namespace {

template<typename Number> std::optional<Number> wholeNumber(std::string_view text)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace

std::optional<UtcTime> unixTimestamp(std::string_view text)
{
    constexpr qint64 kEndOf9999 = 253'402'300'799;
    const auto seconds = wholeNumber<qint64>(text);
    if (!seconds || *seconds <= 0 || *seconds > kEndOf9999)
        return std::nullopt;
    return UtcTime{Seconds{*seconds}};
}

quint32 errorNumber(std::string_view text)
{
    return wholeNumber<quint32>(text).value_or(0);
}

Fault readErrorCode(Value &value, std::size_t depth, std::size_t maxDepth, quint32 &code)
{
    code = 0;
    simdjson::ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return Fault::Syntax;
    return forEachField(object, [&](std::string_view key, Value &field) {
        if (key != "code")
            return checkWhole(field, depth + 1, maxDepth);
        std::optional<std::string_view> text;
        const Fault fault = readTextOrNumber(field, depth + 1, maxDepth, text);
        code = errorNumber(text.value_or(std::string_view()));
        return fault;
    });
}

Fault readFirstErrorCode(Value &value, std::size_t depth, std::size_t maxDepth, quint32 &code)
{
    using simdjson::ondemand::json_type;
    code = 0;
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return Fault::Syntax;
    if (type != json_type::array)
        return checkWhole(value, depth, maxDepth);
    simdjson::ondemand::array errors;
    if (value.get_array().get(errors) != simdjson::SUCCESS)
        return Fault::Syntax;
    bool first = true;
    return forEachElement(errors, [&](Value &error) {
        json_type errorType{};
        if (error.type().get(errorType) != simdjson::SUCCESS)
            return Fault::Syntax;
        const bool wanted = std::exchange(first, false) && errorType == json_type::object;
        return wanted ? readErrorCode(error, depth + 1, maxDepth, code) : checkWhole(error, depth + 1, maxDepth);
    });
}

} // namespace barograph::json
