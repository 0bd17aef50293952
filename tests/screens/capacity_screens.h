// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>

namespace barograph {

/// The panel that tells how far the budget is used, in its states. `size` is that of the window it would be in.
bool renderCapacity(const QDir &folder, const QString &suffix, const QSize &size);

} // namespace barograph
