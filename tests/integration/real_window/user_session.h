// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray_program.h"
#include "x_windows.h"

#include <QProcess>
#include <QTemporaryDir>

namespace barograph::testing {

/// A user with a home of their own who starts the program itself, with the screen and nothing else: no session bus, no
/// keychain.
class UserSession
{
public:
    UserSession();
    ~UserSession();

    /// Of a session bus, before the start; there is none unless told.
    void setBus(const QString &address);
    /// "View ▸ Keep running in the tray" is ticked, before the start.
    bool keepInTray() const;
    void start(const QStringList &arguments = {});
    /// keepInTray(), and its window is open and its icon in the tray.
    bool startInTray(TrayProgram &tray, const QString &title);
    /// The program's window with this title, once it can be seen; 0: it did not come.
    XWindows::Id window(const QString &title) const;
    bool isGone(const QString &title) const;
    /// Names of the programs that it has started and that run.
    QStringList children() const;
    /// It ended by itself.
    bool hasEnded();
    /// All that it has written to the terminal.
    QString said();

    QProcess &process() { return m_process; }
    const XWindows &windows() const { return m_windows; }
    /// Below the home; the usual folders are "config", "data" and "state".
    QString path(const QString &name) const { return m_home.filePath(name); }
    bool write(const QString &name, const QByteArray &content) const;

private:
    QTemporaryDir m_home;
    QProcess m_process;
    XWindows m_windows;
    QByteArray m_said;
};

} // namespace barograph::testing
