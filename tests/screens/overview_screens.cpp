// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview_screens.h"

#include "gallery.h"
#include "main_window.h"
#include "overview/overview_page.h"
#include "overview/tile_grid.h"
#include "support/frame_factory.h"
#include "support/overview_frames.h"
#include "tray/tray_icon.h"
#include "wall/wall_window.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPainter>

namespace barograph {

namespace {

std::unique_ptr<MainWindow> overviewWindow(const Gallery &gallery, const FramePtr &frame)
{
    auto window = std::make_unique<MainWindow>();
    window->setClock(testing::frameTime);
    window->resize(gallery.look().size);
    window->setNodeConfigs(testing::configsOf(*frame));
    window->restoreChoices({{QStringLiteral("page"), QStringLiteral("overview")}});
    window->setFrame(frame);
    return window;
}

void renderTiles(Gallery &gallery)
{
    gallery.take(*overviewWindow(gallery, testing::frameOf({testing::supportInStorm()})), QStringLiteral("overview-1"));
    gallery.take(*overviewWindow(gallery, testing::frameOf({testing::supportInStorm(), testing::degradedNode(),
                                                            testing::downNode()})),
                 QStringLiteral("overview-3"));
    gallery.take(*overviewWindow(gallery, testing::wellFrame(8)), QStringLiteral("overview-well"));
    const auto states = overviewWindow(gallery, testing::everyStateFrame());
    gallery.take(*states, QStringLiteral("overview-states"));
    states->findChild<OverviewPage *>()->grid().setFocus();
    states->setClock([] { return testing::frameTime() + Seconds{12}; });
    states->setFrame(testing::everyStateFrame());
    gallery.take(*states, QStringLiteral("overview-stale"));
    const auto many = overviewWindow(gallery, testing::manyNodesFrame(50));
    gallery.take(*many, QStringLiteral("overview-50"));
    auto *filter = many->findChild<QLineEdit *>(QStringLiteral("overviewFilter"));
    filter->setText(QStringLiteral("storm region 2"));
    gallery.take(*many, QStringLiteral("overview-filter"));
    filter->setText(QStringLiteral("nowhere"));
    gallery.take(*many, QStringLiteral("overview-none"));
    auto deaf = std::make_shared<Frame>(*testing::everyStateFrame());
    deaf->listener.listening = false;
    deaf->listener.error = QStringLiteral("Port 28080 is taken. Choose another one.");
    deaf->listener.error = QStringLiteral("Port 28080 is taken. Choose another one in the configuration file.");
    gallery.take(*overviewWindow(gallery, deaf), QStringLiteral("overview-deaf"));
}

void renderWall(Gallery &gallery)
{
    const auto show = [&gallery](const FramePtr &frame, bool all, Seconds late, const QString &name) {
        WallWindow wall;
        wall.resize(gallery.look().size);
        SteadyTrouble troubles;
        troubles.update(*frame, frame->takenAt);
        wall.setShowsAll(all);
        wall.setFrame(frame, troubles, frame->takenAt + late);
        gallery.take(wall, QStringLiteral("overview-") + name);
    };
    const FramePtr storm = testing::frameOf({testing::supportInStorm(), testing::calmNode()});
    show(storm, false, Seconds{0}, QStringLiteral("wall-storm"));
    show(storm, false, Seconds{12}, QStringLiteral("wall-stale"));
    show(testing::frameOf({testing::degradedNode()}), false, Seconds{0}, QStringLiteral("wall-degraded"));
    show(testing::frameOf({testing::unknownNode()}), false, Seconds{0}, QStringLiteral("wall-unknown"));
    show(testing::everyStateFrame(), true, Seconds{0}, QStringLiteral("wall-all"));
    show(testing::manyNodesFrame(50), true, Seconds{0}, QStringLiteral("wall-50"));
}

void renderTray(Gallery &gallery)
{
    const std::array<std::pair<SituationKind, int>, 5> states{{{SituationKind::Well, 0},
                                                               {SituationKind::Attention, 1},
                                                               {SituationKind::Critical, 3},
                                                               {SituationKind::Critical, 12},
                                                               {SituationKind::CannotTell, 2}}};
    QPixmap sheet(64 * static_cast<int>(states.size()), 64);
    sheet.fill(QApplication::palette().color(QPalette::Window));
    QPainter painter(&sheet);
    int x = 8;
    for (const auto &[kind, inTrouble] : states) {
        TrayState state;
        state.kind = kind;
        state.inTrouble = inTrouble;
        painter.drawPixmap(x, 8, trayPicture(state, QApplication::palette()).pixmap(48, 48));
        x += 64;
    }
    painter.end();
    gallery.take(sheet.toImage(), QStringLiteral("overview-tray"));
}

} // namespace

void renderOverview(Gallery &gallery)
{
    renderTiles(gallery);
    renderWall(gallery);
    renderTray(gallery);
    MainWindow first;
    first.setConfigPath(QStringLiteral("~/.config/barograph/config.toml"));
    first.setClock(testing::frameTime);
    first.resize(gallery.look().size);
    first.setFrame(testing::frameOf({}));
    gallery.take(first, QStringLiteral("overview-first-start"));
}

} // namespace barograph
