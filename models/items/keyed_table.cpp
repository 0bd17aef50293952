// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/keyed_table.h"

#include <QHash>
#include <QSet>

namespace barograph {

KeyedTable::KeyedTable(QStringList headers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_headers(std::move(headers))
{}

int KeyedTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeyedTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant KeyedTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &row = m_rows.at(index.row());
    const auto &cell = row.cells.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : cell.toolTip;
    case Qt::AccessibleTextRole:
        return QString(m_headers.at(index.column()) + QStringLiteral(": ") + cell.text);
    case Qt::TextAlignmentRole:
        return static_cast<int>((cell.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return cell.sortValue;
    case TruthRole:
        return static_cast<int>(cell.truth);
    default:
        return row.roles.value(role);
    }
}

QVariant KeyedTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return m_headers.value(section);
}

int KeyedTable::rowOf(const QString &key) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).key == key)
            return static_cast<int>(row);
    }
    return -1;
}

void KeyedTable::reconcile(const QList<KeyedRow> &wanted)
{
    QHash<QString, const KeyedRow *> byKey;
    for (const auto &row : wanted)
        byKey.insert(row.key, &row);

    for (auto row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (byKey.contains(m_rows.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const auto *now = byKey.take(m_rows.at(row).key);
        if (!(*now == m_rows.at(row)))
            replace(row, *now);
    }
    for (const auto &row : wanted) {
        if (byKey.remove(row.key))
            append(row);
    }
}

void KeyedTable::replace(int row, const KeyedRow &wanted)
{
    const auto before = std::exchange(m_rows[row], wanted);
    const auto last = static_cast<int>(m_headers.size()) - 1;
    QList<int> changedRoles;
    for (auto role = wanted.roles.begin(); role != wanted.roles.end(); ++role) {
        if (before.roles.value(role.key()) != role.value())
            changedRoles.append(role.key());
    }
    if (!changedRoles.isEmpty())
        Q_EMIT dataChanged(index(row, 0), index(row, last), changedRoles);
    for (int column = 0; column <= last; ++column) {
        if (!(before.cells.at(column) == wanted.cells.at(column)))
            Q_EMIT dataChanged(index(row, column), index(row, column));
    }
}

void KeyedTable::append(const KeyedRow &row)
{
    Q_ASSERT(row.cells.size() == m_headers.size());
    const auto place = static_cast<int>(m_rows.size());
    beginInsertRows({}, place, place);
    m_rows.append(row);
    endInsertRows();
}

void KeyedTable::removeFirst(int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    m_rows.remove(0, count);
    endRemoveRows();
}

} // namespace barograph
