// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_data.h"

#include <QTimeZone>

namespace barograph::pdf {

class Pages;

/// Height that drawTpsChart() takes, without its heading.
double chartHeight();

/// Events per second over the range, the four kinds stacked, the strongest second of each pixel column; the budget as
/// a dashed line; gaps left grey, kinds that were not measured hatched; axes, legend, and what one column stands for.
void drawTpsChart(Pages &pages, const ReportData &data, const QTimeZone &zone);

} // namespace barograph::pdf
