// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/style_icons.h"

#include "theme/drawn_icon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

namespace barograph {

namespace {

// All shapes live in a unit square of 16.
constexpr qreal kUnit = 16;
constexpr qreal kStroke = 1.6;

using Shape = void (*)(QPainter &);

void paintCross(QPainter &painter)
{
    painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5));
    painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5));
}

/// Out of the window: a sheet that an arrow leaves.
void paintTearOff(QPainter &painter)
{
    painter.drawPolyline(QPolygonF({{7, 4}, {3.5, 4}, {3.5, 12.5}, {12, 12.5}, {12, 9}}));
    painter.drawLine(QPointF(7.5, 8.5), QPointF(12.5, 3.5));
    painter.drawPolyline(QPolygonF({{9.5, 3.5}, {12.5, 3.5}, {12.5, 6.5}}));
}

void paintMoreBeside(QPainter &painter)
{
    painter.drawPolyline(QPolygonF({{3.5, 4}, {7.5, 8}, {3.5, 12}}));
    painter.drawPolyline(QPolygonF({{8.5, 4}, {12.5, 8}, {8.5, 12}}));
}

void paintMoreBelow(QPainter &painter)
{
    painter.drawPolyline(QPolygonF({{4, 3.5}, {8, 7.5}, {12, 3.5}}));
    painter.drawPolyline(QPolygonF({{4, 8.5}, {8, 12.5}, {12, 8.5}}));
}

Shape shapeOf(QStyle::StandardPixmap which)
{
    switch (which) {
    case QStyle::SP_LineEditClearButton:
    case QStyle::SP_TitleBarCloseButton:
    case QStyle::SP_DockWidgetCloseButton:
        return paintCross;
    case QStyle::SP_TitleBarNormalButton:
        return paintTearOff;
    case QStyle::SP_ToolBarHorizontalExtensionButton:
        return paintMoreBeside;
    case QStyle::SP_ToolBarVerticalExtensionButton:
        return paintMoreBelow;
    default:
        return nullptr;
    }
}

} // namespace

QIcon styleIcon(QStyle::StandardPixmap which)
{
    const Shape shape = shapeOf(which);
    if (!shape)
        return {};
    return QIcon(new DrawnIcon([shape](QPainter &painter, const QRectF &rect) {
        const qreal side = std::min(rect.width(), rect.height());
        painter.translate(rect.center() - QPointF(side / 2, side / 2));
        painter.scale(side / kUnit, side / kUnit);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QGuiApplication::palette().color(QPalette::Text), kStroke, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
        shape(painter);
    }));
}

} // namespace barograph
