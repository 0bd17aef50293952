// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Gallery;

/// The setup dialogs in their states, and the list with groups and with 50 nodes.
void renderSetup(Gallery &gallery);

} // namespace barograph
