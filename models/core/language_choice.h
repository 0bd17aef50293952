// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <array>

namespace barograph {

struct Language
{
    QLatin1String code;
    const char16_t *ownName; ///< in that language itself, so that whoever reads it finds it
};

/// What the menu offers. A further one is a line here and a file resources/translations/barograph_<code>.ts.
inline constexpr std::array kLanguages{Language{QLatin1String("en"), u"English"},
                                       Language{QLatin1String("es"), u"Español"}};

/// Follow the system; English where it speaks none of ours.
inline constexpr QLatin1String kSystemLanguage("system");
/// Long, accented English between brackets: shows what is not translated and what gets no room. Not in the menu.
inline constexpr QLatin1String kPseudoLanguage("pseudo");

inline bool isLanguageChoice(const QString &code)
{
    for (const Language &language : kLanguages) {
        if (code == language.code)
            return true;
    }
    return code == kSystemLanguage || code == kPseudoLanguage;
}

} // namespace barograph
