// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QWidget>

namespace barograph::testing {

/// The window's action with this text, whatever its mnemonic; null if there is none.
inline QAction *menuAction(const QWidget &window, const QString &text)
{
    for (auto *action : window.findChildren<QAction *>()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

} // namespace barograph::testing
