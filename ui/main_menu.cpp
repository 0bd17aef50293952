// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_menu.h"

#include "core/language_choice.h"
#include "palette/action_reason.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>

namespace barograph {

namespace {

struct MenuWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::MainMenu)
};

QString captureText(bool isOn)
{
    return isOn ? MenuWords::tr("Stop r&ecording raw bodies") : MenuWords::tr("R&ecord raw bodies…");
}

QString noNumberText()
{
    return MenuWords::tr("No number is chosen.");
}

QAction *addAction(QMenu &menu, const QString &text, const QKeySequence &shortcut = {})
{
    QAction *action = menu.addAction(text);
    action->setShortcut(shortcut);
    return action;
}

} // namespace

MainMenu::MainMenu(QMainWindow &window)
{
    QMenu &file = *window.menuBar()->addMenu(MenuWords::tr("&File"));
    exportReport = addAction(file, MenuWords::tr("&Export report…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    saveCertificate = addAction(file, MenuWords::tr("&Save webhook certificate…"));
    file.addSeparator();
    quit = addAction(file, MenuWords::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));

    QMenu &node = *window.menuBar()->addMenu(MenuWords::tr("&Node"));
    copyAddress =
        addAction(node, MenuWords::tr("Copy &webhook address"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyVerifyToken =
        addAction(node, MenuWords::tr("Copy &verify token"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    capture = addAction(node, captureText(false), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    node.addSeparator();
    resetPeak = addAction(node, MenuWords::tr("Reset pea&k"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    node.addSeparator();
    pauseQueue = addAction(node, MenuWords::tr("&Pause outbound queue…"), QKeySequence(Qt::CTRL | Qt::Key_P));
    resumeQueue = addAction(node, MenuWords::tr("&Resume outbound queue…"), QKeySequence(Qt::CTRL | Qt::Key_R));
    callbacks = addAction(node, MenuWords::tr("&Callbacks…"), QKeySequence(Qt::CTRL | Qt::Key_L));
    node.addSeparator();
    stormCost = addAction(node, MenuWords::tr("Cost of a &group message…"), QKeySequence(Qt::CTRL | Qt::Key_M));

    node.addSeparator();
    databaseStats = addAction(node, MenuWords::tr("&Database statistics…"));

    QMenu &view = *window.menuBar()->addMenu(MenuWords::tr("&View"));
    viewMenu = &view;
    QMenu &theme = *view.addMenu(MenuWords::tr("&Theme"));
    themes = new QActionGroup(&window);
    const auto addTheme = [&](const QString &text, ThemeChoice choice) {
        QAction *action = theme.addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        themes->addAction(action);
    };
    addTheme(MenuWords::tr("As the &system"), ThemeChoice::System);
    addTheme(MenuWords::tr("&Dark"), ThemeChoice::Dark);
    addTheme(MenuWords::tr("&Light"), ThemeChoice::Light);
    addTheme(MenuWords::tr("&High contrast, dark"), ThemeChoice::HighContrastDark);
    addTheme(MenuWords::tr("High &contrast, light"), ThemeChoice::HighContrastLight);
    setTheme(ThemeChoice::System);
    addLanguages(window, view);
    fullScreen = addAction(view, MenuWords::tr("&Full screen"), QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);
    view.addSeparator();
    commandPalette = addAction(view, MenuWords::tr("Command &palette…"), QKeySequence(Qt::CTRL | Qt::Key_K));

    QMenu &help = *window.menuBar()->addMenu(MenuWords::tr("&Help"));
    shortcuts = help.addAction(MenuWords::tr("&Keyboard shortcuts"));
    shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    about = addAction(help, MenuWords::tr("&About Barograph"));
    setNodeChosen(false);
    setWebhooks(nullptr, false, {});
    setDatabase(nullptr);
}

void MainMenu::addLanguages(QMainWindow &window, QMenu &view)
{
    QMenu &menu = *view.addMenu(MenuWords::tr("L&anguage"));
    languages = new QActionGroup(&window);
    const auto add = [&](const QString &text, const QString &choice) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setData(choice);
        languages->addAction(action);
    };
    add(MenuWords::tr("As the &system"), kSystemLanguage);
    for (const Language &language : kLanguages)
        add(QString::fromUtf16(language.ownName), language.code);
    setLanguage(kSystemLanguage);
}

void MainMenu::setNodeChosen(bool chosen)
{
    for (QAction *action : {exportReport, copyAddress, resetPeak, pauseQueue, resumeQueue, callbacks, stormCost})
        setAvailable(*action, chosen, noNumberText());
}

void MainMenu::setWebhooks(const NodeFrame *node, bool listenerHasTls, UtcTime now)
{
    setAvailable(*saveCertificate, listenerHasTls, MenuWords::tr("The listener has no certificate: it uses no TLS."));
    setAvailable(*copyVerifyToken, node && node->route.wantsHandshake,
                 node ? MenuWords::tr("This number's webhooks are not verified by a token.") : noNumberText());
    setAvailable(*capture, node != nullptr, noNumberText());
    const QString text = captureText(node && node->route.captureUntil && *node->route.captureUntil > now);
    if (text != capture->text())
        capture->setText(text);
}

void MainMenu::setDatabase(const NodeFrame *node)
{
    setAvailable(*databaseStats, node && node->kind == NodeKind::OnPremises && node->enabled,
                 node ? MenuWords::tr("Only an on-premises client that is switched on can be asked.") : noNumberText());
}

void MainMenu::setTheme(ThemeChoice choice)
{
    for (QAction *action : themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
}

void MainMenu::setLanguage(const QString &choice)
{
    for (QAction *action : languages->actions())
        action->setChecked(action->data().toString() == choice);
}

} // namespace barograph
