// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDir;
class QSize;

namespace barograph {

/// The TPS chart in each of its states, alone, and its pictures for print.
bool renderCharts(const QDir &folder, const QString &suffix, const QSize &size);

} // namespace barograph
