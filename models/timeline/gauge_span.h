// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/gauge_series.h"

#include <vector>

namespace barograph {

/// A stretch of seconds in which the gauges stood at the same values. Outside every span nothing is known of them.
struct GaugeSpan
{
    UtcSecond from{};
    UtcSecond to{}; ///< first second after the span; > from
    GaugeSample sample;

    friend bool operator==(const GaugeSpan &, const GaugeSpan &) = default;
};

/// What is known of a second that is told a second time. Replaying the journal brings seconds again without what had
/// been asked of the node then, and with estimates where there had been measurements: what is known stays, and what is
/// measured is not replaced by what is estimated.
GaugeSample toldAgain(const GaugeSample &before, const GaugeSample &again);

/// Puts `span` over `spans`: where they overlap, toldAgain(); equal neighbours become one. `spans` must be ascending
/// and disjoint, and is so afterwards. A span that tells nothing changes nothing.
void overlay(std::vector<GaugeSpan> &spans, const GaugeSpan &span);

} // namespace barograph
