// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theme_choice.h"

class QApplication;
class QPalette;

namespace barograph {

/// Sets the Fusion style and the palette of the whole program; may be called again at any time. `System` leaves the
/// palette to the platform and goes on following it, also into high contrast where the platform's palette is one.
/// Widgets of ours take their colours from themeColors(palette()), so that they follow by PaletteChange alone, which Qt
/// delivers with the next events. The first call also brings the frame around the focus. GUI thread.
void applyTheme(QApplication &app, ThemeChoice choice);

/// By the lightness of the window colour: Qt 6.4 does not know the platform's colour scheme.
bool isDark(const QPalette &palette);
/// As good as black on white or white on black. By the palette, because Qt before 6.10 does not tell whether the
/// platform asks for high contrast; a platform that does so by its palette is followed.
bool isHighContrast(const QPalette &palette);

} // namespace barograph
