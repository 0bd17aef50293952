// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "help/key_hint.h"
#include "palette/menu_commands.h"

namespace barograph {

class MainWindow;

/// "Go to support-eu" for each node of the frame, found by its id and group too. A null frame has none.
std::vector<Command> nodeCommands(const FramePtr &frame, const std::function<void(const QString &id)> &choose);

/// The parts of the window that can be brought to the front.
std::vector<Command> panelCommands(MainWindow &window);

/// Keys that mean the same everywhere.
std::vector<KeyHint> generalKeyHints();

} // namespace barograph
