// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/value_scale.h"

#include <algorithm>
#include <cmath>

namespace barograph {

ValueScale ValueScale::linear(double most)
{
    ValueScale scale;
    scale.m_most = most > 0 ? most : 1;
    scale.m_factor = 1 / scale.m_most;
    return scale;
}

ValueScale ValueScale::logarithmic(double least, double most)
{
    ValueScale scale;
    scale.m_logarithmic = true;
    scale.m_least = least > 0 ? least : 1;
    scale.m_most = most > scale.m_least ? most : scale.m_least * 10;
    scale.m_factor = (1 - kZeroBand) / std::log(scale.m_most / scale.m_least);
    return scale;
}

double ValueScale::heightOf(double value) const
{
    if (std::isnan(value))
        return value;
    if (!m_logarithmic)
        return std::clamp(value * m_factor, 0.0, 1.0);
    if (value <= 0)
        return 0;
    return std::clamp(kZeroBand + std::log(value / m_least) * m_factor, kZeroBand, 1.0);
}

double ValueScale::valueAt(double height) const
{
    if (!m_logarithmic)
        return height / m_factor;
    return height < kZeroBand ? 0 : m_least * std::exp((height - kZeroBand) / m_factor);
}

} // namespace barograph
