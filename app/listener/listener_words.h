// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// Faults of the listener and its certificate, and what to do. Any thread may ask for them.
struct ListenerWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Listener)
};

} // namespace barograph
