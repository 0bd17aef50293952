// SPDX-License-Identifier: GPL-3.0-or-later
#include "care_screens.h"

#include "gallery.h"
#include "help/shortcut_sheet.h"
#include "main_window.h"
#include "palette/command_palette.h"
#include "palette/window_commands.h"
#include "panels/node_list.h"
#include "support/frame_factory.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

using namespace barograph;

namespace {

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

void renderCare(Gallery &gallery)
{
    {
        const auto window = careWindow(gallery.look().size);
        auto *list = window->findChild<NodeList *>();
        list->setFocus();
        // The frame around the focus is for those who use the keyboard.
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QCoreApplication::sendEvent(list, &key);
        gallery.take(*window, QStringLiteral("focus"));
        auto *palette = window->findChild<CommandPalette *>();
        palette->toggle();
        gallery.take(*window, QStringLiteral("palette"));
        palette->findChild<QLineEdit *>()->setText(QStringLiteral("ex con"));
        gallery.take(*window, QStringLiteral("palette-typed"));
        palette->findChild<QLineEdit *>()->setText(QStringLiteral("save web"));
        gallery.take(*window, QStringLiteral("palette-why-not"));
        ShortcutSheet sheet(shortcutAreas(*window, {generalKeyHints, NodeList::keyHints}), nullptr);
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        gallery.take(sheet, QStringLiteral("shortcuts"));
    }
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 1.5);
    QApplication::setFont(large);
    {
        const auto window = careWindow(gallery.look().size);
        gallery.take(*window, QStringLiteral("large-letters"));
    }
    QApplication::setFont(usual);
}
