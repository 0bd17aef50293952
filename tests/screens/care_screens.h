// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {
class Gallery;
}

/// The command palette, the sheet of shortcuts, what has the focus, and the window with large letters.
void renderCare(barograph::Gallery &gallery);
