// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_menu.h"

#include "core/language_choice.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>

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
    resetPeak = addAction(node, MenuWords::tr("Reset pea&k"), QKeySequence(Qt::CTRL | Qt::Key_K));
    node.addSeparator();
    pauseQueue = addAction(node, MenuWords::tr("&Pause outbound queue…"), QKeySequence(Qt::CTRL | Qt::Key_P));
    resumeQueue = addAction(node, MenuWords::tr("&Resume outbound queue…"), QKeySequence(Qt::CTRL | Qt::Key_R));
    callbacks = addAction(node, MenuWords::tr("&Callbacks…"), QKeySequence(Qt::CTRL | Qt::Key_L));
    node.addSeparator();
    stormCost = addAction(node, MenuWords::tr("Cost of a &group message…"), QKeySequence(Qt::CTRL | Qt::Key_M));

    node.addSeparator();
    databaseStats = addAction(node, MenuWords::tr("&Database statistics…"));

    QMenu &view = *window.menuBar()->addMenu(MenuWords::tr("&View"));
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
    setTheme(ThemeChoice::System);
    addLanguages(window, view);
    fullScreen = addAction(view, MenuWords::tr("&Full screen"), QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);

    QMenu &help = *window.menuBar()->addMenu(MenuWords::tr("&Help"));
    shortcuts = addAction(help, MenuWords::tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_F1));
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
        action->setEnabled(chosen);
}

void MainMenu::setWebhooks(const NodeFrame *node, bool listenerHasTls, UtcTime now)
{
    saveCertificate->setEnabled(listenerHasTls);
    copyVerifyToken->setEnabled(node && node->route.wantsHandshake);
    capture->setEnabled(node != nullptr);
    const QString text = captureText(node && node->route.captureUntil && *node->route.captureUntil > now);
    if (text != capture->text())
        capture->setText(text);
}

void MainMenu::setDatabase(const NodeFrame *node)
{
    databaseStats->setEnabled(node && node->kind == NodeKind::OnPremises && node->enabled);
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

void showAbout(QWidget *parent)
{
    QMessageBox::about(
        parent, MenuWords::tr("About Barograph"),
        MenuWords::tr("<h3>Barograph %1</h3>"
                      "<p>Shows live what each WhatsApp number's throughput budget is spent on, and lets "
                      "an operator act safely.</p>"
                      "<p>Licence: GNU General Public License, version 3 or later. It comes with no "
                      "warranty.</p>"
                      "<p>Not made or endorsed by WhatsApp or Meta.</p>")
            .arg(QStringLiteral(BAROGRAPH_VERSION)));
}

void showShortcuts(QWidget *parent)
{
    QString rows;
    const auto add = [&](const QKeySequence &key, const QString &what) {
        rows += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(key.toString(QKeySequence::NativeText), what);
    };
    for (const QAction *action : parent->findChildren<QAction *>()) {
        if (!action->shortcut().isEmpty())
            add(action->shortcut(), action->text().remove(u'&'));
    }
    add(QKeySequence(Qt::Key_Tab), MenuWords::tr("Next field or panel"));
    add(QKeySequence(Qt::Key_Up), MenuWords::tr("Previous number, in the list"));
    add(QKeySequence(Qt::Key_Down), MenuWords::tr("Next number, in the list"));
    add(QKeySequence(Qt::Key_Left), MenuWords::tr("Fold a group away, in the list"));
    add(QKeySequence(Qt::Key_Right), MenuWords::tr("Show a group again, in the list"));
    add(QKeySequence(Qt::Key_Return), MenuWords::tr("Edit the number, in the list"));
    add(QKeySequence(Qt::Key_Menu), MenuWords::tr("What can be done with the number, in the list"));
    QMessageBox box(QMessageBox::NoIcon, MenuWords::tr("Keyboard shortcuts"),
                    QStringLiteral("<table>%1</table>").arg(rows), QMessageBox::Close, parent);
    box.exec();
}

} // namespace barograph
