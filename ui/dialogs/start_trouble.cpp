// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/start_trouble.h"

#include "theme/icons.h"
#include "widgets/font_scaled.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace barograph {

namespace {

constexpr int kTroubleWidth = 520;

struct StartWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::StartTrouble)
};

} // namespace

bool asksToTryAgain(const QString &why)
{
    static const QStringList kWithoutScreen{QStringLiteral("offscreen"), QStringLiteral("minimal")};
    if (kWithoutScreen.contains(QGuiApplication::platformName()))
        return false;
    QMessageBox box(QMessageBox::Critical, StartWords::tr("Barograph cannot start"),
                    StartWords::tr("Barograph cannot start."));
    box.setWindowIcon(applicationIcon());
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(why);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const QPushButton *again = box.addButton(StartWords::tr("&Try again"), QMessageBox::AcceptRole);
    box.setEscapeButton(box.addButton(StartWords::tr("&Close"), QMessageBox::RejectRole));
    // A message box is as narrow as its title, and paths are long.
    if (auto *grid = qobject_cast<QGridLayout *>(box.layout()))
        grid->addItem(new QSpacerItem(fontScaled(kTroubleWidth, box.font()), 0), grid->rowCount(), 0, 1,
                      grid->columnCount());
    // It may be the only window, and its end is not the program's.
    const bool quits = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    box.exec();
    QGuiApplication::setQuitOnLastWindowClosed(quits);
    return box.clickedButton() == again;
}

} // namespace barograph
