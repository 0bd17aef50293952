// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/colors.h"

#include "theme/theme.h"

#include <QPalette>

namespace barograph {

namespace {

ThemeColors makeDarkColors()
{
    ThemeColors c;
    c.kinds = {QColor(0x56b4e9), QColor(0x009e73), QColor(0xe69f00), QColor(0xcc79a7)};
    c.kindPatterns = {QColor(0x4aa3d6), QColor(0x00825f), QColor(0xc98a00), QColor(0xb2628f)};
    c.plotBackground = QColor(0x14171b);
    c.grid = QColor(0x2c3138);
    c.axisText = QColor(0xaeb5be);
    c.baseline = QColor(0x6f7781);
    c.hatch = QColor(0x59616b);
    c.budget = QColor(0xffffff);
    c.overBudget = QColor(0xff4b33);
    c.ok = QColor(0x4cc38a);
    c.warning = QColor(0xf5b642);
    c.critical = QColor(0xff6b57);
    c.unknown = QColor(0x9aa2ac);
    c.info = QColor(0x7cb8f2);
    c.notVisible = QColor(0xc3a6f0);
    c.faintText = QColor(0x9aa2ac);
    c.bannerFill = QColor(0x8c1d13);
    c.bannerText = QColor(0xffffff);
    c.reminderFill = QColor(0x5c4708);
    c.reminderText = QColor(0xfff3d6);
    c.simulatedFill = QColor(0x4b3a78);
    c.simulatedText = QColor(0xf1ecff);
    return c;
}

ThemeColors makeLightColors()
{
    ThemeColors c;
    c.kinds = {QColor(0x005a9c), QColor(0x009b6a), QColor(0xc98200), QColor(0xa84a80)};
    c.kindPatterns = {QColor(0x2f7fb8), QColor(0x3bb48a), QColor(0xdba033), QColor(0xc0709b)};
    c.plotBackground = QColor(0xffffff);
    c.grid = QColor(0xe1e4e8);
    c.axisText = QColor(0x4a515a);
    c.baseline = QColor(0x848b94);
    c.hatch = QColor(0xa9afb7);
    c.budget = QColor(0x1b1e23);
    c.overBudget = QColor(0xc41a06);
    c.ok = QColor(0x1a7f4b);
    c.warning = QColor(0x9a6200);
    c.critical = QColor(0xb71f0d);
    c.unknown = QColor(0x646b74);
    c.info = QColor(0x1456a0);
    c.notVisible = QColor(0x6a3fa8);
    c.faintText = QColor(0x646b74);
    c.bannerFill = QColor(0xb71f0d);
    c.bannerText = QColor(0xffffff);
    c.reminderFill = QColor(0xffe2a0);
    c.reminderText = QColor(0x3d2c00);
    c.simulatedFill = QColor(0x5b46a0);
    c.simulatedText = QColor(0xffffff);
    return c;
}

} // namespace

const ThemeColors &themeColors(const QPalette &palette)
{
    static const ThemeColors kDark = makeDarkColors();
    static const ThemeColors kLight = makeLightColors();
    return isDark(palette) ? kDark : kLight;
}

} // namespace barograph
