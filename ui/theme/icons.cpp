// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include "theme/colors.h"
#include "theme/drawn_icon.h"
#include "theme/question_sign.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <array>

namespace barograph {

namespace {

// All shapes live in a unit square of 16.
constexpr qreal kUnit = 16;

QPolygonF octagon()
{
    return QPolygonF({{5, 1}, {11, 1}, {15, 5}, {15, 11}, {11, 15}, {5, 15}, {1, 11}, {1, 5}});
}

QPainterPath shackle()
{
    QPainterPath path(QPointF(4.8, 7.5));
    path.lineTo(4.8, 5);
    path.arcTo(QRectF(4.8, 1.6, 6.4, 6.8), 180, -180);
    path.lineTo(11.2, 7.5);
    return path;
}

QPainterPath speechBubble()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(1, 1.5, 14, 10), 3, 3);
    path.addPolygon(QPolygonF({{4, 11}, {4, 15}, {8.5, 11}}));
    return path.simplified();
}

void paintShape(QPainter &painter, Mark mark, const QColor &color, const QColor &on)
{
    const QPen stroke(on, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case Mark::Ok:
        painter.drawEllipse(QRectF(1, 1, 14, 14));
        painter.setPen(stroke);
        painter.drawPolyline(QPolygonF({{4.5, 8.5}, {7, 11}, {11.5, 5.5}}));
        break;
    case Mark::Warning:
        painter.drawPolygon(QPolygonF({{8, 1}, {15.5, 15}, {0.5, 15}}));
        painter.setPen(stroke);
        painter.drawLine(QPointF(8, 6), QPointF(8, 9.5));
        painter.drawPoint(QPointF(8, 12.5));
        break;
    case Mark::Critical:
        painter.drawPolygon(octagon());
        painter.setPen(stroke);
        painter.drawLine(QPointF(5.2, 5.2), QPointF(10.8, 10.8));
        painter.drawLine(QPointF(10.8, 5.2), QPointF(5.2, 10.8));
        break;
    case Mark::Unknown:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.6));
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        paintQuestionSign(painter, QRectF(3.5, 3.5, 9, 9), color);
        break;
    case Mark::Paused:
        painter.drawRoundedRect(QRectF(1, 1, 14, 14), 2, 2);
        painter.setBrush(on);
        painter.drawRect(QRectF(4.5, 4, 2.5, 8));
        painter.drawRect(QRectF(9, 4, 2.5, 8));
        break;
    case Mark::Playing:
        painter.drawRoundedRect(QRectF(1, 1, 14, 14), 2, 2);
        painter.setBrush(on);
        painter.drawPolygon(QPolygonF({{5.5, 4}, {12, 8}, {5.5, 12}}));
        break;
    case Mark::Copy:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.4));
        painter.drawRect(QRectF(2, 5, 8, 9));
        painter.drawPolyline(QPolygonF({{5, 4.5}, {5, 2}, {13, 2}, {13, 11}, {10.5, 11}}));
        break;
    case Mark::Info:
        painter.drawEllipse(QRectF(1, 1, 14, 14));
        painter.setPen(stroke);
        painter.drawLine(QPointF(8, 7.5), QPointF(8, 11.5));
        painter.drawPoint(QPointF(8, 4.5));
        break;
    case Mark::Lock:
        painter.drawRoundedRect(QRectF(2.5, 7, 11, 8), 1.5, 1.5);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.8));
        painter.drawPath(shackle());
        painter.setPen(stroke);
        painter.drawLine(QPointF(8, 10), QPointF(8, 12));
        break;
    case Mark::Silent:
        painter.drawPath(speechBubble());
        painter.setPen(QPen(on, 3.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(2.5, 13.5), QPointF(13.5, 1.5));
        painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(2.5, 13.5), QPointF(13.5, 1.5));
        break;
    case Mark::Off:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(QRectF(2, 2.5, 12, 12), 125 * 16, 290 * 16);
        painter.drawLine(QPointF(8, 1.5), QPointF(8, 7.5));
        break;
    case Mark::Standby:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        painter.drawPolyline(QPolygonF({{8, 4.5}, {8, 8.5}, {11, 8.5}}));
        break;
    case Mark::Record:
        painter.drawEllipse(QRectF(4, 4, 8, 8));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.6));
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        break;
    case Mark::Skipped:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.6));
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        painter.drawLine(QPointF(5, 8), QPointF(11, 8));
        break;
    }
}

void paintApplicationIcon(QPainter &painter, const QRectF &rect)
{
    constexpr qreal kSide = 64;
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / kSide, rect.height() / kSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1b1e23));
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 12, 12);
    // A barograph's drum: four bars that add up under a line which the last one crosses.
    constexpr std::array<QRgb, kEventKindCount> kBars{0x56b4e9, 0x009e73, 0xe69f00, 0xcc79a7};
    constexpr std::array<int, kEventKindCount> kHeights{14, 22, 30, 44};
    for (std::size_t i = 0; i < kBars.size(); ++i) {
        painter.setBrush(QColor(kBars[i]));
        painter.drawRect(QRectF(11 + 11.0 * static_cast<qreal>(i), 54.0 - kHeights[i], 9, kHeights[i]));
    }
    painter.setBrush(Qt::white);
    painter.drawRect(QRectF(8, 18, 48, 2.5));
}

} // namespace

Mark markOf(NodeState state)
{
    switch (state) {
    case NodeState::Ok:
        return Mark::Ok;
    case NodeState::Degraded:
        return Mark::Warning;
    case NodeState::Silent:
        return Mark::Silent;
    case NodeState::Off:
        return Mark::Off;
    case NodeState::Down:
        return Mark::Critical;
    case NodeState::Unknown:
        break;
    }
    return Mark::Unknown;
}

QColor markColor(Mark mark, const ThemeColors &colors)
{
    switch (mark) {
    case Mark::Ok:
    case Mark::Playing:
    case Mark::Lock:
        return colors.ok;
    case Mark::Warning:
    case Mark::Paused:
    case Mark::Record:
        return colors.warning;
    case Mark::Critical:
    case Mark::Silent:
        return colors.critical;
    case Mark::Info:
    case Mark::Standby:
        return colors.info;
    case Mark::Off:
    case Mark::Unknown:
    case Mark::Copy:
    case Mark::Skipped:
        break;
    }
    return colors.unknown;
}

void paintMark(QPainter &painter, const QRectF &rect, Mark mark, const ThemeColors &colors)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kUnit, side / kUnit);
    paintShape(painter, mark, markColor(mark, colors), colors.plotBackground);
    painter.restore();
}

QIcon markIcon(Mark mark, const QPalette &palette)
{
    const ThemeColors &colors = themeColors(palette); // lives as long as the program
    return QIcon(new DrawnIcon(
        [mark, &colors](QPainter &painter, const QRectF &rect) { paintMark(painter, rect, mark, colors); }));
}

QIcon applicationIcon()
{
    QList<QSize> sizes;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        sizes << QSize(side, side);
    return QIcon(new DrawnIcon(paintApplicationIcon, sizes));
}

} // namespace barograph
