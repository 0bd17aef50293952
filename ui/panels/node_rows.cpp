// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_rows.h"

#include "panels/node_card.h"

namespace barograph {

namespace {

bool haveSameIds(const FramePtr &a, const FramePtr &b)
{
    const auto sameId = [](const NodeFrame &x, const NodeFrame &y) { return x.id == y.id; };
    return a && b && std::equal(a->nodes.begin(), a->nodes.end(), b->nodes.begin(), b->nodes.end(), sameId);
}

} // namespace

void NodeRows::setFrame(const FramePtr &frame, UtcTime now)
{
    m_now = now;
    if (haveSameIds(m_frame, frame)) {
        m_frame = frame;
        if (!frame->nodes.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_frame = frame;
    endResetModel();
}

const NodeFrame *NodeRows::nodeAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_frame->nodes[static_cast<std::size_t>(row)] : nullptr;
}

int NodeRows::rowOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (nodeAt(row)->id == id)
            return row;
    }
    return -1;
}

int NodeRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_frame ? 0 : static_cast<int>(m_frame->nodes.size());
}

QVariant NodeRows::data(const QModelIndex &index, int role) const
{
    const NodeFrame *node = index.isValid() ? nodeAt(index.row()) : nullptr;
    if (!node)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return node->name;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return NodeCard(*node, m_now).text();
    default:
        return {};
    }
}

} // namespace barograph
