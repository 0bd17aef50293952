// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/event_table.h"

#include "widgets/font_scaled.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace barograph {

EventTable::EventTable(EventLogModel *model, QWidget *parent)
    : QTableView(parent)
    , m_events(model)
{
    setHorizontalScrollMode(ScrollPerPixel);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table
    setShowGrid(false);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    verticalHeader()->hide();
    // QTableView would give the button that selects all no room when there is no vertical header.
    for (auto *corner : findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly))
        corner->hide();
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setModel(model);
    m_glyphs.setFont(font());
    fitColumns();
    // The zone is in the heading, and told later. With usual letters a time below it is as wide.
    connect(m_events, &QAbstractItemModel::headerDataChanged, this, [this](Qt::Orientation, int first, int last) {
        const QFontMetrics metrics = fontMetrics();
        for (int column = first; column <= last && isLarge(font()); ++column) {
            const QString heading = m_events->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            const int needs = metrics.horizontalAdvance(heading) + 2 * kCellPadding + 4;
            if (columnWidth(column) > 0 && columnWidth(column) < needs)
                setColumnWidth(column, needs);
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_own)
            setFollowing(value == 0);
    });
}

void EventTable::setModel(QAbstractItemModel *model)
{
    // QTableView would give the vertical header an entry for every row.
    horizontalHeader()->setModel(model);
    QAbstractItemView::setModel(model); // NOLINT(*-parent-virtual-call)
}

void EventTable::setSelectionModel(QItemSelectionModel *selection)
{
    horizontalHeader()->setSelectionModel(selection);
    QAbstractItemView::setSelectionModel(selection); // NOLINT(*-parent-virtual-call)
}

int EventTable::lineHeight() const
{
    return fontMetrics().height() + 4;
}

int EventTable::topRow() const
{
    return verticalScrollBar()->value();
}

int EventTable::fullRows() const
{
    return std::max(1, viewport()->height() / lineHeight());
}

int EventTable::visibleRows() const
{
    return std::min(m_events->rowCount() - topRow(), viewport()->height() / lineHeight() + 1);
}

void EventTable::fitColumns()
{
    const QFontMetrics metrics = fontMetrics();
    const auto wide = [&](const QString &text) { return metrics.horizontalAdvance(text) + 2 * kCellPadding + 4; };
    const auto header = [&](EventLogModel::Column column) {
        return wide(m_events->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    };
    const int hash = wide(QStringLiteral("deadbeef"));
    const int name = metrics.averageCharWidth() * 18;
    const std::array<int, EventLogModel::ColumnCount> widths{wide(QStringLiteral("00-00 00:00:00.000")),
                                                             name,
                                                             name + kSwatch,
                                                             wide(QStringLiteral("00 min 00 s")),
                                                             name,
                                                             hash,
                                                             hash,
                                                             name};
    for (int column = 0; column < EventLogModel::ColumnCount; ++column)
        setColumnWidth(column, std::max(widths[static_cast<std::size_t>(column)],
                                        header(static_cast<EventLogModel::Column>(column))));
}

void EventTable::follow()
{
    m_own = true;
    verticalScrollBar()->setValue(0);
    m_own = false;
    setFollowing(true);
    viewport()->update();
}

void EventTable::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    Q_EMIT followingChanged();
}

void EventTable::showRow(int row)
{
    m_own = true;
    verticalScrollBar()->setValue(row - fullRows() / 2);
    m_own = false;
    setFollowing(false);
}

void EventTable::markSecond(std::optional<UtcSecond> second)
{
    if (second == m_marked)
        return;
    m_marked = second;
    viewport()->update();
}

void EventTable::setEmptyText(const QString &text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    if (m_events->rowCount() == 0)
        viewport()->update();
}

QRect EventTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() < 0)
        return {};
    // Far away is far enough: a million rows of pixels need not fit.
    const int rows = std::clamp(index.row() - topRow(), -100'000, 100'000);
    return {columnViewportPosition(index.column()), rows * lineHeight(), columnWidth(index.column()), lineHeight()};
}

QModelIndex EventTable::indexAt(const QPoint &point) const
{
    const int row = point.y() < 0 ? -1 : topRow() + point.y() / lineHeight();
    const int column = columnAt(point.x());
    return row >= 0 && row < m_events->rowCount() && column >= 0 ? m_events->index(row, column) : QModelIndex();
}

void EventTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    QScrollBar *bar = verticalScrollBar();
    const int row = index.row();
    m_own = true;
    if (hint == PositionAtCenter)
        bar->setValue(row - fullRows() / 2);
    else if (row < topRow() || hint == PositionAtTop)
        bar->setValue(row);
    else if (row >= topRow() + fullRows() || hint == PositionAtBottom)
        bar->setValue(row - fullRows() + 1);
    m_own = false;
}

void EventTable::doItemsLayout()
{
    QAbstractItemView::doItemsLayout(); // NOLINT(*-parent-virtual-call)
    updateGeometries();
}

void EventTable::reset()
{
    QAbstractItemView::reset();
    m_own = true;
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    m_own = false;
    setFollowing(true);
}

void EventTable::keyboardSearch(const QString & /*search*/) {}

int EventTable::verticalOffset() const
{
    return topRow() * lineHeight();
}

bool EventTable::isIndexHidden(const QModelIndex & /*index*/) const
{
    return false;
}

QModelIndex EventTable::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    const int last = m_events->rowCount() - 1;
    if (last < 0)
        return {};
    const QModelIndex current = currentIndex();
    // Without a row chosen, keys begin with what is on screen.
    int row = current.isValid() ? current.row() : topRow() - 1;
    const int column = current.isValid() ? current.column() : 0;
    QScrollBar *sideways = horizontalScrollBar();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row -= 1;
        break;
    case MoveDown:
    case MoveNext:
        row += 1;
        break;
    case MovePageUp:
        row -= fullRows();
        break;
    case MovePageDown:
        row += fullRows();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
        sideways->setValue(sideways->value() - sideways->singleStep());
        break;
    case MoveRight:
        sideways->setValue(sideways->value() + sideways->singleStep());
        break;
    }
    return m_events->index(std::clamp(row, 0, last), column);
}

void EventTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int last = m_events->rowCount() - 1;
    if (last < 0 || !selectionModel())
        return;
    const auto rowAt = [&](int y) { return std::clamp(topRow() + y / lineHeight() - (y < 0 ? 1 : 0), 0, last); };
    const auto [low, high] = std::minmax({rowAt(rect.top()), rowAt(rect.bottom())});
    selectionModel()->select({m_events->index(low, 0), m_events->index(high, EventLogModel::ColumnCount - 1)}, command);
}

QRegion EventTable::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const auto &range : selection) {
        const int from = std::max(range.top(), topRow());
        const int to = std::min(range.bottom(), topRow() + visibleRows());
        if (from <= to)
            region += QRect(0, (from - topRow()) * lineHeight(), viewport()->width(), (to - from + 1) * lineHeight());
    }
    return region;
}

void EventTable::scrollContentsBy(int dx, int /*dy*/)
{
    if (dx != 0)
        horizontalHeader()->setOffset(horizontalScrollBar()->value());
    viewport()->update();
}

void EventTable::updateGeometries()
{
    if (m_inGeometries)
        return;
    m_inGeometries = true;
    const int height = horizontalHeader()->sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    const QRect shown = viewport()->geometry();
    horizontalHeader()->setGeometry(shown.left(), shown.top() - height, shown.width(), height);
    updateScrollBars();
    QAbstractItemView::updateGeometries(); // NOLINT(*-parent-virtual-call)
    m_inGeometries = false;
}

void EventTable::updateScrollBars()
{
    const bool before = std::exchange(m_own, true);
    verticalScrollBar()->setPageStep(fullRows());
    verticalScrollBar()->setRange(0, std::max(0, m_events->rowCount() - fullRows()));
    const int wide = horizontalHeader()->length();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 8);
    m_own = before;
}

void EventTable::verticalScrollbarAction(int /*action*/) {}

void EventTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const int top = topRow();
    QAbstractItemView::rowsInserted(parent, first, last);
    updateScrollBars();
    if (!m_following && first <= top) {
        m_own = true;
        verticalScrollBar()->setValue(top + last - first + 1);
        m_own = false;
    }
    viewport()->update();
}

void EventTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // Otherwise another event would be the chosen one from here on, and nobody chose it.
    if (currentIndex().isValid() && currentIndex().row() >= first && currentIndex().row() <= last)
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
}

void EventTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // Who looks at one row does not want it to run away.
    if (current.isValid())
        setFollowing(false);
}

void EventTable::focusInEvent(QFocusEvent *event)
{
    // A view chooses its first row when it gets the keyboard. That would stop the log by passing it with Tab.
    QAbstractScrollArea::focusInEvent(event); // NOLINT(*-parent-virtual-call)
    viewport()->update();
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape && !(m_following && !currentIndex().isValid())) {
        clearSelection();
        setCurrentIndex({});
        follow();
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isKey = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       (event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z) || event->key() == Qt::Key_Slash;
    if (plain && isKey) {
        Q_EMIT keyPressed(event->key());
        return;
    }
    QTableView::keyPressEvent(event);
}

void EventTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    m_hovered = indexAt(event->position().toPoint()).row();
    Q_EMIT hovered(m_hovered);
}

void EventTable::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    if (m_hovered >= 0)
        Q_EMIT hovered(-1);
    m_hovered = -1;
}

void EventTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_words.clear();
        m_glyphs.setFont(font());
        fitColumns();
        updateGeometries();
    }
}

} // namespace barograph
