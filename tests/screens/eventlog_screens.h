// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>

namespace barograph {

/// The event log in its states: live, filtered, searching, paused, led by a crosshair, empty, a million rows, a note
/// being written. `size` is that of the window it is part of.
bool renderEventLog(const QDir &folder, const QString &suffix, const QSize &size);

} // namespace barograph
