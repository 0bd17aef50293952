// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace bench {

/// Precondition of both: not empty.
double median(std::vector<double> values);
double percentile(std::vector<float> values, double share);

/// The lines that a benchmark ends with.
void printFigure(const std::string &name, double value, const char *unit, int decimals = 0);
void printRatio(const std::string &name, const std::string &peer, double value);

} // namespace bench
