// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "x_windows.h"

#include <QProcess>

namespace barograph::testing {

/// A tray on the X server, as a panel has one. It goes with this object.
class TrayProgram
{
public:
    ~TrayProgram() { stop(); }

    /// False: it does not take icons within half a minute.
    bool start();
    void stop();
    /// The middle of the only icon that is in it.
    QPoint icon() const;
    /// Of all that is in it.
    int iconWidth() const;

private:
    QProcess m_process;
    XWindows m_windows;
};

} // namespace barograph::testing
