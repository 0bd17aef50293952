// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"

#include <algorithm>
#include <cstdio>

namespace bench {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double percentile(std::vector<float> values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return static_cast<double>(*at);
}

void printFigure(const std::string &name, double value, const char *unit, int decimals)
{
    std::printf("figure: %s %.*f %s\n", name.c_str(), decimals, value, unit);
    std::fflush(stdout);
}

void printRatio(const std::string &name, const std::string &peer, double value)
{
    std::printf("ratio: %s/%s %.2f\n", name.c_str(), peer.c_str(), value);
    std::fflush(stdout);
}

} // namespace bench
