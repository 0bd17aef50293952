// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

namespace barograph {

/// Exponential back-off with full-range jitter, so that many dashboards do not come back in step after an outage.
/// Pure: the random fraction is handed in.
class BackOff
{
public:
    explicit BackOff(Millis first = Millis{1000}, Millis cap = Millis{60'000});

    /// How long to wait after one more failure: between half and all of min(cap, first × 2^failures).
    /// `fraction` in [0, 1).
    Millis next(double fraction);
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    Millis m_first;
    Millis m_cap;
    int m_failures = 0;
};

/// `interval` ± 10 %, so that polls of many nodes spread out. `fraction` in [0, 1).
Millis withJitter(Millis interval, double fraction);

/// A random fraction in [0, 1). Thread-safe.
double randomFraction();

} // namespace barograph
