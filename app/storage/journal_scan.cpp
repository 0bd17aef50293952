// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_scan.h"

#include <algorithm>

namespace barograph::journal {

SegmentScan scanSegment(Bytes segment, const std::function<void(const FrameView &)> &visit)
{
    SegmentScan scan;
    scan.header = readSegmentHeader(segment);
    if (scan.header.fault == HeaderFault::NewerVersion)
        return scan;
    // With an unreadable header the frames are still looked for: each carries its own checksum.
    scan.end = scan.header.fault == HeaderFault::None ? kSegmentHeaderBytes : 0;
    while (true) {
        auto frame = frameAt(segment, scan.end);
        if (!frame) {
            frame = findFrame(segment, scan.end);
            if (!frame)
                break;
            scan.damagedBytes += frame->offset - scan.end;
        }
        visit(*frame);
        ++scan.frames;
        if (frame->sequence != kRestatingSequence) {
            if (scan.firstSequence == 0)
                scan.firstSequence = frame->sequence;
            scan.lastSequence = frame->sequence;
        }
        scan.end = frame->offset + frame->whole.size();
    }
    const auto rest = segment.subspan(std::min(scan.end, segment.size()));
    scan.zerosBehindEnd = std::all_of(rest.begin(), rest.end(), [](unsigned char byte) { return byte == 0; });
    return scan;
}

} // namespace barograph::journal
