// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

/// Where a value stands between the bottom (0) and the top (1) of a plot. A plain value; pure.
///
/// A logarithmic scale has no place for 0 and below, which a lag can well be once the clocks' difference has been taken
/// out. Such values stand at the very bottom, below a band that is free of others, so that they are seen and are not
/// taken for the smallest positive value.
class ValueScale
{
public:
    /// Share of a logarithmic plot's height between "0 or less" and the smallest value it has a place for.
    static constexpr double kZeroBand = 0.1;

    /// 0..most. `most` ≤ 0 counts as 1.
    static ValueScale linear(double most);
    /// 0 < least < most; what does not hold to that is put right.
    static ValueScale logarithmic(double least, double most);

    bool isLogarithmic() const { return m_logarithmic; }
    double least() const { return m_least; } ///< 0 on a linear scale
    double most() const { return m_most; }
    /// Limited to 0..1. NaN stays NaN.
    double heightOf(double value) const;
    /// The other way round; 0 for what is below the smallest value of a logarithmic scale.
    double valueAt(double height) const;

    friend bool operator==(const ValueScale &, const ValueScale &) = default;

private:
    double m_least = 0;
    double m_most = 1;
    bool m_logarithmic = false;
    double m_factor = 1; ///< height of one unit, or of one natural logarithm
};

} // namespace barograph
