// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/tile_grid.h"

#include "items/overview_model.h"
#include "overview/tile_delegate.h"
#include "overview/tile_painter.h"

#include <QContextMenuEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace barograph {

namespace {

/// Long enough to aim and click, short enough not to hide that something got worse.
constexpr int kHoldMs = 2'500;

} // namespace

TileGrid::TileGrid(OverviewModel *model, QWidget *parent)
    : QListView(parent)
    , m_tiles(model)
    , m_delegate(new TileDelegate(this))
{
    // Before the view's own: it hands the current row on while rows go, and that chooses nothing.
    const auto begin = [this] { m_following = true; };
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, begin);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, begin);
    connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, begin);
    setModel(model);
    setItemDelegate(m_delegate);
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setAccessibleName(tr("Overview of all numbers"));
    viewport()->setBackgroundRole(QPalette::Window);
    m_hold.setSingleShot(true);
    m_hold.setInterval(kHoldMs);
    connect(&m_hold, &QTimer::timeout, this, [this] { m_tiles->setHeld(false); });
    const auto follow = [this] {
        m_following = false;
        shapeTiles();
        showChosen();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(model, &QAbstractItemModel::rowsMoved, this, follow);
}

QString TileGrid::currentId() const
{
    return m_tiles->rowOf(m_chosenId) >= 0 ? m_chosenId : QString();
}

void TileGrid::setCurrentId(const QString &id)
{
    m_chosenId = id;
    showChosen();
}

void TileGrid::showChosen()
{
    const int row = m_tiles->rowOf(m_chosenId);
    const QScopedValueRollback guard(m_following, true);
    if (row < 0) {
        setCurrentIndex({});
        return;
    }
    if (currentIndex().row() != row)
        setCurrentIndex(m_tiles->index(row));
}

void TileGrid::shapeTiles()
{
    // Not the viewport, which is smaller while there is a scroll bar: that would swing to and fro.
    // A pixel less: a row that fills the whole width is broken.
    const QSize area = contentsRect().size() - QSize(2, 1);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const TileGridShape shape = tileGridShape(area, m_tiles->rowCount(), TilePainter::leastSize(font()), bar);
    if (shape == m_shape)
        return;
    m_shape = shape;
    m_delegate->setTileSize(shape.tile);
    setVerticalScrollBarPolicy(shape.scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setGridSize(shape.tile);
    verticalScrollBar()->setSingleStep(std::max(1, shape.tile.height() / 3));
    scheduleDelayedItemsLayout();
}

void TileGrid::hold()
{
    m_tiles->setHeld(true);
    m_hold.start();
}

QModelIndex TileGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    const int count = m_tiles->rowCount();
    if (count == 0)
        return {};
    if (!currentIndex().isValid())
        return m_tiles->index(0);
    const int row = currentIndex().row();
    const int columns = std::max(1, viewport()->width() / std::max(1, m_shape.tile.width()));
    const int page = columns * std::max(1, viewport()->height() / std::max(1, m_shape.tile.height()));
    const auto to = [&](int wanted) { return m_tiles->index(std::clamp(wanted, 0, count - 1)); };
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        return to(row - 1);
    case MoveRight:
    case MoveNext:
        return to(row + 1);
    case MoveUp:
        return row >= columns ? to(row - columns) : currentIndex();
    case MoveDown:
        // From above a last row that is shorter: to its end.
        return row / columns < (count - 1) / columns ? to(row + columns) : currentIndex();
    case MoveHome:
        return to(0);
    case MoveEnd:
        return to(count - 1);
    case MovePageUp:
        return to(row - page);
    case MovePageDown:
        return to(row + page);
    }
    return currentIndex();
}

void TileGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_following || !current.isValid())
        return;
    const QString id = m_tiles->idAt(current.row());
    if (id == m_chosenId)
        return;
    m_chosenId = id;
    Q_EMIT chosen(id);
}

void TileGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!currentId().isEmpty())
            Q_EMIT opened(currentId());
        return;
    case Qt::Key_Escape:
        Q_EMIT escaped();
        return;
    default:
        break;
    }
    const QString text = event->text();
    if (!text.isEmpty() && text.at(0).isPrint() && text != QLatin1String(" ") &&
        (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0) {
        Q_EMIT typed(text);
        return;
    }
    hold();
    QListView::keyPressEvent(event);
}

void TileGrid::mouseMoveEvent(QMouseEvent *event)
{
    hold();
    QListView::mouseMoveEvent(event);
}

void TileGrid::mousePressEvent(QMouseEvent *event)
{
    hold();
    QListView::mousePressEvent(event);
}

void TileGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT opened(m_tiles->idAt(index.row()));
}

void TileGrid::contextMenuEvent(QContextMenuEvent *event)
{
    hold();
    QModelIndex index = indexAt(event->pos());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        at = viewport()->mapToGlobal(visualRect(index).center());
    }
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    Q_EMIT menuRequested(at);
}

void TileGrid::resizeEvent(QResizeEvent *event)
{
    shapeTiles();
    QListView::resizeEvent(event);
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void TileGrid::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        shapeTiles();
}

} // namespace barograph
