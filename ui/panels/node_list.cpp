// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_list.h"

#include "panels/node_card.h"
#include "panels/node_rows.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace barograph {

namespace {

class CardDelegate : public QStyledItemDelegate
{
public:
    CardDelegate(const NodeRows &rows, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_rows(rows)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {200, NodeCard::heightFor(option.font)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const NodeFrame *node = m_rows.nodeAt(index.row());
        if (!node)
            return;
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        NodeCard(*node, m_rows.now()).paint(*painter, option.rect, option.font, option.palette, selected);
        painter->restore();
    }

private:
    const NodeRows &m_rows;
};

} // namespace

NodeList::NodeList(QWidget *parent)
    : QListView(parent)
    , m_rows(new NodeRows(this))
{
    setModel(m_rows);
    setItemDelegate(new CardDelegate(*m_rows, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Numbers"));
}

void NodeList::setFrame(const FramePtr &frame, UtcTime now)
{
    const QString id = chosenId();
    m_rows->setFrame(frame, now);
    if (!currentIndex().isValid() && m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(std::max(0, m_rows->rowOf(id))));
}

QString NodeList::chosenId() const
{
    const NodeFrame *node = m_rows->nodeAt(currentIndex().row());
    return node ? node->id : QString();
}

void NodeList::choose(const QString &id)
{
    const int row = m_rows->rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_rows->index(row));
}

void NodeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT chosen(chosenId());
}

} // namespace barograph
