// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

#include <memory>

namespace barograph::sim {

/// The simulated node at work: sockets, clock, simulation. One thread.
class SimNode
{
public:
    explicit SimNode(const Options &options);
    ~SimNode();

    /// Opens everything. The error says what to do.
    tl::expected<void, std::string> start();
    /// The line that says that it is ready, without newline. Precondition: start() succeeded.
    std::string readyLine() const;
    /// Until SIGTERM, SIGINT or, if asked for, the end of standard input.
    void run();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace barograph::sim
