// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/tray_watch.h"

#include <QIcon>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>
#include <optional>

class QAction;
class QMenu;
class QPalette;

namespace barograph {

/// The state as a shape in its colour, with the number of nodes in trouble on it.
QIcon trayPicture(const TrayState &state, const QPalette &palette);

/// What the menu can do with what the window shows.
struct TrayView
{
    bool hasNumbers = false;
    std::optional<Millis> behind; ///< the view is held still, and how far behind the clock; empty: live

    friend bool operator==(const TrayView &, const TrayView &) = default;
};

/// Shows a TrayState in the system's tray, if there is one; else does nothing and nothing is lost. GUI thread.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    bool isThere() const { return m_icon != nullptr; }
    /// True: a tray is there now that was not.
    bool lookForTray();
    void setState(const TrayState &state);
    void setView(const TrayView &view);
    void say(const TrayMessage &message);
    /// The short menu, also where there is no tray.
    QMenu &menu() { return *m_menu; }

Q_SIGNALS:
    /// Empty id: the window as it is.
    void openRequested(const QString &nodeId);
    /// Hold the view still or, when it is, let it go on.
    void holdRequested();
    void wallRequested();
    void quitRequested();

private:
    void fillMenu();
    void updateView();

    std::unique_ptr<QMenu> m_menu;
    QAction *m_hold;
    QAction *m_wall;
    QSystemTrayIcon *m_icon = nullptr;
    TrayState m_state;
    TrayView m_view;
    qint64 m_paletteKey = 0; ///< of the picture
    bool m_menuIsOld = true;
    QString m_lastMessageId;
};

} // namespace barograph
