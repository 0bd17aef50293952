// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks_screens.h"

#include "main_window.h"
#include "panels/node_view.h"
#include "panels/node_view/dock_area.h"
#include "panels/node_view/layouts_dialog.h"
#include "panels/node_view/node_layouts.h"
#include "support/frame_factory.h"

#include <QCoreApplication>
#include <QMenu>
#include <QTextStream>

using namespace barograph;

namespace {

bool saveDocks(QWidget &widget, const QDir &folder, const QString &name)
{
    widget.show();
    // Docks, then what is in them, then what came into sight.
    for (int pass = 0; pass < 6; ++pass)
        QCoreApplication::processEvents();
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    const bool ok = widget.grab().save(path);
    QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
    return ok;
}

} // namespace

bool renderDocks(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    auto now = testing::frameTime();
    window.setClock([&now] { return now; });
    window.setControlHistory(testing::someHistory());
    window.resize(size);
    const FramePtr full = testing::fullFrame();
    window.setFrame(full);
    window.show();
    auto *view = window.findChild<NodeView *>();
    bool ok = true;
    for (const BuiltInLayout layout : kBuiltInLayouts) {
        view->layouts().useBuiltIn(layout);
        window.setFrame(full);
        ok &= saveDocks(window, folder, QStringLiteral("layout-%1-%2").arg(layoutKey(layout), suffix));
    }
    view->layouts().useBuiltIn(BuiltInLayout::Overview);
    view->area().setMaximised(view->area().dock(PanelId::Storms));
    ok &= saveDocks(window, folder, QStringLiteral("layout-alone-") + suffix);
    view->area().setMaximised(nullptr);

    window.timeView().pause();
    now += Seconds{130};
    auto later = std::make_shared<Frame>(*full);
    later->takenAt = now;
    window.setFrame(later);
    ok &= saveDocks(window, folder, QStringLiteral("view-paused-") + suffix);
    window.timeView().goLive();
    now += Seconds{12};
    window.setFrame(later);
    ok &= saveDocks(window, folder, QStringLiteral("view-stale-") + suffix);
    auto off = std::make_shared<Frame>(*later);
    off->takenAt = now;
    off->nodes[0].enabled = false;
    off->nodes[0].judgement = judgeOff();
    window.setFrame(off);
    ok &= saveDocks(window, folder, QStringLiteral("view-off-") + suffix);
    off->nodes[0] = testing::unknownNode();
    window.setFrame(off);
    window.chooseNode(off->nodes[0].id);
    ok &= saveDocks(window, folder, QStringLiteral("view-never-") + suffix);
    view->showNothing();
    ok &= saveDocks(window, folder, QStringLiteral("view-nothing-") + suffix);
    return ok;
}
