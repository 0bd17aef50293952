// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_reply.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <cstdio>
#include <ctime>

namespace barograph::sim {
namespace {

boost::json::object metaObject()
{
    return {{"api_status", "stable"}, {"version", kClientVersion}};
}

} // namespace

const char *errorTitle(int code)
{
    switch (code) {
    case 1001:
        return "Message too long";
    case 1002:
        return "Invalid recipient type";
    case 1004:
        return "Resource already exists";
    case 1005:
        return "Access denied";
    case 1006:
        return "Resource not found";
    case 1008:
        return "Required parameter is missing";
    case 1009:
        return "Parameter value is not valid";
    case 1010:
        return "Parameter is not required";
    case 1011:
        return "Service not ready";
    case 1012:
        return "Group unknown";
    case 1013:
        return "User is not valid";
    case 1014:
        return "Internal error";
    case 1015:
        return "Too many requests";
    case 1016:
        return "System overloaded";
    case 1017:
        return "Not primary master";
    case 1018:
        return "Not primary coreapp";
    default:
        return "Generic error";
    }
}

HttpReply apiReply(boost::json::object payload, int status)
{
    payload["meta"] = metaObject();
    return plainReply(payload, status);
}

HttpReply apiReply(const ApiError &error)
{
    boost::json::object entry{{"code", error.code}, {"title", errorTitle(error.code)}, {"details", error.details}};
    HttpReply reply = apiReply(boost::json::object{{"errors", boost::json::array{std::move(entry)}}}, error.status);
    if (error.status == 401)
        reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"WhatsApp Business API\"");
    return reply;
}

HttpReply plainReply(const boost::json::object &payload, int status)
{
    HttpReply reply;
    reply.status = status;
    reply.body = boost::json::serialize(payload);
    return reply;
}

std::string httpDate(std::chrono::system_clock::time_point time)
{
    constexpr std::array<const char *, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char *, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kDays[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                  kMonths[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                  parts.tm_sec);
    return text.data();
}

tl::expected<boost::json::object, ApiError> bodyObject(const HttpRequest &request)
{
    if (request.body.empty())
        return boost::json::object{};
    boost::system::error_code error;
    auto value = boost::json::parse(request.body, error);
    if (error || !value.is_object())
        return tl::unexpected(ApiError{400, 1009, "The body has to be a JSON object"});
    return std::move(value.get_object());
}

std::string textField(const boost::json::object &object, const char *name)
{
    const auto *value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool wantsPrometheus(const HttpRequest &request)
{
    return request.query == "format=prometheus" || request.query.find("&format=prometheus") != std::string::npos ||
           request.query.rfind("format=prometheus&", 0) == 0;
}

} // namespace barograph::sim
