// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <optional>

namespace barograph {

/// Tells a burst that is coming out of a queue, and over at its other end (a storm's receipts), from a queue that goes
/// on growing. Both let the lag grow by nearly a second a second: all that comes out had been stamped within a few
/// seconds. Pure, fixed memory.
class BurstWatch
{
public:
    static constexpr double kFrom = 0.9;  ///< growth of the lag, in seconds a second, from which it may be one
    static constexpr double kUntil = 0.3; ///< and down to which it is still that one

    /// Whether it is one. `perSecond`: the rate at which what comes out would have come in. `stampedAt`: when it did.
    /// `usual`: that rate as it usually is, if known.
    bool look(double lagGrowth, double perSecond, UtcTime stampedAt, const std::optional<double> &usual);
    /// What looked like one is none after all.
    bool isLasting() const { return m_isLasting; }

private:
    std::optional<UtcTime> m_from; ///< stamp of the first events of what comes out all with the same
    bool m_isLasting = false;
};

} // namespace barograph
