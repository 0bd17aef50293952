// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/tile_grid_shape.h"

#include <QListView>
#include <QTimer>

namespace barograph {

class OverviewModel;
class TileDelegate;

/// The tiles of the overview. Arrows go by place on the screen; Home, End, Page Up and Page Down as everywhere; Return
/// and a double click open. While somebody points or types, tiles keep their places.
class TileGrid : public QListView
{
    Q_OBJECT

public:
    /// `model` must outlive it.
    explicit TileGrid(OverviewModel *model, QWidget *parent = nullptr);

    QString currentId() const;
    /// Remembered while it is not shown.
    void setCurrentId(const QString &id);
    int columns() const { return m_shape.columns; }
    const TileGridShape &shape() const { return m_shape; }
    const TileDelegate &tileDelegate() const { return *m_delegate; }

    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    /// By hand; not when rows come, go or move.
    void chosen(const QString &id);
    void opened(const QString &id);
    /// A letter was typed while the tiles have the focus.
    void typed(const QString &text);
    void escaped();
    /// At this tile, chosen by then.
    void menuRequested(const QPoint &globalPos);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void shapeTiles();
    void showChosen();
    void hold();

    OverviewModel *m_tiles;
    TileDelegate *m_delegate;
    TileGridShape m_shape;
    QString m_chosenId;
    QTimer m_hold;
    bool m_following = false; ///< the current row changes by itself
};

} // namespace barograph
