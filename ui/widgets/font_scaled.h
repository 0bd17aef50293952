// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontDatabase>
#include <QFontMetrics>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace barograph {

/// A length in px that was chosen for usual letters, for these letters: as it is, or more where they are larger. For
/// the few widths that nothing else gives; where a text says how much room it needs, ask its metrics.
inline constexpr int kUsualLineHeight = 17; // at 9 points and 96 dpi
inline int fontScaled(int px, const QFont &font)
{
    return std::max(px, px * QFontMetrics(font).height() / kUsualLineHeight);
}

/// More than half as large again as usual: what stood side by side has to stand below one another.
inline bool isLarge(const QFont &font)
{
    return QFontMetrics(font).height() > kUsualLineHeight * 3 / 2;
}

/// Letters of one width, not smaller than those beside them: the system's do not grow with the program's.
inline QFont fixedFont(const QFont &beside)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (fixed.pointSizeF() < beside.pointSizeF())
        fixed.setPointSizeF(beside.pointSizeF());
    return fixed;
}

/// The first size of a window, likewise, and no larger than its screen.
inline QSize fontScaled(const QSize &px, const QWidget &window)
{
    const QSize scaled(fontScaled(px.width(), window.font()), fontScaled(px.height(), window.font()));
    const QScreen *screen = window.screen();
    return screen ? px.expandedTo(scaled.boundedTo(screen->availableSize() * 0.9)) : scaled;
}

} // namespace barograph
