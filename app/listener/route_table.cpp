// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/route_table.h"

#include "ingest/webhook_secret.h"

namespace barograph {

namespace {

constexpr std::string_view kPrefix = "/hook/";

/// Cuts off and returns what is in front of the next slash or question mark.
std::string_view takeSegment(std::string_view &rest)
{
    const auto end = rest.find_first_of("/?");
    const auto segment = rest.substr(0, end);
    rest.remove_prefix(segment.size());
    if (!rest.empty() && rest.front() == '/')
        rest.remove_prefix(1);
    return segment;
}

} // namespace

void RouteTable::add(std::string_view nodeId, std::string secret, NodeIndex node,
                     std::shared_ptr<const RoutePolicy> policy)
{
    m_routes.insert_or_assign(std::string(nodeId), Route{std::move(secret), node, std::move(policy)});
}

void RouteTable::remove(std::string_view nodeId)
{
    if (const auto route = m_routes.find(nodeId); route != m_routes.end())
        m_routes.erase(route);
}

const RouteTable::Route *RouteTable::find(std::string_view target) const
{
    // Compared against when there is no such node, so that both cases take the same path.
    static const std::string kNoSecret(kWebhookSecretChars, '-');
    if (target.substr(0, kPrefix.size()) != kPrefix)
        return nullptr;
    target.remove_prefix(kPrefix.size());
    const auto nodeId = takeSegment(target);
    const auto secret = takeSegment(target);
    const auto route = m_routes.find(nodeId);
    const bool known = route != m_routes.end();
    const bool same = sameSecret(secret, known ? route->second.secret : kNoSecret);
    return known && same ? &route->second : nullptr;
}

} // namespace barograph
