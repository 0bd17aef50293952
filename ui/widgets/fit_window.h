// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace barograph {

/// Makes a window as high as its texts need in its present width, when more of them is shown than before. Never makes
/// it smaller: that would move buttons away from under the pointer.
void growToFit(QWidget &window);

} // namespace barograph
