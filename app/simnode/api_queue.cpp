// SPDX-License-Identifier: GPL-3.0-or-later
// The bot's own send queue. Not part of WhatsApp's API: what a bot's queue might offer over HTTP.
#include "api.h"
#include "recipient.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace barograph::sim {
namespace {

namespace json = boost::json;

json::object queueObject(const NodeState &node)
{
    const auto &queue = node.simulation.outbound();
    std::int64_t oldestMs = 0;
    if (const auto oldest = queue.oldest()) {
        oldestMs =
            std::chrono::duration_cast<std::chrono::milliseconds>(node.clock.real(node.clock.now() - *oldest)).count();
    }
    json::object priorities;
    for (std::size_t i = 0; i < queueing::OutboundQueue::kPriorities; ++i)
        priorities[std::to_string(i)] = queue.depthOf(i);
    return {{"name", "outbound"},
            {"depth", queue.depth()},
            {"oldest_age_ms", std::max<std::int64_t>(oldestMs, 0)},
            {"paused", queue.isPaused()},
            {"priorities", std::move(priorities)}};
}

std::optional<std::int64_t> optionalNumber(const json::object &body, const char *name, std::int64_t fallback)
{
    const auto *value = body.if_contains(name);
    if (value == nullptr)
        return fallback;
    return value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
}

} // namespace

HttpReply readQueue(NodeState &node, const HttpRequest &)
{
    return plainReply(queueObject(node));
}

HttpReply pauseQueue(NodeState &node, const HttpRequest &request)
{
    const auto body = bodyObject(request);
    if (!body)
        return apiReply(body.error());
    if (textField(*body, "reason").empty())
        return apiReply(ApiError{400, 1008, "\"reason\" is required"});
    node.simulation.outbound().setPaused(true);
    return plainReply(queueObject(node));
}

HttpReply resumeQueue(NodeState &node, const HttpRequest &)
{
    node.simulation.outbound().setPaused(false);
    return plainReply(queueObject(node));
}

// {"to":"…","recipient_type":"individual|group","priority":0|1,"count":N}: the same message `count` times.
HttpReply enqueueMessages(NodeState &node, const HttpRequest &request)
{
    constexpr std::int64_t kMostAtOnce = 100'000;
    const auto body = bodyObject(request);
    if (!body)
        return apiReply(body.error());
    const auto recipient = readRecipient(node.simulation.directory(), *body);
    if (!recipient)
        return apiReply(recipient.error());
    const auto priority = optionalNumber(*body, "priority", 0);
    const auto count = optionalNumber(*body, "count", 1);
    if (!priority || *priority < 0 || *priority >= static_cast<std::int64_t>(queueing::OutboundQueue::kPriorities))
        return apiReply(ApiError{400, 1009, "\"priority\" is 0 (first) or 1"});
    if (!count || *count < 1 || *count > kMostAtOnce)
        return apiReply(ApiError{400, 1009, "\"count\" is 1 to 100000"});
    json::array ids;
    for (std::int64_t i = 0; i < *count; ++i) {
        const auto message = node.simulation.enqueue(recipient->participant, recipient->group,
                                                     static_cast<std::size_t>(*priority), false);
        if (!message)
            return apiReply(ApiError{503, 1016, "The queue is full"});
        ids.emplace_back(messageId(*message, false, node.salt));
    }
    json::object reply = queueObject(node);
    reply["ids"] = std::move(ids);
    return plainReply(reply, 201);
}

} // namespace barograph::sim
