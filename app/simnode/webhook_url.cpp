// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhook_url.h"

#include <algorithm>
#include <string_view>

namespace barograph::sim {
namespace {

tl::unexpected<std::string> refused(const char *why)
{
    return tl::unexpected<std::string>(why);
}

bool isLoopback(std::string_view host)
{
    return host == "localhost" || host == "::1" || host.substr(0, 4) == "127.";
}

bool isPlain(char c)
{
    return c > ' ' && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '\\';
}

tl::expected<std::uint16_t, std::string> parsePort(std::string_view digits)
{
    unsigned value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return refused("the port is not a number");
        value = value * 10 + static_cast<unsigned>(c - '0');
        if (value > 65535)
            return refused("the port is above 65535");
    }
    if (value == 0)
        return refused("the port is missing");
    return static_cast<std::uint16_t>(value);
}

} // namespace

tl::expected<WebhookUrl, std::string> parseWebhookUrl(const std::string &text)
{
    constexpr std::size_t kMaxLength = 2048;
    WebhookUrl url;
    std::string_view rest = text;
    if (text.size() > kMaxLength || !std::all_of(text.begin(), text.end(), isPlain))
        return refused("not an address");
    if (rest.substr(0, 8) == "https://") {
        rest.remove_prefix(8);
    } else if (rest.substr(0, 7) == "http://") {
        url.tls = false;
        url.port = 80;
        rest.remove_prefix(7);
    } else {
        return refused("it has to begin with https://");
    }

    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    const std::string_view target = rest.substr(authority.size());
    if (authority.find('@') != std::string_view::npos)
        return refused("a user name in the address is not supported");
    std::string_view port;
    if (authority.substr(0, 1) == "[") {
        const auto end = authority.find(']');
        if (end == std::string_view::npos)
            return refused("the bracket in the host is not closed");
        url.host = std::string(authority.substr(1, end - 1));
        port = authority.substr(end + 1);
    } else {
        const auto colon = authority.find(':');
        url.host = std::string(authority.substr(0, colon));
        port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
    }
    if (url.host.empty())
        return refused("the host is missing");
    if (!port.empty()) {
        if (port.front() != ':')
            return refused("not an address");
        const auto number = parsePort(port.substr(1));
        if (!number)
            return tl::unexpected(number.error());
        url.port = *number;
    }
    if (!url.tls && !isLoopback(url.host))
        return refused("plain http:// is accepted for loopback addresses only, use https://");
    url.target = std::string(target.substr(0, target.find('#')));
    if (url.target.empty() || url.target.front() != '/')
        url.target.insert(url.target.begin(), '/');
    return url;
}

} // namespace barograph::sim
