// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulated_number.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace bench {

namespace {

using queueing::ModelTime;
using namespace std::chrono_literals;

/// A bot that answers at once: how late a callback can be.
constexpr ModelTime kStep = 200ms;
constexpr int kNoLimit = 10'000'000;

sim::SimulationConfig simulated(const NumberSetup &setup)
{
    sim::SimulationConfig config;
    config.scenarios = {"group-storm"};
    config.seed = setup.seed;
    config.tps = setup.tps;
    config.variedStorms = true;
    return config;
}

} // namespace

double TrueStorm::reached(double share) const
{
    const auto count = static_cast<std::size_t>(std::ceil(share * static_cast<double>(arrivals.size())));
    return arrivals.at(std::max<std::size_t>(count, 1) - 1);
}

SimulatedNumber::SimulatedNumber(const NumberSetup &setup)
    : m_world(simulated(setup))
    , m_start(fromUnixMillis(1'772'366'400'000) + std::chrono::hours(24 * setup.seed))
{}

UtcTime SimulatedNumber::wall(ModelTime at) const
{
    return m_start + std::chrono::duration_cast<Millis>(at);
}

void SimulatedNumber::advance(ModelTime until, const Take &take)
{
    while (m_world.now() < until) {
        m_world.advance(std::min(m_world.now() + kStep, until), kNoLimit);
        while (const auto attempt = m_world.nextCallback()) {
            const auto interaction = attempt->interaction;
            m_world.callbackAnswered(*attempt, "success", 5);
            take(interaction);
        }
    }
}

std::map<std::uint64_t, TrueStorm> playOut(const NumberSetup &setup, Seconds from, Seconds until, Seconds length)
{
    SimulatedNumber number(setup);
    std::map<std::uint64_t, TrueStorm> storms;
    std::set<std::uint64_t> over; ///< that began before
    number.advance(length, [&](const queueing::Interaction &interaction) {
        const bool receipt = interaction.kind == EventKind::Delivery || interaction.kind == EventKind::Read;
        if (!receipt || interaction.group == 0)
            return;
        auto storm = storms.find(interaction.message);
        if (storm == storms.end()) {
            const bool isLateReceipt = over.contains(interaction.message);
            if (number.now() < from)
                over.insert(interaction.message);
            if (isLateReceipt || number.now() < from || number.now() > until)
                return;
            const auto members = number.directory().recipientsOfGroup(interaction.group);
            storm = storms.emplace(interaction.message, TrueStorm{interaction.group, members, {}}).first;
        }
        storm->second.arrivals.push_back(queueing::toSeconds(number.now()));
    });
    return storms;
}

} // namespace bench
