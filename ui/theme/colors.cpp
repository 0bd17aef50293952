// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/colors.h"

#include "theme/theme.h"

#include <QPalette>

namespace barograph {

namespace {

ThemeColors makeDarkColors()
{
    ThemeColors c;
    c.kinds = {QColor(0x53bcfc), QColor(0x2b996f), QColor(0xfbba1b), QColor(0xc275a3)};
    c.kindPatterns = {QColor(0x3f9fdb), QColor(0x1f7d59), QColor(0xd69c0c), QColor(0xa85c89)};
    c.plotBackground = QColor(0x14171b);
    c.grid = QColor(0x2c3138);
    c.axisText = QColor(0xaeb5be);
    c.baseline = QColor(0x6f7781);
    c.hatch = QColor(0x68717c);
    c.budget = QColor(0xffffff);
    c.overBudget = QColor(0xf83d2a);
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
    c.chosenFill = QColor(0x1a2b3e);
    c.outline = QColor(0x737b86);
    c.focus = QColor(0x8fd0ff);
    c.focusRim = QColor(0x0b0d10);
    return c;
}

ThemeColors makeLightColors()
{
    ThemeColors c;
    c.kinds = {QColor(0x015ebb), QColor(0x08a078), QColor(0xc98100), QColor(0x99406a)};
    c.kindPatterns = {QColor(0x2f82d2), QColor(0x3fbb97), QColor(0xdba033), QColor(0xb5678d)};
    c.plotBackground = QColor(0xffffff);
    c.grid = QColor(0xe1e4e8);
    c.axisText = QColor(0x4a515a);
    c.baseline = QColor(0x848b94);
    c.hatch = QColor(0x8a9099);
    c.budget = QColor(0x1b1e23);
    c.overBudget = QColor(0xc01503);
    c.ok = QColor(0x147042);
    c.warning = QColor(0x8f5a00);
    c.critical = QColor(0xb71f0d);
    c.unknown = QColor(0x5f666f);
    c.info = QColor(0x1456a0);
    c.notVisible = QColor(0x6a3fa8);
    c.faintText = QColor(0x5f666f);
    c.bannerFill = QColor(0xb71f0d);
    c.bannerText = QColor(0xffffff);
    c.reminderFill = QColor(0xffe2a0);
    c.reminderText = QColor(0x3d2c00);
    c.simulatedFill = QColor(0x5b46a0);
    c.simulatedText = QColor(0xffffff);
    c.chosenFill = QColor(0xe6effa);
    c.outline = QColor(0x7f868f);
    c.focus = QColor(0x0b57b0);
    c.focusRim = QColor(0xffffff);
    return c;
}

ThemeColors makeHighContrastDarkColors()
{
    ThemeColors c;
    c.kinds = {QColor(0x47c0ff), QColor(0x199a69), QColor(0xfeb80c), QColor(0xca63a5)};
    c.kindPatterns = {QColor(0x1f6e9a), QColor(0x0c5a3c), QColor(0x946a00), QColor(0x7a3162)};
    c.plotBackground = QColor(Qt::black);
    c.grid = QColor(0x5a5a5a);
    c.axisText = QColor(0xffffff);
    c.baseline = QColor(0xb0b0b0);
    c.hatch = QColor(0x9a9a9a);
    c.budget = QColor(0xffffff);
    c.overBudget = QColor(0xf92d20);
    c.ok = QColor(0x6ef0ac);
    c.warning = QColor(0xffd24a);
    c.critical = QColor(0xff9d8f);
    c.unknown = QColor(0xd8dde3);
    c.info = QColor(0x9fd0ff);
    c.notVisible = QColor(0xd9c4ff);
    c.faintText = QColor(0xc8ced6);
    c.bannerFill = QColor(0xff9d8f);
    c.bannerText = QColor(Qt::black);
    c.reminderFill = QColor(0xffd75e);
    c.reminderText = QColor(Qt::black);
    c.simulatedFill = QColor(0xd9c4ff);
    c.simulatedText = QColor(Qt::black);
    c.chosenFill = QColor(0x002a2e);
    c.outline = QColor(0xffffff);
    c.focus = QColor(0xffff00);
    c.focusRim = QColor(Qt::black);
    c.focusWidth = 3;
    return c;
}

ThemeColors makeHighContrastLightColors()
{
    ThemeColors c;
    c.kinds = {QColor(0x043864), QColor(0x0e7d62), QColor(0xa46800), QColor(0x9243bf)};
    c.kindPatterns = {QColor(0x4d86b8), QColor(0x66bda6), QColor(0xd9a44a), QColor(0xbf8be0)};
    c.plotBackground = QColor(0xffffff);
    c.grid = QColor(0xa0a0a0);
    c.axisText = QColor(Qt::black);
    c.baseline = QColor(0x505050);
    c.hatch = QColor(0x6a6a6a);
    c.budget = QColor(Qt::black);
    c.overBudget = QColor(0x8e0301);
    c.ok = QColor(0x00542a);
    c.warning = QColor(0x6b3f00);
    c.critical = QColor(0x8e0301);
    c.unknown = QColor(0x3c4248);
    c.info = QColor(0x003a7a);
    c.notVisible = QColor(0x4a1f8a);
    c.faintText = QColor(0x3c4248);
    c.bannerFill = QColor(0x8e0301);
    c.bannerText = QColor(0xffffff);
    c.reminderFill = QColor(0x5c3a00);
    c.reminderText = QColor(0xffffff);
    c.simulatedFill = QColor(0x3b1d80);
    c.simulatedText = QColor(0xffffff);
    c.chosenFill = QColor(0xe3ebf8);
    c.outline = QColor(Qt::black);
    c.focus = QColor(0x0000e0);
    c.focusRim = QColor(0xffffff);
    c.focusWidth = 3;
    return c;
}

} // namespace

const ThemeColors &themeColors(const QPalette &palette)
{
    static const ThemeColors kHighContrastDark = makeHighContrastDarkColors();
    static const ThemeColors kHighContrastLight = makeHighContrastLightColors();
    if (isHighContrast(palette))
        return isDark(palette) ? kHighContrastDark : kHighContrastLight;
    static const ThemeColors kDark = makeDarkColors();
    static const ThemeColors kLight = makeLightColors();
    return isDark(palette) ? kDark : kLight;
}

} // namespace barograph
