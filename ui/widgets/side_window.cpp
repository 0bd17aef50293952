// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/side_window.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace barograph {

namespace {

constexpr const char *kAbout = "barographAbout";

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::SideWindow)
};

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

void overwriteAfterAsking(QWidget *parent, const QString &path, std::function<void()> write)
{
    if (!QFileInfo::exists(path)) {
        write();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, FileWords::tr("Overwrite the file?"),
                                FileWords::tr("%1 is there already.").arg(path), QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    const auto *agree = box->addButton(FileWords::tr("&Overwrite"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(agree, &QAbstractButton::clicked, parent, std::move(write));
    bringToFront(*box);
}

} // namespace barograph
