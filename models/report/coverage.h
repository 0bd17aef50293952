// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QtGlobal>

#include <vector>

namespace barograph {

/// A stretch of seconds of one node in which the same was known and the same budget was in force. It is what tells a
/// known zero (inside a span, no row of its own) from a gap (outside every span) without a row per idle second.
struct CoverageSpan
{
    UtcSecond from{};
    UtcSecond to{};             ///< first second after the span; > from
    quint8 knownMask = 0;       ///< as SecondSample::knownMask
    quint8 notMeasuredMask = 0; ///< as SecondSample::notMeasuredMask
    double allocatedTps = 0;    ///< 0 = not known

    qint64 seconds() const { return (to - from).count(); }
    /// Everything but the limits is equal, so that two such neighbours are one span.
    bool saysTheSameAs(const CoverageSpan &other) const
    {
        return knownMask == other.knownMask && notMeasuredMask == other.notMeasuredMask &&
               allocatedTps == other.allocatedTps;
    }
    friend bool operator==(const CoverageSpan &, const CoverageSpan &) = default;
};

/// Puts `span` over `spans`: what it covers is replaced, what sticks out stays, equal neighbours become one. A span
/// that says nothing (both masks 0) only cuts. `spans` must be ascending and disjoint, and is so afterwards.
void overlay(std::vector<CoverageSpan> &spans, const CoverageSpan &span);

} // namespace barograph
