// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

namespace barograph {

/// A frame that no newer one has followed for so long is told as stale.
inline constexpr Millis kFrameStaleAfter{2000};

/// The same node with every reading marked stale and its state unknown: for showing a frame that no newer one follows.
/// What was never told or cannot be told stays what it is; what the operator has configured does not age. Pure.
NodeFrame staleCopyOf(NodeFrame node);

} // namespace barograph
