// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_window.h"
#include "series/second_series.h"

#include <vector>

namespace barograph {

/// One sample for each column of the window, in `columns`. A column that covers several seconds shows the one with
/// the highest known total, because an average hides the second that broke the limit; what any of them did not measure
/// stays marked. A column narrower than a second shows the second it begins in. Seconds outside the series are
/// unknown. Linear in the seconds that lie in the window.
void reduceToColumns(const SecondSeries &series, const PlotWindow &window, std::vector<SecondSample> &columns);

/// Highest known total in the columns, in events per second; 0 if nothing is known.
quint32 highestTotal(const std::vector<SecondSample> &columns);

/// Upper end and tick distance of an axis from 0 that shows `highest`, with four to six round ticks.
struct RateScale
{
    double max = 1;
    double step = 1;
};
RateScale niceRateScale(double highest);

} // namespace barograph
