// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/request_source.h"

#include <chrono>
#include <vector>

namespace bench {

struct OpenLoopPlan
{
    int connections = 32;
    int perSecond = 500;                  ///< requests
    std::chrono::milliseconds warmUp{};   ///< sent, but not in the result
    std::chrono::milliseconds duration{}; ///< behind the warm-up
};

struct OpenLoopResult
{
    std::vector<float> millis; ///< from when a request should have been sent to its answer
    std::size_t otherAnswers = 0;
    std::size_t unanswered = 0; ///< five seconds after the last one should have been sent
};

/// Sends at fixed times whether answers come or not, as the world outside does. A request for which no connection is
/// free waits, and its time counts from when it should have been sent: a server that stalls cannot hide that by being
/// asked less. Runs on the calling thread.
OpenLoopResult runOpenLoop(const Target &target, RequestSource &source, const OpenLoopPlan &plan);

} // namespace bench
