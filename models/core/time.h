// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace barograph {

using Millis = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// A moment in UTC, to the millisecond. Everything at rest and between threads is UTC; only `ui` converts.
using UtcTime = std::chrono::sys_time<Millis>;
/// A whole UTC second: the bucket that all counts are kept in.
using UtcSecond = std::chrono::sys_seconds;

inline UtcTime utcNow()
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}
inline UtcSecond secondOf(UtcTime time)
{
    return std::chrono::floor<Seconds>(time);
}
inline UtcTime fromUnixMillis(qint64 millis)
{
    return UtcTime{Millis{millis}};
}
inline UtcSecond fromUnixSeconds(qint64 seconds)
{
    return UtcSecond{Seconds{seconds}};
}
inline qint64 unixMillis(UtcTime time)
{
    return time.time_since_epoch().count();
}
inline qint64 unixSeconds(UtcSecond second)
{
    return second.time_since_epoch().count();
}

} // namespace barograph
