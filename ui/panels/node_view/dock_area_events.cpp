// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in a DockArea by itself: changes that settle, panels that come into sight, and its tab bars.
#include "panels/node_view/dock_area.h"
#include "panels/node_view/dock_title.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QTabBar>

#include <utility>

namespace barograph {

void DockArea::noteChange(bool byUser)
{
    if (m_arranging)
        return;
    m_byUser = m_byUser || byUser;
    m_touched = m_touched || byUser;
    m_settle.start();
    m_sight.start();
}

void DockArea::settle()
{
    // Not while something is still being dragged.
    if (QGuiApplication::mouseButtons() != Qt::NoButton) {
        m_settle.start();
        return;
    }
    updateTabs();
    orderFocus();
    const bool byUser = m_byUser;
    m_byUser = false;
    const QByteArray docks = state().docks;
    const bool moved = docks != m_settledDocks;
    m_settledDocks = docks;
    const bool touched = std::exchange(m_touched, false);
    if (byUser) {
        if (touched && moved && !m_maximised)
            m_layout.reset();
        Q_EMIT rearranged();
    } else {
        Q_EMIT settled();
    }
}

void DockArea::updateSight()
{
    m_sight.stop();
    if (!m_onShow.isEmpty() && isVisible()) {
        const QScopedValueRollback arranging(m_arranging, true);
        const QByteArray docks = std::exchange(m_onShow, {});
        if (!m_maximised)
            restoreState(docks, kDockFormat);
        m_settle.start();
    }
    bool any = false;
    for (PanelDock *panel : m_docks) {
        // The first picture does not wait for what is not made yet.
        if (m_opened && panel->isOnScreen())
            panel->make();
        any = panel->updateShown() || any;
    }
    updateTabs();
    orderFocus();
    if (any)
        Q_EMIT shown();
}

PanelDock *DockArea::dockOfTab(const QTabBar &bar, int index) const
{
    for (PanelDock *panel : m_docks) {
        if (index >= 0 && bar.tabText(index) == panel->windowTitle())
            return panel;
    }
    return nullptr;
}

void DockArea::updateTabs()
{
    for (PanelDock *panel : m_docks) {
        const auto tabs = panel->isFloating() ? QList<QDockWidget *>() : tabifiedDockWidgets(panel);
        const bool named =
            std::any_of(tabs.begin(), tabs.end(), [](const QDockWidget *tab) { return !tab->isHidden(); });
        panel->title().setCollapsed(named);
    }
    for (auto *bar : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        for (int i = 0; i < bar->count(); ++i) {
            const PanelDock *panel = dockOfTab(*bar, i);
            const bool marked = panel && panel->mark();
            if (marked == bar->tabIcon(i).isNull())
                bar->setTabIcon(i, marked ? markIcon(*panel->mark(), palette()) : QIcon());
        }
        fitTabs(*bar);
    }
}

void DockArea::fitTabs(QTabBar &bar)
{
    const QFontMetrics metrics = bar.fontMetrics();
    // Of the tabs as they are, with their icons and edges; the words are what can be exchanged.
    int whole = bar.sizeHint().width();
    int least = whole;
    for (int i = 0; i < bar.count(); ++i) {
        PanelDock *panel = dockOfTab(bar, i);
        if (!panel)
            continue;
        const int now = metrics.horizontalAdvance(bar.tabText(i));
        whole += metrics.horizontalAdvance(panel->stateText()) - now;
        least += metrics.horizontalAdvance(panel->shortText()) - now;
    }
    const bool isShort = whole > bar.width();
    // Half a letter off each is room between them. What has to lose more gets arrows at the end instead.
    const int missing = isShort ? least - bar.width() : 0;
    const auto elide = missing > bar.count() * metrics.averageCharWidth() / 2 ? Qt::ElideNone : Qt::ElideRight;
    for (int i = 0; i < bar.count(); ++i) {
        PanelDock *panel = dockOfTab(bar, i);
        if (!panel)
            continue;
        panel->setShortTab(isShort);
        if (bar.accessibleTabName(i) != panel->stateText())
            bar.setAccessibleTabName(i, panel->stateText());
        if (bar.tabToolTip(i) != panel->stateText())
            bar.setTabToolTip(i, panel->stateText());
    }
    if (bar.elideMode() != elide)
        bar.setElideMode(elide);
}

bool DockArea::event(QEvent *event)
{
    if (event->type() == QEvent::ChildPolished) {
        if (auto *bar = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child())) {
            bar->setAccessibleName(tr("Panels in this place"));
            bar->setElideMode(Qt::ElideRight);
            bar->installEventFilter(this);
        }
    }
    const bool handled = QMainWindow::event(event);
    // The line between two panels was let go; whether it was moved is found out by comparing.
    if (event->type() == QEvent::MouseButtonRelease)
        noteChange(true);
    return handled;
}

bool DockArea::eventFilter(QObject *watched, QEvent *event)
{
    auto *bar = qobject_cast<QTabBar *>(watched);
    if (!bar)
        return QMainWindow::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonDblClick) {
        if (PanelDock *panel = dockOfTab(*bar, bar->tabAt(static_cast<QMouseEvent *>(event)->pos()))) {
            // Later: the bar that is still handling its event goes away.
            QTimer::singleShot(0, this, [this, panel] { setMaximised(panel); });
            return true;
        }
    }
    if (event->type() == QEvent::MouseButtonRelease &&
        static_cast<QMouseEvent *>(event)->button() == Qt::MiddleButton) {
        if (PanelDock *panel = dockOfTab(*bar, bar->tabAt(static_cast<QMouseEvent *>(event)->pos()))) {
            QTimer::singleShot(0, panel, &QWidget::close);
            return true;
        }
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const bool byMouse = menu->reason() == QContextMenuEvent::Mouse;
        if (PanelDock *panel = dockOfTab(*bar, byMouse ? bar->tabAt(menu->pos()) : bar->currentIndex())) {
            Q_EMIT menuRequested(panel, menu->globalPos());
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void DockArea::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    // In the new theme's colours.
    for (auto *bar : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        for (int i = 0; i < bar->count(); ++i)
            bar->setTabIcon(i, {});
    }
    updateTabs();
}

void DockArea::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_hasRoom = true;
    arrangeIfDue();
    if (m_layout && !m_maximised) {
        if (roomOf(size(), letters()) != m_room) {
            arrange(*m_layout);
        } else {
            const QScopedValueRollback arranging(m_arranging, true);
            fit();
        }
    }
    noteChange(false);
}

void DockArea::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    // Not yet: what lies in this area is painted after it, in the same go, and has to reach the screen.
    if (!m_opened && !m_opening.isActive())
        m_opening.start();
}

void DockArea::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    const QScopedValueRollback arranging(m_arranging, true);
    fit();
    m_sight.start();
}

} // namespace barograph
