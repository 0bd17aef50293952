// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "member_counters.h"

#include <chrono>
#include <map>
#include <string>
#include <utility>

namespace barograph::sim {

/// What the WebApp counts, for GET /metrics. Source: WhatsApp Business API reference, "Metrics".
struct WebCounters
{
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    std::uint64_t requests = 0;
    std::uint64_t bytesOut = 0;
    /// By method (as `GET_v1_health`) and HTTP status. Bounded: the methods are those of the route table and "other".
    std::map<std::pair<std::string, std::string>, CountAndSum> requestsMs;
};

} // namespace barograph::sim
