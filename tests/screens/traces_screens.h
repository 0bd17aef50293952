// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>

namespace barograph {

/// The charts of lag, incoming and outbound queue in each of their states, as large as they are in a window of `size`.
bool renderTraces(const QDir &folder, const QString &suffix, const QSize &size);

} // namespace barograph
