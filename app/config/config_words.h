// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// What is wrong with a configuration, for the one who wrote it. Any thread may ask for them.
struct ConfigWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Config)
};

} // namespace barograph
