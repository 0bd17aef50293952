// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStyle>

namespace barograph {

/// The sign that a widget of Qt's puts on itself (to clear a field, to show what a bar has no room for, on the title of
/// a dock), drawn in the colour that text has while it is painted. Null: there is none here, the style's own is taken.
QIcon styleIcon(QStyle::StandardPixmap which);

} // namespace barograph
