// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meters/node_meter.h"
#include "simulation.h"

#include <map>
#include <vector>

namespace bench {

using namespace barograph;

/// What was shown of a storm at one moment. Times are seconds since the storm was first seen.
struct Shown
{
    double at = 0;
    quint32 seen = 0;
    std::optional<double> end;
    double earliest = 0;
    double latest = 0;
    double naive = 0; ///< remaining ÷ budget
};

/// One group message from its first to its last receipt.
struct WatchedStorm
{
    quint32 group = 0;
    quint32 members = 0;
    UtcTime firstSeen{};
    std::vector<double> arrivals; ///< of its receipts, in seconds since the first
    std::vector<Shown> shown;
    bool matchedRight = false; ///< the meter named the group within its first 20 receipts …
    bool matchedWrong = false; ///< … or ever named another one

    /// Seconds from the first receipt until 95 % of all that ever came.
    double duration() const;
};

/// A simulated number with storms of its own seed, watched by a meter in model time.
class WatchedNumber
{
public:
    /// `seed` also puts the start into a day of its own, so that numbers can follow each other.
    WatchedNumber(std::uint64_t seed, double tps, const ReceiptCurve &curve);

    /// Lets it run. Storms that begin within `watched` are followed to their last receipt.
    void run(Seconds watched, Seconds length);

    ReceiptCurve curve();
    std::vector<WatchedStorm> storms() const;
    /// Processor time of all frames that had storms, and how many of these there were.
    double frameSeconds() const { return m_frameSeconds; }
    quint64 shownStorms() const { return m_shownStorms; }

private:
    UtcTime wall(queueing::ModelTime at) const;
    void takeCallbacks(Seconds watched);
    void look();

    sim::Simulation m_world;
    UtcTime m_start;
    double m_tps;
    NodeMeter m_meter;
    ReceiptCurve m_curve;
    std::map<Fingerprint, WatchedStorm> m_storms;
    UtcTime m_newestStorm{};
    double m_frameSeconds = 0;
    quint64 m_shownStorms = 0;
};

} // namespace bench
