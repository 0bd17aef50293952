// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPen>
#include <QRectF>
#include <QString>

namespace barograph::pdf {

QPen budgetPen();
/// Thin slanted lines over `area`, as vectors (a pattern brush would be drawn at the device's resolution).
void drawHatching(QPainter &painter, const QRectF &area);
/// One line of keys in the order of the stack, from its bottom up, then one line of `note`.
void drawLegend(QPainter &painter, const QRectF &area, const QString &note);

} // namespace barograph::pdf
