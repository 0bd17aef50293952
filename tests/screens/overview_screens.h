// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Gallery;

/// The overview with 1, 3, 12 and 50 numbers, in every state, filtered, with nothing found and with old data; the wall;
/// the first start; the tray's pictures.
void renderOverview(Gallery &gallery);

} // namespace barograph
