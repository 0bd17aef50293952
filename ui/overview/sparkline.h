// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "series/second_series.h"

#include <QImage>
#include <QSize>

namespace barograph {

struct ThemeColors;

struct SparklineRequest
{
    const SecondSeries *series = nullptr; ///< may be null: all of it is a gap
    UtcSecond from{};
    UtcSecond until{};
    double budget = 0; ///< transactions per second; 0 = unknown, no line
    QSize size;        ///< in device pixels
    int line = 1;      ///< width of the budget's line, in device pixels
};

/// The four kinds stacked, each pixel column its highest second, against the budget. What lies above the budget is
/// striped and edged; what was not measured is hatched; what is unknown stays empty, without a base line.
QImage drawSparkline(const SparklineRequest &request, const ThemeColors &colors);

/// The rate that stands at the upper edge: a little above the budget or the highest second, whichever is more.
double sparklineTop(const SparklineRequest &request);

} // namespace barograph
