// SPDX-License-Identifier: GPL-3.0-or-later
// Moving panels without a mouse, and going from one to the next.
#include "panels/node_view/dock_area.h"
#include "panels/node_view/dock_title.h"

#include <QScopedValueRollback>
#include <QTabBar>

#include <algorithm>
#include <tuple>

namespace barograph {

void DockArea::toggleFloating(PanelDock *panel)
{
    arrangeIfDue();
    if (m_maximised)
        setMaximised(nullptr);
    const bool tearOff = !panel->isFloating();
    if (!tearOff && panel->isMaximized())
        panel->showNormal();
    panel->setFloating(tearOff);
    panel->show();
    if (tearOff)
        panel->resize(panel->size().expandedTo({420, 280}));
    bringBackToScreens();
    panel->focusContent();
}

PanelDock *DockArea::neighbour(const PanelDock &panel, Qt::Edge towards) const
{
    const QRect from = panel.geometry();
    PanelDock *nearest = nullptr;
    int least = 0;
    for (PanelDock *other : m_docks) {
        if (other == &panel || other->isFloating() || !other->isOnScreen())
            continue;
        const QRect at = other->geometry();
        const bool horizontal = towards == Qt::LeftEdge || towards == Qt::RightEdge;
        const bool beside = horizontal ? at.top() <= from.bottom() && at.bottom() >= from.top()
                                       : at.left() <= from.right() && at.right() >= from.left();
        int away = 0;
        switch (towards) {
        case Qt::LeftEdge:
            away = from.left() - at.right();
            break;
        case Qt::RightEdge:
            away = at.left() - from.right();
            break;
        case Qt::TopEdge:
            away = from.top() - at.bottom();
            break;
        case Qt::BottomEdge:
            away = at.top() - from.bottom();
            break;
        }
        if (beside && away > 0 && (!nearest || away < least)) {
            nearest = other;
            least = away;
        }
    }
    return nearest;
}

void DockArea::movePanel(PanelDock *panel, Qt::Edge towards)
{
    arrangeIfDue();
    if (m_maximised)
        setMaximised(nullptr);
    if (panel->isFloating()) {
        constexpr int kStep = 40;
        const bool horizontal = towards == Qt::LeftEdge || towards == Qt::RightEdge;
        const int step = towards == Qt::LeftEdge || towards == Qt::TopEdge ? -kStep : kStep;
        panel->move(panel->pos() + (horizontal ? QPoint(step, 0) : QPoint(0, step)));
        bringBackToScreens();
        return;
    }
    PanelDock *other = neighbour(*panel, towards);
    if (!other)
        return;
    const auto orientation = towards == Qt::LeftEdge || towards == Qt::RightEdge ? Qt::Horizontal : Qt::Vertical;
    const QSize size = panel->size();
    {
        const QScopedValueRollback arranging(m_arranging, true);
        // Qt does not take a dock away from where it is when it splits another one for it: it would be there twice.
        removeDockWidget(panel);
        // Where the other one is one of several tabs, it becomes one of them: what is tabbed cannot be split.
        splitDockWidget(other, panel, orientation);
        panel->show();
        if ((towards == Qt::LeftEdge || towards == Qt::TopEdge) && !tabifiedDockWidgets(other).contains(panel)) {
            removeDockWidget(other);
            splitDockWidget(panel, other, orientation);
            other->show();
        }
        resizeDocks({panel}, {orientation == Qt::Horizontal ? size.width() : size.height()}, orientation);
    }
    panel->raise();
    updateSight();
    panel->focusContent();
    noteChange(true);
}

void DockArea::tabWith(PanelDock *panel, PanelDock *target)
{
    arrangeIfDue();
    if (m_maximised)
        setMaximised(nullptr);
    {
        const QScopedValueRollback arranging(m_arranging, true);
        panel->setFloating(false);
        removeDockWidget(panel);
        tabifyDockWidget(target, panel);
        panel->show();
    }
    panel->raise();
    updateSight();
    panel->focusContent();
    noteChange(true);
}

std::vector<PanelDock *> DockArea::seenInReadingOrder() const
{
    std::vector<PanelDock *> seen;
    for (PanelDock *panel : m_docks) {
        if (panel->isOnScreen())
            seen.push_back(panel);
    }
    // Windows last. A panel under tabs begins where they begin, so that it is in one row with one that has a title.
    const auto topOf = [](const PanelDock *panel) {
        return panel->y() - (panel->title().isCollapsed() ? panel->title().fullHeight() : 0);
    };
    std::sort(seen.begin(), seen.end(), [&](const PanelDock *a, const PanelDock *b) {
        return std::tuple(a->isFloating(), topOf(a), a->x()) < std::tuple(b->isFloating(), topOf(b), b->x());
    });
    return seen;
}

void DockArea::orderFocus()
{
    const auto takesTab = [](const QWidget *widget) {
        return (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
    };
    const auto bars = findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    // What comes before all panels stays there.
    QWidget *last = previousInFocusChain();
    while (last != this && (isAncestorOf(last) || !takesTab(last)))
        last = last->previousInFocusChain();
    if (last == this || last->window() != window())
        return;
    for (PanelDock *panel : seenInReadingOrder()) {
        if (panel->isFloating())
            continue;
        QList<QWidget *> stops;
        for (QTabBar *bar : bars) {
            if (bar->isVisible() && dockOfTab(*bar, bar->currentIndex()) == panel)
                stops << bar;
        }
        // As they follow one another within the panel.
        for (QWidget *at = panel->nextInFocusChain(); at != panel; at = at->nextInFocusChain()) {
            if (panel->isAncestorOf(at) && takesTab(at))
                stops << at;
        }
        for (QWidget *stop : std::as_const(stops)) {
            setTabOrder(last, stop);
            last = stop;
        }
    }
}

void DockArea::focusNext(bool forward)
{
    const std::vector<PanelDock *> seen = seenInReadingOrder();
    if (seen.empty())
        return;
    const auto at = std::find(seen.begin(), seen.end(), activeDock());
    const auto count = static_cast<std::ptrdiff_t>(seen.size());
    std::ptrdiff_t next = forward ? 0 : count - 1;
    if (at != seen.end())
        next = (at - seen.begin() + (forward ? 1 : count - 1)) % count;
    seen[static_cast<std::size_t>(next)]->focusContent();
}

} // namespace barograph
