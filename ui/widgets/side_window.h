// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace barograph {

/// Nothing but a control may keep the operator from the dashboard: every other window beside it is opened through
/// these. It blocks nothing, and asking again brings the one that is open to the front. GUI thread.

/// Shows it, also out of the minimised state, above the others and with the focus.
void bringToFront(QWidget &window);

/// Brings a window of `parent` to the front that was named and marked so when it was made. False: there is none.
bool raiseIfOpen(const QWidget *parent, const QString &objectName, const QString &about = {});
/// What a window is about, e.g. a node's id, where there can be one for each.
void markAbout(QWidget &window, const QString &about);

enum class FileWish : quint8 { Open, Save };

struct FileQuestion
{
    FileWish wish = FileWish::Open;
    QString title;
    QString start;  ///< file or folder to begin with
    QString filter; ///< as in QFileDialog
};

/// Asks for a file beside `parent`, without waiting: `chosen` is called if and when one is chosen. One at a time for
/// each parent. Whether a file may be overwritten is not asked here: who writes it says so on its own button.
void askForFile(QWidget *parent, const FileQuestion &question, std::function<void(const QString &path)> chosen);

/// For those who have no such button: calls `write` at once where nothing is called `path` yet, else when that was
/// agreed to, without waiting. Qt's own file dialog asks the same in a way that blocks all windows: turn that off by
/// QFileDialog::DontConfirmOverwrite.
void overwriteAfterAsking(QWidget *parent, const QString &path, std::function<void()> write);

} // namespace barograph
