// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

namespace barograph::testing {

/// The ten minutes before frameTime(), all with the same gauges.
std::shared_ptr<GaugeSeries> flatGauges(float lagMs, float incoming, float outbound, float ageMs);

/// One number in each state of its lag, named by the id: lag-unknown, lag-not-supported, lag-calm, lag-rising (from
/// below a second to hours), lag-below-zero (0 and less after the clocks' difference), lag-gaps.
std::vector<NodeFrame> lagNodes();
/// The numbers of incomingNodes() with a past that fits what they are now, ids prefixed by "incoming-".
std::vector<NodeFrame> incomingTraceNodes();
/// outbound-not-configured, outbound-unknown, outbound-not-supported, outbound-running, outbound-paused (from here,
/// with its reason, since four minutes, after an earlier pause), outbound-gaps.
std::vector<NodeFrame> outboundNodes();

/// `count` markers of all kinds, evenly from `from` to `to`; every seventh is for the worse.
MarkerList manyMarkers(int count, UtcTime from, UtcTime to);
/// One of each kind for the better and for the worse, over the ten minutes before frameTime().
MarkerList someMarkers();

} // namespace barograph::testing
