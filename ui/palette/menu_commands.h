// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/command.h"

QT_BEGIN_NAMESPACE
class QAction;
class QMenuBar;
QT_END_NAMESPACE

namespace barograph {

/// Every entry of the menus and of the menus in them, in their order: "Theme: Dark" in the section "View".
std::vector<Command> menuCommands(const QMenuBar &bar);

/// The words of an action or menu as read: without mnemonic.
QString plainActionText(const QString &text);

} // namespace barograph
