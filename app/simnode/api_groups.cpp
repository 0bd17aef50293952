// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

#include <boost/json/array.hpp>

namespace barograph::sim {

namespace json = boost::json;

namespace {

/// Groups are the CoreApp's business: while none is connected, whoever is asked is not the primary one.
std::optional<ApiError> noCoreApp(const NodeState &node)
{
    if (node.simulation.cluster().connectedShards() > 0)
        return std::nullopt;
    return ApiError{500, 1018, "No primary CoreApp at present: try again when the failover is over"};
}

} // namespace

HttpReply listGroups(NodeState &node, const HttpRequest &)
{
    if (const auto refused = noCoreApp(node))
        return apiReply(*refused);
    json::array groups;
    for (std::uint32_t group = 1; group <= Directory::kGroups; ++group)
        groups.push_back(json::object{{"id", Directory::groupId(group)}});
    return apiReply(json::object{{"groups", std::move(groups)}});
}

HttpReply readGroup(NodeState &node, const HttpRequest &request)
{
    if (const auto refused = noCoreApp(node))
        return apiReply(*refused);
    const auto group = Directory::group(request.path.substr(request.path.rfind('/') + 1));
    if (!group)
        return apiReply(ApiError{404, 1012, "There is no such group"});
    json::array participants;
    const Directory &directory = node.simulation.directory();
    participants.reserve(directory.recipientsOfGroup(*group) + 1);
    participants.emplace_back(Directory::businessNumber());
    for (std::uint32_t i = 0; i < directory.recipientsOfGroup(*group); ++i)
        participants.emplace_back(directory.number(Directory::groupMember(*group, i)));
    json::object found{
        {"admins", json::array{json::value(Directory::businessNumber())}},
        {"creation_time", Directory::groupCreated(*group)},
        {"creator", Directory::businessNumber()},
        {"participants", std::move(participants)},
        {"subject", Directory::groupSubject(*group)},
    };
    return apiReply(json::object{{"groups", json::array{std::move(found)}}});
}

} // namespace barograph::sim
