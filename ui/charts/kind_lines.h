// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/line_raster.h"
#include "series/column_reduction.h"
#include "series/trace.h"

#include <vector>

namespace barograph {

/// Each kind has a line of its own look, so that they can be told without their colours.
LineStyle lineStyleOf(EventKind kind);

/// One entry for each column, into a vector whose memory is used again; only for columns that hold one second or less.
void fillKindTrace(const std::vector<Column> &columns, EventKind kind, std::vector<TraceColumn> &trace);

} // namespace barograph
