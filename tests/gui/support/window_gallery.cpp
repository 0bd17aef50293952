// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dialog_gallery.h"

#include "charts/chart_table_window.h"
#include "charts/tps_chart.h"
#include "help/help_windows.h"
#include "overview/overview_page.h"
#include "overview/tile_grid.h"
#include "palette/command_palette.h"
#include "panels/event_log_panel.h"
#include "panels/node_view.h"
#include "panels/node_view/layouts_dialog.h"
#include "panels/node_view/node_layouts.h"
#include "panels/node_view/range_popup.h"
#include "support/eventlog_frames.h"
#include "support/frame_factory.h"
#include "support/overview_frames.h"
#include "wall/wall_window.h"

#include <QLineEdit>
#include <QMessageBox>

namespace barograph::testing {

namespace {

using Made = std::unique_ptr<QWidget>;

/// A window that needs the dashboard behind it. It goes with the gallery, i.e. later than what was made.
GalleryWindow besideDashboard(const char *name, std::function<Made(MainWindow &)> make)
{
    auto dashboard = std::make_shared<std::unique_ptr<MainWindow>>();
    return {QString::fromLatin1(name), [dashboard, make = std::move(make)] {
                const FramePtr frame = fullFrame();
                *dashboard = windowOf(frame, frame->nodes.front().id);
                return make(**dashboard);
            }};
}

Made layoutsDialog(MainWindow &dashboard, bool withOwn)
{
    NodeLayouts &layouts = dashboard.findChild<NodeView *>()->layouts();
    if (withOwn) {
        layouts.saveAs(QStringLiteral("Night shift"));
        layouts.saveAs(QStringLiteral("A name that is as long as a name of a layout may be, 60 letters"));
    }
    return std::make_unique<LayoutsDialog>(layouts, nullptr);
}

Made wallOf(const FramePtr &frame, bool all, Seconds late)
{
    auto wall = std::make_unique<WallWindow>();
    SteadyTrouble troubles;
    troubles.update(*frame, frame->takenAt);
    wall->setShowsAll(all);
    wall->setFrame(frame, troubles, frame->takenAt + late);
    return wall;
}

Made paletteWith(const QString &typed)
{
    const FramePtr frame = fullFrame();
    auto window = windowOf(frame, frame->nodes.front().id);
    window->show();
    auto *palette = window->findChild<CommandPalette *>();
    palette->toggle();
    palette->findChild<QLineEdit *>()->setText(typed);
    return window;
}

Made overviewOf(const FramePtr &frame, const QString &filter = {})
{
    auto window = windowOf(frame);
    window->restoreChoices({{QStringLiteral("page"), QStringLiteral("overview")}});
    window->setFrame(frame);
    if (!filter.isEmpty())
        window->findChild<QLineEdit *>(QStringLiteral("overviewFilter"))->setText(filter);
    return window;
}

} // namespace

std::vector<GalleryWindow> sideWindows()
{
    std::vector<GalleryWindow> all;
    all.push_back(besideDashboard("layouts: none", [](MainWindow &on) { return layoutsDialog(on, false); }));
    all.push_back(besideDashboard("layouts: own", [](MainWindow &on) { return layoutsDialog(on, true); }));
    all.push_back(besideDashboard("chart as a table", [](MainWindow &on) {
        return std::make_unique<ChartTableWindow>(*on.findChild<TpsChart *>());
    }));
    all.push_back(besideDashboard("range of time", [](MainWindow &on) {
        auto range = std::make_unique<RangePopup>(on.timeView(), nullptr);
        range->setAttribute(Qt::WA_DeleteOnClose, false);
        return range;
    }));
    all.push_back(besideDashboard("about", [](MainWindow &on) {
        showAbout(&on);
        auto *about = on.findChild<QMessageBox *>(QStringLiteral("aboutBox"));
        about->setAttribute(Qt::WA_DeleteOnClose, false);
        about->setParent(nullptr, about->windowFlags());
        return Made(about);
    }));
    return all;
}

std::vector<GalleryWindow> pageStates()
{
    std::vector<GalleryWindow> all;
    const auto add = [&](const char *name, std::function<Made()> make) {
        all.push_back({QString::fromLatin1(name), std::move(make)});
    };
    const FramePtr storm = frameOf({supportInStorm(), calmNode()});
    add("wall: storm", [storm] { return wallOf(storm, false, Seconds{0}); });
    add("wall: stale", [storm] { return wallOf(storm, false, Seconds{12}); });
    add("wall: unknown", [] { return wallOf(frameOf({unknownNode()}), false, Seconds{0}); });
    add("wall: all", [] { return wallOf(everyStateFrame(), true, Seconds{0}); });
    add("palette", [] { return paletteWith({}); });
    add("palette: why not", [] { return paletteWith(QStringLiteral("save webhook cert")); });
    add("palette: nothing found", [] { return paletteWith(QStringLiteral("qqqq")); });
    add("event log", [] {
        EventLogWriter log;
        fillStormLog(log, 20'000);
        const FramePtr frame = stormLogFrame(log);
        auto window = windowOf(frame, frame->nodes.front().id);
        window->findChild<NodeView *>()->showPanel(PanelId::EventLog);
        return window;
    });
    add("event log: a note", [] {
        EventLogWriter log;
        fillStormLog(log, 2'000);
        const FramePtr frame = stormLogFrame(log);
        auto window = windowOf(frame, frame->nodes.front().id);
        window->show();
        window->findChild<NodeView *>()->showPanel(PanelId::EventLog);
        window->findChild<EventLogPanel *>()->noteAt(frameTime());
        return window;
    });
    for (const PanelId id : kPanelIds) {
        all.push_back({QStringLiteral("panel: ") + panelKey(id), [id] {
                           const FramePtr frame = fullFrame();
                           auto window = windowOf(frame, frame->nodes.front().id);
                           window->findChild<NodeView *>()->showPanel(id);
                           return window;
                       }});
    }
    add("overview: every state", [] { return overviewOf(everyStateFrame()); });
    add("overview: 50", [] { return overviewOf(manyNodesFrame(50)); });
    add("overview: all well", [] { return overviewOf(wellFrame(8)); });
    add("overview: nothing found", [] { return overviewOf(manyNodesFrame(50), QStringLiteral("nowhere")); });
    add("overview: deaf", [] {
        auto deaf = std::make_shared<Frame>(*everyStateFrame());
        deaf->listener.listening = false;
        deaf->listener.error = QStringLiteral("Port 28080 is taken. Choose another one.");
        deaf->listener.error = QStringLiteral("Port 28080 is taken.");
        return overviewOf(deaf);
    });
    add("overview: stale", [] {
        auto window = std::make_unique<MainWindow>();
        window->setClock([] { return frameTime() + Seconds{12}; });
        window->restoreChoices({{QStringLiteral("page"), QStringLiteral("overview")}});
        window->setNodeConfigs(configsOf(*everyStateFrame()));
        window->setFrame(everyStateFrame());
        return window;
    });
    add("demo", [] {
        auto window = windowOf(fullFrame());
        window->setDemo(true);
        return window;
    });
    return all;
}

} // namespace barograph::testing
