// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace barograph {

enum class ThemeChoice : quint8 { System, Dark, Light, HighContrastDark, HighContrastLight };

constexpr std::array<ThemeChoice, 5> kThemeChoices{ThemeChoice::System, ThemeChoice::Dark, ThemeChoice::Light,
                                                   ThemeChoice::HighContrastDark, ThemeChoice::HighContrastLight};

/// Name on the command line and in a settings file: "system", "dark", "light", "high-contrast-dark" or
/// "high-contrast-light".
QString themeChoiceName(ThemeChoice choice);
std::optional<ThemeChoice> themeChoiceFromName(const QString &name);

} // namespace barograph
