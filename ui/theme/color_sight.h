// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace barograph {

/// How far apart colours are for the eyes that look at them. Pure functions; any thread.

enum class Sight : quint8 { Normal, Protanopia, Deuteranopia, Tritanopia };
constexpr std::array<Sight, 4> kSights{Sight::Normal, Sight::Protanopia, Sight::Deuteranopia, Sight::Tritanopia};

/// Linear light, 0–1 in each channel. Opaque: alpha is left out.
struct LinearColor
{
    double r = 0, g = 0, b = 0;
};

/// CIELAB under D65.
struct LabColor
{
    double l = 0, a = 0, b = 0;
};

/// By the transfer function of IEC 61966-2-1.
LinearColor linearOf(const QColor &color);
LabColor labOf(const LinearColor &color);

/// What an eye without one kind of cones sees: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-
/// based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), table 1, severity 1.0. Applied to
/// linear light and kept within what a screen can show.
LinearColor seenBy(Sight sight, const LinearColor &color);

/// CIEDE2000 with kL = kC = kH = 1, after G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula:
/// Implementation Notes, Supplementary Test Data, and Mathematical Observations", Color Research & Application 30
/// (2005). About 1 can just be told in large patches side by side.
double deltaE2000(const LabColor &one, const LabColor &other);
/// The same for two colours as this sight sees them.
double deltaE2000(const QColor &one, const QColor &other, Sight sight);

/// Contrast ratio of WCAG 2.2, 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

} // namespace barograph
