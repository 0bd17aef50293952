// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markers/marker.h"
#include "series/plot_window.h"

#include <optional>
#include <span>
#include <vector>

namespace barograph {

/// Markers that are too close together on screen to be told apart.
struct MarkerCluster
{
    std::size_t first = 0;    ///< index of the oldest of them
    std::size_t count = 0;    ///< how many, one after the other
    std::size_t foremost = 0; ///< the one whose shape stands for all: a bad one if there is any, of equal the newest
    int column = 0;           ///< where to draw it: its own column if it is alone, else the middle of all that it holds
    quint8 kindsMask = 0;     ///< bit of MarkerKind: which kinds are among them
    bool bad = false;

    friend bool operator==(const MarkerCluster &, const MarkerCluster &) = default;
};

/// The markers inside the window, gathered into slots of `slotColumns` pixel columns. Slots are counted since the
/// epoch, as columns are: while the window slides, no cluster falls apart or changes its shape. `markers` by time,
/// oldest first; `clusters` is used again. One pass over the markers in the window: see tests/bench/chart.
void clusterMarkers(std::span<const Marker> markers, const PlotWindow &window, int slotColumns,
                    std::vector<MarkerCluster> &clusters);

/// Both by time, each marker once (by its id). Either may be null; shares what needs no merging.
MarkerList mergedMarkers(const MarkerList &a, const MarkerList &b);

/// Higher is more worth showing.
int markerRank(const Marker &marker);

/// Index of the first marker later than `at`, or the last one earlier; empty: there is none.
std::optional<std::size_t> markerAfter(std::span<const Marker> markers, UtcTime at);
std::optional<std::size_t> markerBefore(std::span<const Marker> markers, UtcTime at);

} // namespace barograph
