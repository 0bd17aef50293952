// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"

#include <QRegion>

#include <array>
#include <optional>

namespace barograph {

/// What moves on top of a painted plot: the crosshair, the reference marks A and B, the box of a zoom, and words about
/// the state of the data.
struct PlotOverlay
{
    std::optional<UtcTime> cursor;
    std::array<std::optional<UtcTime>, 2> references;
    /// Two moments between which a box is being drawn.
    std::optional<std::array<UtcTime, 2>> box;
    QString words;         ///< e.g. that the past is being read; empty: nothing
    bool alarming = false; ///< the words tell of a failure
    bool focused = false;  ///< the keyboard is here

    friend bool operator==(const PlotOverlay &, const PlotOverlay &) = default;
};

/// The reference mark whose line or flag is at `at`, in the coordinates of the plot: 0 for A, 1 for B. Of two, the
/// nearer; of two at the same place, the one in front.
std::optional<std::size_t> referenceNear(const std::array<std::optional<UtcTime>, 2> &references, QPointF at,
                                         const PlotGeometry &geometry);
/// The part of the plot that painting this touches.
QRegion overlayRegion(const PlotOverlay &overlay, const PlotGeometry &geometry);
void paintOverlay(QPainter &painter, const PlotOverlay &overlay, const PlotGeometry &geometry);

} // namespace barograph
