// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/model_time.h"

#include <chrono>
#include <cstdint>

namespace barograph::sim {

/// Maps real time to simulated time, which runs `compress` times as fast, and back.
class SimClock
{
public:
    /// `skew`: how far the node's own clock is ahead of this machine's; negative = behind.
    explicit SimClock(double compress, std::chrono::milliseconds skew = {})
        : m_compress(compress)
        , m_skew(skew)
        , m_start(std::chrono::steady_clock::now())
        , m_wallStart(std::chrono::system_clock::now())
    {}

    double compress() const { return m_compress; }
    queueing::ModelTime now() const
    {
        return queueing::fromSeconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count() *
                                     m_compress);
    }
    /// How long it takes in real time.
    std::chrono::nanoseconds real(queueing::ModelTime simulated) const
    {
        return queueing::fromSeconds(queueing::toSeconds(simulated) / m_compress);
    }
    /// The wall clock's Unix time in milliseconds at which the simulation is (was) at `simulated`.
    std::int64_t wallMillis(queueing::ModelTime simulated) const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_wallStart.time_since_epoch() + real(simulated))
            .count();
    }
    std::int64_t wallSeconds(queueing::ModelTime simulated) const { return wallMillis(simulated) / 1000; }
    /// The same by the node's own clock: what it writes into callbacks.
    std::int64_t nodeSeconds(queueing::ModelTime simulated) const
    {
        return (wallMillis(simulated) + m_skew.count()) / 1000;
    }
    /// Another moment as the node's own clock shows it.
    std::chrono::system_clock::time_point byNode(std::chrono::system_clock::time_point at) const { return at + m_skew; }

private:
    double m_compress;
    std::chrono::milliseconds m_skew;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::system_clock::time_point m_wallStart;
};

} // namespace barograph::sim
