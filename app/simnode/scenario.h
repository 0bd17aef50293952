// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace barograph::sim {

/// Names that --scenario accepts.
std::vector<std::string> scenarioNames();

} // namespace barograph::sim
