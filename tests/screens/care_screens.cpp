// SPDX-License-Identifier: GPL-3.0-or-later
#include "care_screens.h"

#include "help/shortcut_sheet.h"
#include "main_window.h"
#include "palette/command_palette.h"
#include "palette/window_commands.h"
#include "panels/node_list.h"
#include "support/frame_factory.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextStream>

using namespace barograph;

namespace {

bool saveCare(QWidget &widget, const QDir &folder, const QString &name)
{
    widget.show();
    for (int pass = 0; pass < 4; ++pass)
        QCoreApplication::processEvents();
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    const bool ok = widget.grab().save(path);
    QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
    return ok;
}

std::unique_ptr<MainWindow> careWindow(const QSize &size)
{
    auto window = std::make_unique<MainWindow>();
    window->setClock(testing::frameTime);
    window->setControlHistory(testing::someHistory());
    window->resize(size);
    const FramePtr frame = testing::groupedFrame();
    window->setNodeConfigs(testing::configsOf(*frame));
    window->setFrame(frame);
    window->show();
    window->activateWindow();
    QCoreApplication::processEvents();
    return window;
}

} // namespace

bool renderCare(const QDir &folder, const QString &suffix, const QSize &size)
{
    bool ok = true;
    {
        const auto window = careWindow(size);
        auto *list = window->findChild<NodeList *>();
        list->setFocus();
        // The frame around the focus is for those who use the keyboard.
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QCoreApplication::sendEvent(list, &key);
        ok &= saveCare(*window, folder, QStringLiteral("focus-") + suffix);
        auto *palette = window->findChild<CommandPalette *>();
        palette->toggle();
        ok &= saveCare(*window, folder, QStringLiteral("palette-") + suffix);
        palette->findChild<QLineEdit *>()->setText(QStringLiteral("ex con"));
        ok &= saveCare(*window, folder, QStringLiteral("palette-typed-") + suffix);
        palette->findChild<QLineEdit *>()->setText(QStringLiteral("save web"));
        ok &= saveCare(*window, folder, QStringLiteral("palette-why-not-") + suffix);
        ShortcutSheet sheet(shortcutAreas(*window, {generalKeyHints, NodeList::keyHints}), nullptr);
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        ok &= saveCare(sheet, folder, QStringLiteral("shortcuts-") + suffix);
    }
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 1.5);
    QApplication::setFont(large);
    {
        const auto window = careWindow(size);
        ok &= saveCare(*window, folder, QStringLiteral("large-letters-") + suffix);
    }
    QApplication::setFont(usual);
    return ok;
}
