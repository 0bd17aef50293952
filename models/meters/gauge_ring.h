// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <deque>
#include <memory>

namespace barograph {

/// What stands in `incoming` and `outbound` now. Only what is measured or estimated at this moment: a stale reading is
/// unknown, because drawn on it would look like a queue that stands still.
GaugeSample gaugeSampleOf(const IncomingView &incoming, const OutboundView &outbound);

/// The gauges of one node over the last ten minutes, second by second. Fixed memory (12 KB). Lives on the ingest
/// thread.
class GaugeRing
{
public:
    static constexpr Seconds kLength{600};

    /// `second` is over. Seconds that were left out since the one before are unknown; one that is not later than the
    /// newest means that the clock was set back, and everything begins anew.
    void close(UtcSecond second, const GaugeSample &sample);
    /// Ends with the newest closed second. Null while none of them told anything. Shared until close() is called.
    std::shared_ptr<const GaugeSeries> series() const;

private:
    std::deque<GaugeSample> m_samples; ///< oldest first
    UtcSecond m_end{};
    std::size_t m_known = 0; ///< of m_samples, that tell anything
    mutable std::shared_ptr<const GaugeSeries> m_series;
};

} // namespace barograph
