// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theme_choice.h"

#include <QString>

#include <optional>

class QApplication;
class QPalette;

namespace barograph {

/// Name under which the choice is kept in a settings file: "system", "dark" or "light".
QString themeChoiceName(ThemeChoice choice);
std::optional<ThemeChoice> themeChoiceFromName(const QString &name);

/// Sets the Fusion style and the palette of the whole program; may be called again at any time. `System` leaves the
/// palette to the platform and goes on following it. Widgets of ours take their colours from themeColors(palette()),
/// so that they follow by PaletteChange alone,
/// which Qt delivers with the next events. GUI thread.
void applyTheme(QApplication &app, ThemeChoice choice);

/// By the lightness of the window colour: Qt 6.4 does not know the platform's colour scheme.
bool isDark(const QPalette &palette);

} // namespace barograph
