// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node_traits.h"

#include <algorithm>

namespace barograph {

bool answersWithEmptyObject(NodeKind kind)
{
    return kind == NodeKind::PickyAssist;
}

bool asksForHandshake(NodeKind kind)
{
    return kind == NodeKind::CloudApi;
}

bool isAsked(const NodeConfig &node)
{
    if (!node.enabled)
        return false;
    return node.kind == NodeKind::OnPremises || !node.baseUrl.isEmpty() || !node.account.isEmpty();
}

bool isFedByTapOnly(const NodeConfig &node)
{
    return node.tap && !node.tap->besideWebhooks;
}

bool tellsMembers(NodeKind kind)
{
    return kind == NodeKind::OnPremises;
}

bool tellsSession(NodeKind kind)
{
    return kind != NodeKind::OnPremises && kind != NodeKind::CloudApi;
}

Millis askedEvery(const NodeConfig &node)
{
    const Millis configured{node.healthIntervalMs};
    switch (node.kind) {
    case NodeKind::CloudApi:
        return std::max(configured, kCloudAskedEvery);
    case NodeKind::PickyAssist:
        return std::max(configured, kPickyAskedEvery);
    default:
        return configured;
    }
}

} // namespace barograph
