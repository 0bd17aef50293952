// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// What the tests and edits of the setup dialogs found. Any thread may ask for them.
struct SetupWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Setup)
};

} // namespace barograph
