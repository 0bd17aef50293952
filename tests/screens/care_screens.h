// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDir;
class QSize;
class QString;

/// The command palette, the sheet of shortcuts, what has the focus, and the window with large letters.
bool renderCare(const QDir &folder, const QString &suffix, const QSize &size);
