// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_format.h"

#include <functional>

namespace barograph::journal {

/// What one segment's bytes turned out to hold.
struct SegmentScan
{
    SegmentHeader header;
    std::size_t frames = 0;       ///< intact ones
    std::size_t damagedBytes = 0; ///< unreadable, with intact frames behind them
    std::size_t end = 0;          ///< behind the last intact frame (or behind the header)
    bool zerosBehindEnd = true;   ///< only reserved space follows; false: a batch was torn, or damaged, there
    quint64 firstSequence = 0;    ///< of the first and last frame that is not a restating one; 0 = none
    quint64 lastSequence = 0;
};

/// Calls `visit` for each intact frame in order, passing over what is damaged. Pure; any bytes may be given.
SegmentScan scanSegment(Bytes segment, const std::function<void(const FrameView &)> &visit);

} // namespace barograph::journal
