// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/request_source.h"

#include <chrono>
#include <cstdint>

namespace bench {

struct LoadResult
{
    std::uint64_t answered = 0; ///< with 200
    std::uint64_t otherAnswers = 0;
    double seconds = 0;
    double processorSeconds = 0; ///< of the generator itself
    double p50Millis = 0;
    double p99Millis = 0;

    double perSecond() const { return seconds > 0 ? static_cast<double>(answered) / seconds : 0; }
};

/// Keeps `connections` kept-alive connections busy for `duration`, or until `source` has no more, each with one request
/// at a time. Runs on the calling thread.
///
/// Our own, and not wrk with a Lua script, because making unique ids in Lua costs more than serving them. All sockets
/// that have an answer are read with one system call and given their next request with one more, through io_uring:
/// a generator that makes two calls a request needs as long for it as a fast server does, and then all fast servers
/// look alike.
LoadResult runLoad(const Target &target, RequestSource &source, int connections, std::chrono::milliseconds duration);

/// Posts one request on a connection of its own; the status of the answer.
int statusOfOne(const Target &target, const std::string &request);

/// A connected socket. Throws std::runtime_error.
int connectTo(const Target &target);

} // namespace bench
