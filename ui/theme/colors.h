// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"

#include <QColor>

#include <array>

class QPalette;

namespace barograph {

/// Every colour that carries a meaning, in one place. A meaning is never carried by colour alone: each of these goes
/// with a word, a shape or a pattern.
struct ThemeColors
{
    /// Receive, send, delivery, read. From the Okabe-Ito set, darkened for the light theme to 3:1 against its
    /// background, and chosen to stay apart under the three kinds of colour blindness.
    std::array<QColor, kEventKindCount> kinds;
    /// The same, for the sparse pattern drawn over each fill.
    std::array<QColor, kEventKindCount> kindPatterns;

    QColor plotBackground;
    QColor grid;
    QColor axisText;
    QColor baseline;   ///< marks measured seconds, so that a measured zero differs from a gap
    QColor hatch;      ///< periods in which a kind was not measured
    QColor budget;     ///< the line of the allocated TPS
    QColor overBudget; ///< what lies above it

    QColor ok;
    QColor warning;
    QColor critical; ///< text and icons; readable on the window colour
    QColor unknown;
    QColor info;
    QColor notVisible; ///< words in place of what a kind of node cannot tell
    QColor faintText;  ///< labels, and values that are not there

    QColor bannerFill; ///< behind an error that must be seen
    QColor bannerText;
    QColor reminderFill; ///< behind what is not wrong and must not be forgotten
    QColor reminderText;
    QColor simulatedFill;
    QColor simulatedText;

    const QColor &kind(EventKind k) const { return kinds[indexOf(k)]; }
};

/// The dark or the light set, by the lightness of the palette's window colour.
const ThemeColors &themeColors(const QPalette &palette);

} // namespace barograph
