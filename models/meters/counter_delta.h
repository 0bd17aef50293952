// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "frame/frame.h"

namespace barograph {

/// Sends newly learnt from the stats counter, to be written to the journal in
/// the order in which events are.
struct CounterDelta
{
    quint64 counter = 0;
    quint64 sends = 0;
    UtcTime at{};
    Millis span{};                                ///< in which the sends were made; 0 = not known or too long
    SendSource source = SendSource::StatsCounter; ///< in force from here on
    UtcTime countsFrom{};                         ///< the counter tells all messages sent since; epoch =
                                                  ///< always

    friend bool operator==(const CounterDelta &, const CounterDelta &) = default;
};

} // namespace barograph
