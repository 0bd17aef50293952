// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// What the running services tell the window. Any thread may ask for them.
struct RuntimeWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Runtime)
};

} // namespace barograph
