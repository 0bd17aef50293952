// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

namespace barograph::testing {

/// Twelve numbers, each in another state: over budget by a storm, filling, losing, silent, degraded and paused, down,
/// near its budget, calm, of a kind that tells little, estimated, never answered, switched off.
FramePtr everyStateFrame();
/// That many healthy numbers and nothing wrong with any of them.
FramePtr wellFrame(int count);
/// The number "support-eu" at 100 % of 10 TPS for two minutes, 71 % of it reads of one group message, its incoming
/// queue full in eleven minutes.
NodeFrame supportInStorm();

} // namespace barograph::testing
