// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/menu_commands.h"

#include "palette/action_reason.h"

#include <QAction>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

namespace barograph {

namespace {

struct MenuCommandWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::CommandPalette)
};

void addMenu(const QMenu &menu, const QString &section, const QString &prefix, std::vector<Command> &commands)
{
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = plainActionText(action->text());
        const QString name = prefix.isEmpty() ? text : MenuCommandWords::tr("%1: %2").arg(prefix, text);
        if (const QMenu *inner = action->menu()) {
            addMenu(*inner, section, name, commands);
            continue;
        }
        Command command;
        command.name = name;
        // Kept between runs, so nothing can be read in it: what is in a menu may be called after somebody.
        const auto print =
            QCryptographicHash::hash((section + u'/' + command.name).toUtf8(), QCryptographicHash::Sha256);
        command.id = QStringLiteral("menu/%1").arg(QString::fromLatin1(print.toHex().left(16)));
        command.section = section;
        command.shortcut = action->shortcut().toString(QKeySequence::NativeText);
        command.enabled = action->isEnabled();
        command.whyNot = whyNot(*action);
        if (action->isCheckable())
            command.on = action->isChecked();
        command.trigger = [pointer = QPointer<QAction>(action)] {
            if (pointer)
                pointer->trigger();
        };
        commands.push_back(std::move(command));
    }
}

} // namespace

QString plainActionText(const QString &text)
{
    // "&&" is a real ampersand.
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && ++i == text.size())
            break;
        plain += text[i];
    }
    return plain;
}

std::vector<Command> menuCommands(const QMenuBar &bar)
{
    std::vector<Command> commands;
    for (const QAction *action : bar.actions()) {
        if (const QMenu *menu = action->menu(); menu && action->isVisible())
            addMenu(*menu, plainActionText(action->text()), {}, commands);
    }
    return commands;
}

} // namespace barograph
