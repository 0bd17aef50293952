// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markers/marker.h"
#include "series/second_series.h"

#include <memory>

class QWidget;

namespace barograph {

/// A chart under measurement: the four kinds over a sliding window.
class ChartPeer
{
public:
    virtual ~ChartPeer() = default;
    virtual const char *name() const = 0;
    virtual QWidget &widget() = 0;
    /// Hands over the seconds of the window and moves the axes, as a live display has to for each frame.
    virtual void setWindow(const std::shared_ptr<const SecondSeries> &series) = 0;
    /// Moves the crosshair; nothing for charts that have none.
    virtual void setCursor(UtcTime /*at*/) {}
};

enum class ChartForm {
    Stacked, ///< filled, one on top of the other
    Lines    ///< each for itself
};

/// Ours. `markers` may be null.
std::unique_ptr<ChartPeer> makeOurPeer(ChartForm form, Seconds span, const MarkerList &markers = {});
/// Stacked only.
std::unique_ptr<ChartPeer> makeAreaSeriesPeer();
/// Null where the library was not there at build time. `smooth`: as it is out of the box, with lines as wide as ours.
/// Without: its fastest lines, one pixel wide and jagged, as its manual advises for speed.
std::unique_ptr<ChartPeer> makeQCustomPlotPeer(ChartForm form, bool smooth);

} // namespace barograph
