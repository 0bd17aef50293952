// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// What went wrong on the way to a node. Any thread may ask for them.
struct NetWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Net)
};

} // namespace barograph
