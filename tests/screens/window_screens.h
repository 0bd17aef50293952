// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Gallery;

/// The window with each kind and state of a node.
void renderWindowStates(Gallery &gallery);
/// Dialogs and windows of their own, whose size does not follow the window's.
void renderDialogStates(Gallery &gallery);

} // namespace barograph
