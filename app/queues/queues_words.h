// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// Faults of outbound queues, and what to do. Any thread may ask for them.
struct QueueWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Queues)
};

} // namespace barograph
