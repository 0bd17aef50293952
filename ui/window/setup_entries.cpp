// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/setup_entries.h"

#include "dialogs/setup/setup_flow.h"
#include "numbers_menu.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "panels/node_sidebar.h"
#include "panels/secrets_strip.h"
#include "window/window_parts.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace barograph {

namespace {

void connectMenuOfNumbers(const NumbersMenu &menu, const NodeList &list, SetupFlow &setup)
{
    const auto withChosen = [&list, &setup](QAction *action, auto what) {
        QObject::connect(action, &QAction::triggered, &setup, [&list, &setup, what] { what(setup, list.chosenId()); });
    };
    withChosen(menu.edit, [](SetupFlow &flow, const QString &id) { flow.editNode(id); });
    withChosen(menu.webhooks, [](SetupFlow &flow, const QString &id) { flow.openRoute(id); });
    withChosen(menu.toggle, [](SetupFlow &flow, const QString &id) { flow.switchNode(id); });
    withChosen(menu.duplicate, [](SetupFlow &flow, const QString &id) { flow.duplicateNode(id); });
    withChosen(menu.group, [](SetupFlow &flow, const QString &id) { flow.chooseGroup(id); });
    withChosen(menu.moveUp, [](SetupFlow &flow, const QString &id) { flow.moveNode(id, false); });
    withChosen(menu.moveDown, [](SetupFlow &flow, const QString &id) { flow.moveNode(id, true); });
    withChosen(menu.remove, [](SetupFlow &flow, const QString &id) { flow.removeNode(id); });
    QObject::connect(menu.add, &QAction::triggered, &setup, &SetupFlow::addNode);
    QObject::connect(menu.importFile, &QAction::triggered, &setup, &SetupFlow::importConfig);
    QObject::connect(menu.exportFile, &QAction::triggered, &setup, &SetupFlow::exportConfig);
    QObject::connect(menu.secrets, &QAction::triggered, &setup, &SetupFlow::openSecrets);
}

void openNumberMenu(QMainWindow &window, const QList<QAction *> &ofNode, QAction *add, const QPoint &at)
{
    auto *menu = new QMenu(&window);
    menu->setObjectName(QStringLiteral("numberMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(ofNode);
    menu->addSeparator();
    menu->addAction(add);
    menu->popup(at);
}

} // namespace

void connectSetupEntries(QMainWindow &window, const NumbersMenu &menu, const WindowParts &parts, SetupFlow &setup)
{
    connectMenuOfNumbers(menu, *parts.list, setup);
    QObject::connect(parts.empty, &EmptyState::addRequested, &setup, &SetupFlow::addNode);
    QObject::connect(parts.empty, &EmptyState::importRequested, &setup, &SetupFlow::importConfig);
    QObject::connect(parts.side, &NodeSidebar::addRequested, &setup, &SetupFlow::addNode);
    QObject::connect(parts.secrets, &SecretsStrip::openRequested, &setup, &SetupFlow::openSecrets);
    QObject::connect(parts.list, &NodeList::editRequested, &setup, &SetupFlow::editNode);
    QObject::connect(parts.list, &NodeList::moveRequested, &setup, &SetupFlow::moveNodeTo);
    QObject::connect(parts.list, &NodeList::menuRequested, &window,
                     [&window, ofNode = menu.nodeActions(), add = menu.add](const QPoint &at) {
                         openNumberMenu(window, ofNode, add, at);
                     });
}

} // namespace barograph
