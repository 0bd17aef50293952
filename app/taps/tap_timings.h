// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

namespace barograph {

/// How patient a tap is.
struct TapTimings
{
    Millis connectTimeout{15'000}; ///< from the first packet until events come
    Millis pingEvery{5000};        ///< WebSocket pings of ours, so that a dead connection shows
    Millis doubt{12'000};          ///< no frame and no pong for this long: said to be missing, but not yet given up
    Millis silence{50'000};        ///< for this long: the connection is lost. A busy gateway may be that slow.
    Millis firstBackOff{1000};
    Millis longestBackOff{60'000};
    Millis provenAfter{30'000}; ///< a connection that lasted this long, or brought an event, ends the back-off
};

/// The largest frame, and message of several, that is read. Evolution sends media inline where it is told to.
inline constexpr quint64 kLargestTapFrame = 4 << 20;

} // namespace barograph
