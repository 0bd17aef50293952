// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "help/key_hint.h"

QT_BEGIN_NAMESPACE
class QMainWindow;
class QWidget;
QT_END_NAMESPACE

namespace barograph {

/// Opens the sheet of shortcuts beside the window, or brings the one that is open to the front.
void showShortcutSheet(QMainWindow *window, const std::vector<KeyHintSource> &hints);

/// What this program is; one, beside the window.
void showAbout(QWidget *parent);

} // namespace barograph
