// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "help/key_hint.h"

#include <QStringList>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace barograph {

struct ShortcutRow
{
    QStringList keys; ///< any of these
    QString what;
};

struct ShortcutArea
{
    QString title;
    std::vector<ShortcutRow> rows;
};

/// Every key of the window: of the menus, in their order; of other actions and shortcuts; then the hints.
std::vector<ShortcutArea> shortcutAreas(const QMainWindow &window, const std::vector<KeyHintSource> &hints);

/// Those rows in which each word of `wanted` occurs, in the keys, the text or the title; areas without any are left
/// out.
std::vector<ShortcutArea> filteredAreas(const std::vector<ShortcutArea> &areas, const QString &wanted);

/// The areas in two columns of about the same height, as rich text. Colours are those of the palette that shows it.
QString shortcutHtml(const std::vector<ShortcutArea> &areas);

} // namespace barograph
