// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// Previews, consequences and outcomes of controls. Any thread may ask for them.
struct ControlWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Controls)
};

} // namespace barograph
