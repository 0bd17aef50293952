// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "series/gauge_series.h"
#include "series/second_series.h"

#include <optional>

namespace barograph {

/// One whole second of one node, finished: nothing more will be counted into
/// it. What history stores.
struct ClosedSecond
{
    NodeIndex node = 0;
    UtcSecond second{};
    SecondSample sample;
    quint32 redelivered = 0;
    quint32 apart = 0;
    double allocatedTps = 0; ///< 0 = not known
    std::optional<Millis> minLag;
    GaugeSample gauges; ///< as they stood at its end
};

} // namespace barograph
