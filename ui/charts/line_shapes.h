// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/line_bands.h"

#include <QPointF>

class QPainter;

namespace barograph {

/// What LineRaster paints, as shapes. `origin`: the upper left of the plot, in logical pixels; `ratio`: columns and
/// rows of the scene in one of them. Only for use inside this folder.
void paintLineShapes(QPainter &painter, QPointF origin, const LineScene &scene, qreal ratio);

} // namespace barograph
