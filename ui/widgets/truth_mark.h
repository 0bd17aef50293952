// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"

#include <QRectF>

class QColor;
class QPainter;

namespace barograph {

/// The shape that goes with a truth, so that it can be told without colour and without reading: a full disc (measured),
/// a half one (estimated), a clock (stale), a hatched square (not measured), a question mark (unknown), a dash (not
/// available), a struck-through ring (`notVisible`).
void paintTruthMark(QPainter &painter, const QRectF &rect, Truth truth, bool notVisible, const QColor &color);

} // namespace barograph
