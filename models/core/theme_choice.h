// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace barograph {

enum class ThemeChoice : quint8 { System, Dark, Light };

} // namespace barograph
