// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace barograph {

/// From the first time that `window` has been painted on, the theme *As the system* follows what the desktop asks for.
/// Nothing is done before that: the start waits for no bus. Ends with the window.
void followDesktop(QWidget &window);

} // namespace barograph
