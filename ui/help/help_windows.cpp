// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/help_windows.h"

#include "help/shortcut_sheet.h"
#include "widgets/side_window.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMessageBox>

namespace barograph {

namespace {

struct HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::MainMenu)
};

} // namespace

void showShortcutSheet(QMainWindow *window, const std::vector<KeyHintSource> &hints)
{
    if (!raiseIfOpen(window, QStringLiteral("shortcutSheet")))
        bringToFront(*new ShortcutSheet(shortcutAreas(*window, hints), window));
}

void showAbout(QWidget *parent)
{
    if (raiseIfOpen(parent, QStringLiteral("aboutBox")))
        return;
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, HelpWords::tr("About Barograph"),
        HelpWords::tr("<h3>Barograph %1</h3>"
                      "<p>Shows live what each WhatsApp number's throughput budget is spent on, and lets "
                      "an operator act safely.</p>"
                      "<p>Licence: GNU General Public License, version 3 or later. It comes with no "
                      "warranty.</p>"
                      "<p>Not made or endorsed by WhatsApp or Meta.</p>")
            .arg(QStringLiteral(BAROGRAPH_VERSION)),
        QMessageBox::Close, parent);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    bringToFront(*box);
}

} // namespace barograph
