// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview_screens.h"

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
#include <QTextStream>

namespace barograph {

namespace {

class OverviewCamera
{
public:
    OverviewCamera(QDir folder, QString suffix, const QSize &size)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
        , m_size(size)
    {}

    void take(QWidget &widget, const QString &name)
    {
        widget.show();
        for (int pass = 0; pass < 4; ++pass)
            QCoreApplication::processEvents();
        save(widget.grab(), name);
    }
    void save(const QPixmap &picture, const QString &name)
    {
        const QString path = m_folder.filePath(QStringLiteral("overview-%1-%2.png").arg(name, m_suffix));
        const bool ok = picture.save(path);
        QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
        m_ok = m_ok && ok;
    }
    bool isOk() const { return m_ok; }
    const QSize &size() const { return m_size; }

private:
    QDir m_folder;
    QString m_suffix;
    QSize m_size;
    bool m_ok = true;
};

std::unique_ptr<MainWindow> overviewWindow(const OverviewCamera &camera, const FramePtr &frame)
{
    auto window = std::make_unique<MainWindow>();
    window->setClock(testing::frameTime);
    window->resize(camera.size());
    window->setNodeConfigs(testing::configsOf(*frame));
    window->restoreChoices({{QStringLiteral("page"), QStringLiteral("overview")}});
    window->setFrame(frame);
    return window;
}

void renderTiles(OverviewCamera &camera)
{
    camera.take(*overviewWindow(camera, testing::frameOf({testing::supportInStorm()})), QStringLiteral("1"));
    camera.take(*overviewWindow(camera, testing::frameOf(
                                            {testing::supportInStorm(), testing::degradedNode(), testing::downNode()})),
                QStringLiteral("3"));
    camera.take(*overviewWindow(camera, testing::wellFrame(8)), QStringLiteral("well"));
    const auto states = overviewWindow(camera, testing::everyStateFrame());
    camera.take(*states, QStringLiteral("states"));
    states->findChild<OverviewPage *>()->grid().setFocus();
    states->setClock([] { return testing::frameTime() + Seconds{12}; });
    states->setFrame(testing::everyStateFrame());
    camera.take(*states, QStringLiteral("stale"));
    const auto many = overviewWindow(camera, testing::manyNodesFrame(50));
    camera.take(*many, QStringLiteral("50"));
    auto *filter = many->findChild<QLineEdit *>(QStringLiteral("overviewFilter"));
    filter->setText(QStringLiteral("storm region 2"));
    camera.take(*many, QStringLiteral("filter"));
    filter->setText(QStringLiteral("nowhere"));
    camera.take(*many, QStringLiteral("none"));
    auto deaf = std::make_shared<Frame>(*testing::everyStateFrame());
    deaf->listener.listening = false;
    deaf->listener.error = QStringLiteral("Port 28080 is taken. Choose another one in the configuration file.");
    camera.take(*overviewWindow(camera, deaf), QStringLiteral("deaf"));
}

void renderWall(OverviewCamera &camera)
{
    const auto show = [&](const FramePtr &frame, bool all, Seconds late, const QString &name) {
        WallWindow wall;
        wall.resize(camera.size());
        SteadyTrouble troubles;
        troubles.update(*frame, frame->takenAt);
        wall.setShowsAll(all);
        wall.setFrame(frame, troubles, frame->takenAt + late);
        camera.take(wall, name);
    };
    const FramePtr storm = testing::frameOf({testing::supportInStorm(), testing::calmNode()});
    show(storm, false, Seconds{0}, QStringLiteral("wall-storm"));
    show(storm, false, Seconds{12}, QStringLiteral("wall-stale"));
    show(testing::frameOf({testing::degradedNode()}), false, Seconds{0}, QStringLiteral("wall-degraded"));
    show(testing::frameOf({testing::unknownNode()}), false, Seconds{0}, QStringLiteral("wall-unknown"));
    show(testing::everyStateFrame(), true, Seconds{0}, QStringLiteral("wall-all"));
    show(testing::manyNodesFrame(50), true, Seconds{0}, QStringLiteral("wall-50"));
}

void renderTray(OverviewCamera &camera)
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
    camera.save(sheet, QStringLiteral("tray"));
}

} // namespace

bool renderOverview(const QDir &folder, const QString &suffix, const QSize &size)
{
    OverviewCamera camera(folder, suffix, size);
    renderTiles(camera);
    renderWall(camera);
    renderTray(camera);
    MainWindow first;
    first.setConfigPath(QStringLiteral("~/.config/barograph/config.toml"));
    first.setClock(testing::frameTime);
    first.resize(size);
    first.setFrame(testing::frameOf({}));
    camera.take(first, QStringLiteral("first-start"));
    return camera.isOk();
}

} // namespace barograph
