// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

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
    void add(std::string_view nodeId, std::string secret, NodeIndex node);
    void remove(std::string_view nodeId);

    /// The node of a request target, if the secret is right. Neither the answer nor its duration tells a wrong secret
    /// from an unknown node.
    std::optional<NodeIndex> find(std::string_view target) const;

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Route
    {
        std::string secret;
        NodeIndex node = 0;
    };
    std::unordered_map<std::string, Route, Hash, std::equal_to<>> m_routes;
};

} // namespace barograph
