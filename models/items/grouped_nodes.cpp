// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/grouped_nodes.h"

#include "items/node_list_model.h"

#include <QCoreApplication>
#include <QMimeData>

#include <algorithm>
#include <numeric>

namespace barograph {

namespace {

struct GroupWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::GroupedNodes)
};

} // namespace

GroupedNodes::GroupedNodes(NodeListModel *source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{
    connect(source, &QAbstractItemModel::rowsInserted, this, &GroupedNodes::rebuild);
    connect(source, &QAbstractItemModel::rowsRemoved, this, &GroupedNodes::rebuild);
    connect(source, &QAbstractItemModel::dataChanged, this, &GroupedNodes::forward);
    rebuild();
}

QString GroupedNodes::nodeMimeType()
{
    return QStringLiteral("application/x-barograph-node");
}

int GroupedNodes::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int GroupedNodes::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_source->columnCount();
}

QVariant GroupedNodes::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    if (entry.heading)
        return headingData(entry, role);
    if (role == HeadingRole)
        return false;
    const int row = m_source->rowOf(entry.key);
    if (role == Qt::AccessibleTextRole && index.column() == 0) {
        // A list has one column, and what the others say is on the card as well.
        QStringList all;
        for (int column = 0; column < m_source->columnCount(); ++column)
            all << m_source->index(row, column).data(role).toString();
        return all.join(QStringLiteral(", "));
    }
    return m_source->index(row, index.column()).data(role);
}

QVariant GroupedNodes::headingData(const Entry &entry, int role) const
{
    const bool folded = isCollapsed(entry.key);
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1 (%2)").arg(entry.key).arg(memberCount(entry.key));
    case Qt::AccessibleTextRole:
        return folded ? GroupWords::tr("Group %1, %n number(s), folded", nullptr, memberCount(entry.key)).arg(entry.key)
                      : GroupWords::tr("Group %1, %n number(s)", nullptr, memberCount(entry.key)).arg(entry.key);
    case Qt::ToolTipRole:
        return folded ? GroupWords::tr("Press Space or Right to show the numbers of this group.")
                      : GroupWords::tr("Press Space or Left to fold this group away.");
    case HeadingRole:
        return true;
    case GroupRole:
        return entry.key;
    case CollapsedRole:
        return folded;
    default:
        return {};
    }
}

Qt::ItemFlags GroupedNodes::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const auto base = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    return m_entries[static_cast<std::size_t>(index.row())].heading ? base : base | Qt::ItemIsDragEnabled;
}

QStringList GroupedNodes::mimeTypes() const
{
    return {nodeMimeType()};
}

QMimeData *GroupedNodes::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || idAt(indexes.first().row()).isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(nodeMimeType(), idAt(indexes.first().row()).toUtf8());
    return data;
}

void GroupedNodes::setOrder(const QStringList &ids)
{
    if (ids == m_order)
        return;
    m_order = ids;
    rebuild();
}

void GroupedNodes::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild();
}

void GroupedNodes::setCollapsed(const QString &group, bool collapsed)
{
    if (collapsed == isCollapsed(group))
        return;
    if (collapsed)
        m_collapsed.insert(group);
    else
        m_collapsed.remove(group);
    rebuild();
    if (const int row = rowOfGroup(group); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int GroupedNodes::rowOfNode(const QString &id) const
{
    const auto found = std::find(m_entries.begin(), m_entries.end(), Entry{false, id});
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int GroupedNodes::rowOfGroup(const QString &group) const
{
    const auto found = std::find(m_entries.begin(), m_entries.end(), Entry{true, group});
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

QString GroupedNodes::idAt(int row) const
{
    if (row < 0 || row >= rowCount() || m_entries[static_cast<std::size_t>(row)].heading)
        return {};
    return m_entries[static_cast<std::size_t>(row)].key;
}

QString GroupedNodes::groupAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return index(row, 0).data(GroupRole).toString();
}

QStringList GroupedNodes::groups() const
{
    QStringList names;
    for (const int row : sourceOrder()) {
        const QString group = groupOf(row);
        if (!group.isEmpty() && !names.contains(group))
            names << group;
    }
    return names;
}

QStringList GroupedNodes::shownOrder() const
{
    QStringList ids;
    const auto order = sourceOrder();
    const auto addGroup = [&](const QString &group) {
        for (const int row : order) {
            if (groupOf(row) == group)
                ids << m_source->index(row, 0).data(NodeIdRole).toString();
        }
    };
    addGroup({});
    for (const QString &group : groups())
        addGroup(group);
    return ids;
}

QString GroupedNodes::groupOf(int sourceRow) const
{
    return m_source->index(sourceRow, 0).data(GroupRole).toString();
}

int GroupedNodes::memberCount(const QString &group) const
{
    int count = 0;
    for (int row = 0; row < m_source->rowCount(); ++row)
        count += groupOf(row) == group ? 1 : 0;
    return count;
}

bool GroupedNodes::passes(int sourceRow) const
{
    if (m_filter.isEmpty())
        return true;
    const QModelIndex node = m_source->index(sourceRow, NodeListModel::NameColumn);
    for (const int role : {int{Qt::DisplayRole}, int{NodeIdRole}, int{GroupRole}}) {
        if (node.data(role).toString().contains(m_filter, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

std::vector<int> GroupedNodes::sourceOrder() const
{
    std::vector<int> rows(static_cast<std::size_t>(m_source->rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    if (m_order.isEmpty())
        return rows;
    std::vector<qsizetype> places(rows.size());
    for (const int row : rows) {
        const qsizetype place = m_order.indexOf(m_source->index(row, 0).data(NodeIdRole).toString());
        places[static_cast<std::size_t>(row)] = place >= 0 ? place : m_order.size();
    }
    std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
        return places[static_cast<std::size_t>(a)] < places[static_cast<std::size_t>(b)];
    });
    return rows;
}

std::vector<GroupedNodes::Entry> GroupedNodes::wanted() const
{
    std::vector<Entry> entries;
    const auto order = sourceOrder();
    const auto addNodes = [&](const QString &group) {
        for (const int row : order) {
            if (groupOf(row) == group && passes(row))
                entries.push_back({false, m_source->index(row, 0).data(NodeIdRole).toString()});
        }
    };
    addNodes({});
    for (const QString &group : groups()) {
        const std::size_t heading = entries.size();
        entries.push_back({true, group});
        // Somebody who looks for a number wants to see it, folded or not.
        if (!isCollapsed(group) || !m_filter.isEmpty())
            addNodes(group);
        if (!m_filter.isEmpty() && entries.size() == heading + 1)
            entries.pop_back();
    }
    return entries;
}

void GroupedNodes::rebuild()
{
    const std::vector<Entry> next = wanted();
    // Row by row and not as a reset, so that the selection and the scroll position stay.
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::find(next.begin(), next.end(), m_entries[static_cast<std::size_t>(row)]) != next.end())
            continue;
        beginRemoveRows({}, row, row);
        m_entries.erase(m_entries.begin() + row);
        endRemoveRows();
    }
    for (std::size_t place = 0; place < next.size(); ++place) {
        if (place < m_entries.size() && m_entries[place] == next[place])
            continue;
        const auto from =
            std::find(m_entries.begin() + static_cast<std::ptrdiff_t>(place), m_entries.end(), next[place]);
        const int row = static_cast<int>(place);
        if (from == m_entries.end()) {
            beginInsertRows({}, row, row);
            m_entries.insert(m_entries.begin() + row, next[place]);
            endInsertRows();
        } else {
            const auto source = static_cast<int>(from - m_entries.begin());
            beginMoveRows({}, source, source, {}, row);
            std::rotate(m_entries.begin() + row, from, from + 1);
            endMoveRows();
        }
    }
}

void GroupedNodes::forward(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const bool nameChanged = topLeft.column() <= NodeListModel::NameColumn && roles.isEmpty();
    if (roles.contains(GroupRole) || (nameChanged && !m_filter.isEmpty())) {
        rebuild();
        for (const QString &group : groups()) {
            if (const int row = rowOfGroup(group); row >= 0)
                Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const int shown = rowOfNode(m_source->index(row, 0).data(NodeIdRole).toString());
        if (shown >= 0)
            Q_EMIT dataChanged(index(shown, topLeft.column()), index(shown, bottomRight.column()), roles);
    }
}

} // namespace barograph
