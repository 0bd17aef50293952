// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace barograph {

/// Makes the cells of a KeyedTable look like what they are: what is not there or not fresh is told by words, slant and
/// colour; times are local.
class TruthDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// A read-only, sortable table of a KeyedTable, with a text in its place while it is empty.
class TableView : public QTreeView
{
    Q_OBJECT

public:
    TableView(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent = nullptr);

    void setEmptyText(const QString &text);
    /// Sorts by SortRole; unknown cells come last.
    void sortBy(int column, Qt::SortOrder order);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSortFilterProxyModel *m_sorted;
    QString m_emptyText;
};

} // namespace barograph
