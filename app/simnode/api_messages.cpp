// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"
#include "recipient.h"

#include <boost/json/array.hpp>

namespace barograph::sim {

namespace json = boost::json;

HttpReply sendMessage(NodeState &node, const HttpRequest &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return apiReply(body.error());
    const auto recipient = readRecipient(node.simulation.directory(), *body);
    if (!recipient)
        return apiReply(recipient.error());
    const std::string type = body->contains("type") ? textField(*body, "type") : "text";
    const auto *content = body->if_contains(type);
    if (content == nullptr || !content->is_object())
        return apiReply(ApiError{400, 1008, "\"" + type.substr(0, 40) + "\" is required"});
    constexpr std::size_t kLongestText = 4096;
    if (type == "text" && textField(content->get_object(), "body").size() > kLongestText)
        return apiReply(ApiError{400, 1001, "At most 4096 characters can be sent"});

    const auto sent = node.simulation.send(recipient->participant, recipient->group);
    auto &endpoint = node.simulation.counters(node.simulation.activeMember()).endpointMs;
    switch (sent.result) {
    case Simulation::SendResult::QueueFull:
        endpoint[{"sendMessage", "1016"}].add(1);
        return apiReply(ApiError{503, 1016, "Too many callbacks or messages are waiting: slow down"});
    case Simulation::SendResult::NotServed:
        endpoint[{"sendMessage", "1018"}].add(1);
        return apiReply(ApiError{500, 1018, "No CoreApp serves this recipient at present: try again"});
    case Simulation::SendResult::Accepted:
        break;
    }
    endpoint[{"sendMessage", "ok"}].add(1);
    json::object message{{"id", messageId(sent.message, false, node.salt)}};
    return apiReply(json::object{{"messages", json::array{std::move(message)}}}, 201);
}

} // namespace barograph::sim
