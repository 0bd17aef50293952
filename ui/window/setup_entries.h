// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace barograph {

class SetupFlow;
struct NumbersMenu;
struct WindowParts;

/// Everywhere in the window where setting up, changing or arranging numbers can begin leads to the flow: the menu, the
/// list with its own menu, the first page, the side bar, the strip about secrets. All of them outlive the connections.
void connectSetupEntries(QMainWindow &window, const NumbersMenu &menu, const WindowParts &parts, SetupFlow &setup);

} // namespace barograph
