// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_reply.h"
#include "http_types.h"
#include "node_state.h"
#include "queueing/token_bucket.h"

namespace barograph::sim {

/// Routes a request: access, rate limits, injected faults, then the handler. Pure but for the clocks it reads.
///
/// Limits (source: WhatsApp Business API reference, "Rate limits"): 50 requests a second with bursts of 150 for
/// /v1/messages, 20 with bursts of 60 for everything else together; in real time, and not for /sim and /queue.
class Api
{
public:
    explicit Api(NodeState &node);

    HttpReply handle(const HttpRequest &request);
    /// How long the answer to this request is to be held back.
    std::chrono::milliseconds delayFor(const HttpRequest &request) const;

private:
    HttpReply replyTo(const HttpRequest &request);
    bool admit(const HttpRequest &request);

    NodeState &m_node;
    queueing::TokenBucket m_messageRate{50, 150};
    queueing::TokenBucket m_otherRate{20, 60};
};

/// The masters' part of the API while no master is in charge or, in a cluster, no CoreApp is connected: error 1017.
std::optional<ApiError> masterRefusal(const NodeState &node);

// Handlers, one file each group. All return the whole reply; access was checked before.
HttpReply login(NodeState &node, const HttpRequest &request);
HttpReply logout(NodeState &node, const HttpRequest &request);
HttpReply createUser(NodeState &node, const HttpRequest &request);
HttpReply health(NodeState &node, const HttpRequest &request);
HttpReply appStats(NodeState &node, const HttpRequest &request);
HttpReply dbStats(NodeState &node, const HttpRequest &request);
HttpReply webMetrics(NodeState &node, const HttpRequest &request);
HttpReply readSettings(NodeState &node, const HttpRequest &request);
HttpReply changeSettings(NodeState &node, const HttpRequest &request);
HttpReply resetSettings(NodeState &node, const HttpRequest &request);
HttpReply readShards(NodeState &node, const HttpRequest &request);
HttpReply listGroups(NodeState &node, const HttpRequest &request);
HttpReply readGroup(NodeState &node, const HttpRequest &request);
HttpReply sendMessage(NodeState &node, const HttpRequest &request);
HttpReply readQueue(NodeState &node, const HttpRequest &request);
HttpReply pauseQueue(NodeState &node, const HttpRequest &request);
HttpReply resumeQueue(NodeState &node, const HttpRequest &request);
HttpReply enqueueMessages(NodeState &node, const HttpRequest &request);
HttpReply readCounters(NodeState &node, const HttpRequest &request);
HttpReply injectFault(NodeState &node, const HttpRequest &request);

} // namespace barograph::sim
