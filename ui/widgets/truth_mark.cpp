// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/truth_mark.h"

#include "theme/question_sign.h"

#include <QPainter>

namespace barograph {

void paintTruthMark(QPainter &painter, const QRectF &rect, Truth truth, bool notVisible, const QColor &color)
{
    const qreal side = std::min(rect.width(), rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(rect.center());
    const QPointF middle = box.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(Qt::NoBrush);
    if (notVisible) {
        painter.drawEllipse(box);
        painter.drawLine(box.bottomLeft(), box.topRight());
        painter.restore();
        return;
    }
    switch (truth) {
    case Truth::Measured:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(middle, side * 0.27, side * 0.27);
        break;
    case Truth::Estimated:
        painter.drawEllipse(middle, side * 0.4, side * 0.4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(QRectF(middle.x() - side * 0.4, middle.y() - side * 0.4, side * 0.8, side * 0.8), 90 * 16,
                        180 * 16);
        break;
    case Truth::Stale:
        painter.drawEllipse(box);
        painter.drawPolyline(
            QPolygonF({middle - QPointF(0, side * 0.32), middle, middle + QPointF(side * 0.25, side * 0.12)}));
        break;
    case Truth::NotMeasured:
        painter.drawRect(box);
        painter.drawLine(box.bottomLeft(), box.topRight());
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(middle.x(), box.top()));
        painter.drawLine(QPointF(middle.x(), box.bottom()), QPointF(box.right(), middle.y()));
        break;
    case Truth::Unknown:
        paintQuestionSign(painter, box.adjusted(-0.5, -0.5, 0.5, 0.5), color);
        break;
    case Truth::NotSupported:
        painter.setPen(QPen(color, 1.6));
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()));
        break;
    }
    painter.restore();
}

} // namespace barograph
