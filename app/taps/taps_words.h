// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// Faults of taps, and what to do. Any thread may ask for them.
struct TapWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Taps)
};

} // namespace barograph
