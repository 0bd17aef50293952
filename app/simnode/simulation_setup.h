// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation.h"

namespace barograph::sim {

/// The containers that the chosen scenarios need.
Cluster clusterFor(const SimulationConfig &config);
queueing::ThroughputLimits limitsFor(const SimulationConfig &config);

} // namespace barograph::sim
