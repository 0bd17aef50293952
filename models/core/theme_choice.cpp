// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theme_choice.h"

namespace barograph {

QString themeChoiceName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::HighContrastDark:
        return QStringLiteral("high-contrast-dark");
    case ThemeChoice::HighContrastLight:
        return QStringLiteral("high-contrast-light");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

std::optional<ThemeChoice> themeChoiceFromName(const QString &name)
{
    for (const ThemeChoice choice : kThemeChoices) {
        if (themeChoiceName(choice) == name)
            return choice;
    }
    return {};
}

} // namespace barograph
