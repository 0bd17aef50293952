// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// What nodes said when they were asked, and what was wrong with it. Any thread may ask for them.
struct ProbeWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Probes)
};

} // namespace barograph
