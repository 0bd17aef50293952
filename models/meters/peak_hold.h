// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

namespace barograph {

/// Events of the kinds that were measured in this second.
inline quint32 knownTotal(const SecondSample &sample)
{
    quint32 total = 0;
    for (const auto kind : kEventKinds)
        total += sample.isKnown(kind) ? sample.counts[kind] : 0;
    return total;
}

/// Keeps the highest whole second; of equal ones the first.
inline void holdPeak(PeakHold &peak, UtcSecond second, const SecondSample &sample)
{
    if (const auto total = knownTotal(sample); total > peak.tps)
        peak = {total, second};
}

} // namespace barograph
