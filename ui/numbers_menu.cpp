// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbers_menu.h"

#include "core/node_config.h"
#include "palette/action_reason.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>

namespace barograph {

namespace {

struct NumbersWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NumbersMenu)
};

} // namespace

NumbersMenu::NumbersMenu(QMainWindow &window)
{
    auto *menu = new QMenu(NumbersWords::tr("N&umbers"), window.menuBar());
    const QList<QAction *> there = window.menuBar()->actions();
    window.menuBar()->insertMenu(there.size() > 1 ? there.at(1) : nullptr, menu);
    const auto action = [menu](const QString &text, const QKeySequence &shortcut = {}) {
        QAction *made = menu->addAction(text);
        made->setShortcut(shortcut);
        return made;
    };
    add = action(NumbersWords::tr("&Add a number…"), QKeySequence(Qt::CTRL | Qt::Key_N));
    menu->addSeparator();
    edit = action(NumbersWords::tr("&Edit…"), QKeySequence(Qt::Key_F2));
    webhooks = action(NumbersWords::tr("Set up &webhooks…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    toggle = action({}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    duplicate = action(NumbersWords::tr("Dupli&cate"), QKeySequence(Qt::CTRL | Qt::Key_D));
    group = action(NumbersWords::tr("&Group…"), QKeySequence(Qt::CTRL | Qt::Key_G));
    moveUp = action(NumbersWords::tr("Move &up"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up));
    moveDown = action(NumbersWords::tr("Move &down"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down));
    remove = action(NumbersWords::tr("&Remove…"), QKeySequence(Qt::CTRL | Qt::Key_Delete));
    menu->addSeparator();
    filter = action(NumbersWords::tr("&Filter the list"), QKeySequence(Qt::CTRL | Qt::Key_F));
    menu->addSeparator();
    importFile = action(NumbersWords::tr("&Import configuration…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    exportFile = action(NumbersWords::tr("E&xport configuration…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    menu->addSeparator();
    secrets = action(NumbersWords::tr("&Passwords and keys…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    setNode(nullptr, false, false);
}

void NumbersMenu::setNode(const NodeConfig *node, bool canMoveUp, bool canMoveDown)
{
    const QString none = NumbersWords::tr("No number is chosen.");
    for (QAction *action : {edit, webhooks, toggle, duplicate, group, remove})
        setAvailable(*action, node != nullptr, none);
    setAvailable(*moveUp, node && canMoveUp, node ? NumbersWords::tr("It is the first of its group.") : none);
    setAvailable(*moveDown, node && canMoveDown, node ? NumbersWords::tr("It is the last of its group.") : none);
    const QString text = node && !node->enabled ? NumbersWords::tr("Switch &on") : NumbersWords::tr("Switch &off");
    if (text != toggle->text())
        toggle->setText(text);
}

QList<QAction *> NumbersMenu::nodeActions() const
{
    return {edit, webhooks, toggle, duplicate, group, moveUp, moveDown, remove};
}

} // namespace barograph
