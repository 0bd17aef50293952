// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation.h"

#include <functional>
#include <vector>

namespace barograph::sim::test {

/// Runs a simulation in steps of `step` with a receiver that answers at once, and remembers what it was told.
class Driver
{
public:
    explicit Driver(const SimulationConfig &config, ModelTime step = std::chrono::milliseconds(100))
        : world(config)
        , m_step(step)
    {}

    void runUntil(ModelTime until)
    {
        while (world.now() < until) {
            const ModelTime next = std::min(until, world.now() + m_step);
            while (!world.advance(next, 1'000)) {
            }
            deliver();
            if (afterStep)
                afterStep();
        }
    }
    void deliver()
    {
        while (receiving) {
            const auto attempt = world.nextCallback();
            if (!attempt)
                return;
            if (world.callbackAnswered(*attempt, "success", 5) != Simulation::Answer::Failed)
                told.push_back(attempt->interaction);
        }
    }

    Simulation world;
    bool receiving = true;
    std::vector<Interaction> told;
    std::function<void()> afterStep;

private:
    ModelTime m_step;
};

} // namespace barograph::sim::test
