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
    /// Receive, send, delivery, read. Begun from the Okabe-Ito set and moved as little as it took to keep each two of
    /// these, of the budget, of what lies above it and of the background 15 (CIEDE2000) apart for all of kSights, and
    /// to stand out from the background by 3:1, in high contrast by 4.5:1.
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

    QColor chosenFill; ///< behind a chosen card: pale, so that the colours above can be read on it

    QColor outline;     ///< around what can be operated: 3:1 against the window, the text's colour in high contrast
    QColor focus;       ///< the frame around what has the focus
    QColor focusRim;    ///< beside it, so that it can be seen on any ground
    int focusWidth = 2; ///< of the frame, without the rim, in px

    const QColor &kind(EventKind k) const { return kinds[indexOf(k)]; }
};

/// The dark or the light set, by the lightness of the palette's window colour; of high contrast if the palette is so.
const ThemeColors &themeColors(const QPalette &palette);

} // namespace barograph
