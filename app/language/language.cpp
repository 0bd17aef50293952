// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include "core/language_choice.h"
#include "pseudo_translator.h"
#include "text/shown_locale.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

/// The linker leaves out a resource that nobody names. The macro wants to stand outside of namespaces.
static void nameTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace barograph {

namespace {

/// Later ones are asked first, so what one does not know is looked up in those before it.
void addTranslator(QCoreApplication &app, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder))
        return;
    translator->setParent(&app);
    QCoreApplication::installTranslator(translator.release());
}

void addOwn(QCoreApplication &app, QLatin1String language)
{
    nameTranslations();
    addTranslator(app, QLatin1String("barograph_") + language, QStringLiteral(":/translations"));
}

} // namespace

QString languageFor(const QString &choice, const QStringList &wishes)
{
    if (choice != kSystemLanguage && isLanguageChoice(choice))
        return choice;
    for (const QString &wish : wishes) {
        QString language = wish.section(QLatin1Char('-'), 0, 0);
        for (const Language &known : kLanguages) {
            if (language == known.code)
                return language;
        }
    }
    return QStringLiteral("en");
}

QLocale localeFor(const QString &language, const QLocale &system)
{
    // The system's region of English does not count: "12.3" and "1,234" is what our English texts have always had.
    if (language == kPseudoLanguage || language == QLatin1String("en"))
        return {QLocale::English, QLocale::UnitedStates};
    const QLocale plain(language);
    return system.language() == plain.language() ? system : plain;
}

void installEnglish(QCoreApplication &app)
{
    addOwn(app, QLatin1String("en"));
}

void installLanguage(QCoreApplication &app, const QString &choice)
{
    const QLocale system = QLocale::system();
    const QString language = languageFor(choice, system.uiLanguages());
    installEnglish(app);
    if (language == kPseudoLanguage) {
        auto pseudo = std::make_unique<PseudoTranslator>();
        pseudo->setParent(&app);
        QCoreApplication::installTranslator(pseudo.release());
    } else {
        addTranslator(app, QLatin1String("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        for (const Language &known : kLanguages) {
            if (language == known.code && language != QLatin1String("en"))
                addOwn(app, known.code);
        }
    }
    const QLocale locale = localeFor(language, system);
    setShownLocale(locale);
    QLocale::setDefault(locale);
}

} // namespace barograph
