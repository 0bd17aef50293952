// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side_window.h"

#include <QFileDialog>

namespace barograph {

namespace {

constexpr const char *kAbout = "barographAbout";

} // namespace

void bringToFront(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

bool raiseIfOpen(const QWidget *parent, const QString &objectName, const QString &about)
{
    for (auto *window : parent->findChildren<QWidget *>(objectName, Qt::FindDirectChildrenOnly)) {
        if (!window->isWindow() || !window->isVisible() || window->property(kAbout).toString() != about)
            continue;
        bringToFront(*window);
        return true;
    }
    return false;
}

void markAbout(QWidget &window, const QString &about)
{
    window.setProperty(kAbout, about);
}

void askForFile(QWidget *parent, const FileQuestion &question, std::function<void(const QString &path)> chosen)
{
    if (auto *open = parent->findChild<QFileDialog *>(QString(), Qt::FindDirectChildrenOnly)) {
        bringToFront(*open);
        return;
    }
    auto *dialog = new QFileDialog(parent, question.title, question.start, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    const bool saves = question.wish == FileWish::Save;
    dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    if (saves)
        dialog->selectFile(question.start);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    bringToFront(*dialog);
}

} // namespace barograph
