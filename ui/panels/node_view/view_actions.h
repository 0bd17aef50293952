// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/panel_id.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace barograph {

class DockArea;
class NodeLayouts;
class PanelDock;
class ViewBar;
class ViewHistory;

/// Everything that can be done to the view by menu and keyboard. Each menu is one object that may be opened from
/// several places, so that every shortcut exists once.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    ViewActions(DockArea &area, NodeLayouts &layouts, ViewHistory &history, ViewBar &bar, QWidget *parent);

    QMenu *panelsMenu() const { return m_panels; }
    QMenu *layoutsMenu() const { return m_layoutsMenu; }
    /// What can be done with one panel, at that place.
    void openPanelMenu(PanelDock *dock, const QPoint &globalPosition);
    /// Ticks the panels that are open, and the layout that is shown.
    void update();

Q_SIGNALS:
    /// The window in which layouts are named and kept is wanted.
    void layoutsWanted();

private:
    void addPanelList(QMenu &menu);
    void addPanelMoves(QMenu &menu, QWidget *parent);
    void addTimeAndSteps(QMenu &menu, ViewHistory &history, ViewBar &bar);
    void fillLayouts();
    PanelDock *subject() const;

    DockArea &m_area;
    NodeLayouts &m_layouts;
    QMenu *m_panels;
    QMenu *m_layoutsMenu;
    QList<QAction *> m_shown; ///< as the area's docks
};

} // namespace barograph
