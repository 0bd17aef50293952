// SPDX-License-Identifier: GPL-3.0-or-later
#include "app_settings.h"

#include "webhook_url.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace barograph::sim {
namespace {

namespace json = boost::json;
using Fault = std::optional<ApiError>;

ApiError badValue(const std::string &field, const std::string &why)
{
    return {400, 1009, field + ": " + why};
}

Fault readBool(const std::string &field, const json::value &value, bool &into)
{
    if (!value.is_bool())
        return badValue(field, "true or false is expected");
    into = value.get_bool();
    return std::nullopt;
}

// Documented as a string, sampled as a number: both are taken.
std::optional<std::int64_t> wholeNumber(const json::value &value)
{
    if (value.is_int64())
        return value.get_int64();
    if (!value.is_string() || value.get_string().empty() || value.get_string().size() > 10)
        return std::nullopt;
    std::int64_t number = 0;
    for (const char c : value.get_string()) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

Fault readNumber(const std::string &field, const json::value &value, std::int64_t low, std::int64_t high,
                 std::int64_t &into)
{
    const auto number = wholeNumber(value);
    if (!number || *number < low || *number > high)
        return badValue(field,
                        "a whole number from " + std::to_string(low) + " to " + std::to_string(high) + " is expected");
    into = *number;
    return std::nullopt;
}

Fault readConcurrency(const std::string &field, const json::value &value, std::int64_t &into)
{
    constexpr std::array<std::int64_t, 4> kAllowed{6, 12, 18, 24};
    const auto number = wholeNumber(value);
    if (!number || std::find(kAllowed.begin(), kAllowed.end(), *number) == kAllowed.end())
        return badValue(field, "one of 6, 12, 18, 24 is expected");
    into = *number;
    return std::nullopt;
}

Fault readUrl(const std::string &field, const json::value &value, std::string &into)
{
    if (!value.is_string())
        return badValue(field, "a string is expected");
    std::string text(value.get_string());
    if (!text.empty()) {
        if (const auto url = parseWebhookUrl(text); !url)
            return badValue(field, url.error());
    }
    into = std::move(text);
    return std::nullopt;
}

Fault readLogLevel(const std::string &field, const json::value &value, std::string &into)
{
    constexpr std::array<std::string_view, 5> kLevels{"debug", "info", "warning", "error", "critical"};
    const std::string text = value.is_string() ? std::string(value.get_string()) : std::string();
    if (std::find(kLevels.begin(), kLevels.end(), text) == kLevels.end())
        return badValue(field, "one of debug, info, warning, error, critical is expected");
    into = text;
    return std::nullopt;
}

Fault readAutoDownload(const std::string &field, const json::value &value, std::vector<std::string> &into)
{
    constexpr std::array<std::string_view, 6> kTypes{"audio", "document", "voice", "video", "image", "sticker"};
    if (!value.is_array())
        return badValue(field, "a list is expected");
    std::vector<std::string> types;
    for (const auto &element : value.get_array()) {
        const std::string text = element.is_string() ? std::string(element.get_string()) : std::string();
        if (std::find(kTypes.begin(), kTypes.end(), text) == kTypes.end())
            return badValue(field, "only audio, document, voice, video, image and sticker can be in the list");
        types.push_back(text);
    }
    into = std::move(types);
    return std::nullopt;
}

template<typename Read> Fault readObject(const std::string &field, const json::value &value, Read read)
{
    if (!value.is_object())
        return badValue(field, "an object is expected");
    for (const auto &member : value.get_object()) {
        const std::string name = field + "." + std::string(member.key());
        if (Fault fault = read(name, member.value()))
            return fault;
    }
    return std::nullopt;
}

ApiError unknownField(const std::string &field)
{
    return {400, 1010, field + " is not a setting"};
}

Fault readWebhooks(AppSettings &settings, const std::string &field, const json::value &value)
{
    if (field == "webhooks.url")
        return readUrl(field, value, settings.webhookUrl);
    if (field == "webhooks.max_concurrent_requests")
        return readConcurrency(field, value, settings.maxConcurrentRequests);
    if (field != "webhooks.message")
        return unknownField(field);
    return readObject(field, value, [&settings](const std::string &name, const json::value &inner) -> Fault {
        if (name == "webhooks.message.sent")
            return readBool(name, inner, settings.sentCallbacks);
        if (name == "webhooks.message.delivered")
            return readBool(name, inner, settings.deliveredCallbacks);
        if (name == "webhooks.message.read")
            return readBool(name, inner, settings.readCallbacks);
        return unknownField(name);
    });
}

bool *flag(AppSettings &settings, const std::string &field)
{
    const std::array<std::pair<std::string_view, bool *>, 6> kFlags{{
        {"sent_status", &settings.sentStatus},
        {"callback_persist", &settings.callbackPersist},
        {"notify_user_change_number", &settings.notifyUserChangeNumber},
        {"show_security_notifications", &settings.showSecurityNotifications},
        {"axolotl_context_striping_disabled", &settings.axolotlContextStripingDisabled},
        {"verbose_logging", &settings.verboseLogging},
    }};
    for (const auto &[name, member] : kFlags) {
        if (name == field)
            return member;
    }
    return nullptr;
}

Fault readField(AppSettings &settings, const std::string &field, const json::value &value)
{
    constexpr std::int64_t kDayMs = 24 * 3600 * 1000;
    if (bool *const member = flag(settings, field))
        return readBool(field, value, *member);
    if (field == "callback_backoff_delay_ms")
        return readNumber(field, value, 1, kDayMs, settings.backoffDelayMs);
    if (field == "max_callback_backoff_delay_ms")
        return readNumber(field, value, 1, kDayMs, settings.maxBackoffDelayMs);
    if (field == "heartbeat_interval")
        return readNumber(field, value, 1, 3600, settings.heartbeatIntervalS);
    if (field == "unhealthy_interval")
        return readNumber(field, value, 1, 3600, settings.unhealthyIntervalS);
    if (field == "wa_id") // the number itself: read-only, but a client may send back all that it got
        return std::nullopt;
    if (field == "log_level")
        return readLogLevel(field, value, settings.logLevel);
    if (field == "webhooks") {
        return readObject(field, value, [&settings](const std::string &name, const json::value &inner) {
            return readWebhooks(settings, name, inner);
        });
    }
    if (field == "media") {
        return readObject(field, value, [&settings](const std::string &name, const json::value &inner) -> Fault {
            return name == "media.auto_download" ? readAutoDownload(name, inner, settings.autoDownload)
                                                 : Fault(unknownField(name));
        });
    }
    if (field == "garbagecollector_enable") {
        return readObject(field, value, [&settings](const std::string &name, const json::value &inner) -> Fault {
            if (name == "garbagecollector_enable.messages")
                return readBool(name, inner, settings.collectMessages);
            if (name == "garbagecollector_enable.media")
                return readBool(name, inner, settings.collectMedia);
            return unknownField(name);
        });
    }
    return unknownField(field);
}

} // namespace

json::object toJson(const AppSettings &settings)
{
    json::array autoDownload;
    for (const auto &type : settings.autoDownload)
        autoDownload.emplace_back(type);
    return {
        {"axolotl_context_striping_disabled", settings.axolotlContextStripingDisabled},
        {"callback_backoff_delay_ms", settings.backoffDelayMs},
        {"callback_persist", settings.callbackPersist},
        {"garbagecollector_enable", {{"media", settings.collectMedia}, {"messages", settings.collectMessages}}},
        {"heartbeat_interval", settings.heartbeatIntervalS},
        {"log_level", settings.logLevel},
        {"max_callback_backoff_delay_ms", settings.maxBackoffDelayMs},
        {"media", {{"auto_download", std::move(autoDownload)}}},
        {"notify_user_change_number", settings.notifyUserChangeNumber},
        {"sent_status", settings.sentStatus},
        {"show_security_notifications", settings.showSecurityNotifications},
        {"unhealthy_interval", settings.unhealthyIntervalS},
        {"verbose_logging", settings.verboseLogging},
        {"wa_id", "16505550100"},
        {"webhooks",
         {{"max_concurrent_requests", settings.maxConcurrentRequests},
          {"message",
           {{"delivered", settings.deliveredCallbacks},
            {"read", settings.readCallbacks},
            {"sent", settings.sentCallbacks}}},
          {"url", settings.webhookUrl}}},
    };
}

tl::expected<AppSettings, ApiError> patched(const AppSettings &settings, const json::object &patch)
{
    AppSettings wanted = settings;
    for (const auto &member : patch) {
        if (Fault fault = readField(wanted, std::string(member.key()), member.value()))
            return tl::unexpected(*std::move(fault));
    }
    return wanted;
}

} // namespace barograph::sim
