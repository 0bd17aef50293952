// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Gallery;

/// The event log in its states: live, filtered, searching, paused, led by a crosshair, empty, a million rows, a note
/// being written.
void renderEventLog(Gallery &gallery);

} // namespace barograph
