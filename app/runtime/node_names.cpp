// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/node_names.h"

namespace barograph {

void NodeNames::learn(const std::vector<NodeConfig> &nodes)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &node : nodes)
        m_names.insert(node.id, {node.name, node.simulated});
}

NodeNames::Name NodeNames::nameOf(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    return m_names.value(id, {id, false});
}

} // namespace barograph
