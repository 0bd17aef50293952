// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the main states of the window into a folder: render_screens FOLDER. For looking at, and for the manual.
#include "dialogs/control_dialog.h"
#include "dialogs/export_dialog.h"
#include "main_window.h"
#include "support/frame_factory.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace barograph;

namespace {

bool save(QWidget &widget, const QDir &folder, const QString &name)
{
    widget.show();
    // Nested layouts settle from the inside out, one pass each.
    for (int pass = 0; pass < 4; ++pass)
        QCoreApplication::processEvents();
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    const bool ok = widget.grab().save(path);
    QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
    return ok;
}

bool renderWindow(const QDir &folder, const QString &suffix, const QSize &size)
{
    MainWindow window;
    window.setClock(testing::frameTime);
    window.setConfigPath(QStringLiteral("~/.config/barograph/barograph.toml"));
    window.setControlHistory(testing::someHistory());
    window.resize(size);
    bool ok = true;
    window.setFrame(testing::frameOf({}));
    ok &= save(window, folder, QStringLiteral("empty-") + suffix);
    const FramePtr full = testing::fullFrame();
    window.setFrame(full);
    for (const NodeFrame &node : full->nodes) {
        window.chooseNode(node.id);
        ok &= save(window, folder, node.id + u'-' + suffix);
    }
    auto broken = std::make_shared<Frame>(*full);
    broken->journalError = QStringLiteral("No space left on the disk. Free some space; counting goes on by itself.");
    broken->listener.listening = false;
    broken->listener.error = QStringLiteral("Port 28080 is taken. Choose another one in the configuration file.");
    window.setFrame(broken);
    window.showResult(testing::someHistory()[1]);
    return save(window, folder, QStringLiteral("errors-") + suffix) && ok;
}

bool renderDialogs(const QDir &folder, const QString &theme)
{
    ControlDialog control(testing::pausePreview().request, QStringLiteral("Groups LATAM"));
    bool ok = save(control, folder, QStringLiteral("control-busy-") + theme);
    ControlPreview preview = testing::pausePreview();
    preview.simulated = true;
    control.showPreview(preview);
    ok &= save(control, folder, QStringLiteral("control-preview-") + theme);
    ExportDialog report({{QStringLiteral("groups-latam"), QStringLiteral("Groups LATAM")}},
                        QStringLiteral("groups-latam"), testing::frameTime());
    report.setFolder(QStringLiteral("/home/operator"));
    ok &= save(report, folder, QStringLiteral("export-") + theme);
    report.finish(false, QStringLiteral("The folder cannot be written to. Choose another one."));
    return save(report, folder, QStringLiteral("export-failed-") + theme) && ok;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QDir folder(app.arguments().value(1, QStringLiteral("screens")));
    if (!folder.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << folder.path() << " cannot be made.\n";
        return 1;
    }
    bool ok = true;
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(app, theme);
        const QString name = themeChoiceName(theme);
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
            ok &= renderWindow(folder, QStringLiteral("%1-%2").arg(name).arg(size.width()), size);
        ok &= renderDialogs(folder, name);
    }
    return ok ? 0 : 1;
}
