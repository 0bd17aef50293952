// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load_generator.h"
#include "bench/peers.h"

#include <chrono>
#include <string>
#include <vector>

namespace bench {

/// One server with the load it gets, and what it did in each round.
struct Contestant
{
    std::string name;
    Served served;
    NumberedRequests source;
    std::vector<double> perSecond;
    std::vector<double> perProcessorSecond; ///< answered per second that the server's processor was busy for it
    std::vector<double> busy;               ///< share of the time that its processor was busy for it
    std::vector<double> loadBusy;           ///< the same of the load generator
    std::uint64_t answered = 0;             ///< in all rounds and the warm-up
};

struct RoundPlan
{
    int connections = 192;
    int rounds = 5;
    std::chrono::milliseconds length{3000};
    std::chrono::milliseconds warmUp{500};
    /// More than any server answers in a second; signatures are prepared for so many.
    std::size_t mostPerSecond = 300'000;
};

/// All contestants in turn, round after round, so that what else the machine does falls on neighbours alike. Throws
/// std::runtime_error if one answers anything but 200.
void runRounds(std::vector<Contestant> &contestants, const RoundPlan &plan);

/// Medians of the ratios within a round: of what was answered, and of what was answered for each second of the
/// server's processor. The second one is the steadier of the two where other programs run at the same time.
void printRatios(const Contestant &a, const Contestant &b);

/// Requests times `perRequest` in a second and in a second of the server's processor, and how busy the server's
/// processor and the load generator were.
void printFigures(const Contestant &contestant, double perRequest, const char *unit);

} // namespace bench
