// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "theme/theme.h"

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace barograph {

/// The menu bar with every action there is; the buttons elsewhere are short cuts to these.
struct MainMenu
{
    explicit MainMenu(QMainWindow &window);

    void setNodeChosen(bool chosen);
    /// What the chosen node and the listener allow; null: no node is chosen.
    void setWebhooks(const NodeFrame *node, bool listenerHasTls, UtcTime now);
    /// Only an on-premises client that is switched on can be asked about its database.
    void setDatabase(const NodeFrame *node);
    void setTheme(ThemeChoice choice);
    /// One of core/language_choice.h. None is ticked for one that the menu does not offer.
    void setLanguage(const QString &choice);

    QAction *exportReport;
    QAction *saveCertificate;
    QAction *quit;
    QAction *copyAddress;
    QAction *copyVerifyToken;
    QAction *capture; ///< starts or stops the recording of raw bodies
    QAction *resetPeak;
    QAction *pauseQueue;
    QAction *resumeQueue;
    QAction *callbacks;
    QAction *databaseStats;
    QAction *stormCost; ///< what a message to groups would cost
    QMenu *viewMenu; ///< parts of the window insert their own entries, e.g. insertActions(actions().constFirst(), …)
    QActionGroup *themes;    ///< data() of each action is the ThemeChoice as an int
    QActionGroup *languages; ///< data() of each action is the choice
    QAction *fullScreen;
    QAction *commandPalette;
    QAction *about;
    QAction *shortcuts;

private:
    void addLanguages(QMainWindow &window, QMenu &view);
};

} // namespace barograph
