// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>

namespace barograph {

/// The overview with 1, 3, 12 and 50 numbers, in every state, filtered, with nothing found and with old data; the wall;
/// the first start; the tray's pictures. `size` is that of the window.
bool renderOverview(const QDir &folder, const QString &suffix, const QSize &size);

} // namespace barograph
