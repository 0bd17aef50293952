// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot_overlay.h"

#include "theme/colors.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

/// Half of the width that a line or the flag of a mark takes.
constexpr int kFlagReach = 10;
constexpr int kFlagHeight = 16;
/// So near a line, the mouse is on it: a hand can hold it, and there is room between two marks.
constexpr qreal kLineGrab = 5;
constexpr int kWordsHeight = 26;
constexpr int kWordsTop = 10;
constexpr int kFocusWidth = 2;

bool isInside(qreal x, const QRectF &area)
{
    return x >= area.left() && x <= area.right();
}

QRect stripAt(UtcTime at, const PlotGeometry &geometry)
{
    const int x = static_cast<int>(geometry.xOf(at));
    return {x - kFlagReach, static_cast<int>(geometry.area.top()), 2 * kFlagReach + 1,
            static_cast<int>(geometry.area.height()) + 1};
}

QRectF boxOf(const std::array<UtcTime, 2> &box, const PlotGeometry &geometry)
{
    const double one = geometry.xOf(box[0]);
    const double other = geometry.xOf(box[1]);
    const double from = std::min(one, other);
    const double to = std::max(one, other);
    return QRectF(QPointF(from, geometry.area.top()), QPointF(to, geometry.area.bottom())).intersected(geometry.area);
}

QRectF wordsBand(const PlotGeometry &geometry)
{
    return {geometry.area.left(), geometry.area.top() + kWordsTop, geometry.area.width(), kWordsHeight};
}

void paintMark(QPainter &painter, UtcTime at, const QString &letter, const PlotGeometry &geometry)
{
    const qreal x = qRound(geometry.xOf(at));
    if (!isInside(x, geometry.area))
        return;
    const ThemeColors &colors = *geometry.colors;
    painter.setPen(QPen(colors.info, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, geometry.area.top()), QPointF(x, geometry.area.bottom()));
    const QRectF flag(x - kFlagReach + 2, geometry.area.bottom() - kFlagHeight, 2 * (kFlagReach - 2), kFlagHeight);
    painter.fillRect(flag, colors.info);
    painter.setPen(colors.plotBackground);
    painter.drawText(flag, Qt::AlignCenter, letter);
}

void paintWords(QPainter &painter, const PlotOverlay &overlay, const PlotGeometry &geometry)
{
    const ThemeColors &colors = *geometry.colors;
    const QRectF band = wordsBand(geometry);
    QRectF needed = painter.boundingRect(band, Qt::AlignCenter, overlay.words);
    needed = needed.adjusted(-8, -3, 8, 3).intersected(band);
    painter.fillRect(needed, overlay.alarming ? colors.bannerFill : colors.reminderFill);
    painter.setPen(overlay.alarming ? colors.bannerText : colors.reminderText);
    painter.drawText(needed, Qt::AlignCenter, overlay.words);
}

} // namespace

std::optional<std::size_t> referenceNear(const std::array<std::optional<UtcTime>, 2> &references, QPointF at,
                                         const PlotGeometry &geometry)
{
    if (!geometry.area.contains(at))
        return std::nullopt;
    const bool atFlag = at.y() >= geometry.area.bottom() - kFlagHeight;
    qreal nearest = atFlag ? kFlagReach - 2 : kLineGrab;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < references.size(); ++i) {
        const qreal x = references[i] ? qRound(geometry.xOf(*references[i])) : 0;
        if (!references[i] || !isInside(x, geometry.area) || std::abs(x - at.x()) > nearest)
            continue;
        nearest = std::abs(x - at.x());
        found = i;
    }
    return found;
}

QRegion overlayRegion(const PlotOverlay &overlay, const PlotGeometry &geometry)
{
    QRegion region;
    if (overlay.cursor)
        region += stripAt(*overlay.cursor, geometry);
    for (const auto &reference : overlay.references) {
        if (reference)
            region += stripAt(*reference, geometry);
    }
    if (overlay.box)
        region += boxOf(*overlay.box, geometry).toAlignedRect().adjusted(-1, -1, 1, 1);
    if (!overlay.words.isEmpty())
        region += wordsBand(geometry).toAlignedRect();
    if (overlay.focused) {
        const QRect inside = geometry.area.toAlignedRect();
        region += QRegion(inside.adjusted(-kFocusWidth, -kFocusWidth, kFocusWidth, kFocusWidth)).subtracted(inside);
    }
    return region;
}

void paintOverlay(QPainter &painter, const PlotOverlay &overlay, const PlotGeometry &geometry)
{
    if (geometry.area.isEmpty() || !geometry.colors)
        return;
    const ThemeColors &colors = *geometry.colors;
    if (overlay.box) {
        QColor veil = colors.info;
        veil.setAlpha(60);
        painter.fillRect(boxOf(*overlay.box, geometry), veil);
        painter.setPen(QPen(colors.info, 1));
        painter.drawRect(boxOf(*overlay.box, geometry).adjusted(0, 0, -1, -1));
    }
    if (overlay.references[0])
        paintMark(painter, *overlay.references[0], QStringLiteral("A"), geometry);
    if (overlay.references[1])
        paintMark(painter, *overlay.references[1], QStringLiteral("B"), geometry);
    if (overlay.cursor && isInside(geometry.xOf(*overlay.cursor), geometry.area)) {
        const qreal x = static_cast<int>(geometry.xOf(*overlay.cursor));
        painter.setPen(QPen(colors.axisText, 1));
        painter.drawLine(QPointF(x, geometry.area.top()), QPointF(x, geometry.area.bottom()));
    }
    if (!overlay.words.isEmpty())
        paintWords(painter, overlay, geometry);
    if (overlay.focused) {
        // Around the plot, where it hides no data.
        for (int i = 1; i <= kFocusWidth; ++i) {
            painter.setPen(colors.info);
            painter.drawRect(geometry.area.adjusted(-i, -i, i - 1, i - 1));
        }
    }
}

} // namespace barograph
