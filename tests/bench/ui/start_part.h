// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace bench {

/// From the start of a process to its first painted chart, beside that of an empty QMainWindow with a QChartView.
/// Processes of their own, by turns.
void measureStart(const char *program);
/// What those processes do: show a window, say so when its chart was painted, and end. False: no such window.
bool runStart(QApplication &application, const char *which);

} // namespace bench
