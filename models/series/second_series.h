// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/time.h"

#include <vector>

namespace barograph {

/// Counts of one second, and for which kinds they are a measurement at all.
struct SecondSample
{
    SecondCounts counts;
    quint8 knownMask = 0; ///< bit indexOf(kind): measured. Clear and count 0 = unknown, drawn as a gap
    /// Bit indexOf(kind): its callbacks were switched off; all kinds: the node's tap was not connected. Drawn hatched.
    quint8 notMeasuredMask = 0;

    static constexpr quint8 bit(EventKind kind) { return static_cast<quint8>(1U << indexOf(kind)); }
    bool isKnown(EventKind kind) const { return (knownMask & bit(kind)) != 0; }
    bool anyKnown() const { return knownMask != 0; }
    /// Receives cannot be switched off: nothing came by which to know.
    bool lackedTap() const { return (notMeasuredMask & bit(EventKind::Receive)) != 0; }
    friend bool operator==(const SecondSample &, const SecondSample &) = default;
};
inline constexpr quint8 kAllKindsMask = 0x0F;

/// Consecutive seconds, oldest first. samples[i] is the second first + i.
struct SecondSeries
{
    UtcSecond first{};
    std::vector<SecondSample> samples;

    UtcSecond end() const { return first + Seconds{static_cast<qint64>(samples.size())}; }
};

} // namespace barograph
