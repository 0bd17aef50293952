// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

/// Lets screen readers see every TimeChart as a chart whose value is what stands under the cursor. May be called again.
void installChartAccess();

} // namespace barograph
