// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

namespace barograph::sim {

namespace json = boost::json;

// A single container says its own status; a cluster answers with a map by `hostname:containerId`.
HttpReply health(NodeState &node, const HttpRequest &)
{
    const Cluster &cluster = node.simulation.cluster();
    if (cluster.topology() == Topology::Single) {
        json::object only{{"gateway_status", gatewayText(cluster.members().front().gateway)}};
        return apiReply(json::object{{"health", std::move(only)}});
    }
    json::object members;
    for (const ClusterMember &member : cluster.members())
        members[member.name] =
            json::object{{"gateway_status", gatewayText(member.gateway)}, {"role", roleText(member.role)}};
    return apiReply(json::object{{"health", std::move(members)}});
}

HttpReply readShards(NodeState &node, const HttpRequest &)
{
    if (const auto refused = masterRefusal(node))
        return apiReply(*refused);
    return apiReply(json::object{{"account", json::object{{"shards", node.simulation.cluster().shards()}}}});
}

} // namespace barograph::sim
