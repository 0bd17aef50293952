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

bool isAskedForHealth(NodeKind kind)
{
    return kind == NodeKind::OnPremises;
}

} // namespace barograph
