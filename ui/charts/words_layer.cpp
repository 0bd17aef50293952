// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/words_layer.h"

#include "theme/colors.h"

#include <QPainter>

#include <algorithm>

namespace barograph {

namespace {

constexpr qreal kWordsMargin = 6;
/// Below the row of markers.
constexpr qreal kWordsBelowMarkers = 19;
constexpr qreal kWordsGap = 16;
/// The left words may take this share of the width where there are others on the right.
constexpr qreal kLeftShare = 0.45;
/// Lets lines be seen through, so that no part of the data is hidden.
constexpr int kGroundAlpha = 170;

/// Returns where the words are.
QRectF paintWordsAt(QPainter &painter, const PlotGeometry &geometry, const QRectF &room, Qt::Alignment alignment,
                    const QString &text, const QColor &color)
{
    if (text.isEmpty() || room.width() < 1 || room.height() < 1)
        return {};
    const int flags = static_cast<int>(alignment) | Qt::TextWordWrap;
    const QRectF needed = painter.boundingRect(room, flags, text);
    QColor ground = geometry.colors->plotBackground;
    ground.setAlpha(kGroundAlpha);
    painter.fillRect(needed.adjusted(-3, -1, 3, 1), ground);
    painter.setPen(color);
    painter.drawText(needed, flags, text);
    return needed;
}

} // namespace

WordsLayer::WordsLayer()
    : PlotLayer(LayerDepth::Markers)
{}

void WordsLayer::setWords(PlotWords words)
{
    m_words = std::move(words);
    changed();
}

void WordsLayer::paintLayer(QPainter &painter, const PlotGeometry &geometry)
{
    const QRectF room = geometry.area.adjusted(kWordsMargin, kWordsBelowMarkers, -kWordsMargin, -kWordsMargin);
    const ThemeColors &colors = *geometry.colors;
    QRectF left = room;
    if (!m_words.upperRight.isEmpty())
        left.setWidth(room.width() * kLeftShare);
    left = paintWordsAt(painter, geometry, left, Qt::AlignLeft | Qt::AlignTop, m_words.upperLeft, colors.faintText);
    QRectF right = room;
    if (!left.isEmpty())
        right.setLeft(std::min(left.right() + kWordsGap, room.right()));
    right = paintWordsAt(painter, geometry, right, Qt::AlignRight | Qt::AlignTop, m_words.upperRight,
                         m_words.alarming ? colors.critical : colors.axisText);
    QRectF rest = room;
    rest.setTop(std::max({room.top(), left.isEmpty() ? room.top() : left.bottom() + 2,
                          right.isEmpty() ? room.top() : right.bottom() + 2}));
    paintWordsAt(painter, geometry, rest, Qt::AlignCenter, m_words.middle, colors.axisText);
}

} // namespace barograph
