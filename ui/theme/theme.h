// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desktop_look.h"
#include "core/theme_choice.h"

class QApplication;
class QPalette;

namespace barograph {

/// Sets the Fusion style and the palette of the whole program; may be called again at any time. `System` leaves the
/// palette to the platform and goes on following it, also into high contrast where the platform's palette is one,
/// unless the desktop has asked for something else by setDesktopLook(). Widgets of ours take their colours from
/// themeColors(palette()), so that they follow by PaletteChange alone, which Qt delivers with the next events. The
/// first call also brings the frame around the focus. GUI thread.
void applyTheme(QApplication &app, ThemeChoice choice);

/// What the desktop asks for beside the platform's palette. Has an effect while, and only while, the choice is
/// `System`: higher contrast, or a dark or light scheme where the platform's palette is none.
void setDesktopLook(const DesktopLook &look);
/// What `System` means on a desktop with that look, where the platform's own palette is dark or not and of high
/// contrast or not. Pure. `System`: the platform's palette.
ThemeChoice themeOfDesktop(const DesktopLook &look, bool isPlatformDark, bool isPlatformHighContrast);

/// By the lightness of the window colour: Qt 6.4 does not know the platform's colour scheme.
bool isDark(const QPalette &palette);
/// As good as black on white or white on black.
bool isHighContrast(const QPalette &palette);

} // namespace barograph
