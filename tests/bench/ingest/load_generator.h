// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace bench {

struct Target
{
    std::uint16_t port = 0;
    std::string path;
};

struct LoadResult
{
    std::uint64_t answered = 0; ///< with 200
    std::uint64_t otherAnswers = 0;
    double seconds = 0;
    double p50Millis = 0;
    double p99Millis = 0;

    double perSecond() const { return seconds > 0 ? static_cast<double>(answered) / seconds : 0; }
};

/// Keeps `connections` kept-alive connections busy for `duration`, each with one request at a time: a POST with one
/// status, about 480 bytes of JSON, whose message id is never used twice in the life of this process. Runs on the
/// calling thread. Our own and not wrk with a Lua script, because making unique ids in Lua costs more than serving
/// them.
LoadResult runLoad(const Target &target, int connections, std::chrono::milliseconds duration);

} // namespace bench
