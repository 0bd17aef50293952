// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root: with main/wiring.cpp the only place that sees both the services and the screen.

#include "cli/command_line.h"
#include "cli/listener_certificate_command.h"
#include "cli/quit_on_signal.h"
#include "cli/report_command.h"
#include "cli/secret_command.h"
#include "cli/terminal_input.h"
#include "cli/webhook_url_command.h"
#include "config/config_file.h"
#include "core/language_choice.h"
#include "desktop_wiring.h"
#include "dialogs/start_trouble.h"
#include "language.h"
#include "main_window.h"
#include "runtime/backend.h"
#include "runtime/demo.h"
#include "setup/node_admin.h"
#include "setup/node_tester.h"
#include "show_door.h"
#include "show_request.h"
#include "start_place.h"
#include "theme/theme.h"
#include "wiring.h"

#include <QApplication>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSettings>
#include <QTextStream>

#include <cstdio>
#include <utility>

namespace barograph {

namespace {

constexpr int kFailed = 1;
// Between runGui() and run() only.
constexpr int kLeftDemo = 1'000;
constexpr int kTryDemo = 1'001;
constexpr QSize kUsualSize{1280, 720};

int complain(const QString &why, int exitCode)
{
    QTextStream(stderr) << "barograph: " << why << Qt::endl;
    return exitCode;
}

Paths pathsFor(const CommandLine &line)
{
    Paths paths = line.dataDir.isEmpty() ? standardPaths() : pathsBelow(QFileInfo(line.dataDir).absoluteFilePath());
    if (line.demo && line.dataDir.isEmpty())
        paths = Demo::freshPaths();
    if (!line.configFile.isEmpty())
        paths.configFile = QFileInfo(line.configFile).absoluteFilePath();
    return paths;
}

/// Language and theme are the operator's, not a demo's: remembered where a window without a demo looks for them.
QString windowSettingsFile(const CommandLine &line)
{
    CommandLine own = line;
    own.demo = false;
    return pathsFor(own).stateDir % QLatin1String("/window.ini");
}

/// What a window hands on to the one that takes its place, so that going to the demo and back changes nothing else.
struct HandedOn
{
    QString windowSettings;     ///< of the window that the program began with
    QByteArray activationToken; ///< that the program was started with
    std::optional<ThemeChoice> theme;
    QByteArray geometry;
    QVariantMap choices;
};

QString languageChoiceOf(const CommandLine &line, const QString &windowSettings)
{
    if (!line.language.isEmpty())
        return line.language;
    if (!line.screenshotFile.isEmpty())
        return kSystemLanguage;
    const QSettings settings(windowSettings, QSettings::IniFormat);
    const QString remembered = settings.value(QStringLiteral("language")).toString();
    return isLanguageChoice(remembered) ? remembered : QString(kSystemLanguage);
}

/// The user's configuration; an absent file of the usual name means that nothing is configured yet.
tl::expected<LoadedConfig, QString> configurationFor(const CommandLine &line, const Paths &paths)
{
    if (line.demo) {
        LoadedConfig demo;
        demo.config.listener.port = 0;
        return demo;
    }
    if (line.configFile.isEmpty() && !QFileInfo::exists(paths.configFile))
        return LoadedConfig{};
    auto loaded = loadConfig(paths.configFile);
    if (!loaded)
        return tl::make_unexpected(paths.configFile % QLatin1String(": ") % loaded.error().toString());
    return *std::move(loaded);
}

/// For where nobody can be asked: the passphrase of the encrypted file from a file that a variable names.
void openSecretsUnasked(SessionSecretStore &secrets)
{
    if (!qEnvironmentVariableIsSet(kPassphraseFileVariable))
        return;
    const auto passphrase = readPassphraseFile(qEnvironmentVariable(kPassphraseFileVariable));
    if (passphrase)
        secrets.applyChoice({SecretsHome::File, *passphrase});
    else
        complain(passphrase.error(), 0);
}

void takePictureAndQuit(MainWindow &window, const CommandLine &line)
{
    QTimer::singleShot(line.screenshotAfter, &window, [&window, file = line.screenshotFile] {
        const bool written = window.grabToFile(file);
        if (!written)
            complain(QStringLiteral("The picture could not be written to %1. Check the folder, the ending (.png) and "
                                    "the room on the disk.")
                         .arg(file),
                     kFailed);
        QCoreApplication::exit(written ? 0 : kFailed);
    });
}

/// On the terminal and, unless a picture is wanted, in a window. True: try again.
bool tellTrouble(const CommandLine &line, const QString &why)
{
    complain(why, kFailed);
    return line.screenshotFile.isEmpty() && asksToTryAgain(why);
}

/// `addNumber`: begin with the wizard.
int runGui(QApplication &application, const CommandLine &line, bool addNumber, HandedOn &handed)
{
    const Paths paths = pathsFor(line);
    // Last of all: whoever writes there has ended by then.
    const auto forget = qScopeGuard([&paths, gone = line.demo && line.dataDir.isEmpty()] {
        if (gone)
            Demo::forget(paths);
    });
    const bool remembers = line.screenshotFile.isEmpty();
    QSettings operators(handed.windowSettings, QSettings::IniFormat);
    auto theme = handed.theme.value_or(line.theme);
    if (theme == ThemeChoice::System && remembers)
        theme = themeChoiceFromName(operators.value(QStringLiteral("theme")).toString()).value_or(ThemeChoice::System);
    applyTheme(application, theme);

    // First of all, and for a window only: a picture of the same data brings up nothing.
    StartPlace place;
    if (remembers)
        place = takeStartPlace(paths.dataDir, std::exchange(handed.activationToken, {}));
    while (place.kind == StartPlace::Kind::Unreachable) {
        if (!tellTrouble(line, place.trouble))
            return kFailed;
        place = takeStartPlace(paths.dataDir, {});
    }
    if (place.kind != StartPlace::Kind::Own)
        return 0;

    auto loaded = configurationFor(line, paths);
    while (!loaded) {
        if (!tellTrouble(line, loaded.error()))
            return kFailed;
        loaded = configurationFor(line, paths);
    }
    for (const auto &warning : loaded->warnings)
        complain(warning, 0);
    GivenSecrets given;
    if (!line.secretsFile.isEmpty()) {
        auto read = loadSecretsFile(line.secretsFile);
        if (!read)
            return complain(read.error(), kFailed);
        given = *std::move(read);
    }

    // What the window looks like, no more; a picture is always taken of the same window.
    QSettings settings(paths.stateDir % QLatin1String("/window.ini"), QSettings::IniFormat);
    SessionSecretStore secrets(
        std::move(given), line.demo ? SessionSecretStore::Keychain::DoNotUse : SessionSecretStore::Keychain::UseIfThere,
        {paths.sealedSecretsFile(), paths.secretsChoiceFile(), {}});
    Backend backend(paths, secrets);
    // Before the window, for it takes no time: its threads set up while the window is made, and the first picture has
    // the first frame in it. What they tell meanwhile waits for the event loop.
    for (auto started = backend.start(loaded->config); !started; started = backend.start(loaded->config)) {
        if (!tellTrouble(line, started.error()))
            return kFailed;
    }
    NodeAdmin admin(paths.configFile, secrets);
    NodeTester tester(secrets);
    MainWindow window;
    window.setThemeChoice(theme);
    window.resize(line.size.value_or(kUsualSize));
    if (remembers && !line.size)
        window.restoreLayout(settings.value(QStringLiteral("layout")).toByteArray());
    if (!handed.geometry.isEmpty())
        window.restoreGeometry(handed.geometry);
    if (remembers)
        window.restoreChoices(settings.value(QStringLiteral("choices"), handed.choices).toMap());
    QObject::connect(&window, &MainWindow::themeChosen, &window, [&operators, &handed](ThemeChoice choice) {
        handed.theme = choice;
        operators.setValue(QStringLiteral("theme"), themeChoiceName(choice));
    });

    window.setLanguageChoice(languageChoiceOf(line, handed.windowSettings));
    QObject::connect(&window, &MainWindow::languageChosen, &window,
                     [&operators](const QString &choice) { operators.setValue(QStringLiteral("language"), choice); });

    connectScreen(window, backend);
    connectSetup(window, backend, admin, tester);
    QObject::connect(&admin, &NodeAdmin::edited, &window, [](const ConfigEditResult &result) {
        if (result.ticket == 0) // on a terminal too: who changes files may not be looking at the window
            complain(result.text, 0);
    });
    connectSecrets(window, secrets);
    window.setNodeConfigs(loaded->config.nodes);
    window.setDemo(line.demo);
    followDesktop(window);
    std::optional<ShowDoor> door;
    if (place.claim)
        door.emplace(*place.claim);
    if (door)
        QObject::connect(&*door, &ShowDoor::asked, &window,
                         [&window](const QByteArray &token) { bringToFront(window, token); });
    QObject::connect(&window, &MainWindow::leaveDemoRequested, &application, [] { QCoreApplication::exit(kLeftDemo); });
    QObject::connect(&window, &MainWindow::tryDemoRequested, &application, [] { QCoreApplication::exit(kTryDemo); });
    window.show();
    // After the folders were made, and never in a demo: that keeps its secrets in memory.
    if (!line.demo)
        openSecretsUnasked(secrets);
    admin.begin(loaded->config);

    std::optional<Demo> demo;
    if (line.demo) {
        demo.emplace(backend, secrets, admin);
        QObject::connect(&*demo, &Demo::failed, &window, [&window](const QString &reason) {
            complain(reason, kFailed);
            window.showError(reason);
        });
        QObject::connect(&*demo, &Demo::added, &window, &MainWindow::chooseNode);
        demo->start();
    }
    if (!line.screenshotFile.isEmpty())
        takePictureAndQuit(window, line);
    if (addNumber)
        QTimer::singleShot(0, &window, &MainWindow::addNumber);

    const int exitCode = QApplication::exec();
    // Whoever starts now waits until the place is free, and has a window of their own then.
    door.reset();
    if (remembers) {
        settings.setValue(QStringLiteral("layout"), window.saveLayout());
        settings.setValue(QStringLiteral("choices"), window.choices());
    }
    handed.geometry = window.saveGeometry();
    handed.choices = window.choices();
    // The child first: what it was posting is still answered by a listener that is there.
    demo.reset();
    window.setFrameSource({});
    backend.stop();
    return exitCode;
}

/// The window goes from the operator's own configuration to the demo and back as often as is asked for.
int runGuiInTurns(QApplication &application, const CommandLine &line, const QByteArray &activationToken)
{
    CommandLine own = line;
    own.demo = false;
    // Nothing of the operator's is read or written by a demo that was entered from their own window.
    CommandLine demo = own;
    demo.demo = true;
    demo.configFile.clear();
    demo.dataDir.clear();
    demo.secretsFile.clear();
    HandedOn handed;
    handed.windowSettings = windowSettingsFile(line);
    handed.activationToken = activationToken;
    int exitCode = runGui(application, line, false, handed);
    while (exitCode == kLeftDemo || exitCode == kTryDemo)
        exitCode =
            exitCode == kLeftDemo ? runGui(application, own, true, handed) : runGui(application, demo, false, handed);
    return exitCode;
}

int run(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto line = parseCommandLine(arguments);
    if (!line)
        return complain(line.error(), kBadUsageExitCode);
    if (line->kind == CommandKind::Help || line->kind == CommandKind::Version) {
        QTextStream(stdout) << (line->kind == CommandKind::Help ? line->helpText
                                                                : QStringLiteral("barograph " BAROGRAPH_VERSION))
                            << Qt::endl;
        return 0;
    }
    // Without this, a command on a server with no display would end in the platform plug-in's abort.
    if (line->kind == CommandKind::Report && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QCoreApplication::setApplicationName(QStringLiteral("barograph"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BAROGRAPH_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("barograph"));
    switch (line->kind) {
    case CommandKind::Report: {
        QGuiApplication application(argc, argv);
        installEnglish(application);
        return runReportCommand(line->rest, pathsFor(*line));
    }
    case CommandKind::Secret: {
        QCoreApplication application(argc, argv);
        installEnglish(application);
        return runSecretCommand(*line, pathsFor(*line));
    }
    case CommandKind::WebhookUrl: {
        QCoreApplication application(argc, argv);
        installEnglish(application);
        return runWebhookUrlCommand(*line, pathsFor(*line));
    }
    case CommandKind::ListenerCertificate: {
        QCoreApplication application(argc, argv);
        installEnglish(application);
        return runListenerCertificateCommand(*line, pathsFor(*line));
    }
    default: {
        const QByteArray activationToken = givenActivationToken();
        QApplication application(argc, argv);
        quitOnTerminationSignals();
        installLanguage(application, languageChoiceOf(*line, windowSettingsFile(*line)));
        return runGuiInTurns(application, *line, activationToken);
    }
    }
}

} // namespace

} // namespace barograph

int main(int argc, char **argv)
{
    return barograph::run(argc, argv);
}
