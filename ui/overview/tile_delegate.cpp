// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/tile_delegate.h"

#include "items/overview_model.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace barograph {

namespace {

constexpr int kFrameWidth = 2;

} // namespace

TileDelegate::TileDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return m_size;
}

const TileFonts &TileDelegate::fontsFor(const QFont &font, const QSize &size) const
{
    if (!m_fonts || m_fontsOf != font || m_fontsFor != size) {
        m_fonts.emplace(font, size);
        m_fontsOf = font;
        m_fontsFor = size;
    }
    return *m_fonts;
}

const QPixmap &TileDelegate::pictureOf(const OverviewTile &tile, const QStyleOptionViewItem &option, qreal ratio) const
{
    Picture &picture = m_pictures[tile.id];
    const qint64 palette = option.palette.cacheKey();
    const QSize size = option.rect.size();
    if (picture.size == size && picture.ratio == ratio && picture.palette == palette && picture.font == option.font &&
        looksTheSame(picture.tile, tile))
        return picture.pixmap;
    if (picture.size != size || picture.ratio != ratio) {
        picture.pixmap = QPixmap(size * ratio);
        picture.pixmap.setDevicePixelRatio(ratio);
    }
    picture.tile = tile;
    picture.size = size;
    picture.ratio = ratio;
    picture.palette = palette;
    picture.font = option.font;
    QPainter painter(&picture.pixmap);
    painter.fillRect(QRect(QPoint(), size), option.palette.color(QPalette::Window));
    TilePainter(picture.tile, fontsFor(option.font, size), option.palette, size).paint(painter, ratio);
    ++m_painted;
    return picture.pixmap;
}

void TileDelegate::forgetGone(const QAbstractItemModel &model) const
{
    const auto *tiles = qobject_cast<const OverviewModel *>(&model);
    if (!tiles || m_pictures.size() <= tiles->nodeCount())
        return;
    for (auto it = m_pictures.begin(); it != m_pictures.end();)
        it = tiles->tile(it.key()) ? std::next(it) : m_pictures.erase(it);
}

void TileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *tiles = qobject_cast<const OverviewModel *>(index.model());
    if (!tiles)
        return;
    forgetGone(*tiles);
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(option.rect.topLeft(), pictureOf(tiles->tileAt(index.row()), option, ratio));
    if ((option.state & QStyle::State_Selected) == 0)
        return;
    // A frame instead of the full highlight: colours that carry a meaning keep their contrast. Thicker with the focus.
    const bool hasFocus = (option.state & QStyle::State_Active) != 0 && (option.state & QStyle::State_HasFocus) != 0;
    const int width = hasFocus ? kFrameWidth + 1 : kFrameWidth;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QColor color = option.palette.color(QPalette::Highlight);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    painter->fillRect(QRect(box.left(), box.top(), box.width(), width), color);
    painter->fillRect(QRect(box.left(), box.bottom() - width + 1, box.width(), width), color);
    painter->fillRect(QRect(box.left(), box.top(), width, box.height()), color);
    painter->fillRect(QRect(box.right() - width + 1, box.top(), width, box.height()), color);
    painter->restore();
}

bool TileDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const auto *tiles = qobject_cast<const OverviewModel *>(index.model());
    if (event->type() != QEvent::ToolTip || !tiles)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const OverviewTile &tile = tiles->tileAt(index.row());
    QToolTip::showText(event->globalPos(), tile.sentence() + QStringLiteral("\n\n") + tile.how, view);
    return true;
}

} // namespace barograph
