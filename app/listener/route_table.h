// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/auth/route_policy.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace barograph {

/// Which address belongs to which node: `/hook/<node id>/<secret>`, behind which further segments and a query are
/// tolerated. Not thread-safe.
class RouteTable
{
public:
    struct Route
    {
        std::string secret;
        NodeIndex node = 0;
        std::shared_ptr<const RoutePolicy> policy; ///< never null
    };

    void add(std::string_view nodeId, std::string secret, NodeIndex node,
             std::shared_ptr<const RoutePolicy> policy = RoutePolicy::addressOnly());
    void remove(std::string_view nodeId);

    /// The route of a request target, if the secret is right, else null. Neither the answer nor its duration tells a
    /// wrong secret from an unknown node. Valid until the table is changed.
    const Route *find(std::string_view target) const;

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, Route, Hash, std::equal_to<>> m_routes;
};

} // namespace barograph
