// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace barograph {

/// What the desktop asks of programs that follow it. A value; as made: it asks for nothing.
struct DesktopLook
{
    enum class Scheme : quint8 { NoPreference, Dark, Light };

    Scheme scheme = Scheme::NoPreference;
    bool highContrast = false;

    friend bool operator==(const DesktopLook &, const DesktopLook &) = default;
};

} // namespace barograph
