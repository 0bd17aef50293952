// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

#include <vector>

namespace barograph {

class NodeListModel;

/// The nodes of a NodeListModel under the headings of their groups: those without a group first, then each group where
/// its first node stands. One flat table, so that a list view can show it; the columns and roles of a node are those of
/// the source. Can be narrowed to nodes whose name, id or group holds a text. GUI thread.
class GroupedNodes : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit GroupedNodes(NodeListModel *source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

    /// Ids in the order of the configuration; nodes that are not among them come last.
    void setOrder(const QStringList &ids);
    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    void setCollapsed(const QString &group, bool collapsed);
    bool isCollapsed(const QString &group) const { return m_collapsed.contains(group); }

    /// −1 if the node is filtered out, folded away or not there.
    int rowOfNode(const QString &id) const;
    int rowOfGroup(const QString &group) const;
    /// What id the row has; empty for a heading.
    QString idAt(int row) const;
    QString groupAt(int row) const;
    /// All groups in use, in the order shown.
    QStringList groups() const;
    /// All ids in the order in which they are shown, also those folded away or filtered out.
    QStringList shownOrder() const;

    /// Type under which an id is dragged.
    static QString nodeMimeType();

private:
    struct Entry
    {
        bool heading = false;
        QString key; ///< id of the node, or name of the group

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    std::vector<Entry> wanted() const;
    std::vector<int> sourceOrder() const;
    void rebuild();
    void forward(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    bool passes(int sourceRow) const;
    QString groupOf(int sourceRow) const;
    QVariant headingData(const Entry &entry, int role) const;
    int memberCount(const QString &group) const;

    NodeListModel *m_source;
    QStringList m_order;
    QString m_filter;
    QSet<QString> m_collapsed;
    std::vector<Entry> m_entries;
};

} // namespace barograph
