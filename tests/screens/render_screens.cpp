// SPDX-License-Identifier: GPL-3.0-or-later
// Photographs every panel and state; see docs/testing.md.
#include "capacity_screens.h"
#include "care_screens.h"
#include "charts_screens.h"
#include "docks_screens.h"
#include "eventlog_screens.h"
#include "gallery.h"
#include "language.h"
#include "overview_screens.h"
#include "setup_screens.h"
#include "theme/theme.h"
#include "traces_screens.h"
#include "window_screens.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFont>
#include <QPalette>
#include <QTextStream>

using namespace barograph;

namespace {

void photographAll(Gallery &gallery)
{
    renderCare(gallery);
    if (isHighContrast(QApplication::palette()))
        return;
    renderWindowStates(gallery);
    renderDocks(gallery);
    renderOverview(gallery);
    renderSetup(gallery);
    if (gallery.isFirstSize()) {
        renderCapacity(gallery);
        renderCharts(gallery);
        renderTraces(gallery);
        renderEventLog(gallery);
        renderDialogStates(gallery);
    }
}

/// The platform without a screen says for each window that it has no window manager.
void dropPlatformChatter(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &message)
{
    if (!message.contains(QLatin1String("propagateSizeHints")))
        QTextStream(stderr) << message << '\n';
}

/// Nothing may depend on the machine: pictures are compared between machines.
void fixSurroundings(QApplication &app)
{
    app.setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
    QApplication::setCursorFlashTime(0);
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(dropPlatformChatter);
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Photographs every panel and state in all looks."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where pictures and contact sheet go."));
    parser.addOptions(
        {{QStringLiteral("compare"), QStringLiteral("Compare with the approved pictures; write only what "
                                                    "differs.")},
         {QStringLiteral("approve"), QStringLiteral("What is seen now is what is wanted.")},
         {QStringLiteral("manual"),
          QStringLiteral("Make the pictures of the manual, named in the folder's pictures.txt.")},
         {QStringLiteral("approved"), QStringLiteral("Folder of the approved pictures."), QStringLiteral("folder"),
          QStringLiteral(BAROGRAPH_APPROVED)},
         {QStringLiteral("language"), QStringLiteral("\"en\" (usual) or \"es\": a program speaks one."),
          QStringLiteral("language"), QStringLiteral("en")},
         {QStringLiteral("look"),
          QStringLiteral("Only this look, e.g. dark-en or dark-en-1280. Can be "
                         "given several times."),
          QStringLiteral("look")},
         {QStringLiteral("state"), QStringLiteral("Only states that begin like this."), QStringLiteral("state")}});
    parser.process(app);
    const QDir output(parser.positionalArguments().value(0, QStringLiteral("screens")));
    const QDir approved(parser.value(QStringLiteral("approved")));
    if (!output.mkpath(QStringLiteral(".")) || !approved.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << output.path() << " or " << approved.path() << " cannot be made.\n";
        return 1;
    }
    fixSurroundings(app);
    const QString language = parser.value(QStringLiteral("language"));
    installLanguage(app, language);
    auto task = Gallery::Task::Write;
    if (parser.isSet(QStringLiteral("compare")))
        task = Gallery::Task::Compare;
    else if (parser.isSet(QStringLiteral("approve")))
        task = Gallery::Task::Approve;
    else if (parser.isSet(QStringLiteral("manual")))
        task = Gallery::Task::Manual;
    Gallery gallery(task, approved, output, parser.value(QStringLiteral("state")));
    const QStringList wanted = parser.values(QStringLiteral("look"));
    for (const Look &look : allLooks()) {
        const QString name = lookName(look);
        const bool isWanted = std::any_of(wanted.begin(), wanted.end(), [&name](const QString &want) {
            return name == want || name.startsWith(want + u'-');
        });
        if ((!wanted.isEmpty() && !isWanted) || look.language != language)
            continue;
        applyTheme(app, themeChoiceFromName(look.theme).value_or(ThemeChoice::Dark));
        gallery.setLook(look);
        photographAll(gallery);
    }
    return gallery.finish() ? 0 : 1;
}
