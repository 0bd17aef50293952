// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

/// Docks and the area they lie in are windows to Qt, and would be told as windows within a window: here they are groups
/// with a name, as long as they are no windows of their own.
void installDockAccess();

} // namespace barograph
