// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// Faults of the journal and the history, and what to do. Any thread may ask for them.
struct StorageWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Storage)
};

} // namespace barograph
