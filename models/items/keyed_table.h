// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "items/roles.h"

#include <QAbstractTableModel>
#include <QList>
#include <QMap>
#include <QStringList>
#include <QVariant>

namespace barograph {

struct TableCell
{
    QString text;
    QVariant sortValue;
    Truth truth = Truth::Measured;
    QString toolTip;
    bool isNumber = false; ///< aligned to the right

    friend bool operator==(const TableCell &, const TableCell &) = default;
};

struct KeyedRow
{
    QString key; ///< unique within the table
    QList<TableCell> cells;
    QMap<int, QVariant> roles; ///< of the whole row, by ItemRole

    friend bool operator==(const KeyedRow &, const KeyedRow &) = default;
};

/// A read-only table whose rows keep their place as long as their key is there, so that selections and scroll
/// positions survive ten updates a second. Only cells that changed are announced. GUI thread.
class KeyedTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Row of this key, or −1.
    int rowOf(const QString &key) const;

protected:
    explicit KeyedTable(QStringList headers, QObject *parent);

    /// Makes the table hold these rows: gone ones are removed, the others stay in place, new ones come last.
    void reconcile(const QList<KeyedRow> &wanted);
    void append(const KeyedRow &row);
    void removeFirst(int count);

private:
    void replace(int row, const KeyedRow &wanted);

    QStringList m_headers;
    QList<KeyedRow> m_rows;
};

} // namespace barograph
