// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace barograph {

/// A key that a widget handles by itself, for the sheet of shortcuts. Kept beside the code that handles it, as a static
/// `keyHints()` of the widget's class: actions need none, the sheet finds them.
struct KeyHint
{
    QString area; ///< heading under which it is shown, e.g. "In the list of numbers"
    QString keys; ///< native text, e.g. QKeySequence(Qt::Key_Up).toString(QKeySequence::NativeText)
    QString what; ///< what it does
};

using KeyHintSource = std::function<std::vector<KeyHint>()>;

} // namespace barograph
