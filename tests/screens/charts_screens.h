// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace barograph {

class Gallery;

/// The TPS chart in each of its states, alone, and its pictures for print.
void renderCharts(Gallery &gallery);

} // namespace barograph
