// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "x_windows.h"

#include <QProcess>
#include <QTemporaryDir>

namespace barograph::testing {

/// A window manager on the X server: without one no window can be minimised. It goes with this object.
class WindowManager
{
public:
    ~WindowManager();

    /// False: it does not manage windows within half a minute.
    bool start();

private:
    QTemporaryDir m_home; ///< it writes settings
    QProcess m_process;
    XWindows m_windows;
};

} // namespace barograph::testing
