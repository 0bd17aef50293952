// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

namespace barograph::sim {
namespace {

using namespace std::chrono_literals;

/// The bot's webhook answers late for three minutes out of four: callbacks queue up and drain again.
class SlowBot : public Scenario
{
public:
    ModelTime wake(Simulation &world, ModelTime now) override
    {
        constexpr ModelTime kFirst = 5s;
        constexpr ModelTime kSlowFor = 180s;
        constexpr ModelTime kQuickFor = 60s;
        if (now < kFirst)
            return kFirst;
        m_slow = !m_slow && !world.isTrafficOver();
        // Long enough that all workers together carry a third of the budget.
        const double seconds = 3.0 * world.callbackWorkers() / world.tps();
        world.setBotDelay(m_slow ? queueing::fromSeconds(seconds) : ModelTime::zero());
        if (!m_slow && world.isTrafficOver())
            return kNever;
        return now + (m_slow ? kSlowFor : kQuickFor);
    }

private:
    bool m_slow = false;
};

/// Connected and busy by all its counters, but the webhooks have stopped: what only their absence tells.
class SilentWebhooks : public Scenario
{
public:
    ModelTime wake(Simulation &world, ModelTime now) override
    {
        constexpr ModelTime kSilentFrom = 15s;
        if (now < kSilentFrom)
            return kSilentFrom;
        world.setDiverted(true);
        return kNever;
    }
};

} // namespace

std::unique_ptr<Scenario> makeSlowBot()
{
    return std::make_unique<SlowBot>();
}

std::unique_ptr<Scenario> makeSilentWebhooks()
{
    return std::make_unique<SilentWebhooks>();
}

} // namespace barograph::sim
