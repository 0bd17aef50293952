// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "simulation.h"

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace bench {

using namespace barograph;

/// Which simulated number, with which budget. All that it ever does follows from this.
struct NumberSetup
{
    std::uint64_t seed = 0;
    double tps = 0;
};

/// A simulated number with storms of its own seed, in model time. A day of its own for each seed, so that numbers can
/// follow each other.
class SimulatedNumber
{
public:
    using Take = std::function<void(const queueing::Interaction &)>;

    explicit SimulatedNumber(const NumberSetup &setup);

    /// Lets it run until then; its callbacks are answered at once and given to `take`.
    void advance(queueing::ModelTime until, const Take &take);
    queueing::ModelTime now() const { return m_world.now(); }
    UtcTime wall() const { return wall(now()); }
    UtcTime wall(queueing::ModelTime at) const;
    const sim::Directory &directory() const { return m_world.directory(); }

private:
    sim::Simulation m_world;
    UtcTime m_start;
};

/// One group message, as it turns out. Times are seconds since the number was switched on.
struct TrueStorm
{
    std::uint32_t group = 0;
    std::uint32_t members = 0;
    std::vector<double> arrivals; ///< of its receipts, ascending

    double begin() const { return arrivals.front(); }
    /// When this share of all receipts that ever came had come.
    double reached(double share) const;
    /// Seconds from the first receipt until 95 % of all that ever came.
    double duration() const { return reached(0.95) - begin(); }
};

/// By message: the storms that begin between `from` and `until`, to their last receipt. `length`: when that has come.
std::map<std::uint64_t, TrueStorm> playOut(const NumberSetup &setup, Seconds from, Seconds until, Seconds length);

} // namespace bench
