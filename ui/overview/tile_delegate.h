// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overview_tile.h"
#include "overview/tile_painter.h"

#include <QHash>
#include <QPixmap>
#include <QStyledItemDelegate>

#include <optional>

namespace barograph {

/// Shows tiles as pictures that are painted anew only when what they show changed, so that scrolling and choosing cost
/// next to nothing.
class TileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TileDelegate(QObject *parent);

    void setTileSize(const QSize &size) { m_size = size; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// Pictures painted since the start: for tests.
    quint64 paintedPictures() const { return m_painted; }

private:
    struct Picture
    {
        OverviewTile tile;
        QSize size;
        qreal ratio = 0;
        qint64 palette = 0;
        QFont font;
        QPixmap pixmap;
    };

    const QPixmap &pictureOf(const OverviewTile &tile, const QStyleOptionViewItem &option, qreal ratio) const;
    const TileFonts &fontsFor(const QFont &font, const QSize &size) const;
    void forgetGone(const QAbstractItemModel &model) const;

    QSize m_size;
    mutable std::optional<TileFonts> m_fonts;
    mutable QFont m_fontsOf;
    mutable QSize m_fontsFor;
    mutable QHash<QString, Picture> m_pictures;
    mutable quint64 m_painted = 0;
};

} // namespace barograph
