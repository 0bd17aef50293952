// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "help/key_hint.h"
#include "widgets/font_scaled.h"

#include <QListView>

namespace barograph {

class GroupedNodes;
class NodeListModel;

/// All nodes as cards, in the order of the configuration, under the headings of their groups. A heading is folded by
/// Left, Right, Space, Return or a click. A card can be dragged to another place.
class NodeList : public QListView
{
    Q_OBJECT

public:
    explicit NodeList(QWidget *parent = nullptr);

    static std::vector<KeyHint> keyHints();

    /// Chooses the first node while none is chosen.
    void setFrame(const FramePtr &frame, UtcTime now);
    /// Empty while there is none. Stays what it is while its card is folded away or filtered out.
    QString chosenId() const;
    /// A node that is not there yet is chosen when it comes, unless another one was chosen meanwhile.
    void choose(const QString &id);

    /// Ids in the order of the configuration; without it the frame's order is shown.
    void setOrder(const QStringList &ids);
    /// Only nodes whose name, id or group holds this.
    void setFilter(const QString &text);
    int nodeCount() const;
    /// Cards that pass the filter.
    int shownNodeCount() const;
    void setCollapsed(const QString &group, bool collapsed);
    QStringList collapsedGroups() const;
    /// False: cards cannot be dragged, because nobody would carry it out.
    void setReorderable(bool on);

    QSize sizeHint() const override { return {fontScaled(300, font()), 400}; }
    QSize minimumSizeHint() const override { return {fontScaled(240, font()), 120}; }

Q_SIGNALS:
    void chosen(const QString &id);
    /// `beforeId` is empty where it is to come last in the group.
    void moveRequested(const QString &id, const QString &group, const QString &beforeId);
    /// At this node, chosen by then.
    void menuRequested(const QPoint &globalPos);
    /// Return on, or a double click at, the chosen node.
    void editRequested(const QString &id);
    /// A letter was typed while the list has the focus.
    void typed(const QString &text);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void toggle(int row);
    bool isHeading(const QModelIndex &index) const;
    void showChosen();

    NodeListModel *m_nodes;
    GroupedNodes *m_shown;
    QString m_chosenId;
    QString m_wantedId;      ///< to be chosen as soon as a frame has it
    bool m_updating = false; ///< rows come and go by themselves; that chooses nothing
};

} // namespace barograph
