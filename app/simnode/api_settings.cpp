// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

namespace barograph::sim {
namespace {

/// Settings are broadcast through the primary: without one nothing can be written.
std::optional<ApiError> writeRefusal(const NodeState &node)
{
    if (node.simulation.cluster().connectedShards() > 0)
        return masterRefusal(node);
    return ApiError{500, 1017, "No primary at present: try again when the failover is over"};
}

} // namespace

namespace json = boost::json;

std::optional<ApiError> masterRefusal(const NodeState &node)
{
    const Simulation &simulation = node.simulation;
    if (simulation.cluster().topology() == Topology::Single)
        return std::nullopt;
    if (simulation.cluster().connectedShards() > 0 && !simulation.isMasterChanging())
        return std::nullopt;
    return ApiError{500, 1017, "No primary master at present: try again when the failover is over"};
}

HttpReply readSettings(NodeState &node, const HttpRequest &)
{
    if (const auto refused = masterRefusal(node))
        return apiReply(*refused);
    json::object application = toJson(node.settings);
    return apiReply(json::object{{"settings", json::object{{"application", std::move(application)}}}});
}

HttpReply changeSettings(NodeState &node, const HttpRequest &request)
{
    if (const auto refused = writeRefusal(node))
        return apiReply(*refused);
    const auto body = bodyObject(request);
    if (!body)
        return apiReply(body.error());
    const auto wanted = patched(node.settings, *body);
    if (!wanted)
        return apiReply(wanted.error());
    node.settings = *wanted;
    applySettings(node, false);
    return apiReply(json::object{});
}

HttpReply resetSettings(NodeState &node, const HttpRequest &)
{
    if (const auto refused = writeRefusal(node))
        return apiReply(*refused);
    node.settings = node.defaults;
    applySettings(node, false);
    return apiReply(json::object{});
}

} // namespace barograph::sim
