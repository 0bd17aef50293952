// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Gallery;

/// The panel that tells how far the budget is used, in its states. `size` is that of the window it would be in.
void renderCapacity(Gallery &gallery);

} // namespace barograph
