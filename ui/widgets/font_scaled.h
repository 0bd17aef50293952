// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace barograph {

/// A length in px that was chosen for usual letters, for these letters: as it is, or more where they are larger. For
/// the few widths that nothing else gives; where a text says how much room it needs, ask its metrics.
inline int fontScaled(int px, const QFont &font)
{
    constexpr int kUsualHeight = 17; // of a line at 9 points and 96 dpi
    return std::max(px, px * QFontMetrics(font).height() / kUsualHeight);
}

/// The first size of a window, likewise, and no larger than its screen.
inline QSize fontScaled(const QSize &px, const QWidget &window)
{
    const QSize scaled(fontScaled(px.width(), window.font()), fontScaled(px.height(), window.font()));
    const QScreen *screen = window.screen();
    return screen ? px.expandedTo(scaled.boundedTo(screen->availableSize() * 0.9)) : scaled;
}

} // namespace barograph
