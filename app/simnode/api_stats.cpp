// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"
#include "member_metrics.h"

namespace barograph::sim {
namespace {

namespace json = boost::json;

HttpReply prometheusReply(std::string text)
{
    HttpReply reply;
    reply.contentType = "text/plain; version=0.0.4";
    reply.body = std::move(text);
    return reply;
}

void label(Metrics &metrics, const std::string &member)
{
    for (Metric &metric : metrics) {
        for (MetricSample &sample : metric.samples)
            sample.labels.emplace_back("node", member);
    }
}

bool isSingle(const NodeState &node)
{
    return node.simulation.cluster().topology() == Topology::Single;
}

} // namespace

// A single container answers with its metrics, a cluster with a map of them by member. A container that is gone has
// nothing to say, and masters make no traffic.
HttpReply appStats(NodeState &node, const HttpRequest &request)
{
    const auto &members = node.simulation.cluster().members();
    const auto says = [&](std::size_t member) {
        return members[member].alive && members[member].role == Role::CoreApp;
    };
    if (wantsPrometheus(request)) {
        Metrics all;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!says(i))
                continue;
            Metrics metrics = appMetrics(node, i);
            if (!isSingle(node))
                label(metrics, members[i].name);
            mergeInto(all, std::move(metrics));
        }
        return prometheusReply(toPrometheus(all));
    }
    json::object app;
    if (isSingle(node)) {
        app = toJson(appMetrics(node, 0));
    } else {
        for (std::size_t i = 0; i < members.size(); ++i)
            app[members[i].name] = says(i) ? toJson(appMetrics(node, i)) : json::object{};
    }
    return apiReply(json::object{{"stats", json::object{{"app", std::move(app)}}}});
}

// In a cluster only the primary master's entry is filled.
HttpReply dbStats(NodeState &node, const HttpRequest &request)
{
    if (const auto refused = masterRefusal(node))
        return apiReply(*refused);
    const Metrics metrics = dbMetrics(node);
    if (wantsPrometheus(request))
        return prometheusReply(toPrometheus(metrics));
    json::object db;
    if (isSingle(node)) {
        db = toJson(metrics);
    } else {
        for (const ClusterMember &member : node.simulation.cluster().members())
            db[member.name] = member.role == Role::PrimaryMaster ? toJson(metrics) : json::object{};
    }
    return apiReply(json::object{{"stats", json::object{{"db", std::move(db)}}}});
}

HttpReply webMetrics(NodeState &node, const HttpRequest &request)
{
    const Metrics metrics = webAppMetrics(node);
    if (wantsPrometheus(request))
        return prometheusReply(toPrometheus(metrics));
    return apiReply(json::object{{"metrics", toJson(metrics)}});
}

} // namespace barograph::sim
