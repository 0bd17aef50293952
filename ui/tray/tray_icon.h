// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/tray_watch.h"

#include <QIcon>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QMenu;
class QPalette;

namespace barograph {

/// The state as a shape in its colour, with the number of nodes in trouble on it.
QIcon trayPicture(const TrayState &state, const QPalette &palette);

/// Shows a TrayState in the system's tray, if there is one; else does nothing and nothing is lost. GUI thread.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    bool isThere() const { return m_icon != nullptr; }
    void setState(const TrayState &state);
    void say(const TrayMessage &message);
    /// The short menu, also where there is no tray.
    QMenu &menu() { return *m_menu; }

Q_SIGNALS:
    /// Empty id: the window as it is.
    void openRequested(const QString &nodeId);
    void wallRequested();
    void quitRequested();

private:
    void fillMenu();

    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon = nullptr;
    TrayState m_state;
    QString m_lastMessageId;
};

} // namespace barograph
