// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace barograph {

/// Why a report could not be written. What is in a report stays English. Any thread may ask for them.
struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Report)
};

} // namespace barograph
