// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QStringList>

class QWidget;

namespace barograph::testing {

/// What can be seen, heard or hovered in a widget and in those in it that are shown, and did not come through tr():
/// words outside of the pseudo-language's brackets. What is data of the frame (names, answers of nodes) does not count.
/// As "class (name): text". Wants the pseudo-language installed before the widget was made.
QStringList untranslatedTexts(const QWidget &widget, const Frame &frame);

} // namespace barograph::testing
