// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

class Gallery;

/// The charts of lag, incoming and outbound queue in each of their states, as large as they are in a window of `size`.
void renderTraces(Gallery &gallery);

} // namespace barograph
