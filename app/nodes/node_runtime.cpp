// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/node_runtime.h"

#include "core/node_traits.h"
#include "nodes/asked/make_asked.h"
#include "nodes/onprem/probe.h"
#include "nodes/onprem/probe_session.h"
#include "queues/http/http_queue.h"

namespace barograph {

NodeRuntime::NodeRuntime() = default;
NodeRuntime::~NodeRuntime() = default;

NodeRuntimePtr makeNodeRuntime(const PolledNode &node, SecretStore &secrets, const HttpLimits &limits)
{
    auto runtime = std::make_shared<NodeRuntime>();
    runtime->node = node;
    if (node.config.kind == NodeKind::OnPremises) {
        runtime->session = std::make_unique<OnPremSession>(node.config, secrets, limits);
        runtime->probe = std::make_unique<OnPremProbe>(node.index, *runtime->session, nullptr);
    }
    if (node.config.kind != NodeKind::OnPremises && isAsked(node.config)) {
        AskedParts parts = makeAskedParts(node.index, node.config, secrets, limits, askedPace(node.config));
        runtime->asked = std::move(parts.session);
        runtime->probe = std::move(parts.probe);
    }
    if (node.config.outboundQueue)
        runtime->queue = std::make_unique<HttpQueue>(node.index, node.config, limits, nullptr);
    return runtime;
}

} // namespace barograph
