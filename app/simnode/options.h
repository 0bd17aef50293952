// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace barograph::sim {

/// The command line.
struct Options
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    bool http = false;
    std::string webhook;
    std::string webhookCa;
    bool webhookInsecure = false;
    int maxConcurrent = 6;
    double compress = 1;
    std::string log;
    std::string tlsCertificateOut;
    bool exitOnStdinClose = false;
    SimulationConfig simulation;
    bool help = false;
    bool version = false;
};

/// `arguments` without the program's name. The error is one sentence that says what is wrong.
tl::expected<Options, std::string> parseOptions(const std::vector<std::string> &arguments);
std::string helpText();

} // namespace barograph::sim
