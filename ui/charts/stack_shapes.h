// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/column_reduction.h"

#include <QRectF>

#include <span>

class QPainter;

namespace barograph {

struct ThemeColors;

/// What StackRaster paints, as shapes: each kind with its pattern, what lies above the budget, hatching of what was not
/// measured, the line at the bottom of a measured second. Where nothing is known there is no shape.
struct StackPicture
{
    std::span<const Column> columns; ///< side by side, as wide as the area
    QRectF area;                     ///< logical pixels
    double top = 1;                  ///< events per second at its upper edge
    double budget = 0;               ///< 0: nothing is marked
};
void paintStackShapes(QPainter &painter, const StackPicture &picture, const ThemeColors &colors);

} // namespace barograph
