// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_types.h"
#include "nodes/node_probe.h"
#include "queues/queue_adapter.h"

#include <memory>

namespace barograph {

class AskedSession;
class OnPremSession;
class SecretStore;

/// A configured node together with the number it has in this run.
struct PolledNode
{
    NodeIndex index = 0;
    NodeConfig config;

    friend bool operator==(const PolledNode &, const PolledNode &) = default;
};

/// All that lives on the poller thread for one node. Held by the poller, and by a control until that has ended, so
/// that taking a node out of the configuration cannot pull it away under a control.
struct NodeRuntime
{
    PolledNode node;
    std::unique_ptr<OnPremSession> session; ///< for NodeKind::OnPremises, else null
    std::unique_ptr<AskedSession> asked;    ///< for the other kinds, where they are asked, else null
    std::unique_ptr<NodeProbe> probe;       ///< null for nodes that are not asked
    std::unique_ptr<QueueAdapter> queue;    ///< null if no outbound queue is configured

    NodeRuntime();
    ~NodeRuntime();
};
using NodeRuntimePtr = std::shared_ptr<NodeRuntime>;

/// Makes the parts that this kind of node has. A new kind gets its folder below nodes/ and its case in here.
NodeRuntimePtr makeNodeRuntime(const PolledNode &node, SecretStore &secrets, const HttpLimits &limits);

} // namespace barograph
