// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

class QCoreApplication;

namespace barograph {

/// The code of the language to use: of kLanguages, or "pseudo". `wishes` are the system's languages, best first
/// (QLocale::uiLanguages()); they count only where the choice is "system".
QString languageFor(const QString &choice, const QStringList &wishes);

/// How numbers are written in that language: by the system's region where it speaks the same language.
QLocale localeFor(const QString &language, const QLocale &system);

/// English with its singulars and plurals, which the sources have as "node(s)". What the command line and the tests
/// speak; every other language stands on it.
void installEnglish(QCoreApplication &app);

/// Puts the whole program into a language: our texts, Qt's own where they are installed, numbers and Qt's input fields.
/// Main thread, once, before the first text is made and before other threads run. `choice` as languageFor() takes it.
void installLanguage(QCoreApplication &app, const QString &choice);

} // namespace barograph
