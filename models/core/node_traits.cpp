// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/node_traits.h"

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

bool tellsMembers(NodeKind kind)
{
    return kind == NodeKind::OnPremises;
}

} // namespace barograph
