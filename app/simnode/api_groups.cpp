// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

#include <boost/json/array.hpp>

namespace barograph::sim {

namespace json = boost::json;

HttpReply listGroups(NodeState &, const HttpRequest &)
{
    json::array groups;
    for (std::uint32_t group = 1; group <= Directory::kGroups; ++group)
        groups.push_back(json::object{{"id", Directory::groupId(group)}});
    return apiReply(json::object{{"groups", std::move(groups)}});
}

HttpReply readGroup(NodeState &node, const HttpRequest &request)
{
    const auto group = Directory::group(request.path.substr(request.path.rfind('/') + 1));
    if (!group)
        return apiReply(ApiError{404, 1012, "There is no such group"});
    json::array participants;
    participants.reserve(Directory::kGroupMembers);
    participants.emplace_back(Directory::businessNumber());
    for (std::uint32_t i = 0; i < Directory::recipientsOfGroup(); ++i)
        participants.emplace_back(node.simulation.directory().number(Directory::groupMember(*group, i)));
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
