// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "meters/second_ring.h"

namespace barograph {

/// Events per second over one window.
struct WindowRates
{
    Reading<double> total;
    ByKind<Reading<double>> byKind;
};

/// Mean over the `seconds` whole seconds before the ring's open one.
///
/// Each kind is averaged over the seconds in which it was measured; with less than half of them it is unknown (or not
/// measured, if its callbacks were switched off; what a missing tap would have brought is unknown). The total is the
/// sum of the kinds that have a value. It is unknown when receives are, because then nobody listened; it is `Estimated`
/// when a kind is missing from it or was unknown for part of the window.
WindowRates ratesOver(const SecondRing &ring, qint64 seconds);

} // namespace barograph
