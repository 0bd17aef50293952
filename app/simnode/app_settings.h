// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_error.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace barograph::sim {

/// `/v1/settings/application`. Source: WhatsApp Business API reference, "Application settings"; where a default is not
/// documented, that of the documented sample.
struct AppSettings
{
    std::string webhookUrl;                 ///< empty: no callbacks are sent, they wait
    std::int64_t maxConcurrentRequests = 6; ///< 6, 12, 18 or 24; takes effect when CoreApp restarts
    bool sentCallbacks = true;              ///< webhooks.message.sent
    bool deliveredCallbacks = true;         ///< webhooks.message.delivered
    bool readCallbacks = true;              ///< webhooks.message.read
    bool sentStatus = true;                 ///< older switch for the same as sentCallbacks: both have to be on
    bool callbackPersist = true;
    std::int64_t backoffDelayMs = 3000; ///< linear: 3 s, 6 s, 9 s, …
    std::int64_t maxBackoffDelayMs = 900'000;
    std::int64_t heartbeatIntervalS = 5;
    std::int64_t unhealthyIntervalS = 30;
    std::vector<std::string> autoDownload;
    bool collectMessages = true; ///< garbagecollector_enable.messages
    bool collectMedia = false;   ///< garbagecollector_enable.media
    bool notifyUserChangeNumber = true;
    bool showSecurityNotifications = true;
    bool axolotlContextStripingDisabled = false;
    bool verboseLogging = false;
    std::string logLevel = "info";

    friend bool operator==(const AppSettings &, const AppSettings &) = default;
};

boost::json::object toJson(const AppSettings &settings);
/// What `settings` become by a PATCH: absent fields, also inside nested objects, stay as they are. Unknown fields and
/// bad values are refused as a whole, with the documented codes 1010 and 1009.
tl::expected<AppSettings, ApiError> patched(const AppSettings &settings, const boost::json::object &patch);

} // namespace barograph::sim
