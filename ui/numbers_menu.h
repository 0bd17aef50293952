// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QMainWindow;

namespace barograph {

struct NodeConfig;

/// The menu "Numbers": adding, changing and arranging what is watched.
struct NumbersMenu
{
    /// Behind the first menu of the window's menu bar.
    explicit NumbersMenu(QMainWindow &window);

    void setNode(const NodeConfig *node, bool canMoveUp, bool canMoveDown);
    /// Those about one node, for the list's own menu.
    QList<QAction *> nodeActions() const;

    QAction *add;
    QAction *edit;
    QAction *webhooks;
    QAction *toggle; ///< switches off or on
    QAction *duplicate;
    QAction *group;
    QAction *moveUp;
    QAction *moveDown;
    QAction *remove;
    QAction *filter;
    QAction *importFile;
    QAction *exportFile;
    QAction *secrets;
};

} // namespace barograph
