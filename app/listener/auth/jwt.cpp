// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/jwt.h"

#include "listener/auth/base64.h"

#include <simdjson.h>

namespace barograph {

namespace {

using TokenRoom = std::array<char, kMostTokenChars + simdjson::SIMDJSON_PADDING>;

/// The parser of this thread, so that its memory is used again.
simdjson::dom::parser &tokenParser()
{
    thread_local simdjson::dom::parser parser(kMostTokenChars);
    return parser;
}

/// The object of one part of a token. Its strings live until the next call.
bool objectOf(std::string_view part, simdjson::dom::object &object)
{
    TokenRoom room{};
    const auto json = decodeBase64(part, Base64::Url, std::span<char>(room).first(kMostTokenChars));
    if (!json)
        return false;
    // In room of ours with the padding behind it; the parser keeps its own copy of strings.
    return tokenParser().parse(json->data(), json->size(), false).get_object().get(object) == simdjson::SUCCESS;
}

bool isHs256(std::string_view part)
{
    simdjson::dom::object header;
    std::string_view algorithm;
    return objectOf(part, header) && header["alg"].get_string().get(algorithm) == simdjson::SUCCESS &&
           algorithm == "HS256" && header["crit"].error() == simdjson::NO_SUCH_FIELD;
}

/// False: there is such a claim, and it is no number. Else `seconds` is the claim, or stays as it is.
bool readTime(const simdjson::dom::object &claims, std::string_view name, double &seconds)
{
    const auto claim = claims[name];
    return claim.error() == simdjson::NO_SUCH_FIELD || claim.get_double().get(seconds) == simdjson::SUCCESS;
}

} // namespace

RefusalReason judgeToken(std::string_view token, const KeyedMac &key, UtcTime now)
{
    const auto wrong = RefusalReason::WrongCredentials;
    if (token.size() > kMostTokenChars)
        return wrong;
    const auto firstDot = token.find('.');
    const auto lastDot = token.rfind('.');
    if (firstDot == std::string_view::npos || firstDot == lastDot || token.find('.', firstDot + 1) != lastDot)
        return wrong;
    const auto header = token.substr(0, firstDot);
    const auto payload = token.substr(firstDot + 1, lastDot - firstDot - 1);
    std::array<char, KeyedMac::kMostBytes> room{};
    const auto signature = decodeBase64(token.substr(lastDot + 1), Base64::Url, room);
    // Nothing of the token is looked into before its signature was right.
    if (!signature || !key.matches(token.substr(0, lastDot), *signature) || !isHs256(header))
        return wrong;

    simdjson::dom::object claims;
    double expires = std::numeric_limits<double>::infinity();
    double begins = -std::numeric_limits<double>::infinity();
    if (!objectOf(payload, claims) || !readTime(claims, "exp", expires) || !readTime(claims, "nbf", begins))
        return wrong;
    const double seconds = static_cast<double>(unixMillis(now)) / 1000;
    const auto leeway = static_cast<double>(kTokenLeeway.count());
    if (seconds >= expires + leeway || seconds < begins - leeway)
        return RefusalReason::ExpiredToken;
    return RefusalReason::None;
}

} // namespace barograph
