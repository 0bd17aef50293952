// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/prometheus_text.h"

#include <charconv>
#include <limits>
#include <optional>

namespace barograph {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
}

bool isNameChar(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

/// Reads one line from left to right. Every function leaves the cursor behind what it took.
class LineReader
{
public:
    explicit LineReader(std::string_view line)
        : m_rest(line)
    {}

    bool atEnd() const { return m_rest.empty(); }
    void skipBlanks()
    {
        while (!m_rest.empty() && isBlank(m_rest.front()))
            m_rest.remove_prefix(1);
    }
    bool take(char wanted)
    {
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    std::string_view takeName()
    {
        std::size_t length = 0;
        if (!m_rest.empty() && isNameStart(m_rest.front())) {
            length = 1;
            while (length < m_rest.size() && isNameChar(m_rest[length]))
                ++length;
        }
        return takeBytes(length);
    }
    std::string_view takeWord()
    {
        std::size_t length = 0;
        while (length < m_rest.size() && !isBlank(m_rest[length]))
            ++length;
        return takeBytes(length);
    }
    /// A quoted string with \\, \" and \n unescaped; nothing if it does not end.
    std::optional<std::string> takeQuoted()
    {
        if (!take('"'))
            return std::nullopt;
        std::string value;
        for (std::size_t i = 0; i < m_rest.size(); ++i) {
            const char c = m_rest[i];
            if (c == '"') {
                m_rest.remove_prefix(i + 1);
                return value;
            }
            if (c != '\\') {
                value.push_back(c);
                continue;
            }
            if (++i == m_rest.size())
                break;
            const char escaped = m_rest[i];
            if (escaped == 'n') {
                value.push_back('\n');
            } else {
                // An unknown escape keeps its backslash, as Prometheus itself reads it.
                if (escaped != '"' && escaped != '\\')
                    value.push_back('\\');
                value.push_back(escaped);
            }
        }
        return std::nullopt;
    }

private:
    std::string_view takeBytes(std::size_t length)
    {
        const std::string_view taken = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return taken;
    }

    std::string_view m_rest;
};

bool equalsIgnoringCase(std::string_view a, std::string_view lower)
{
    if (a.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const char c = a[i] >= 'A' && a[i] <= 'Z' ? static_cast<char>(a[i] - 'A' + 'a') : a[i];
        if (c != lower[i])
            return false;
    }
    return true;
}

std::optional<double> parseValue(std::string_view word)
{
    std::string_view digits = word;
    bool negative = false;
    if (!digits.empty() && (digits.front() == '+' || digits.front() == '-')) {
        negative = digits.front() == '-';
        digits.remove_prefix(1);
    }
    // from_chars would take a second sign, and "infinity" or "nan(...)" in forms that the format does not have.
    if (digits.empty() || digits.front() == '-' || digits.front() == '+')
        return std::nullopt;
    double value = 0;
    if (equalsIgnoringCase(digits, "inf") || equalsIgnoringCase(digits, "infinity")) {
        value = std::numeric_limits<double>::infinity();
    } else if (equalsIgnoringCase(digits, "nan")) {
        value = std::numeric_limits<double>::quiet_NaN();
    } else {
        if (digits.front() != '.' && (digits.front() < '0' || digits.front() > '9'))
            return std::nullopt;
        const char *end = digits.data() + digits.size();
        const auto [stopped, error] = std::from_chars(digits.data(), end, value);
        if (error != std::errc{} || stopped != end)
            return std::nullopt;
    }
    return negative ? -value : value;
}

/// After the opening brace; takes the closing one.
bool takeLabels(LineReader &reader, PrometheusSample &sample, const PrometheusLimits &limits)
{
    reader.skipBlanks();
    while (!reader.take('}')) {
        const std::string_view name = reader.takeName();
        if (name.empty() || sample.labels.size() == limits.maxLabels)
            return false;
        reader.skipBlanks();
        if (!reader.take('='))
            return false;
        reader.skipBlanks();
        auto value = reader.takeQuoted();
        if (!value)
            return false;
        sample.labels.emplace_back(std::string(name), std::move(*value));
        reader.skipBlanks();
        // Without a comma only the closing brace may follow.
        if (!reader.take(','))
            return reader.take('}');
        reader.skipBlanks();
    }
    return true;
}

std::optional<PrometheusSample> parseLine(std::string_view line, const PrometheusLimits &limits)
{
    LineReader reader(line);
    PrometheusSample sample;
    sample.name = reader.takeName();
    if (sample.name.empty())
        return std::nullopt;
    reader.skipBlanks();
    if (reader.take('{') && !takeLabels(reader, sample, limits))
        return std::nullopt;
    reader.skipBlanks();
    const auto value = parseValue(reader.takeWord());
    if (!value)
        return std::nullopt;
    sample.value = *value;
    reader.skipBlanks();
    if (!reader.atEnd() && !parseValue(reader.takeWord())) // timestamp
        return std::nullopt;
    reader.skipBlanks();
    return reader.atEnd() ? std::optional(std::move(sample)) : std::nullopt;
}

} // namespace

PrometheusText parsePrometheusText(std::string_view text, const PrometheusLimits &limits)
{
    PrometheusText result;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        std::string_view line = text.substr(0, newline);
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
        while (!line.empty() && (isBlank(line.back()) || line.back() == '\r'))
            line.remove_suffix(1);
        while (!line.empty() && isBlank(line.front()))
            line.remove_prefix(1);
        if (line.empty() || line.front() == '#')
            continue;
        if (result.samples.size() == limits.maxSamples) {
            result.truncated = true;
            break;
        }
        auto sample = line.size() <= limits.maxLineBytes ? parseLine(line, limits) : std::nullopt;
        if (sample)
            result.samples.push_back(std::move(*sample));
        else
            ++result.rejectedLines;
    }
    return result;
}

} // namespace barograph
