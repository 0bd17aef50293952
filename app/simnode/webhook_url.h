// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace barograph::sim {

/// A webhook address taken apart.
struct WebhookUrl
{
    bool tls = true;
    std::string host; ///< without brackets
    std::uint16_t port = 443;
    std::string target; ///< path and query, at least "/"

    friend bool operator==(const WebhookUrl &, const WebhookUrl &) = default;
};

/// A real node refuses plain http:// altogether; here it is accepted for loopback addresses. The error says why the
/// address is refused.
tl::expected<WebhookUrl, std::string> parseWebhookUrl(const std::string &text);

} // namespace barograph::sim
