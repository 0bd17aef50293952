// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace bench {

class FrameWatch;

/// The node view at 1920×1080 with all its panels while 50,000 events a second arrive: time of a frame (all that the
/// GUI thread does for it), stalls, memory.
void measureStorm(FrameWatch &application, std::chrono::seconds length);
/// Eight nodes that say nothing: share of a core.
void measureIdle(FrameWatch &application, std::chrono::seconds length);
/// A window that is hidden, then one that is minimised: ticks and paints, which should be none.
void measureHidden(FrameWatch &application, std::chrono::seconds length);

} // namespace bench
