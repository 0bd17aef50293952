// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main_window.h"
#include "panels/node_view.h"
#include "panels/node_view/dock_area.h"
#include "panels/node_view/node_layouts.h"
#include "support/frame_factory.h"

#include <QTabBar>
#include <QTest>

namespace barograph::testing {

inline constexpr int kPatience = 20'000;

/// A window with the node view in it, as the operator has it.
struct DockProbe
{
    MainWindow window;
    NodeView *view = nullptr;
    DockArea *area = nullptr;
    UtcTime now = frameTime();

    explicit DockProbe(QSize size = {1280, 720})
    {
        window.setClock([this] { return now; });
        window.resize(size);
        window.setFrame(fullFrame());
        window.chooseNode(fullFrame()->nodes.front().id); // several numbers begin with the overview
        view = window.findChild<NodeView *>();
        area = &view->area();
    }
    void show()
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        settle();
    }
    /// Until docks, tabs and what was noted of them have come to rest.
    void settle() const
    {
        QCoreApplication::processEvents();
        QTRY_VERIFY_WITH_TIMEOUT(!area->isSettling(), kPatience);
    }
    PanelDock *dock(PanelId id) const { return area->dock(id); }
    bool shown(PanelId id) const { return view->isPanelShown(id); }
    QUndoStack &steps() const { return view->history().stack(); }
    QTabBar *tabBar() const
    {
        for (auto *bar : area->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (bar->isVisible())
                return bar;
        }
        return nullptr;
    }
    void later(Millis time, bool withFrame)
    {
        now += time;
        auto frame = std::make_shared<Frame>(*fullFrame());
        frame->takenAt = withFrame ? now : now - time;
        window.setFrame(frame);
    }
};

/// Docks that lie over one another or outside, or none at all.
inline bool overlaps(const DockProbe &probe)
{
    std::vector<QRect> places;
    for (const PanelDock *panel : probe.area->docks()) {
        if (panel->isOnScreen() && !panel->isFloating())
            places.push_back(panel->geometry());
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!probe.area->rect().contains(places[i]))
            return true;
        for (std::size_t k = i + 1; k < places.size(); ++k) {
            if (places[i].intersects(places[k]))
                return true;
        }
    }
    return places.empty();
}

} // namespace barograph::testing
