// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace barograph::sim {

/// `…_count` and `…_sum` of one metric.
struct CountAndSum
{
    std::uint64_t count = 0;
    double sum = 0;

    void add(double value)
    {
        ++count;
        sum += value;
    }
};

/// What a CoreApp counts in its memory: starts at zero again when the container does.
/// Source: WhatsApp Business API reference, "Application stats".
struct MemberCounters
{
    std::uint64_t inFromServer = 0;
    std::uint64_t outPersisted = 0;
    CountAndSum outSentMs;
    std::array<std::uint64_t, 3> outStatus{}; ///< sent, delivered, read
    /// By `result`: "success", an HTTP status, or the small number of a network error.
    std::map<std::string, CountAndSum> inboundCallbacksMs;
    std::map<std::string, CountAndSum> statusCallbacksMs;
    std::map<std::pair<std::string, std::string>, CountAndSum> endpointMs; ///< by method and result
};

} // namespace barograph::sim
