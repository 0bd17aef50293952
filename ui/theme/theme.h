// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace barograph {

enum class ThemeChoice { System, Dark, Light };

} // namespace barograph
