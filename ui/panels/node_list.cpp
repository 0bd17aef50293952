// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_list.h"

#include "items/node_list_model.h"
#include "panels/node_card.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace barograph {

namespace {

class CardDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {200, NodeCard::heightFor(option.font)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        NodeCard(index).paint(*painter, option.rect, option.font, option.palette, selected);
        painter->restore();
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override
    {
        if (event->type() != QEvent::ToolTip || !index.isValid())
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(), NodeCard(index).text(), view);
        return true;
    }
};

} // namespace

NodeList::NodeList(QWidget *parent)
    : QListView(parent)
    , m_nodes(new NodeListModel(this))
{
    setModel(m_nodes);
    setModelColumn(NodeListModel::NameColumn);
    setItemDelegate(new CardDelegate(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Numbers"));
    // A card shows all columns, the view only looks after one.
    connect(m_nodes, &QAbstractItemModel::dataChanged, this, [this] { viewport()->update(); });
}

void NodeList::setFrame(const FramePtr &frame, UtcTime now)
{
    m_nodes->setFrame(frame, now);
    if (!currentIndex().isValid() && m_nodes->rowCount() > 0)
        setCurrentIndex(m_nodes->index(0, NodeListModel::NameColumn));
}

QString NodeList::chosenId() const
{
    return currentIndex().data(NodeIdRole).toString();
}

void NodeList::choose(const QString &id)
{
    const int row = m_nodes->rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_nodes->index(row, NodeListModel::NameColumn));
}

void NodeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT chosen(chosenId());
}

} // namespace barograph
