// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/handshake.h"

#include "ingest/webhook_secret.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace barograph {

namespace {

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded.push_back(text[i] == '+' ? ' ' : text[i]);
            continue;
        }
        unsigned char byte = 0;
        if (i + 2 >= text.size())
            return std::nullopt;
        const char *const end = text.data() + i + 3;
        if (std::from_chars(text.data() + i + 1, end, byte, 16).ptr != end)
            return std::nullopt;
        decoded.push_back(static_cast<char>(byte));
        i += 2;
    }
    return decoded;
}

/// The value of the only parameter of that name.
std::optional<std::string> parameterOf(std::string_view query, std::string_view name)
{
    std::optional<std::string_view> value;
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        if (pair.substr(0, equals) != name)
            continue;
        if (value)
            return std::nullopt;
        value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
    }
    return value ? percentDecoded(*value) : std::nullopt;
}

bool canBeSentBack(std::string_view challenge)
{
    return !challenge.empty() && challenge.size() <= kLongestChallenge &&
           std::all_of(challenge.begin(), challenge.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

Handshake judgeHandshake(std::string_view target, std::string_view verifyToken, std::string &challenge)
{
    const auto question = target.find('?');
    auto query = question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
    query = query.substr(0, query.find('#'));
    const auto token = parameterOf(query, "hub.verify_token");
    if (!token || verifyToken.empty() || !sameSecret(*token, verifyToken) ||
        parameterOf(query, "hub.mode") != "subscribe")
        return Handshake::WrongToken;
    auto given = parameterOf(query, "hub.challenge");
    if (!given || !canBeSentBack(*given))
        return Handshake::BadChallenge;
    challenge = *std::move(given);
    return Handshake::Right;
}

} // namespace barograph
