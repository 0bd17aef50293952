// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"
#include "simulation.h"

namespace barograph::sim {
namespace {

using namespace std::chrono_literals;

/// A bulk send into the bot's outbound queue, behind the interactive replies. Comes again, so that a demo left open
/// shows another one.
class Campaign : public Scenario
{
public:
    explicit Campaign(std::uint64_t seed)
        : m_next(Random(seed).below(Directory::kCustomers))
    {}

    ModelTime wake(Simulation &world, ModelTime now) override
    {
        constexpr ModelTime kFirst = 3s;
        constexpr ModelTime kEvery = 20min;
        constexpr std::uint32_t kMessages = 4'000;
        if (now < kFirst)
            return kFirst;
        if (world.isTrafficOver())
            return kNever;
        for (std::uint32_t i = 0; i < kMessages; ++i)
            world.enqueue(Directory::kFirstCustomer + m_next++ % Directory::kCustomers, 0, 1, true);
        return now + kEvery;
    }

private:
    std::uint32_t m_next;
};

/// One message to each of ten groups of 256: some five thousand receipts within minutes. Where storms are varied, the
/// groups, their sizes and the times are those of the seed.
class GroupStorm : public Scenario
{
public:
    ModelTime wake(Simulation &world, ModelTime now) override
    {
        constexpr ModelTime kFirst = 4s;
        constexpr ModelTime kEvery = 8min;
        const StormVariety *variety = world.stormVariety();
        const ModelTime first = variety != nullptr ? variety->firstStorm() : kFirst;
        if (now < first)
            return first;
        if (world.isTrafficOver())
            return kNever;
        const std::uint64_t storm = m_storms++;
        if (variety != nullptr) {
            for (const std::uint32_t group : variety->groupsOf(storm))
                world.enqueue(0, group, 0, false);
            return now + variety->pauseAfter(storm);
        }
        for (std::uint32_t group = 1; group <= Directory::kGroups; ++group)
            world.enqueue(0, group, 0, false);
        return now + kEvery;
    }

private:
    std::uint64_t m_storms = 0;
};

} // namespace

std::unique_ptr<Scenario> makeCampaign(std::uint64_t seed)
{
    return std::make_unique<Campaign>(seed);
}

std::unique_ptr<Scenario> makeGroupStorm()
{
    return std::make_unique<GroupStorm>();
}

} // namespace barograph::sim
