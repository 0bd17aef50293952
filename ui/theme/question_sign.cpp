// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/question_sign.h"

#include <QPainter>
#include <QPainterPath>

namespace barograph {

void paintQuestionSign(QPainter &painter, const QRectF &box, const QColor &color)
{
    // In a box that is 10 high, with its middle at 0.
    constexpr qreal kUnit = 10;
    constexpr qreal kStroke = 1.9;
    QPainterPath hook(QPointF(-2.4, -2.2));
    hook.cubicTo(-2.4, -5.1, 2.4, -5.1, 2.4, -2.2);
    hook.cubicTo(2.4, -0.3, 0, -0.5, 0, 1.6);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.scale(box.height() / kUnit, box.height() / kUnit);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, kStroke, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(hook);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(0, 3.9), kStroke * 0.62, kStroke * 0.62);
    painter.restore();
}

} // namespace barograph
