// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace barograph {

class TimeChart;

/// What a chart shows as CSV in UTF-8: a header, then one line for each second in view, or for each stretch of seconds
/// where a column is wider. Times are UTC in ISO 8601. Numbers are as the chart has them: of a stretch, those of its
/// highest second. What is unknown is an empty cell and never 0; `not_measured`, `not_visible` and `estimated` name the
/// series of which that has to be said. Series that were taken out are left out. Has no names of nodes in it.
QByteArray chartCsv(const TimeChart &chart);

} // namespace barograph
