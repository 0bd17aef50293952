// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>

namespace barograph {

/// The setup dialogs in their states, and the list with groups and with 50 nodes. `size` is that of the window.
bool renderSetup(const QDir &folder, const QString &suffix, const QSize &size);

} // namespace barograph
