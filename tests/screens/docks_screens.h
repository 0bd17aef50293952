// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Gallery;

/// Every built-in layout of the node view, the view's own states, and what is around the panels.
void renderDocks(Gallery &gallery);

} // namespace barograph
