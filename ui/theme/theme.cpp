// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/focus_ring.h"
#include "theme/indicator_style.h"

#include <QApplication>
#include <QPalette>

#include <cstdlib>

namespace barograph {

namespace {

struct PaletteColors
{
    QColor window, base, alternate, button, text, faint, highlight, highlightedText, link;
};

QPalette makePalette(const PaletteColors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.text);
    palette.setColor(QPalette::ToolTipBase, c.button);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.faint);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, c.highlightedText);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::Light, c.button.lighter(130));
    palette.setColor(QPalette::Midlight, c.button.lighter(115));
    palette.setColor(QPalette::Mid, c.button.darker(130));
    palette.setColor(QPalette::Dark, c.button.darker(160));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.button);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.faint);
    return palette;
}

QPalette darkPalette()
{
    return makePalette({QColor(0x1b1e23), QColor(0x14171b), QColor(0x1a1d22), QColor(0x2a2e35), QColor(0xe6e8eb),
                        QColor(0x9aa2ac), QColor(0x2f6fb3), QColor(0xffffff), QColor(0x7cb8f2)});
}

QPalette lightPalette()
{
    return makePalette({QColor(0xf2f3f5), QColor(0xffffff), QColor(0xf6f7f9), QColor(0xe7e9ec), QColor(0x1b1e23),
                        QColor(0x5f666f), QColor(0x1f6fbf), QColor(0xffffff), QColor(0x1456a0)});
}

QPalette highContrastDarkPalette()
{
    return makePalette({QColor(Qt::black), QColor(Qt::black), QColor(0x101010), QColor(0x0c0c0c), QColor(0xffffff),
                        QColor(0xc8ced6), QColor(0x1aebff), QColor(Qt::black), QColor(0x9fd0ff)});
}

QPalette highContrastLightPalette()
{
    return makePalette({QColor(0xffffff), QColor(0xffffff), QColor(0xf4f4f4), QColor(0xf4f4f4), QColor(Qt::black),
                        QColor(0x3c4248), QColor(0x003d99), QColor(0xffffff), QColor(0x003a7a)});
}

/// Of the whole program, as its palette is.
struct Followed
{
    ThemeChoice choice = ThemeChoice::Dark;
    DesktopLook desktop;
};

Followed &followed()
{
    static Followed state;
    return state;
}

void applyPalette(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        break;
    case ThemeChoice::Dark:
        QApplication::setPalette(darkPalette());
        return;
    case ThemeChoice::Light:
        QApplication::setPalette(lightPalette());
        return;
    case ThemeChoice::HighContrastDark:
        QApplication::setPalette(highContrastDarkPalette());
        return;
    case ThemeChoice::HighContrastLight:
        QApplication::setPalette(highContrastLightPalette());
        return;
    }
    // A palette that sets nothing hands the decision back to the platform.
    QApplication::setPalette(QPalette());
    const QPalette platform = QApplication::palette();
    const ThemeChoice wanted = themeOfDesktop(followed().desktop, isDark(platform), isHighContrast(platform));
    if (wanted != ThemeChoice::System)
        applyPalette(wanted);
}

} // namespace

void applyTheme(QApplication &app, ThemeChoice choice)
{
    if (!qobject_cast<IndicatorStyle *>(app.style()))
        QApplication::setStyle(new IndicatorStyle);
    if (!app.findChild<FocusRing *>())
        new FocusRing(&app);
    followed().choice = choice;
    applyPalette(choice);
}

void setDesktopLook(const DesktopLook &look)
{
    if (look == followed().desktop)
        return;
    followed().desktop = look;
    if (followed().choice == ThemeChoice::System)
        applyPalette(ThemeChoice::System);
}

ThemeChoice themeOfDesktop(const DesktopLook &look, bool isPlatformDark, bool isPlatformHighContrast)
{
    using Scheme = DesktopLook::Scheme;
    const bool wantsDark = look.scheme == Scheme::NoPreference ? isPlatformDark : look.scheme == Scheme::Dark;
    if (look.highContrast && !(isPlatformHighContrast && wantsDark == isPlatformDark))
        return wantsDark ? ThemeChoice::HighContrastDark : ThemeChoice::HighContrastLight;
    if (wantsDark == isPlatformDark)
        return ThemeChoice::System;
    return wantsDark ? ThemeChoice::Dark : ThemeChoice::Light;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5F;
}

bool isHighContrast(const QPalette &palette)
{
    // Qt's own light palette is 239 apart and no high contrast.
    constexpr int kLeastApart = 245;
    const int ground = qGray(palette.color(QPalette::Active, QPalette::Window).rgb());
    const int ink = qGray(palette.color(QPalette::Active, QPalette::WindowText).rgb());
    return std::abs(ground - ink) >= kLeastApart;
}

} // namespace barograph
