// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/window_commands.h"

#include "main_window.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace barograph {

namespace {

struct WindowCommandWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::CommandPalette)
};

} // namespace

std::vector<Command> nodeCommands(const FramePtr &frame, const std::function<void(const QString &id)> &choose)
{
    std::vector<Command> commands;
    if (!frame)
        return commands;
    for (const NodeFrame &node : frame->nodes) {
        Command command;
        command.id = QStringLiteral("node/") + node.id;
        command.name = WindowCommandWords::tr("Go to %1").arg(node.name);
        command.section = node.group.isEmpty() ? WindowCommandWords::tr("Numbers") : node.group;
        command.keywords = QStringList{node.id};
        command.trigger = [choose, id = node.id] { choose(id); };
        commands.push_back(std::move(command));
    }
    return commands;
}

std::vector<Command> panelCommands(MainWindow &window)
{
    std::vector<Command> commands;
    const auto add = [&](const QString &id, const QString &name, void (MainWindow::*show)()) {
        Command command;
        command.id = QStringLiteral("panel/") + id;
        command.name = name;
        command.section = WindowCommandWords::tr("Panels");
        command.trigger = [&window, show] { (window.*show)(); };
        commands.push_back(std::move(command));
    };
    add(QStringLiteral("webhooks"), WindowCommandWords::tr("Show webhooks"), &MainWindow::showWebhooks);
    add(QStringLiteral("members"), WindowCommandWords::tr("Show members"), &MainWindow::showMembers);
    add(QStringLiteral("notices"), WindowCommandWords::tr("Show notices"), &MainWindow::showNotices);
    return commands;
}

std::vector<KeyHint> generalKeyHints()
{
    const QString area = WindowCommandWords::tr("Everywhere");
    const auto key = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    return {{area, key(Qt::Key_Tab), WindowCommandWords::tr("Next field or panel")},
            {area, key(Qt::SHIFT | Qt::Key_Tab), WindowCommandWords::tr("Previous field or panel")},
            {area, WindowCommandWords::tr("Alt"), WindowCommandWords::tr("Open the menu")},
            {area, key(Qt::Key_Escape), WindowCommandWords::tr("Close what lies on top")}};
}

} // namespace barograph
