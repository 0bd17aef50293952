// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "frame/notices.h"
#include "listener/peer_info.h"
#include "nodes/decoder.h"

#include <string_view>

namespace barograph {

/// One webhook request that has proved what its route asks for. The body lives until take() returns.
struct HookRequest
{
    NodeIndex node = 0;
    PaddedBody body;
};

/// What is to be answered, and when.
struct HookOutcome
{
    enum class Kind : quint8 {
        Stored,     ///< 200 as soon as batch `ticket` is durable
        Nothing,    ///< 200 now: well-formed, but nothing in it that has to be kept
        Malformed,  ///< 400 with `reason`
        NoSuchNode, ///< 404: the node was removed while its request arrived
        Unavailable ///< 503: cannot be stored now, the client shall come again
    };

    Kind kind = Kind::Nothing;
    quint64 ticket = 0;      ///< never falls from one request to the next; 0 = none
    std::string_view reason; ///< fixed text, quotes nothing from the request
};

/// Takes what the listener receives. Called on the ingest thread.
class HookSink
{
public:
    virtual ~HookSink() = default;
    virtual HookOutcome take(const HookRequest &request) = 0;
    /// A request for this node was answered 4xx by the listener itself.
    virtual void badRequest(NodeIndex node) = 0;
    /// The same where no node can be told: wrong address, or not even HTTP.
    virtual void unroutableRequest() = 0;
    /// Beside one of the two above: the request was turned away for `reason`. No node: WrongSecret.
    virtual void refused(std::optional<NodeIndex> node, RefusalReason reason, const PeerInfo &peer) = 0;
    /// A verification handshake of this node was answered with its challenge.
    virtual void verified(NodeIndex node) = 0;
};

} // namespace barograph
