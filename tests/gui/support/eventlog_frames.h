// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlog/event_log_writer.h"
#include "frame/frame.h"

namespace barograph::testing {

/// The log of two numbers during a group storm, up to frameTime(): mostly receipts of one message, some late, some
/// redelivered, some counted apart. `perSecond` events a second.
void fillStormLog(EventLogWriter &log, std::size_t events, int perSecond = 25);
/// "support-eu" in its storm with that many events, and "groups-latam" beside it.
FramePtr stormLogFrame(EventLogWriter &log);

} // namespace barograph::testing
