// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_legend.h"

#include "report/pdf_style.h"
#include "report/report_text.h"

#include <QFontMetricsF>

#include <cmath>

namespace barograph::pdf {

namespace {

constexpr double kKeyWidth = 14 * kPoint;
constexpr double kKeyHeight = 7 * kPoint;
constexpr double kHatchStep = 4 * kPoint;

} // namespace

QPen budgetPen()
{
    QPen pen(kAlarm, 1.3 * kPoint);
    pen.setStyle(Qt::DashLine);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

void drawHatching(QPainter &painter, const QRectF &area)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(kFaintInk, 0.5 * kPoint));
    const double from = area.left() - area.height();
    const int lines = static_cast<int>(std::ceil((area.right() - from) / kHatchStep));
    for (int i = 0; i < lines; ++i) {
        const double x = from + i * kHatchStep;
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    }
    painter.restore();
}

void drawLegend(QPainter &painter, const QRectF &area, const QString &note)
{
    const auto small = font(8);
    const QFontMetricsF metrics(small, painter.device());
    painter.setFont(small);
    const double baseline = area.top() + metrics.ascent();
    double x = area.left();
    const auto key = [&](const QString &label, auto draw) {
        draw(QRectF(x, baseline - kKeyHeight, kKeyWidth, kKeyHeight));
        painter.setPen(kInk);
        painter.drawText(QPointF(x + kKeyWidth + 3 * kPoint, baseline), label);
        x += kKeyWidth + metrics.horizontalAdvance(label) + 13 * kPoint;
    };
    for (const auto kind : kEventKinds)
        key(kindName(kind), [&](const QRectF &box) { painter.fillRect(box, kindColor(kind)); });
    key(QStringLiteral("budget"), [&](const QRectF &box) {
        painter.setPen(budgetPen());
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    });
    key(QStringLiteral("not measured"), [&](const QRectF &box) {
        drawHatching(painter, box);
        painter.setPen(QPen(kRule, 0.5 * kPoint));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    });
    key(QStringLiteral("not recorded"), [&](const QRectF &box) {
        painter.fillRect(box, kGap);
        painter.fillRect(QRectF(box.left(), box.bottom() - 2 * kPoint, box.width(), 2 * kPoint), kFaintInk);
    });
    painter.setPen(kFaintInk);
    painter.drawText(QPointF(area.left(), baseline + metrics.lineSpacing() + 2 * kPoint), note);
}

} // namespace barograph::pdf
