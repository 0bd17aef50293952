// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/value_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace barograph {

namespace {

QString plainNumber(double value, double step)
{
    return QString::number(value, 'f', step < 1 ? 1 : 0);
}

void addLogTicks(ValueScale &scale, const std::vector<double> &factors, const TickText &text)
{
    scale.ticks.clear();
    const int first = static_cast<int>(std::floor(std::log10(scale.bottom)));
    const int last = static_cast<int>(std::ceil(std::log10(scale.top)));
    for (int decade = first; decade <= last; ++decade) {
        for (const double factor : factors) {
            const double value = factor * std::pow(10, decade);
            // A hair of tolerance, so that the ends count.
            if (value >= scale.bottom * (1 - 1e-9) && value <= scale.top * (1 + 1e-9))
                scale.ticks.push_back({value, text ? text(value) : QString::number(value)});
        }
    }
}

} // namespace

double ValueScale::shareOf(double value) const
{
    if (logarithmic) {
        const double share = std::log(std::max(value, bottom) / bottom) / std::log(top / bottom);
        if (zeroBand > 0)
            return value > 0 ? zeroBand + (1 - zeroBand) * std::clamp(share, 0.0, 1.0) : 0;
        return std::clamp(share, 0.0, 1.0);
    }
    return std::clamp((value - bottom) / (top - bottom), 0.0, 1.0);
}

double ValueScale::valueAt(double share) const
{
    if (logarithmic && zeroBand > 0)
        return share < zeroBand ? 0 : bottom * std::pow(top / bottom, (share - zeroBand) / (1 - zeroBand));
    return logarithmic ? bottom * std::pow(top / bottom, share) : bottom + share * (top - bottom);
}

ValueScale linearScale(double top, double step, const TickText &text)
{
    ValueScale scale{0, top, false, {}};
    for (int i = 0; step > 0 && i * step <= top * (1 + 1e-9); ++i)
        scale.ticks.push_back({i * step, text ? text(i * step) : plainNumber(i * step, step)});
    return scale;
}

ValueScale logarithmicScale(double bottom, double top, const TickText &text)
{
    ValueScale scale{bottom, top, true, {}};
    addLogTicks(scale, {1}, text);
    if (scale.ticks.size() < 3)
        addLogTicks(scale, {1, 2, 5}, text);
    return scale;
}

} // namespace barograph
