// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_list.h"

#include "items/grouped_nodes.h"
#include "items/node_list_model.h"
#include "panels/node_card.h"
#include "theme/colors.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace barograph {

namespace {

constexpr int kHeadingPadding = 5;

class CardDelegate : public QStyledItemDelegate
{
public:
    explicit CardDelegate(NodeList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(HeadingRole).toBool())
            return {200, option.fontMetrics.height() + 2 * kHeadingPadding};
        return {200, NodeCard::heightFor(option.font)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (index.data(HeadingRole).toBool()) {
            paintHeading(*painter, option, index);
        } else {
            // Not the row that the keyboard is on: that can be a heading while a node stays chosen.
            const bool isChosen = index.data(NodeIdRole).toString() == m_list->chosenId();
            NodeCard(index).paint(*painter, option.rect, option.font, option.palette, isChosen);
        }
        painter->restore();
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override
    {
        if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(HeadingRole).toBool())
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(), NodeCard(index).text(), view);
        return true;
    }

private:
    static void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const QPalette &palette = option.palette;
        const ThemeColors &colors = themeColors(palette);
        painter.fillRect(option.rect, palette.color(QPalette::Button));
        if ((option.state & QStyle::State_Selected) != 0 && (option.state & QStyle::State_HasFocus) != 0) {
            painter.setPen(QPen(palette.color(QPalette::Highlight), 2));
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = option.fontMetrics.height() / 2;
        const QPointF middle(option.rect.left() + 8 + side / 2.0, option.rect.center().y() + 0.5);
        painter.save();
        painter.translate(middle);
        painter.rotate(index.data(CollapsedRole).toBool() ? 0 : 90);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.axisText);
        painter.drawPolygon(QPolygonF({{-side * 0.35, -side * 0.5}, {side * 0.45, 0.0}, {-side * 0.35, side * 0.5}}));
        painter.restore();
        QFont bold = option.font;
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(palette.color(QPalette::ButtonText));
        const QRect row = option.rect.adjusted(16 + side, 0, -8, 0);
        painter.drawText(row, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, row.width()));
    }

    NodeList *m_list;
};

} // namespace

NodeList::NodeList(QWidget *parent)
    : QListView(parent)
    , m_nodes(new NodeListModel(this))
    , m_shown(new GroupedNodes(m_nodes, this))
{
    setModel(m_shown);
    setModelColumn(NodeListModel::NameColumn);
    setItemDelegate(new CardDelegate(this));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Numbers"));
    setDropIndicatorShown(true);
    setReorderable(false);
    // A card shows all columns, the view only looks after one.
    connect(m_shown, &QAbstractItemModel::dataChanged, this, [this] { viewport()->update(); });
}

std::vector<KeyHint> NodeList::keyHints()
{
    const QString area = tr("In the list of numbers");
    const auto key = [](Qt::Key k) { return QKeySequence(k).toString(QKeySequence::NativeText); };
    return {{area, key(Qt::Key_Up), tr("Previous number")},
            {area, key(Qt::Key_Down), tr("Next number")},
            {area, key(Qt::Key_Left), tr("Fold a group away")},
            {area, key(Qt::Key_Right), tr("Show a group again")},
            {area, key(Qt::Key_Return), tr("Edit the number")},
            {area, key(Qt::Key_Menu), tr("What can be done with the number")},
            {area, tr("any letter"), tr("Filter the list")}};
}

void NodeList::setReorderable(bool on)
{
    // Not InternalMove: what is dropped here moves nothing by itself.
    setDragDropMode(on ? DragDrop : NoDragDrop);
    setDefaultDropAction(Qt::MoveAction);
}

void NodeList::setFrame(const FramePtr &frame, UtcTime now)
{
    {
        const QScopedValueRollback guard(m_updating, true);
        m_nodes->setFrame(frame, now);
    }
    if (!m_wantedId.isEmpty() && m_nodes->rowOf(m_wantedId) >= 0)
        choose(QString(m_wantedId));
    if (m_nodes->rowOf(m_chosenId) >= 0 || m_nodes->rowCount() == 0) {
        showChosen();
        return;
    }
    const QStringList order = m_shown->shownOrder();
    const QString wanted = m_wantedId;
    choose(order.isEmpty() ? QString() : order.first());
    m_wantedId = wanted;
}

QString NodeList::chosenId() const
{
    return m_nodes->rowOf(m_chosenId) >= 0 ? m_chosenId : QString();
}

void NodeList::choose(const QString &id)
{
    m_wantedId = m_nodes->rowOf(id) < 0 ? id : QString();
    if (!m_wantedId.isEmpty())
        return;
    const int row = m_shown->rowOfNode(id);
    if (row >= 0) {
        setCurrentIndex(m_shown->index(row, NodeListModel::NameColumn));
    }
    if (m_chosenId == id)
        return;
    m_chosenId = id;
    viewport()->update();
    Q_EMIT chosen(id);
}

void NodeList::showChosen()
{
    // The card may be back from behind a filter or a folded heading.
    if (currentIndex().isValid())
        return;
    const int row = m_shown->rowOfNode(m_chosenId);
    if (row < 0)
        return;
    const QScopedValueRollback guard(m_updating, true);
    setCurrentIndex(m_shown->index(row, NodeListModel::NameColumn));
}

void NodeList::setOrder(const QStringList &ids)
{
    const QScopedValueRollback guard(m_updating, true);
    m_shown->setOrder(ids);
}

void NodeList::setFilter(const QString &text)
{
    {
        const QScopedValueRollback guard(m_updating, true);
        m_shown->setFilter(text);
    }
    showChosen();
    scrollTo(currentIndex());
}

int NodeList::nodeCount() const
{
    return m_nodes->rowCount();
}

int NodeList::shownNodeCount() const
{
    int count = 0;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        count += m_shown->idAt(row).isEmpty() ? 0 : 1;
    return count;
}

void NodeList::setCollapsed(const QString &group, bool collapsed)
{
    {
        const QScopedValueRollback guard(m_updating, true);
        m_shown->setCollapsed(group, collapsed);
        if (const int row = m_shown->rowOfGroup(group); row >= 0 && hasFocus())
            setCurrentIndex(m_shown->index(row, NodeListModel::NameColumn));
    }
    showChosen();
}

QStringList NodeList::collapsedGroups() const
{
    QStringList names;
    for (const QString &group : m_shown->groups()) {
        if (m_shown->isCollapsed(group))
            names << group;
    }
    return names;
}

bool NodeList::isHeading(const QModelIndex &index) const
{
    return index.isValid() && index.data(HeadingRole).toBool();
}

void NodeList::toggle(int row)
{
    const QString group = m_shown->groupAt(row);
    setCollapsed(group, !m_shown->isCollapsed(group));
}

void NodeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_updating || !current.isValid() || isHeading(current))
        return;
    const QString id = current.data(NodeIdRole).toString();
    m_wantedId.clear();
    if (id == m_chosenId)
        return;
    m_chosenId = id;
    viewport()->update();
    Q_EMIT chosen(id);
}

void NodeList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool heading = isHeading(current);
    switch (event->key()) {
    case Qt::Key_Left:
        // On a card: to its heading, as in a tree.
        if (heading)
            setCollapsed(m_shown->groupAt(current.row()), true);
        else if (const int row = m_shown->rowOfGroup(m_shown->groupAt(current.row())); row >= 0)
            setCurrentIndex(m_shown->index(row, NodeListModel::NameColumn));
        return;
    case Qt::Key_Right:
        if (heading)
            setCollapsed(m_shown->groupAt(current.row()), false);
        return;
    case Qt::Key_Space:
        if (heading)
            toggle(current.row());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (heading)
            toggle(current.row());
        else if (current.isValid())
            Q_EMIT editRequested(chosenId());
        return;
    default:
        break;
    }
    const QString text = event->text();
    if (!text.isEmpty() && text.at(0).isPrint() &&
        (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0) {
        Q_EMIT typed(text);
        return;
    }
    QListView::keyPressEvent(event);
}

void NodeList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && isHeading(index))
        toggle(index.row());
}

void NodeList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && !isHeading(index))
        Q_EMIT editRequested(index.data(NodeIdRole).toString());
}

void NodeList::contextMenuEvent(QContextMenuEvent *event)
{
    QModelIndex index = indexAt(event->pos());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        at = viewport()->mapToGlobal(visualRect(index).center());
    }
    if (index.isValid() && !isHeading(index))
        setCurrentIndex(index);
    Q_EMIT menuRequested(at);
}

void NodeList::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event); // draws the indicator
    if (event->mimeData()->hasFormat(GroupedNodes::nodeMimeType()))
        event->acceptProposedAction();
}

void NodeList::dropEvent(QDropEvent *event)
{
    const QString id = QString::fromUtf8(event->mimeData()->data(GroupedNodes::nodeMimeType()));
    if (id.isEmpty())
        return;
    // The rows move when the configuration says so, not before: nothing is removed here.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    setState(NoState);
    viewport()->update();
    const QPoint at = event->position().toPoint();
    const QModelIndex target = indexAt(at);
    if (!target.isValid()) {
        const QString last = m_shown->groupAt(m_shown->rowCount() - 1);
        Q_EMIT moveRequested(id, last, {});
        return;
    }
    const QString group = m_shown->groupAt(target.row());
    const bool lowerHalf = at.y() > visualRect(target).center().y();
    int row = target.row() + (lowerHalf || isHeading(target) ? 1 : 0);
    if (m_shown->idAt(row) == id)
        ++row; // before itself is before what comes next
    const bool sameGroup = row < m_shown->rowCount() && m_shown->groupAt(row) == group;
    Q_EMIT moveRequested(id, group, sameGroup ? m_shown->idAt(row) : QString());
}

} // namespace barograph
