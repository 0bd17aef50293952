// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/words_layer.h"

#include "theme/colors.h"

#include <QPainter>

namespace barograph {

namespace {

constexpr qreal kWordsMargin = 12;
constexpr qreal kCornerMargin = 4;
/// Below the row of markers.
constexpr qreal kBelowMarkers = 18;

} // namespace

WordsLayer::WordsLayer()
    : PlotLayer(LayerDepth::Markers)
{}

void WordsLayer::setWords(const QString &middle, const QString &corner)
{
    m_middle = middle;
    m_corner = corner;
    changed();
}

void paintWordsOnGround(QPainter &painter, const PlotGeometry &geometry, const QRectF &room, Qt::Alignment alignment,
                        const QString &text, const QColor &color)
{
    if (text.isEmpty() || room.width() < 1 || room.height() < 1)
        return;
    const auto flags = static_cast<int>(alignment) | Qt::TextWordWrap;
    const QRectF needed = painter.boundingRect(room, flags, text);
    QColor ground = geometry.colors->plotBackground;
    ground.setAlpha(225);
    painter.fillRect(needed.adjusted(-3, -1, 3, 1), ground);
    painter.setPen(color);
    painter.drawText(needed, flags, text);
}

void WordsLayer::paintLayer(QPainter &painter, const PlotGeometry &geometry)
{
    const QRectF room = geometry.area.adjusted(kWordsMargin, kBelowMarkers, -kWordsMargin, -kCornerMargin);
    paintWordsOnGround(painter, geometry, room, Qt::AlignCenter, m_middle, geometry.colors->axisText);
    paintWordsOnGround(painter, geometry, geometry.area.adjusted(kCornerMargin, kBelowMarkers, -kWordsMargin, -2),
                       Qt::AlignLeft | Qt::AlignBottom, m_corner, geometry.colors->faintText);
}

} // namespace barograph
