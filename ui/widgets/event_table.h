// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlog/event_log_model.h"
#include "widgets/glyph_batch.h"

#include <QCache>
#include <QStaticText>
#include <QTableView>

#include <optional>

namespace barograph {

/// Shows a million rows that come and go ten times a second. A QTableView to the keyboard, the header and assistive
/// technology; but rows are of one height and found by arithmetic, so that nothing is kept, moved or laid out for rows
/// that cannot be seen, and what can be seen is painted directly.
///
/// Follows the newest event until it is scrolled or a row is chosen; from then on the rows on screen stay where they
/// are while newer ones come in above.
class EventTable : public QTableView
{
    Q_OBJECT

public:
    explicit EventTable(EventLogModel *model, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setSelectionModel(QItemSelectionModel *selection) override;
    bool isFollowing() const { return m_following; }
    void follow();
    /// Rows above those on screen.
    int newerRows() const { return m_following ? 0 : topRow(); }
    int topRow() const;
    int visibleRows() const;
    /// Brings this row to the middle, without choosing it. What is newer goes on coming in above.
    void showRow(int row);
    /// Rows of this second stand out; not that of the row chosen.
    void markSecond(std::optional<UtcSecond> second);
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void reset() override;
    /// Typing does not look through a million rows; the filter line does.
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    void followingChanged();
    /// The row under the mouse; −1: none.
    void hovered(int row);
    /// A key that is no movement was pressed on the chosen row.
    void keyPressed(int key);
    void copyRequested();

protected:
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void verticalScrollbarAction(int action) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

protected Q_SLOTS:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    static constexpr int kCellPadding = 6;
    static constexpr int kSwatch = 9; ///< side of the square in front of a kind

    int lineHeight() const;
    int fullRows() const;
    void updateScrollBars();
    void setFollowing(bool following);
    void fitColumns();
    void paintRow(QPainter &painter, int row, const QRect &rect);
    void paintText(QPainter &painter, const QString &text, const QRect &cell, int baseline, const QColor &ink,
                   Qt::Alignment side);
    void paintWord(QPainter &painter, const QString &text, const QRect &cell, const QColor &ink, Qt::Alignment side);

    EventLogModel *m_events;
    bool m_following = true;
    bool m_own = false; ///< it is not the user who scrolls
    bool m_inGeometries = false;
    std::optional<UtcSecond> m_marked;
    QString m_emptyText;
    int m_hovered = -1;
    GlyphBatch m_glyphs;
    /// Words that come again and again, shaped once for the width of their column.
    QCache<QString, QStaticText> m_words{2'000};
};

} // namespace barograph
