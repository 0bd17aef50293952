// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks_screens.h"

#include "gallery.h"
#include "main_window.h"
#include "panels/node_view.h"
#include "panels/node_view/dock_area.h"
#include "panels/node_view/layouts_dialog.h"
#include "panels/node_view/node_layouts.h"
#include "support/frame_factory.h"

#include <QCoreApplication>
#include <QMenu>

namespace barograph {

namespace {

/// Docks, then what is in them, then what came into sight.
void takeSettled(Gallery &gallery, QWidget &widget, const QString &state)
{
    widget.show();
    for (int pass = 0; pass < 2; ++pass)
        QCoreApplication::processEvents();
    gallery.take(widget, state);
}

} // namespace

void renderDocks(Gallery &gallery)
{
    MainWindow window;
    auto now = testing::frameTime();
    window.setClock([&now] { return now; });
    window.setControlHistory(testing::someHistory());
    window.resize(gallery.look().size);
    const FramePtr full = testing::fullFrame();
    window.setFrame(full);
    window.chooseNode(full->nodes[0].id);
    window.show();
    auto *view = window.findChild<NodeView *>();
    for (const BuiltInLayout layout : kBuiltInLayouts) {
        view->layouts().useBuiltIn(layout);
        window.setFrame(full);
        takeSettled(gallery, window, QStringLiteral("layout-") + layoutKey(layout));
    }
    view->layouts().useBuiltIn(BuiltInLayout::Overview);
    view->area().setMaximised(view->area().dock(PanelId::Storms));
    takeSettled(gallery, window, QStringLiteral("layout-alone"));
    view->area().setMaximised(nullptr);

    window.timeView().pause();
    now += Seconds{130};
    auto later = std::make_shared<Frame>(*full);
    later->takenAt = now;
    window.setFrame(later);
    takeSettled(gallery, window, QStringLiteral("view-paused"));
    window.timeView().goLive();
    now += Seconds{12};
    window.setFrame(later);
    takeSettled(gallery, window, QStringLiteral("view-stale"));
    auto off = std::make_shared<Frame>(*later);
    off->takenAt = now;
    off->nodes[0].enabled = false;
    off->nodes[0].judgement = judgeOff();
    window.setFrame(off);
    takeSettled(gallery, window, QStringLiteral("view-off"));
    off->nodes[0] = testing::unknownNode();
    window.setFrame(off);
    window.chooseNode(off->nodes[0].id);
    takeSettled(gallery, window, QStringLiteral("view-never"));
    view->showNothing();
    takeSettled(gallery, window, QStringLiteral("view-nothing"));
}

} // namespace barograph
