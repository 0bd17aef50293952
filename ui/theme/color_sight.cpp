// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/color_sight.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;

constexpr Matrix kProtanopia{Row{0.152286, 1.052583, -0.204868}, Row{0.114503, 0.786281, 0.099216},
                             Row{-0.003882, -0.048116, 1.051998}};
constexpr Matrix kDeuteranopia{Row{0.367322, 0.860646, -0.227968}, Row{0.280085, 0.672501, 0.047413},
                               Row{-0.011820, 0.042940, 0.968881}};
constexpr Matrix kTritanopia{Row{1.255528, -0.076749, -0.178779}, Row{-0.078411, 0.930809, 0.147602},
                             Row{0.004733, 0.691367, 0.303900}};
constexpr Matrix kToXyz{Row{0.4124564, 0.3575761, 0.1804375}, Row{0.2126729, 0.7151522, 0.0721750},
                        Row{0.0193339, 0.1191920, 0.9503041}};
constexpr Row kWhite{0.95047, 1.0, 1.08883};

Row product(const Matrix &matrix, const LinearColor &c)
{
    Row result{};
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = matrix[i][0] * c.r + matrix[i][1] * c.g + matrix[i][2] * c.b;
    return result;
}

double linearChannel(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminanceOf(const QColor &color)
{
    const LinearColor c = linearOf(color);
    return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

/// In degrees, 0 to 360; 0 for grey.
double hueOf(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double degrees = qRadiansToDegrees(std::atan2(b, a));
    return degrees < 0 ? degrees + 360 : degrees;
}

double meanHue(double h1, double h2, bool oneIsGrey)
{
    if (oneIsGrey)
        return h1 + h2;
    if (std::abs(h1 - h2) <= 180)
        return (h1 + h2) / 2;
    return (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
}

double hueStep(double h1, double h2, bool oneIsGrey)
{
    if (oneIsGrey)
        return 0;
    const double step = h2 - h1;
    if (step > 180)
        return step - 360;
    return step < -180 ? step + 360 : step;
}

double cosOf(double degrees)
{
    return std::cos(qDegreesToRadians(degrees));
}

/// The part of the chroma that counts in the blue region and near grey.
double seventhPowerShare(double chroma)
{
    constexpr double k25 = 6103515625.0; // 25^7
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + k25));
}

} // namespace

LinearColor linearOf(const QColor &color)
{
    return {linearChannel(color.redF()), linearChannel(color.greenF()), linearChannel(color.blueF())};
}

LabColor labOf(const LinearColor &color)
{
    Row xyz = product(kToXyz, color);
    for (std::size_t i = 0; i < xyz.size(); ++i) {
        const double t = xyz[i] / kWhite[i];
        xyz[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

LinearColor seenBy(Sight sight, const LinearColor &color)
{
    if (sight == Sight::Normal)
        return color;
    const Matrix &matrix = sight == Sight::Protanopia     ? kProtanopia
                           : sight == Sight::Deuteranopia ? kDeuteranopia
                                                          : kTritanopia;
    const Row seen = product(matrix, color);
    return {std::clamp(seen[0], 0.0, 1.0), std::clamp(seen[1], 0.0, 1.0), std::clamp(seen[2], 0.0, 1.0)};
}

double deltaE2000(const LabColor &one, const LabColor &other)
{
    const double g = 0.5 * (1 - seventhPowerShare((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2));
    const double a1 = one.a * (1 + g);
    const double a2 = other.a * (1 + g);
    const double c1 = std::hypot(a1, one.b);
    const double c2 = std::hypot(a2, other.b);
    const double h1 = hueOf(a1, one.b);
    const double h2 = hueOf(a2, other.b);
    const bool oneIsGrey = c1 * c2 == 0;
    const double dL = other.l - one.l;
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(qDegreesToRadians(hueStep(h1, h2, oneIsGrey) / 2));
    const double l = (one.l + other.l) / 2;
    const double c = (c1 + c2) / 2;
    const double h = meanHue(h1, h2, oneIsGrey);
    const double t =
        1 - 0.17 * cosOf(h - 30) + 0.24 * cosOf(2 * h) + 0.32 * cosOf(3 * h + 6) - 0.20 * cosOf(4 * h - 63);
    const double turn = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double fromMiddle = (l - 50) * (l - 50);
    const double partL = dL / (1 + 0.015 * fromMiddle / std::sqrt(20 + fromMiddle));
    const double partC = dC / (1 + 0.045 * c);
    const double partH = dH / (1 + 0.015 * c * t);
    const double rotation = -std::sin(qDegreesToRadians(2 * turn)) * 2 * seventhPowerShare(c);
    return std::sqrt(partL * partL + partC * partC + partH * partH + rotation * partC * partH);
}

double deltaE2000(const QColor &one, const QColor &other, Sight sight)
{
    return deltaE2000(labOf(seenBy(sight, linearOf(one))), labOf(seenBy(sight, linearOf(other))));
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminanceOf(one) + 0.05;
    const double b = luminanceOf(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

} // namespace barograph
