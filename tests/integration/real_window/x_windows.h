// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>
#include <QString>

#include <memory>
#include <optional>

struct xcb_connection_t;

namespace barograph::testing {

/// The windows of the X server, also those of other programs, over a connection of its own.
class XWindows
{
public:
    using Id = quint32;

    XWindows();
    ~XWindows();
    XWindows(const XWindows &) = delete;
    XWindows &operator=(const XWindows &) = delete;

    /// The window that can be seen and has exactly this title; nothing: there is none.
    std::optional<Id> titled(const QString &title) const;
    /// Where it is on the screen, without a frame.
    QRect geometry(Id window) const;
    /// Has the keyboard, itself or something in it.
    bool hasFocus(Id window) const;
    /// Some tray takes icons; its window is given.
    std::optional<Id> tray() const;
    /// Takes it off the screen, as its own button does. There has to be a window manager.
    void minimise(Id window) const;
    /// A window manager has the screen.
    bool isManaged() const;
    /// As a window manager does when the cross in the corner is clicked.
    void askToClose(Id window) const;
    /// What can be seen there on the screen.
    static QImage picture(const QRect &where = {});

private:
    quint32 atom(const char *name) const;
    QString titleOf(Id window) const;
    void send(Id to, uint32_t mask, Id window, const char *type, uint32_t first, uint32_t second) const;
    std::optional<Id> titledBelow(Id parent, const QString &title) const;

    xcb_connection_t *m_connection;
    Id m_root = 0;
};

} // namespace barograph::testing
