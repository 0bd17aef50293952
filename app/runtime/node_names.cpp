// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/node_names.h"

#include <algorithm>

namespace barograph {

std::vector<PolledNode> NodeNames::setNodes(const std::vector<NodeConfig> &nodes)
{
    const std::lock_guard lock(m_mutex);
    std::vector<PolledNode> numbered;
    numbered.reserve(nodes.size());
    for (const auto &node : nodes) {
        auto known = std::find(m_ids.begin(), m_ids.end(), node.id);
        if (known == m_ids.end())
            known = m_ids.insert(m_ids.end(), node.id);
        numbered.push_back({static_cast<NodeIndex>(known - m_ids.begin()), node});
        m_names.insert(node.id, {node.name, node.simulated});
    }
    return numbered;
}

QString NodeNames::idOf(NodeIndex index) const
{
    const std::lock_guard lock(m_mutex);
    return index < m_ids.size() ? m_ids[index] : QString();
}

NodeNames::Name NodeNames::nameOf(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    return m_names.value(id, {id, false});
}

} // namespace barograph
