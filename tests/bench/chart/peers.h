// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/second_series.h"

#include <memory>

class QWidget;

namespace barograph {

/// A chart under measurement: four stacked kinds over a sliding window.
class ChartPeer
{
public:
    virtual ~ChartPeer() = default;
    virtual const char *name() const = 0;
    virtual QWidget &widget() = 0;
    /// Hands over the seconds of the window and moves the axes, as a live display has to for each frame.
    virtual void setWindow(const std::shared_ptr<const SecondSeries> &series) = 0;
};

std::unique_ptr<ChartPeer> makeTpsChartPeer(Seconds span);
std::unique_ptr<ChartPeer> makeAreaSeriesPeer();
/// Null where the library was not there at build time.
std::unique_ptr<ChartPeer> makeQCustomPlotPeer();

} // namespace barograph
