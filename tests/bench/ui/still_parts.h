// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bench {

/// The overview with 50 nodes at 1920×1080: a new frame, everything painted.
void measureOverview();
/// A step of panning and of zooming over 90 days in the node view at 1920×1080 with all its panels, everything painted.
void measurePast();

} // namespace bench
