// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace barograph {

/// One line of the shortcut sheet.
struct ChartShortcut
{
    QString keys; ///< e.g. "Shift+Left", or what the mouse does
    QString what; ///< a short sentence
};

/// What keys and mouse do in a chart that has the focus, in the order in which it should be read.
std::vector<ChartShortcut> chartShortcuts();

} // namespace barograph
