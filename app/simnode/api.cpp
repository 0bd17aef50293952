// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

#include <array>
#include <string_view>

namespace barograph::sim {
namespace {

using SteadyClock = std::chrono::steady_clock;

enum class Access : std::uint8_t {
    Open,    ///< no authorization, or the handler's own
    Monitor, ///< Bearer or the monitoring key
    User,    ///< Bearer
    Admin    ///< Bearer of admin
};

struct Route
{
    std::string_view method;
    std::string_view path; ///< with a trailing slash: and one more segment
    Access access;
    HttpReply (*handler)(NodeState &, const HttpRequest &);
    const char *metric; ///< as `method` in the metrics; null = not part of WhatsApp's API
};

HttpReply root(NodeState &, const HttpRequest &)
{
    HttpReply reply;
    reply.contentType = "text/html";
    reply.body = "<!doctype html><title>SIMULATED WhatsApp Business API client</title>";
    return reply;
}

constexpr std::array<Route, 21> kRoutes{{
    {"GET", "/", Access::Open, root, "GET"},
    {"POST", "/v1/users/login", Access::Open, login, "POST_v1_users_login"},
    {"POST", "/v1/users/logout", Access::User, logout, "POST_v1_users_logout"},
    {"POST", "/v1/users", Access::Admin, createUser, "POST_v1_users"},
    {"GET", "/v1/health", Access::Monitor, health, "GET_v1_health"},
    {"GET", "/v1/stats/app", Access::Monitor, appStats, "GET_v1_stats_app"},
    {"GET", "/v1/stats/db", Access::Monitor, dbStats, "GET_v1_stats_db"},
    {"GET", "/metrics", Access::Monitor, webMetrics, "GET_metrics"},
    {"GET", "/v1/settings/application", Access::Admin, readSettings, "GET_v1_settings_application"},
    {"PATCH", "/v1/settings/application", Access::Admin, changeSettings, "PATCH_v1_settings_application"},
    {"DELETE", "/v1/settings/application", Access::Admin, resetSettings, "DELETE_v1_settings_application"},
    {"GET", "/v1/account/shards", Access::Admin, readShards, "GET_v1_account_shards"},
    {"GET", "/v1/groups", Access::User, listGroups, "GET_v1_groups"},
    {"GET", "/v1/groups/", Access::User, readGroup, "GET_v1_groups_group_id"},
    {"POST", "/v1/messages", Access::User, sendMessage, "POST_v1_messages"},
    {"GET", "/queue", Access::Open, readQueue, nullptr},
    {"POST", "/queue/pause", Access::Open, pauseQueue, nullptr},
    {"POST", "/queue/resume", Access::Open, resumeQueue, nullptr},
    {"POST", "/queue/messages", Access::Open, enqueueMessages, nullptr},
    {"GET", "/sim/counters", Access::Open, readCounters, nullptr},
    {"POST", "/sim/fault", Access::Open, injectFault, nullptr},
}};

bool startsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

bool matches(std::string_view path, std::string_view pattern)
{
    if (pattern.size() > 1 && pattern.back() == '/') {
        return path.size() > pattern.size() && startsWith(path, pattern) &&
               path.find('/', pattern.size()) == std::string_view::npos;
    }
    return path == pattern;
}

bool isWhatsApp(std::string_view path)
{
    return !startsWith(path, "/queue") && !startsWith(path, "/sim/");
}

const Route *findRoute(const HttpRequest &request, bool &pathKnown)
{
    for (const Route &route : kRoutes) {
        if (!matches(request.path, route.path))
            continue;
        pathKnown = true;
        if (route.method == request.method)
            return &route;
    }
    return nullptr;
}

std::string after(const std::string &text, std::string_view prefix)
{
    return startsWith(text, prefix) ? text.substr(prefix.size()) : std::string();
}

std::optional<ApiError> refusal(const NodeState &node, const HttpRequest &request, Access access)
{
    if (access == Access::Open)
        return std::nullopt;
    if (const std::string key = after(request.authorization, "Apikey "); !key.empty()) {
        if (node.monitoringKey.empty() || !equalSecrets(key, node.monitoringKey))
            return ApiError{401, 1005, "The API key is not valid"};
        if (access == Access::Monitor)
            return std::nullopt;
        return ApiError{403, 1005, "The API key is for /v1/health, /metrics and /v1/stats only"};
    }
    const std::string token = after(request.authorization, "Bearer ");
    const auto user = token.empty() ? std::nullopt : node.accounts.user(token, Accounts::Clock::now());
    if (!user)
        return ApiError{401, 1005, "A valid token is required: log in again"};
    if (access == Access::Admin && !user->admin)
        return ApiError{403, 1005, "Only admin may do this"};
    return std::nullopt;
}

HttpReply answer(NodeState &node, const HttpRequest &request, const Route *route, bool pathKnown)
{
    if (route == nullptr) {
        if (pathKnown)
            return apiReply(ApiError{405, 1005, request.method + " is not allowed here"});
        return apiReply(ApiError{404, 1006, "There is no " + request.path.substr(0, 200)});
    }
    if (const auto refused = refusal(node, request, route->access))
        return apiReply(*refused);
    return route->handler(node, request);
}

} // namespace

Api::Api(NodeState &node)
    : m_node(node)
{}

bool Api::admit(const HttpRequest &request)
{
    const queueing::ModelTime now = SteadyClock::now().time_since_epoch();
    auto &bucket = startsWith(request.path, "/v1/messages") ? m_messageRate : m_otherRate;
    return bucket.take(now);
}

std::chrono::milliseconds Api::delayFor(const HttpRequest &request) const
{
    return isWhatsApp(request.path) ? m_node.faults.delay : std::chrono::milliseconds::zero();
}

HttpReply Api::handle(const HttpRequest &request)
{
    HttpReply reply = replyTo(request);
    reply.headers.emplace_back("Date", httpDate(m_node.clock.byNode(std::chrono::system_clock::now())));
    return reply;
}

HttpReply Api::replyTo(const HttpRequest &request)
{
    bool pathKnown = false;
    const Route *route = findRoute(request, pathKnown);
    if (!isWhatsApp(request.path))
        return answer(m_node, request, route, pathKnown);

    const auto began = SteadyClock::now();
    HttpReply reply;
    if (!admit(request)) {
        reply = apiReply(ApiError{429, 1015, "The limit of requests per second is reached: slow down"});
    } else if (m_node.faults.status != 0 && began < m_node.faults.statusUntil) {
        reply = apiReply(ApiError{m_node.faults.status, m_node.faults.status == 503 ? 1016 : 1014, "Injected fault"});
    } else {
        reply = answer(m_node, request, route, pathKnown);
    }
    if (m_node.faults.garbage)
        reply.body = std::string("\x16\x03\x01{\"health\":[[[", 15);

    const double tookMs = std::chrono::duration<double, std::milli>(SteadyClock::now() - began).count();
    const char *metric = route != nullptr ? route->metric : "other";
    m_node.web.requestsMs[{metric, std::to_string(reply.status)}].add(tookMs);
    ++m_node.web.requests;
    m_node.web.bytesOut += reply.body.size();
    return reply;
}

} // namespace barograph::sim
