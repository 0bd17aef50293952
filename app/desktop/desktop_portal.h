// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desktop_look.h"

#include <QObject>

class QThread;

namespace barograph {

/// Where the session bus is, by DBUS_SESSION_BUS_ADDRESS or the usual socket; empty: there is none that would not have
/// to be started first.
QString sessionBusAddress();

/// Follows what the desktop wants programs to look like: `color-scheme` and `contrast` of the XDG desktop portal, and
/// GNOME's `high-contrast`, which portals before 1.17 have instead
/// (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html).
///
/// Everything that can wait for the bus is done on a thread of its own; the thread it lives on never waits. Where there
/// is no bus there is no thread either. A portal that is not there, or says nothing we know, changes nothing: it is
/// asked again when one comes.
class DesktopPortal : public QObject
{
    Q_OBJECT

public:
    explicit DesktopPortal(QObject *parent = nullptr);
    ~DesktopPortal() override;

    /// Once. Asks and listens from now on.
    void start(const QString &busAddress = sessionBusAddress());

Q_SIGNALS:
    /// First as soon as it is known, then whenever it has changed.
    void looked(const barograph::DesktopLook &look);

private:
    QThread *m_thread = nullptr;
};

} // namespace barograph
