// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace barograph {

/// Says in a window why the program cannot start, for those who began it from a menu and see no terminal. True: to be
/// tried once more. Waits for the answer; on a platform without a screen nobody could give one, and it is false.
bool asksToTryAgain(const QString &why);

} // namespace barograph
